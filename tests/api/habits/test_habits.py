"""Habits over HTTP: what a day is, what is refused, and what is the same when it is sent again."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from tests.fixtures.api import Client, Json, MovableClock, sign_in

from fitzen.infra.base import Infra

TODAY = "2026-11-23"  # a Monday, as the clock of the tests has it
DAILY = {"type": "daily"}


def make(client: Client, status: int = 201, **fields: Any) -> Json:
    body = {"name": "Stretch", "schedule": DAILY, "start_on": "2026-11-01", **fields}
    answer = client.post("/api/habits", json=body)
    assert answer.status_code == status, answer.text
    found: Json = answer.get_json()
    return found


def path(habit: Json, day: str | None = None) -> str:
    return f"/api/habits/me/{habit['id']}" + (f"/checkins/{day}" if day else "")


def check(client: Client, habit: Json, *days: str, **said: Any) -> None:
    for day in days:
        answer = client.put(path(habit, day), json=said)
        assert answer.status_code == 200, answer.text


def get(client: Client, habit: Json) -> Json:
    answer = client.get(path(habit))
    assert answer.status_code == 200, answer.text
    found: Json = answer.get_json()
    return found


def move_to(client: Client, zone: str) -> None:
    assert client.patch("/api/users/me", json={"time_zone": zone}).status_code == 200


def later(clock: MovableClock, client: Client, **by: float) -> Client:
    """Come back after a while, and sign in again."""
    clock.advance(**by)
    nobody = client.application.test_client()
    assert isinstance(nobody, Client)
    return nobody.signed_in(sign_in(nobody, email="ana@example.com"))


def kinds(infra: Infra, client: Client) -> list[str]:
    return [record.kind for record in infra.store.changes(client.user_id, 0) if not record.deleted]


class TestHabit:
    def test_comes_with_streak_and_strength(self, signed_in: Client) -> None:
        habit = make(signed_in, name="Water", target={"value": 2000, "unit": "ml"})
        assert habit["streak"] == {"current": 0, "longest": 0, "unit": "days"}
        assert habit["strength"] == 0
        assert habit["today"] == {"day": TODAY, "due": True, "done": False}
        check(signed_in, habit, "2026-11-21", "2026-11-22", value=2000)
        check(signed_in, habit, TODAY, value=1500)
        found = get(signed_in, habit)
        assert found["streak"] == {"current": 2, "longest": 2, "unit": "days"}
        assert found["today"] == {"day": TODAY, "due": True, "done": False, "value": 1500}
        assert [each["day"] for each in found["checkins"]] == ["2026-11-21", "2026-11-22", TODAY]
        assert 8 < found["strength"] < 9
        assert signed_in.get("/api/habits/me").get_json() == {"items": [found], "next_cursor": None}

    def test_starts_today_where_it_does_not_say_and_keeps_that(self, signed_in: Client, clock: MovableClock) -> None:
        move_to(signed_in, "Pacific/Apia")  # 01:00 of the 24th there
        body = {"id": str(uuid4()), "name": "Read", "schedule": DAILY}
        first = signed_in.post("/api/habits", json=body)
        assert first.get_json()["start_on"] == "2026-11-24"
        signed_in = later(clock, signed_in, days=3)
        again = signed_in.post("/api/habits", json=body)
        assert (again.status_code, again.get_json()["start_on"]) == (200, "2026-11-24")
        replaced = signed_in.put(path(body), json={"name": "Read more", "schedule": DAILY})
        assert replaced.get_json()["start_on"] == "2026-11-24"

    def test_the_same_again_is_the_same(self, signed_in: Client) -> None:
        id_ = str(uuid4())
        first = make(signed_in, id=id_)
        check(signed_in, first, TODAY)
        assert make(signed_in, 200, id=id_)["streak"]["current"] == 1, "as it is now"
        assert make(signed_in, 409, id=id_, name="Other")["status"] == 409
        assert signed_in.delete(path(first)).status_code == 204
        assert signed_in.delete(path(first)).status_code == 204
        assert make(signed_in, 410, id=id_)["status"] == 410

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"name": " "}, "name"),
            ({"kind": "break"}, "kind"),
            ({"schedule": {"type": "hourly"}}, "schedule.type"),
            ({"schedule": {"type": "weekdays"}}, "schedule"),
            ({"schedule": {"type": "weekdays", "days": []}}, "schedule.days"),
            ({"schedule": {"type": "weekdays", "days": [0]}}, "schedule.days.0"),
            ({"schedule": {"type": "weekdays", "days": [1, 1]}}, "schedule"),
            ({"schedule": {"type": "daily", "count": 3}}, "schedule"),
            ({"schedule": {"type": "times_per_week", "count": 8}}, "schedule.count"),
            ({"schedule": {"type": "times_per_week", "count": 2}, "kind": "quit"}, ""),
            ({"target": {"value": 0, "unit": "ml"}}, "target.value"),
            ({"target": {"value": 1}}, "target.unit"),
            ({"start_on": "1999-12-31"}, "start_on"),
            ({"start_on": "2026-02-30"}, "start_on"),
            ({"pauses": [{"from": "2026-11-02", "to": "2026-11-01"}]}, "pauses.0"),
            ({"pauses": [{"to": "2026-11-01"}]}, "pauses.0.from"),
            ({"pauses": [{"from_": "2026-11-01"}]}, "pauses.0"),
            ({"reminder_id": "tomorrow"}, "reminder_id"),
            ({"streak": {"current": 100}}, "streak"),
        ],
    )
    def test_bad_input_names_the_field_and_leaves_nothing(
        self, signed_in: Client, infra: Infra, change: Json, field: str
    ) -> None:
        problem = make(signed_in, 422, **change)
        assert any(error["field"].startswith(field) for error in problem["errors"]), problem
        assert kinds(infra, signed_in) == ["user", "replan"]

    def test_there_are_at_most_a_hundred(self, signed_in: Client) -> None:
        every = [make(signed_in, name=f"Habit {n}", id=str(uuid4())) for n in range(100)]
        assert "100" in make(signed_in, 422)["detail"]
        assert make(signed_in, 200, name="Habit 0", id=every[0]["id"])["name"] == "Habit 0", "sent again it is known"
        page = signed_in.get("/api/habits/me?limit=100").get_json()
        assert (len(page["items"]), page["next_cursor"]) == (100, None)

    def test_if_match_guards_and_check_ins_do_not_stand_in_its_way(self, signed_in: Client) -> None:
        habit = make(signed_in)
        check(signed_in, habit, TODAY)
        assert signed_in.get(path(habit)).headers["ETag"] == '"1"'
        changed = signed_in.patch(path(habit), json={"name": "Stretch more"}, headers={"If-Match": '"1"'})
        assert (changed.status_code, changed.headers["ETag"]) == (200, '"2"')
        assert changed.get_json()["streak"]["current"] == 1
        assert signed_in.patch(path(habit), json={"name": "x"}, headers={"If-Match": '"1"'}).status_code == 412
        assert signed_in.delete(path(habit), headers={"If-Match": '"1"'}).status_code == 412

    def test_another_schedule_judges_the_days_so_far(self, signed_in: Client) -> None:
        habit = make(signed_in)
        check(signed_in, habit, "2026-11-16", "2026-11-18", "2026-11-20", TODAY)
        assert get(signed_in, habit)["streak"]["longest"] == 1
        by_days = signed_in.patch(path(habit), json={"schedule": {"type": "weekdays", "days": [1, 3, 5]}})
        assert by_days.get_json()["streak"] == {"current": 4, "longest": 4, "unit": "days"}

    def test_archived_ones_are_listed_apart(self, signed_in: Client) -> None:
        kept, put_away = make(signed_in, name="Kept"), make(signed_in, name="Put away")
        check(signed_in, put_away, "2026-11-21", "2026-11-22")
        signed_in.patch(path(put_away), json={"archived_on": TODAY})
        assert [each["id"] for each in signed_in.get("/api/habits/me").get_json()["items"]] == [kept["id"]]
        [found] = signed_in.get("/api/habits/me?archived=true").get_json()["items"]
        assert (found["id"], found["streak"]["current"], found["today"]["due"]) == (put_away["id"], 2, False)
        signed_in.patch(path(put_away), json={"archived_on": None})
        assert len(signed_in.get("/api/habits/me").get_json()["items"]) == 2

    def test_a_deleted_one_takes_its_check_ins_along_however_many(self, signed_in: Client, infra: Infra) -> None:
        habit, other = make(signed_in, start_on="2026-01-01"), make(signed_in)
        first = datetime(2026, 1, 1, tzinfo=UTC)
        check(signed_in, habit, *((first + timedelta(days=n)).date().isoformat() for n in range(200)))
        check(signed_in, other, TODAY)
        assert signed_in.delete(path(habit)).status_code == 204
        assert sorted(kinds(infra, signed_in)) == ["checkin", "habit", "habit_state", "replan", "user"]
        assert get(signed_in, other)["streak"]["current"] == 1
        assert signed_in.put(path(habit, TODAY), json={}).status_code == 404


class TestCheckIn:
    def test_the_same_again_changes_nothing(self, signed_in: Client) -> None:
        habit = make(signed_in)
        first = signed_in.put(path(habit, TODAY), json={"value": 10, "note": "Easy"})
        assert first.get_json()["day"] == TODAY
        again = signed_in.put(path(habit, TODAY), json={"value": 10, "note": "Easy"})
        assert (again.status_code, again.headers["ETag"]) == (200, '"1"')
        assert again.get_json() == first.get_json()
        other = signed_in.put(path(habit, TODAY), json={})
        assert other.headers["ETag"] == '"2"'
        assert "note" not in other.get_json()

    def test_taken_back_and_checked_again(self, signed_in: Client) -> None:
        habit = make(signed_in)
        for _ in range(2):
            check(signed_in, habit, TODAY, note="secret")
            assert get(signed_in, habit)["streak"]["current"] == 1
            assert signed_in.delete(path(habit, TODAY)).status_code == 204
            assert signed_in.delete(path(habit, TODAY)).status_code == 204
            assert get(signed_in, habit)["streak"] == {"current": 0, "longest": 0, "unit": "days"}
            assert get(signed_in, habit)["checkins"] == []

    def test_if_match_guards(self, signed_in: Client) -> None:
        habit = make(signed_in)
        stale = {"If-Match": '"7"'}
        assert signed_in.put(path(habit, TODAY), json={}, headers=stale).status_code == 412, "there is none yet"
        check(signed_in, habit, TODAY)
        assert signed_in.put(path(habit, TODAY), json={"value": 3}, headers=stale).status_code == 412
        assert signed_in.delete(path(habit, TODAY), headers=stale).status_code == 412
        assert signed_in.put(path(habit, TODAY), json={"value": 3}, headers={"If-Match": '"1"'}).status_code == 200

    @pytest.mark.parametrize(
        ("day", "status"),
        [
            ("2026-11-24", 422),
            ("2026-10-31", 422),
            ("0001-01-01", 422),
            ("9999-12-31", 422),
            ("2026-11-31", 404),
            ("20261123", 404),
            ("today", 404),
        ],
    )
    def test_a_day_to_come_one_before_the_start_and_none(self, signed_in: Client, day: str, status: int) -> None:
        habit = make(signed_in)
        answer = signed_in.put(path(habit, day), json={})
        assert answer.status_code == status, answer.text
        if status == 422:
            assert answer.get_json()["errors"][0]["field"] == "day"

    @pytest.mark.parametrize(
        "said", [{"value": -1}, {"value": "2"}, {"note": "a\0b"}, {"done": True}, {"cleared": True}]
    )
    def test_bad_input(self, signed_in: Client, said: Json) -> None:
        habit = make(signed_in)
        answer = signed_in.put(path(habit, TODAY), json=said)
        assert answer.status_code == 422
        assert answer.get_json()["errors"][0]["field"] == next(iter(said))
        assert get(signed_in, habit)["checkins"] == []

    def test_another_persons_habit_is_not_there(self, signed_in: Client, another: Client) -> None:
        habit = make(another)
        assert signed_in.get(path(habit)).status_code == 404
        assert signed_in.put(path(habit, TODAY), json={}).status_code == 404
        assert signed_in.delete(path(habit)).status_code == 204
        assert signed_in.get(f"{path(habit)}/calendar").status_code == 404
        assert get(another, habit)["checkins"] == []

    def test_days_since_the_last_slip(self, signed_in: Client, clock: MovableClock) -> None:
        habit = make(signed_in, kind="quit", name="No smoking", start_on="2026-11-13")
        assert get(signed_in, habit)["streak"]["current"] == 10
        assert "days_since_slip" not in get(signed_in, habit)
        check(signed_in, habit, "2026-11-20", value=2)
        found = get(signed_in, habit)
        assert (found["days_since_slip"], found["streak"]["current"], found["streak"]["longest"]) == (3, 2, 7)
        signed_in = later(clock, signed_in, days=100)
        assert get(signed_in, habit)["days_since_slip"] == 103


class TestDays:
    """A day is the person's: of their time zone, 23 or 25 hours long where clocks change."""

    def test_east_of_the_date_line_it_is_tomorrow_already(self, signed_in: Client) -> None:
        habit = make(signed_in)
        assert signed_in.put(path(habit, "2026-11-24"), json={}).status_code == 422
        move_to(signed_in, "Pacific/Apia")
        check(signed_in, habit, "2026-11-24")
        assert get(signed_in, habit)["today"] == {"day": "2026-11-24", "due": True, "done": True}

    @pytest.mark.parametrize(
        ("midnight", "day"),
        [
            (datetime(2026, 3, 8, 5, tzinfo=UTC), "2026-03-08"),
            (datetime(2026, 3, 9, 4, tzinfo=UTC), "2026-03-09"),  # 23 hours later
            (datetime(2026, 11, 1, 4, tzinfo=UTC), "2026-11-01"),
            (datetime(2026, 11, 2, 5, tzinfo=UTC), "2026-11-02"),  # 25 hours later
        ],
    )
    def test_a_day_of_new_york_begins_at_its_midnight(
        self, signed_in: Client, infra: Infra, clock: MovableClock, midnight: datetime, day: str
    ) -> None:
        from fitzen.users.service import patch_user

        patch_user(infra.store, signed_in.user_id, {"time_zone": "America/New_York"})
        habit = make(signed_in, start_on="2026-01-01")
        from fitzen.habits import service

        def today(now: datetime) -> str:
            found, _ = service.get_habit(infra.store, signed_in.user_id, habit["id"], now)
            return str(found["today"]["day"])

        assert today(midnight) == day
        assert today(midnight - timedelta(seconds=1)) < day

    def test_daylight_saving_breaks_no_streak(self, signed_in: Client, clock: MovableClock) -> None:
        move_to(signed_in, "America/New_York")
        habit = make(signed_in, start_on="2026-10-30")
        check(signed_in, habit, "2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02", "2026-11-03")
        assert get(signed_in, habit)["streak"]["longest"] == 5

    def test_who_moves_west_keeps_what_was_checked(self, signed_in: Client, clock: MovableClock) -> None:
        move_to(signed_in, "Pacific/Apia")
        habit = make(signed_in)
        check(signed_in, habit, "2026-11-22", "2026-11-23", "2026-11-24")
        assert get(signed_in, habit)["streak"]["current"] == 3
        move_to(signed_in, "Pacific/Honolulu")  # 02:00 of the 23rd
        assert get(signed_in, habit)["today"]["day"] == TODAY
        assert get(signed_in, habit)["streak"]["current"] == 2, "the 24th has not come here"
        signed_in = later(clock, signed_in, days=1)
        assert get(signed_in, habit)["streak"]["current"] == 3

    def test_a_streak_ends_by_absence_without_a_write(
        self, signed_in: Client, infra: Infra, clock: MovableClock
    ) -> None:
        habit = make(signed_in)
        check(signed_in, habit, "2026-11-22", TODAY)
        before = infra.store.changes(signed_in.user_id, 0)
        signed_in = later(clock, signed_in, days=1)
        assert get(signed_in, habit)["streak"]["current"] == 2
        signed_in = later(clock, signed_in, days=1)
        assert get(signed_in, habit)["streak"]["current"] == 0
        assert get(signed_in, habit)["strength"] > 0
        signed_in = later(clock, signed_in, days=3650)
        assert get(signed_in, habit)["streak"] == {"current": 0, "longest": 2, "unit": "days"}
        assert infra.store.changes(signed_in.user_id, 0) == before


