"""The cycle over HTTP: off until chosen, honest about what it does not know. It is 23 November 2026."""

import math
from datetime import date, timedelta
from uuid import uuid4

import pytest
from tests.fixtures.api import START, Client, Json

from fitzen.cycle.service import cycle_days
from fitzen.infra.base import Infra
from fitzen.nutrition import expenditure

URL = "/api/cycle"
TODAY = START.date()
DAY_OF_FOOD = {"custom": True, "name": "All of it", "amount": 1, "unit": "serving", "nutrients": {"energy_kcal": 2100}}


@pytest.fixture
def tracking(signed_in: Client) -> Client:
    """Ana, who has switched it on."""
    switch(signed_in, cycle_tracking=True)
    return signed_in


def switch(client: Client, **health: object) -> None:
    assert client.patch("/api/users/me", json={"health": health}).status_code == 200


def log(client: Client, started: date, days: int | None = 5, **others: object) -> Json:
    ended = {} if days is None else {"ended_on": str(started + timedelta(days=days - 1))}
    answer = client.post(URL, json={"started_on": str(started), **ended, **others})
    assert answer.status_code == 201, answer.text
    found: Json = answer.get_json()
    return found


def log_cycles(client: Client, *lengths: int, last: int) -> None:
    """Log periods so long apart, the last of them `last` days ago."""
    start = TODAY - timedelta(days=last)
    log(client, start, min(5, last + 1))
    for length in reversed(lengths):
        start -= timedelta(days=length)
        log(client, start)


def read(client: Client) -> Json:
    answer = client.get(f"{URL}/me")
    assert answer.status_code == 200, answer.text
    found: Json = answer.get_json()
    return found


def field(answer: object) -> str:
    assert answer.status_code == 422  # type: ignore[attr-defined]
    found: str = answer.get_json()["errors"][0]["field"]  # type: ignore[attr-defined]
    return found


def test_it_is_off_until_chosen_and_says_how_to_choose_it(signed_in: Client) -> None:
    answer = signed_in.post(URL, json={"started_on": "2026-11-20"})
    assert field(answer) == "health.cycle_tracking"
    assert "Switch it on in your profile" in answer.get_json()["detail"]
    found = read(signed_in)
    assert (found["tracking"], found["items"]) == (False, [])
    assert "prediction" not in found


def test_switched_off_again_nothing_is_predicted_and_the_log_can_be_deleted(tracking: Client) -> None:
    period = log(tracking, TODAY - timedelta(days=10))
    switch(tracking, cycle_tracking=False)
    found = read(tracking)
    assert found["items"] == [period]
    assert "prediction" not in found
    assert field(tracking.patch(f"{URL}/me/{period['id']}", json={"note": "x"})) == "health.cycle_tracking"
    assert tracking.delete(f"{URL}/me/{period['id']}").status_code == 204
    assert read(tracking)["items"] == []


def test_a_period_is_logged_ended_later_and_read_back(tracking: Client) -> None:
    period = log(
        tracking, TODAY - timedelta(days=4), None, flow="heavy", symptoms=["cramps", "fatigue"], note="at night"
    )
    ended = tracking.patch(f"{URL}/me/{period['id']}", json={"ended_on": "2026-11-22"})
    assert ended.get_json() == period | {"ended_on": "2026-11-22"}
    assert read(tracking)["items"] == [ended.get_json()]
    again = tracking.put(f"{URL}/me/{period['id']}", json={"started_on": "2026-11-18"})
    assert again.get_json() == {"id": period["id"], "started_on": "2026-11-18", "symptoms": []}


def test_sent_again_it_is_logged_once(tracking: Client) -> None:
    body = {"id": str(uuid4()), "started_on": "2026-11-20"}
    assert tracking.post(URL, json=body).status_code == 201
    assert tracking.post(URL, json=body).status_code == 200
    assert tracking.post(URL, json=body | {"started_on": "2026-11-19"}).status_code == 409
    assert len(read(tracking)["items"]) == 1


def test_the_next_period_is_a_range_around_ones_own_average(tracking: Client) -> None:
    log_cycles(tracking, 27, 29, 28, 28, 27, 29, last=10)
    found = read(tracking)["prediction"]
    assert found["length"].items() >= {"cycles": 6, "regularity": "regular"}.items()
    assert found["length"]["mean"] == pytest.approx(28.1, abs=0.2)
    start = TODAY - timedelta(days=10)
    expected = date.fromisoformat(found["next_start"]["expected_on"])
    assert expected == start + timedelta(days=28)
    low, high = (date.fromisoformat(found["next_start"][name]) for name in ("from", "until"))
    assert timedelta(days=2) <= expected - low <= timedelta(days=5)
    assert timedelta(days=2) <= high - expected <= timedelta(days=5)
    assert "6 cycles of your own" in found["why"]


def test_the_phase_of_today_is_a_likelihood(tracking: Client) -> None:
    log_cycles(tracking, 28, 28, 28, last=2)
    phase = read(tracking)["prediction"]["phase"]
    assert (phase["name"], phase["day"]) == ("menstrual", 3)
    assert sum(phase["probabilities"].values()) == pytest.approx(1, abs=0.01)


