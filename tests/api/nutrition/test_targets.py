"""Targets, the measured expenditure and summaries over HTTP."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from tests.fixtures.api import START, Client, Json

from fitzen.infra.base import Infra
from fitzen.measurements.models import MeasurementIn
from fitzen.measurements.service import measure
from fitzen.nutrition.models import MealIn, WaterIn
from fitzen.nutrition.service import log_meal, log_water
from fitzen.web.parsing import check

TODAY = START.date()
MONDAY = TODAY - timedelta(days=TODAY.weekday())
PROFILE: Json = {
    "birth_date": "1990-05-17",
    "sex": "male",
    "height_cm": 180,
    "activity_level": "moderate",
    "goal": "maintain",
    "time_zone": "Europe/Madrid",
}
OWN: Json = {"energy_kcal": 2400, "protein_g": 150, "carbs_g": 270, "fat_g": 80}


def eat(infra: Infra, client: Client, day: date, kcal: float, slot: str = "lunch", **more: Any) -> None:
    nutrients = {"energy_kcal": kcal, **more}
    item = {"custom": True, "name": "Food", "amount": 1, "unit": "serving", "nutrients": nutrients}
    at = datetime.combine(day, time(12), UTC).isoformat()
    log_meal(infra.store, client.user_id, check(MealIn, {"eaten_at": at, "slot": slot, "items": [item]}), START)


def weigh(infra: Infra, client: Client, day: date, kg: float) -> None:
    at = datetime.combine(day, time(7), UTC).isoformat()
    body = {"taken_at": at, "metric": "weight_kg", "value": kg, "source": "scale"}
    measure(infra.store, client.user_id, check(MeasurementIn, body), START)


def live(infra: Infra, client: Client, days: int, kcal: float = 2900, kg: float = 80) -> None:
    """Keep a diary and a weight for some days up to yesterday."""
    for back in range(1, days + 1):
        eat(infra, client, TODAY - timedelta(days=back), kcal)
        weigh(infra, client, TODAY - timedelta(days=back), kg)


@pytest.fixture
def ana(signed_in: Client) -> Client:
    assert signed_in.patch("/api/users/me", json=PROFILE).status_code == 200
    return signed_in


class TestTargets:
    def test_missing_fields_are_named(self, signed_in: Client) -> None:
        found = signed_in.get("/api/nutrition/targets/me").get_json()
        assert found == {"targets": None, "why": [], "missing": ["birth_date", "height_cm", "weight_kg"]}

    def test_are_computed_from_profile_and_weight_and_say_how(self, ana: Client, infra: Infra) -> None:
        weigh(infra, ana, TODAY, 80)
        found = ana.get("/api/nutrition/targets/me").get_json()
        assert 2600 < found["targets"]["energy_kcal"] < 3000
        assert "Mifflin" in found["targets"]["source"]
        assert found["why"]
        assert found["missing"] == []

    def test_ones_own_stay_until_they_are_given_up(self, ana: Client, infra: Infra) -> None:
        weigh(infra, ana, TODAY, 80)
        found = ana.put("/api/nutrition/targets/me", json=OWN).get_json()
        assert found["targets"] == OWN | {"fiber_g": 34, "source": "own"}
        assert ana.get("/api/users/me").get_json()["targets"]["source"] == "own"
        assert ana.delete("/api/nutrition/targets/me").status_code == 204
        assert ana.get("/api/nutrition/targets/me").get_json()["targets"]["source"] != "own"

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"energy_kcal": 799}, "energy_kcal"),
            ({"energy_kcal": "2400"}, "energy_kcal"),
            ({"protein_g": -1}, "protein_g"),
            ({"source": "me"}, "source"),
        ],
    )
    def test_bad_input_names_the_field(self, ana: Client, change: Json, field: str) -> None:
        answer = ana.put("/api/nutrition/targets/me", json=OWN | change)
        assert answer.status_code == 422
        assert answer.get_json()["errors"][0]["field"] == field


class TestExpenditure:
    def test_says_what_is_missing(self, signed_in: Client) -> None:
        found = signed_in.get("/api/nutrition/expenditure/me").get_json()
        assert found == {"missing": ["birth_date", "height_cm", "weight_kg"], "series": []}

    def test_without_a_diary_there_is_the_formula(self, ana: Client, infra: Infra) -> None:
        weigh(infra, ana, TODAY, 80)
        found = ana.get("/api/nutrition/expenditure/me").get_json()
        assert 2600 < found["formula"]["expenditure_kcal"] < 3000
        assert found["week"] is None

    def test_a_steady_weight_means_that_what_is_eaten_is_burned(self, ana: Client, infra: Infra) -> None:
        live(infra, ana, 70, kcal=3100)
        found = ana.get("/api/nutrition/expenditure/me").get_json()
        assert found["expenditure_kcal"] == pytest.approx(3100, rel=0.03)
        assert found["low"] < 3100 < found["high"]
        assert len(found["series"]) == 71
        assert found["explanation"]["logged"] >= 26
        assert any("3,100" in sentence for sentence in found["explanation"]["why"])

    def test_a_day_said_to_be_incomplete_does_not_count_as_hungry(self, ana: Client, infra: Infra) -> None:
        live(infra, ana, 40)
        before = ana.get("/api/nutrition/expenditure/me").get_json()["expenditure_kcal"]
        for back in range(41, 44):
            eat(infra, ana, TODAY - timedelta(days=back), 300)
            ana.put(f"/api/nutrition/days/me/{TODAY - timedelta(days=back)}", json={"complete": False})
        after = ana.get("/api/nutrition/expenditure/me").get_json()
        assert after["expenditure_kcal"] == pytest.approx(before, rel=0.02)
        assert after["series"][0]["complete"] == 0

    def test_today_counts_only_when_it_is_complete(self, ana: Client, infra: Infra) -> None:
        live(infra, ana, 20)
        eat(infra, ana, TODAY, 500)
        assert "intake_kcal" not in ana.get("/api/nutrition/expenditure/me").get_json()["series"][-1]
        ana.put(f"/api/nutrition/days/me/{TODAY}", json={"complete": True})
        assert ana.get("/api/nutrition/expenditure/me").get_json()["series"][-1]["intake_kcal"] == 500

    def test_what_lies_further_back_than_120_days_is_not_read(self, ana: Client, infra: Infra) -> None:
        weigh(infra, ana, TODAY - timedelta(days=125), 90)
        eat(infra, ana, TODAY - timedelta(days=125), 9000)
        live(infra, ana, 10)
        assert len(ana.get("/api/nutrition/expenditure/me").get_json()["series"]) == 11

    def test_the_weeks_target_counts_once_it_is_accepted(self, ana: Client, infra: Infra) -> None:
        live(infra, ana, 35, kcal=3100)
        week = ana.get("/api/nutrition/expenditure/me").get_json()["week"]
        assert (week["starts_on"], week["accepted"]) == (MONDAY.isoformat(), False)
        assert "targets" not in ana.get("/api/users/me").get_json()
        body = {"accept": True, "starts_on": week["starts_on"]}
        for _ in range(2):
            accepted = ana.post("/api/nutrition/targets/me", json=body).get_json()
            assert accepted["targets"] == week["targets"]
        again = ana.get("/api/nutrition/expenditure/me").get_json()["week"]
        assert (again["accepted"], again["targets"]) == (True, week["targets"]), "a week's target stays all week"
        ana.put("/api/nutrition/targets/me", json=OWN)
        assert ana.get("/api/nutrition/expenditure/me").get_json()["week"] == week | {"accepted": False}
        assert ana.post("/api/nutrition/targets/me", json=body).get_json()["targets"] == week["targets"]
        assert ana.post("/api/nutrition/targets/me", json=body | {"starts_on": "2026-11-16"}).status_code == 422

    def test_a_target_moves_slowly(self, ana: Client, infra: Infra) -> None:
        ana.put("/api/nutrition/targets/me", json=OWN)
        live(infra, ana, 35, kcal=3100)
        week = ana.get("/api/nutrition/expenditure/me").get_json()["week"]
        assert week["targets"]["energy_kcal"] == pytest.approx(2400 * 1.075, abs=10)

    @pytest.mark.parametrize("body", [{"accept": False, "starts_on": "2026-11-23"}, {"accept": True}, {}])
    def test_only_a_clear_yes_is_taken(self, ana: Client, infra: Infra, body: Json) -> None:
        live(infra, ana, 20)
        assert ana.post("/api/nutrition/targets/me", json=body).status_code == 422

    def test_nothing_is_accepted_before_it_is_measured(self, ana: Client) -> None:
        answer = ana.post("/api/nutrition/targets/me", json={"accept": True, "starts_on": MONDAY.isoformat()})
        assert answer.get_json()["errors"][0]["field"] == "accept"


class TestSummary:
    def test_of_today_against_targets(self, ana: Client, infra: Infra) -> None:
        ana.put("/api/nutrition/targets/me", json=OWN)
        eat(infra, ana, TODAY, 600, "breakfast", protein_g=30, iron_mg=5)
        eat(infra, ana, TODAY, 700, "dinner", protein_g=50.5)
        water = {"drunk_at": f"{TODAY}T10:00:00Z", "ml": 330}
        log_water(infra.store, ana.user_id, check(WaterIn, water), START)
        found = ana.get("/api/nutrition/summary/me").get_json()
        assert (found["starts_on"], found["ends_on"]) == (TODAY.isoformat(), TODAY.isoformat())
        assert found["totals"] == {"energy_kcal": 1300, "protein_g": 80.5, "iron_mg": 5}
        assert found["unknown"] == {"iron_mg": 1}
        assert (found["left"]["energy_kcal"], found["left"]["protein_g"]) == (1100, 69.5)
        assert found["water_ml"] == 330
        assert [(slot["slot"], slot["totals"]["energy_kcal"]) for slot in found["slots"]] == [
            ("breakfast", 600),
            ("dinner", 700),
        ]

    def test_micronutrients_are_compared_with_what_this_person_needs(self, ana: Client, infra: Infra) -> None:
        eat(infra, ana, TODAY, 600, iron_mg=5, sodium_mg=2500, magnesium_mg=420, vitamin_a_rae_ug=900, retinol_ug=3500)
        eat(infra, ana, TODAY, 600, iron_mg=3)
        found = ana.get("/api/nutrition/summary/me").get_json()
        by_name = {each["nutrient"]: each for each in found["micronutrients"]}
        iron = by_name["iron_mg"]
        assert (iron["amount"], iron["unknown"], iron["reference"], iron["percent"]) == (8, 0, 8, 100)
        assert (by_name["sodium_mg"]["over_upper"], by_name["sodium_mg"]["upper_of"]) == (True, "risk")
        assert by_name["magnesium_mg"]["unknown"] == 1
        assert "over_upper" not in by_name["magnesium_mg"], "its limit is of supplements, and this is food"
        assert by_name["vitamin_a_rae_ug"]["over_upper"] is True, "its limit is of retinol"
        assert "amount" not in by_name["zinc_mg"]
        assert by_name["zinc_mg"]["unknown"] == 2, "unknown is not none"
        assert found["water_target_ml"] == 3000
        assert "water_g" not in by_name

    def test_without_an_age_there_are_no_references(self, signed_in: Client) -> None:
        found = signed_in.get("/api/nutrition/summary/me").get_json()
        assert (found["micronutrients"], found["targets"]) == ([], None)
        assert found["missing"] == ["birth_date", "height_cm", "weight_kg"]

    def test_of_several_days_is_the_mean_of_those_that_are_logged(self, ana: Client, infra: Infra) -> None:
        eat(infra, ana, TODAY, 2000, protein_g=100)
        eat(infra, ana, TODAY - timedelta(days=2), 3000)
        found = ana.get("/api/nutrition/summary/me?days=7").get_json()
        assert (found["days_logged"], len(found["days"])) == (2, 7)
        assert found["totals"] == {"energy_kcal": 2500, "protein_g": 100}
        assert [day["items"] for day in found["days"]] == [0, 0, 0, 0, 1, 0, 1]

    def test_of_a_week(self, ana: Client) -> None:
        found = ana.get("/api/nutrition/summary/me?week=2026-W48").get_json()
        assert (found["starts_on"], found["ends_on"]) == ("2026-11-23", "2026-11-29")
        assert (found["days_logged"], found["totals"], found["water_ml"]) == (0, {}, 0)

    def test_today_is_the_persons_own(self, ana: Client) -> None:
        ana.patch("/api/users/me", json={"time_zone": "Pacific/Auckland"})
        found = ana.get("/api/nutrition/summary/me").get_json()
        assert found["ends_on"] == (TODAY + timedelta(days=1)).isoformat()

    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ("day=2026-02-31", "day"),
            ("day=today", "day"),
            ("days=0", "days"),
            ("days=32", "days"),
            ("week=2026-W54", "week"),
            ("week=2026-48", "week"),
            ("week=2026-W48&day=2026-11-23", "body"),
            ("from=2026-11-23", "from"),
        ],
    )
    def test_bad_queries_name_the_field(self, ana: Client, query: str, field: str) -> None:
        answer = ana.get(f"/api/nutrition/summary/me?{query}")
        assert answer.status_code == 422
        assert answer.get_json()["errors"][0]["field"] == field


class TestWhatNobodyEatsOrWeighs:
    """A careless client: nothing of it may take a person's own pages away."""

    def test_a_day_of_fifty_thousand_kcal(self, ana: Client, infra: Infra) -> None:
        live(infra, ana, 35)
        before = ana.get("/api/nutrition/expenditure/me").get_json()["expenditure_kcal"]
        eat(infra, ana, TODAY - timedelta(days=5), 50_000, "dinner")
        answer = ana.get("/api/nutrition/expenditure/me")
        assert answer.status_code == 200
        assert answer.get_json()["expenditure_kcal"] == pytest.approx(before, rel=0.03), "no body stores that in a day"

    @pytest.mark.parametrize(
        ("profile", "kg"),
        [
            ({"sex": "male", "height_cm": 280, "activity_level": "very_active"}, 500),
            ({"sex": "female", "height_cm": 50, "activity_level": "sedentary", "birth_date": "1930-01-01"}, 20),
            ({"sex": "other", "height_cm": 100, "birth_date": "1930-01-01"}, 25),
        ],
    )
    def test_bodies_at_the_ends_of_what_is_taken(self, ana: Client, infra: Infra, profile: Json, kg: float) -> None:
        assert ana.patch("/api/users/me", json=profile).status_code == 200
        live(infra, ana, 35, kg=kg)
        for path in ("/api/nutrition/targets/me", "/api/nutrition/expenditure/me", "/api/users/me/today"):
            assert ana.get(path).status_code == 200, path