class TestVacation:
    URL = "/api/habits/me/vacation"

    def test_one_switch_rests_all_habits(self, signed_in: Client, clock: MovableClock) -> None:
        run, read = make(signed_in, name="Run"), make(signed_in, name="Read")
        for habit in (run, read):
            check(signed_in, habit, "2026-11-21", "2026-11-22")
        on = signed_in.put(self.URL, json={"from": TODAY})
        assert on.get_json() == {"periods": [{"from": TODAY}], "on": True}
        assert signed_in.get(self.URL).get_json() == on.get_json()
        signed_in = later(clock, signed_in, days=20)
        assert get(signed_in, run)["today"]["due"] is False
        assert [get(signed_in, habit)["streak"]["current"] for habit in (run, read)] == [2, 2]
        assert signed_in.delete(self.URL).status_code == 204
        assert signed_in.get(self.URL).get_json() == {"periods": [{"from": TODAY, "to": "2026-12-12"}], "on": False}
        check(signed_in, run, "2026-12-13")
        signed_in = later(clock, signed_in, days=1)
        assert [get(signed_in, habit)["streak"]["current"] for habit in (run, read)] == [3, 0]

    def test_the_next_one_leaves_the_last_where_it_was(self, signed_in: Client) -> None:
        signed_in.put(self.URL, json={"from": "2026-11-10", "to": "2026-11-12"})
        signed_in.put(self.URL, json={"from": "2026-12-01", "to": "2026-12-10"})
        found = signed_in.put(self.URL, json={"from": "2026-12-05", "to": "2026-12-14"}).get_json()
        assert found == {
            "periods": [{"from": "2026-11-10", "to": "2026-11-12"}, {"from": "2026-12-05", "to": "2026-12-14"}],
            "on": False,
        }
        assert signed_in.delete(self.URL).status_code == 204
        assert signed_in.get(self.URL).get_json()["periods"] == [{"from": "2026-11-10", "to": "2026-11-12"}]

    def test_the_same_again_writes_nothing_and_if_match_guards(self, signed_in: Client) -> None:
        assert signed_in.delete(self.URL).status_code == 204, "there is none"
        assert signed_in.get(self.URL).headers["ETag"] == '"0"'
        first = signed_in.put(self.URL, json={"from": TODAY, "to": "2026-11-30"})
        again = signed_in.put(self.URL, json={"from": TODAY, "to": "2026-11-30"})
        assert (first.headers["ETag"], again.headers["ETag"]) == ('"1"', '"1"')
        assert signed_in.put(self.URL, json={"from": TODAY}, headers={"If-Match": '"9"'}).status_code == 412
        assert signed_in.delete(self.URL, headers={"If-Match": '"9"'}).status_code == 412

    @pytest.mark.parametrize(
        "body", [{}, {"from": "soon"}, {"from": TODAY, "to": "2026-11-22"}, {"from": TODAY, "x": 1}]
    )
    def test_bad_input(self, signed_in: Client, body: Json) -> None:
        assert signed_in.put(self.URL, json=body).status_code == 422

    def test_there_is_an_end_to_how_many_are_kept(self, signed_in: Client) -> None:
        first = datetime(2020, 1, 1, tzinfo=UTC)
        answers = []
        for n in range(201):
            day = (first + timedelta(days=2 * n)).date().isoformat()
            answers.append(signed_in.put(self.URL, json={"from": day, "to": day}))
        assert {answer.status_code for answer in answers[:200]} == {200}
        assert answers[200].status_code == 422
        assert answers[200].get_json()["errors"][0]["field"] == "periods"


