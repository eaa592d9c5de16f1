"""A meal in a person's words is drafted with its figures, logged when it is confirmed, and taken back."""

from http import HTTPStatus

from tests.fixtures.api import Client, Json
from tests.fixtures.obedient import carry_out, confirmed, proposed, told

BREAKFAST = "two eggs, 60 g oats and a cup of whole milk"


def _meals(client: Client) -> list[Json]:
    items: list[Json] = client.get("/api/nutrition/meals/me").get_json()["items"]
    return items


def test_nothing_is_written_before_it_is_confirmed(ana: Client) -> None:
    message = told(ana, "log_meal", text=BREAKFAST, slot="breakfast")
    assert message["actions"][0]["status"] == "proposed"
    assert [card["type"] for card in message["cards"]] == ["meal_draft"]
    assert {source["ref"] for source in message["sources"]} == {"food:usda-01123", "food:usda-08120", "food:usda-01077"}
    assert _meals(ana) == []


def test_what_is_confirmed_is_what_the_card_showed(ana: Client) -> None:
    message = told(ana, "log_meal", text=BREAKFAST, slot="breakfast", day="yesterday")
    card = message["cards"][0]["data"]
    assert carry_out(ana, message["actions"][0], "confirm")[0] == HTTPStatus.OK
    (meal,) = _meals(ana)
    assert meal["id"] == message["actions"][0]["id"]
    assert (meal["slot"], meal["day"]) == (card["slot"], card["day"]) == ("breakfast", "2026-11-22")
    assert [item["name"] for item in meal["items"]] == [item["name"] for item in card["items"]]
    for stored, shown in zip([*meal["items"], meal], [*card["items"], card], strict=True):
        figures = stored.get("nutrients", stored.get("totals"))
        for key in ("energy_kcal", "protein_g", "carbs_g", "fat_g", "fiber_g"):
            assert abs(figures[key] - shown.get("totals", shown)[key]) <= 0.5


def test_the_day_follows_and_undo_takes_it_out_again(ana: Client) -> None:
    action = confirmed(ana, "log_meal", text=BREAKFAST)
    path = "/api/nutrition/summary/me?day=2026-11-23"
    assert ana.get(path).get_json()["items"] == 3
    assert carry_out(ana, action, "undo")[1]["status"] == "undone"
    assert ana.get(path).get_json()["items"] == 0
    assert _meals(ana) == []


def test_a_meal_that_was_edited_meanwhile_goes_with_the_undo(ana: Client) -> None:
    action = confirmed(ana, "log_meal", text=BREAKFAST)
    assert (
        ana.patch(f"/api/nutrition/meals/me/{action['id']}", json={"notes": "Felt good"}).status_code == HTTPStatus.OK
    )
    assert carry_out(ana, action, "confirm")[0] == HTTPStatus.OK
    assert _meals(ana)[0]["notes"] == "Felt good"
    assert carry_out(ana, action, "undo")[0] == HTTPStatus.OK
    assert _meals(ana) == []


def test_a_food_of_one_s_own_is_found_by_its_name(ana: Client) -> None:
    food = {"name": "Grandma's jam", "per_100g": {"energy_kcal": 250}}
    assert ana.post("/api/foods", json=food).status_code == HTTPStatus.CREATED
    card = told(ana, "log_meal", text="20 g grandma's jam")["cards"][0]["data"]
    assert card["totals"] == {"energy_kcal": 50}
    assert card["unknown"] == {"protein": 1, "carbohydrate": 1, "fat": 1, "fibre": 1}


def test_what_is_no_food_is_asked_about_and_nothing_is_drafted(ana: Client) -> None:
    message = told(ana, "log_meal", text="200 g blorgh")
    assert message["actions"] == message["cards"] == []


def test_the_day_is_the_person_s_own(ana: Client) -> None:
    ana.patch("/api/users/me", json={"time_zone": "Pacific/Auckland"})
    action = proposed(ana, "log_meal", text="an apple", day="yesterday", time="7 pm")
    carry_out(ana, action, "confirm")
    (meal,) = _meals(ana)
    assert meal["eaten_at"] == "2026-11-23T19:00:00+13:00"
    assert meal["day"] == "2026-11-23"