def test_of_one_period_it_says_what_is_usual(tracking: Client) -> None:
    log(tracking, TODAY - timedelta(days=20))
    found = read(tracking)["prediction"]
    assert found["why"].startswith("No whole cycle is logged yet, so this is what is usual: 29 days, give or take 7.")
    assert found["phase"]["name"] == "luteal"


def test_irregular_cycles_are_called_so(tracking: Client) -> None:
    log_cycles(tracking, 22, 35, 27, 40, last=5)
    found = read(tracking)["prediction"]
    assert found["length"]["regularity"] == "irregular"
    assert "differ by more than 9 days" in found["why"]


@pytest.mark.parametrize(
    ("health", "words"),
    [({"hormonal_contraception": True}, "hormonal contraception"), ({"pregnant": True}, "pregnant")],
)
def test_where_there_are_no_phases_none_are_told(tracking: Client, infra: Infra, health: Json, words: str) -> None:
    log_cycles(tracking, 28, 28, 28, last=10)
    assert cycle_days(infra.store, tracking.user_id, TODAY, TODAY) != {}
    switch(tracking, **health)
    found = read(tracking)["prediction"]
    assert words in found["why"]
    assert "phase" not in found
    assert cycle_days(infra.store, tracking.user_id, TODAY, TODAY) == {}


def test_a_period_that_is_far_too_late_is_not_predicted_any_more(tracking: Client) -> None:
    log_cycles(tracking, 28, 28, 28, last=60)
    found = read(tracking)["prediction"]
    assert "next_start" not in found
    assert "60 days ago" in found["why"]


def test_no_answer_is_without_the_notice_that_it_is_no_contraception(tracking: Client) -> None:
    assert "no contraception" in read(tracking)["notice"]


def test_each_day_has_its_place_in_the_cycle_for_a_fair_reading_of_weight(tracking: Client, infra: Infra) -> None:
    log_cycles(tracking, 28, 30, last=3)
    days = cycle_days(infra.store, tracking.user_id, TODAY - timedelta(days=61), TODAY)
    assert len(days) == 62
    assert [days[TODAY - timedelta(days=back)] for back in (61, 33, 18, 3)] == [0, 0, 0.5, 0]
    assert 0 < days[TODAY] < 0.2
    switch(tracking, cycle_tracking=False)
    assert cycle_days(infra.store, tracking.user_id, TODAY, TODAY) == {}


def test_the_measured_expenditure_knows_where_in_the_cycle_each_weigh_in_is(tracking: Client, infra: Infra) -> None:
    profile = {"sex": "female", "birth_date": "1994-05-17", "height_cm": 168}
    assert tracking.patch("/api/users/me", json=profile).status_code == 200
    for back in range(56):
        swing = 1.2 * math.cos(2 * math.pi * (28 - back % 28) / 28)
        body = {
            "taken_at": f"{TODAY - timedelta(days=back)}T06:30:00+00:00",
            "metric": "weight_kg",
            "value": 65 + swing,
        }
        assert tracking.post("/api/measurements", json=body).status_code == 201
        meal = {"eaten_at": body["taken_at"], "slot": "dinner", "items": [DAY_OF_FOOD]}
        assert tracking.post("/api/nutrition/meals", json=meal).status_code == 201
    before = expenditure.show(infra.store, tracking.user_id, START)["series"][-1]["weight_kg"]
    log_cycles(tracking, 28, 28, last=0)
    after = expenditure.show(infra.store, tracking.user_id, START)["series"][-1]["weight_kg"]
    assert abs(after - 65) < abs(before - 65), "at the first day the water is at its most"
    assert after == pytest.approx(65, abs=0.35)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({"started_on": "2026-11-24"}, "started_on"),
        ({"started_on": "2026-11-20", "ended_on": "2026-11-25"}, "ended_on"),
        ({"started_on": "2026-11-20", "ended_on": "2026-11-19"}, "body"),
        ({"started_on": "2026-11-02"}, "started_on"),  # within one that is logged
        ({"started_on": "2026-10-30", "ended_on": "2026-11-01"}, "started_on"),
        ({"started_on": "2026-11-20", "symptoms": ["cramps", "cramps"]}, "body"),
        ({"started_on": "2026-11-20", "symptoms": ["joy"]}, "symptoms.0"),
        ({"started_on": "2026-11-20", "flow": "some"}, "flow"),
        ({"started_on": "2026-11-20", "note": "a\0"}, "note"),
        ({}, "started_on"),
    ],
)
def test_bad_input_names_the_field(tracking: Client, body: Json, name: str) -> None:
    log(tracking, date(2026, 11, 1))
    assert field(tracking.post(URL, json=body)) == name
    assert len(read(tracking)["items"]) == 1


def test_nobody_sees_anothers_cycle(tracking: Client, another: Client) -> None:
    period = log(tracking, TODAY, None)
    assert another.get(f"{URL}/{tracking.user_id}").status_code == 403
    assert another.get(f"{URL}/me/{period['id']}").status_code == 404