class TestCalendar:
    def test_says_what_each_day_was(self, signed_in: Client) -> None:
        habit = make(
            signed_in,
            schedule={"type": "weekdays", "days": [1, 2, 3, 4, 5]},
            pauses=[{"from": "2026-11-18", "to": "2026-11-18"}],
        )
        check(signed_in, habit, "2026-11-17", value=3, note="Rain")
        check(signed_in, habit, "2026-11-21")
        found = signed_in.get(f"{path(habit)}/calendar?from=2026-11-16&to=2026-11-24").get_json()
        days = {each.pop("day")[-2:]: each for each in found["days"]}
        usual = {"due": True, "done": False, "paused": False, "missed": False}
        assert days == {
            "16": usual | {"missed": True},
            "17": usual | {"done": True, "value": 3, "note": "Rain"},
            "18": usual | {"due": False, "paused": True},
            "19": usual | {"missed": True},
            "20": usual | {"missed": True},
            "21": usual | {"due": False, "done": True},
            "22": usual | {"due": False},
            "23": usual,
            "24": usual,
        }
        assert found["weeks"] == []

    def test_of_times_a_week_says_what_each_week_was(self, signed_in: Client) -> None:
        habit = make(signed_in, schedule={"type": "times_per_week", "count": 2}, start_on="2026-11-04")
        check(signed_in, habit, "2026-11-09", "2026-11-13", "2026-11-17")
        found = signed_in.get(f"{path(habit)}/calendar?from=2026-11-05&to=2026-11-23").get_json()
        assert found["weeks"] == [
            {"week": "2026-11-02", "done": 0, "count": 2, "missed": False},
            {"week": "2026-11-09", "done": 2, "count": 2, "missed": False},
            {"week": "2026-11-16", "done": 1, "count": 2, "missed": True},
            {"week": "2026-11-23", "done": 0, "count": 2, "missed": False},
        ]
        due = {each["day"][-2:] for each in found["days"] if each["due"]}
        assert {"11", "15"}.isdisjoint(due), "the week had enough"
        assert {"09", "13", "16", "22", "23"} <= due
        assert not any(each["missed"] for each in found["days"])

    def test_of_a_habit_to_quit(self, signed_in: Client) -> None:
        habit = make(signed_in, kind="quit", start_on="2026-11-20")
        check(signed_in, habit, "2026-11-21", TODAY)
        found = signed_in.get(f"{path(habit)}/calendar?from=2026-11-19&to=2026-11-24").get_json()["days"]
        assert [each["done"] for each in found] == [False, True, False, True, False, False]
        assert [each["missed"] for each in found] == [False, False, True, False, True, False]

    def test_shows_five_weeks_until_today_and_a_year_at_most(self, signed_in: Client) -> None:
        url = f"{path(make(signed_in))}/calendar"
        days = signed_in.get(url).get_json()["days"]
        assert (days[0]["day"], days[-1]["day"]) == ("2026-10-20", TODAY)
        assert len(signed_in.get(f"{url}?from=2025-11-23&to={TODAY}").get_json()["days"]) == 366
        for bad in (f"from=2025-11-22&to={TODAY}", f"from={TODAY}&to=2026-11-22", "from=x", "to=2026-11-31"):
            answer = signed_in.get(f"{url}?{bad}")
            assert answer.status_code == 422, bad
            assert answer.get_json()["errors"]