class TestWhoMayNotLose:
    """What was set or accepted does not outlive the reason why it was safe."""

    def lose(self, ana: Client, infra: Infra) -> Json:
        """Accept a week's target with a deficit."""
        ana.patch("/api/users/me", json={"goal": "lose", "sex": "female"})
        live(infra, ana, 35, kcal=2300, kg=70)
        week: Json = ana.get("/api/nutrition/expenditure/me").get_json()["week"]
        body = {"accept": True, "starts_on": week["starts_on"]}
        accepted = ana.post("/api/nutrition/targets/me", json=body).get_json()
        assert accepted["targets"] == week["targets"]
        assert week["targets"]["energy_kcal"] < 2200
        return body

    def test_a_pregnancy_ends_a_deficit_that_was_accepted(self, ana: Client, infra: Infra) -> None:
        body = self.lose(ana, infra)
        ana.patch("/api/users/me", json={"health": {"pregnant": True}})
        found = ana.get("/api/nutrition/targets/me").get_json()
        assert found["targets"]["energy_kcal"] >= 2200
        assert "is set aside: in pregnancy" in found["why"][0]
        assert ana.get("/api/nutrition/summary/me").get_json()["targets"] == found["targets"]
        assert ana.get("/api/users/me/today").get_json()["targets"] == found["targets"]
        week = ana.get("/api/nutrition/expenditure/me").get_json()["week"]
        assert (week["targets"]["energy_kcal"] >= 2200, week["accepted"]) == (True, False)
        assert ana.post("/api/nutrition/targets/me", json=body).get_json()["targets"] == week["targets"]
        assert ana.get("/api/nutrition/targets/me").get_json()["why"] == ["You accepted these."]

    @pytest.mark.parametrize("change", [{"health": {"pregnant": True}}, {"birth_date": "2012-12-24"}])
    def test_a_body_that_is_not_known_yet_is_no_way_round(self, signed_in: Client, change: Json) -> None:
        assert signed_in.put("/api/nutrition/targets/me", json=OWN | {"energy_kcal": 1350}).status_code == 200
        signed_in.patch("/api/users/me", json=change)
        found = signed_in.get("/api/nutrition/targets/me").get_json()
        assert found["targets"] is None
        assert "1,350 kcal is set aside" in found["why"][0]
        assert signed_in.get("/api/users/me/today").get_json()["targets"] is None
        answer = signed_in.put("/api/nutrition/targets/me", json=OWN | {"energy_kcal": 1350})
        assert (answer.status_code, answer.get_json()["errors"][0]["field"]) == (422, "energy_kcal")
        assert signed_in.put("/api/nutrition/targets/me", json=OWN).status_code == 200

    @pytest.mark.parametrize(
        "change", [{"health": {"pregnant": True}}, {"birth_date": "2008-12-24"}, {"height_cm": 210}]
    )
    def test_nor_may_they_set_less_themselves(self, ana: Client, infra: Infra, change: Json) -> None:
        assert ana.put("/api/nutrition/targets/me", json=OWN | {"energy_kcal": 1500}).status_code == 200
        weigh(infra, ana, TODAY, 80)
        ana.patch("/api/users/me", json=change)
        found = ana.get("/api/nutrition/targets/me").get_json()
        assert found["targets"]["energy_kcal"] >= 1700
        assert "1,500 kcal is set aside" in found["why"][0]
        answer = ana.put("/api/nutrition/targets/me", json=OWN | {"energy_kcal": 900})
        assert (answer.status_code, answer.get_json()["errors"][0]["field"]) == (422, "energy_kcal")
        assert ana.put("/api/nutrition/targets/me", json=OWN).get_json()["targets"] == OWN | {
            "fiber_g": 34,
            "source": "own",
        }


