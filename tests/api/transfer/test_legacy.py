"""The data of the first backend, moved: a folder with everything that goes wrong in such files, on every store."""

import csv
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.fixtures.api import (
    Client,
    MovableClock,
    build_infra,
    close,
    settings_for,
    sign_in,
)

from fitzen.errors import UnavailableError
from fitzen.infra.base import Infra
from fitzen.rebuild import differences
from fitzen.transfer.derived import DERIVATIONS
from fitzen.transfer.legacy import writing
from fitzen.transfer.legacy.people import new_id
from fitzen.transfer.legacy.reports import LegacyReport
from fitzen.transfer.legacy.service import move_in

FOLDER = Path(__file__).parents[2] / "fixtures" / "legacy"
ANA, BEN, CHLOE = ({"email": "ana.ruiz@example.com"}, {"email": "ben@example.com"}, {"phone": "+33612345678"})


def moved(infra: Infra, folder: Path = FOLDER, *, dry_run: bool = False) -> LegacyReport:
    return move_in(infra, folder, infra.clock(), dry_run=dry_run)


def everything(infra: Infra) -> dict[str, list[Any]]:
    """Return what every person has, as stored."""
    stores = {id(store): store for store in (infra.store, infra.chat_store)}.values()
    return {
        f"{number} {owner}": list(store.changes(owner, 0, 10_000))
        for number, store in enumerate(stores)
        for owner in sorted(store.users())
    }


@pytest.fixture
def signed(client: Client) -> Any:
    """Sign somebody in by an address of the old data."""
    return lambda **address: client.signed_in(sign_in(client, **address))


@pytest.fixture(params=["sqlite", "postgresql", "dynamodb"])
def on_each(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Infra]:
    url = request.getfixturevalue(f"{request.param}_url")
    infra = build_infra(settings_for(tmp_path, url, chat_store_url=f"sqlite:///{tmp_path}/chats.db"), MovableClock())
    yield infra
    close(infra)


def test_it_all_moves_and_again_it_changes_nothing(on_each: Infra) -> None:
    first = moved(on_each).to_json()
    before = everything(on_each)
    assert {file: found["rows"] for file, found in first["counts"].items()} == {
        path.stem: sum(1 for _ in csv.reader(io.StringIO(path.read_text(encoding="utf-8")))) - 1
        for path in FOLDER.glob("*.csv")
    }
    again = moved(on_each).to_json()
    assert everything(on_each) == before
    for file, found in again["counts"].items():
        assert (found["new"], found["same"], found["conflict"]) == (0, first["counts"][file]["new"], 0)
    assert again["problems"] == first["problems"]
    for owner in on_each.store.users():
        assert differences(on_each.store, owner, DERIVATIONS) == []


def test_every_row_is_taken_or_told(infra: Infra) -> None:
    report = moved(infra)
    told = {(problem.file, problem.line, problem.field) for problem in report.problems}
    assert told == {
        ("users.csv", 9, "id"),
        ("workouts.csv", 6, "completed_at"),
        ("workouts.csv", 8, "user_id"),
        ("workouts.csv", 10, "completed_at"),
        ("measurements.csv", 5, "weight"),
        ("nutrition.csv", 6, "food_name"),
        ("recipes.csv", 6, "title"),
        ("habits.csv", 6, "frequency"),
        ("goals.csv", 3, "id"),
        ("goals.csv", 5, "target_value"),
        ("reminders.csv", 7, "scheduled_time"),
        ("reminders.csv", 8, "scheduled_time"),
        ("chat_history.csv", 5, "message"),
        ("chat_history.csv", 8, "sender"),
    }
    assert all(problem.message for problem in report.problems)
    for found in report.counts.values():
        assert found["rows"] >= found["refused"] + found["repeated"]
    assert report.naive["measurements"] == 5
    assert report.left_out == {"measurements.bmi": 5, "habits.streak": 2, "goals.current_value": 3}