class TestTheFloor:
    """Nobody is planned less than their body uses at rest, or 1,200 and 1,500 kcal, whoever asks for it."""

    @pytest.mark.parametrize(
        ("kg", "least", "why"),
        [(80, "1,750", "uses that at rest"), (40, "1,500", "your BMI"), (50, "1,500", "your BMI")],
    )
    def test_less_is_refused_with_the_reason(self, ana: Client, infra: Infra, kg: float, least: str, why: str) -> None:
        weigh(infra, ana, TODAY, kg)
        answer = ana.put("/api/nutrition/targets/me", json=OWN | {"energy_kcal": 1200})
        (error,) = answer.get_json()["errors"]
        assert (answer.status_code, error["field"]) == (422, "energy_kcal")
        assert error["message"].startswith(f"This must be at least {least} for you:")
        assert why in error["message"]

    def test_of_a_body_that_is_not_known_the_least_of_everybody_holds(self, ana: Client) -> None:
        answer = ana.put("/api/nutrition/targets/me", json=OWN | {"energy_kcal": 1499})
        assert "at least 1,500" in answer.get_json()["errors"][0]["message"]
        assert ana.put("/api/nutrition/targets/me", json=OWN | {"energy_kcal": 1500}).status_code == 200

    def test_what_was_enough_once_is_raised_everywhere_for_a_body_that_needs_more(
        self, ana: Client, infra: Infra
    ) -> None:
        assert ana.put("/api/nutrition/targets/me", json=OWN | {"energy_kcal": 1600}).status_code == 200
        weigh(infra, ana, TODAY, 80)
        found = ana.get("/api/nutrition/targets/me").get_json()
        assert found["targets"] == OWN | {"energy_kcal": 1750, "carbs_g": 308, "fiber_g": 22, "source": "own"}
        assert found["why"] == [
            "You set these yourself.",
            "1,750 kcal instead of 1,600: your body uses that at rest.",
        ]
        assert ana.get("/api/users/me/today").get_json()["targets"] == found["targets"]
        assert ana.get("/api/nutrition/summary/me").get_json()["targets"] == found["targets"]
        plan = ana.post("/api/nutrition/meal-plans/generate", json={"days": 1}).get_json()
        assert plan["targets"]["energy_kcal"] == 1750
        assert all(day["totals"]["energy_kcal"] >= 1744 for day in plan["days"])
        refused = ana.post("/api/nutrition/meal-plans/generate", json={"days": 1, "energy_kcal": 1200})
        assert refused.get_json()["errors"][0]["field"] == "energy_kcal"