def test_what_ana_had_she_has(infra: Infra, signed: Any) -> None:
    moved(infra)
    ana = signed(**ANA)
    user = ana.get("/api/users/me").get_json()
    assert user["phone"] == "+34612345678"
    assert (user["name"], user["subscription_status"], user["onboarding_completed"]) == ("Ana Ruiz", "premium", True)
    assert user["coach"] == {"gender": "female", "style": "gentle"}
    assert user["created_at"].startswith("2024-01-05T09:12:33.123456")
    leg_day, run = sorted(ana.get("/api/workouts/me").get_json()["items"], key=lambda item: item["name"])[:2]
    assert (run["started_at"], run["ended_at"]) == ("2024-06-01T07:00:00Z", "2024-06-01T07:45:00Z")
    assert run["totals"]["energy_kcal"] == run["energy_kcal"] == 410
    assert run["notes"] == "Easy, along the river\nType: cardio\nDifficulty: easy"
    assert leg_day["started_at"] == "2024-06-03T17:30:00+02:00"
    values = {each["metric"]: each["value"] for each in ana.get("/api/measurements/me").get_json()["items"][1:]}
    assert values == {
        "weight_kg": 66.5, "height_cm": 168, "chest_cm": 90, "waist_cm": 72, "hip_cm": 98, "arm_cm": 28,
        "thigh_cm": 55, "body_fat_pct": 27.5,
    }  # fmt: skip
    meals = ana.get("/api/nutrition/meals/me").get_json()["items"]
    assert [(meal["slot"], meal["items"][0]["name"]) for meal in meals] == [
        ("lunch", "Chicken, rice & peas"),
        ("breakfast", "Oatmeal with banana"),
    ]
    assert meals[0]["totals"] == {"energy_kcal": 620, "protein_g": 45, "carbs_g": 70}, "what is not known is absent"


def test_habits_goals_reminders_and_chats(infra: Infra, signed: Any) -> None:
    moved(infra)
    ana, ben, chloe = (signed(**address) for address in (ANA, BEN, CHLOE))
    habits = {each["name"]: each for each in ana.get("/api/habits/me").get_json()["items"]}
    assert habits["Gym"]["schedule"] == {"type": "weekdays", "days": [1, 3, 5]}
    assert habits["Gym"]["start_on"] == "2024-06-03", "it was done before the row was made"
    water = ana.get(f"/api/habits/me/{habits['Drink water']['id']}/calendar?from=2024-06-01&to=2024-06-04").get_json()
    assert [day["done"] for day in water["days"]] == [True, True, False, True]
    assert ben.get("/api/habits/me").get_json()["items"][0]["schedule"] == {"type": "times_per_week", "count": 3}
    goals = {each["title"]: each for each in ana.get("/api/goals/me").get_json()["items"]}
    assert {goal["target_value"] for goal in goals.values()} == {60, 62}, "of two rows the newer is taken"
    assert goals["Back to 62"]["start_value"] == 66.5
    (run,) = ben.get("/api/goals/me").get_json()["items"]
    assert (run["kind"], run["unit"], run["status"]) == ("custom", "km", "reached")
    reminders = {each["title"]: each for each in ana.get("/api/reminders/me").get_json()["items"]}
    assert (reminders["Train"]["at_local"], reminders["Train"]["days"]) == ("18:30", [1, 2, 3, 4, 5])
    assert reminders["Water"]["next_due_at"] == "2026-11-24T09:00:00+00:00"
    assert {each["title"]: each["enabled"] for each in ben.get("/api/reminders/me").get_json()["items"]} == {
        "Weigh in": True,
        "Dentist": False,
    }
    assert chloe.get("/api/reminders/me").get_json()["items"][0]["days"] == [2, 4]
    said = [(each["sender"], each["text"]) for each in ana.get("/api/chat/history/me").get_json()["items"]]
    assert said[::-1] == [
        ("user", "How do I squat deeper?"),
        ("coach", "Work on ankle mobility, and go slowly."),
        ("user", "None"),
        ("coach", "Good: no pain, no reason to stop."),
        ("coach", "Remember to drink."),
    ]
    assert [chat["title"] for chat in ana.get("/api/chat/chats/me").get_json()["items"]] == ["How do I squat deeper?"]


def test_recipes_are_everybodys(infra: Infra, signed: Any) -> None:
    """Found by words, shown with what their source said, eaten by the serving; nobody changes them."""
    moved(infra)
    ben = signed(**BEN)
    (soup,) = (
        ben.get("/api/recipes?q=lentil soup warm").get_json()["items"]
        or ben.get("/api/recipes", query_string={"q": "lentils extra virgin", "limit": 200}).get_json()["items"][-1:]
    )
    assert soup["name"] == "Lentil soup"
    assert (soup["servings"], soup["minutes"], soup["source"]) == (4, 40, "shared")
    assert soup["per_serving"] == {"energy_kcal": 310, "protein_g": 18, "carbs_g": 45, "fat_g": 6}
    assert [each["label"] for each in soup["ingredients"]] == [
        "200 g red lentils",
        "1 onion",
        "1 tbsp olive oil, extra virgin",
    ]
    path = f"/api/recipes/me/{soup['id']}"
    assert ben.get(path).get_json() == soup
    meal = {
        "eaten_at": "2026-11-22T20:00:00+01:00",
        "slot": "dinner",
        "items": [{"recipe_id": soup["id"], "amount": 2, "unit": "serving"}],
    }
    assert ben.post("/api/nutrition/meals", json=meal).get_json()["totals"]["energy_kcal"] == 620
    assert ben.put(path, json={"name": "Mine", "servings": 1, "ingredients": []}).status_code in (404, 422)
    assert ben.patch(path, json={"name": "Mine"}).status_code == 404
    assert ben.delete(path).status_code == 204
    assert ben.get(path).get_json() == soup
    shared = [each["name"] for each in ben.get("/api/recipes?tag=greek&limit=200").get_json()["items"]]
    assert "Greek salad" in shared
    names = {each["name"] for each in ben.get("/api/recipes?without=milk&limit=200").get_json()["items"]}
    assert not names & {"Greek salad", "Lentil soup"}, "nobody knows what is in them"
    oats = ben.get("/api/recipes", query_string={"q": "overnight oats milk 1 cup 80", "limit": 200}).get_json()["items"]
    assert ["80 g" in each["label"] or "1 cup" in each["label"] for each in oats[-1]["ingredients"]] == [True, True]


def test_a_dry_run_says_the_same_and_writes_nothing(infra: Infra) -> None:
    dry = moved(infra, dry_run=True).to_json()
    assert list(infra.store.users()) == []
    assert moved(infra).to_json() == dry


def test_one_that_was_interrupted_goes_on(infra: Infra, monkeypatch: pytest.MonkeyPatch) -> None:
    write, left = writing._write, [4]

    def failing(*args: Any) -> Any:
        left[0] -= 1
        if left[0] < 0:
            raise UnavailableError("The store is down.")
        return write(*args)

    with monkeypatch.context() as patched:
        patched.setattr(writing, "_write", failing)
        with pytest.raises(UnavailableError):
            moved(infra)
    report = moved(infra)
    assert sum(found["same"] for found in report.counts.values()) > 0
    assert sum(found["new"] for found in report.counts.values()) > 0
    assert sum(found["conflict"] for found in report.counts.values()) == 0
    for owner in infra.store.users():
        assert differences(infra.store, owner, DERIVATIONS) == []


@pytest.mark.parametrize("missing", [path.stem for path in FOLDER.glob("*.csv")])
def test_every_file_may_be_missing(infra: Infra, tmp_path: Path, missing: str) -> None:
    folder = tmp_path / "old"
    shutil.copytree(FOLDER, folder)
    (folder / f"{missing}.csv").unlink()
    report = moved(infra, folder)
    assert missing not in report.counts
    if missing == "users":
        assert {problem.field for problem in report.problems if problem.file == "workouts.csv"} == {"user_id"}


def test_users_that_came_before_have_what_comes_later(infra: Infra, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    shutil.copy(FOLDER / "users.csv", folder)
    moved(infra, folder)
    (folder / "users.csv").unlink()
    shutil.copy(FOLDER / "workouts.csv", folder)
    assert moved(infra, folder).counts["workouts"]["new"] == 6


def test_who_came_back_before_the_move_has_their_data(infra: Infra, signed: Any) -> None:
    """Ben signed up anew with his address; to prove it is all that the move asks for, before or after."""
    ben = signed(**BEN)
    ben.patch("/api/users/me", json={"name": "Benjamin"})
    report = moved(infra)
    assert len(ben.get("/api/workouts/me").get_json()["items"]) == 1
    user = ben.get("/api/users/me").get_json()
    assert (user["name"], user["email"]) == ("Benjamin", "ben@example.com")
    assert infra.store.get(new_id("users", "2"), "user", new_id("users", "2")) is None
    notes = [note for note in report.notes if note.file == "users.csv" and note.line == 3]
    assert any(ben.user_id in note.message for note in notes)
    again = moved(infra)
    assert sum(found["new"] for found in again.counts.values()) == 0


def test_an_address_is_never_taken_from_who_has_it(infra: Infra, signed: Any) -> None:
    """Phone and email of one row are of two people here: neither gets the other's data."""
    phone, email = signed(phone="+34612345678"), signed(**ANA)
    report = moved(infra)
    assert any(problem.file == "users.csv" and problem.line == 2 for problem in report.problems)
    for client in (phone, email):
        assert client.get("/api/workouts/me").get_json()["items"] == []
    assert [problem.line for problem in report.problems if problem.file == "workouts.csv"] == [2, 3, 6, 8, 9, 10]


def test_two_old_users_of_one_address_stay_two(infra: Infra, signed: Any) -> None:
    moved(infra)
    ben, eva = new_id("users", "2"), new_id("users", "5")
    assert signed(**BEN).user_id == ben
    record = infra.store.get(eva, "user", eva)
    assert record is not None
    assert "email" not in json.loads(record.body)


def test_who_has_erased_themselves_stays_so(infra: Infra, signed: Any) -> None:
    moved(infra)
    ana = signed(**ANA)
    assert ana.delete("/api/users/me").status_code == 204
    report = moved(infra)
    assert any("erased" in problem.message for problem in report.problems if problem.file == "users.csv")
    assert ana.user_id not in list(infra.store.users())


def write(folder: Path, name: str, rows: list[list[Any]]) -> None:
    folder.mkdir(exist_ok=True)
    with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


def test_files_that_are_broken_are_told(infra: Infra, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    write(folder, "users", [["id", "name", "email", "shoe_size"], [1, "A", "a@example.com", 40], [2, "B"], []])
    (folder / "workouts.csv").write_bytes(
        b"id,user_id,title,completed_at\n1,1,\xff\xfe,2024-01-01\n2,1,ok,2024-01-01\n"
    )
    (folder / "habits.csv").write_text("")
    (folder / "goals.csv").write_text('id,user_id\n1,"' + "x" * 1_100_000)
    report = moved(infra, folder).to_json()
    problems = {(each["file"], each["line"]) for each in report["problems"]}
    assert {("users.csv", 3), ("workouts.csv", 2), ("goals.csv", 2)} <= problems
    assert report["counts"]["workouts"]["new"] == 1
    notes = {(each["file"], each.get("field")) for each in report["notes"]}
    assert {("users.csv", "shoe_size"), ("users.csv", "phone"), ("habits.csv", "frequency")} <= notes


def test_thousands_of_rows_go_in_batches(infra: Infra, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    write(folder, "users", [["id", "email"], *([n, f"u{n}@example.com"] for n in range(30))])
    days = [f"2024-{month:02}-{day:02} 07:00:00" for month in range(1, 11) for day in range(1, 11)]
    rows = [[f"{n}-{day}", n, 70 + n / 10, day] for day in days for n in range(30)]
    write(folder, "measurements", [["id", "user_id", "weight", "measured_at"], *rows])
    seen: list[int] = []
    report = move_in(infra, folder, infra.clock(), progress=seen.append)
    assert report.counts["measurements"]["new"] == 3_000
    assert sum(seen) == 3_030
    assert len(infra.store.list(new_id("users", "7"), "measurement", limit=100).items) == 100


def test_the_report_repeats_nothing_of_what_was_said(infra: Infra) -> None:
    text = json.dumps(moved(infra).to_json())
    for word in ("Mystery", "ankle", "Lentil", "HYPERLINK", "Dentist", "example.com", "34612345678"):
        assert word not in text
