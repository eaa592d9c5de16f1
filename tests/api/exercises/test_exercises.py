"""Exercises over HTTP: the shipped ones are found by everybody, one's own only by oneself."""

from collections.abc import Iterable
from uuid import uuid4

import pytest
from tests.fixtures.api import Client, Json

from fitzen.exercises import library, search, service
from fitzen.exercises.models import Exercise
from fitzen.exercises.service import MAX_OWN, resolve_exercise
from fitzen.infra.base import Infra

OWN: Json = {
    "name": "Zork Twister",
    "aliases": ["zt"],
    "pattern": "core",
    "equipment": ["barbell", "landmine"],
    "metric": "reps_load",
    "muscles": [{"muscle": "obliques", "share": 1}, {"muscle": "abs", "share": 0.5}],
    "increment_kg": 2.5,
    "cues": ["Turn from the hips"],
}


def listed(client: Client, **query: object) -> list[Json]:
    answer = client.get("/api/exercises", query_string=query)
    assert answer.status_code == 200, answer.text
    body = answer.get_json()
    assert body["next_cursor"] is None
    items: list[Json] = body["items"]
    return items


def ids(items: list[Json]) -> list[str]:
    return [item["id"] for item in items]


def save(client: Client, body: Json, status: int = 201) -> Json:
    answer = client.post("/api/exercises", json=body)
    assert answer.status_code == status, answer.text
    saved: Json = answer.get_json()
    return saved


class TestSearch:
    def test_without_words_is_all_by_name(self, signed_in: Client) -> None:
        names = [item["name"].casefold() for item in listed(signed_in, limit=100)]
        assert names == [exercise.name.casefold() for exercise in library.shipped()][:100]

    @pytest.mark.parametrize(
        ("q", "first"),
        [("benchpress", "barbell-bench-press"), ("sqaut", "barbell-back-squat"), ("RDL", "romanian-deadlift")],
    )
    def test_by_words(self, signed_in: Client, q: str, first: str) -> None:
        assert ids(listed(signed_in, q=q))[0] == first

    @pytest.mark.parametrize("q", ["", "press", "curl"])
    def test_filters_hold_together(self, signed_in: Client, q: str) -> None:
        found = listed(signed_in, q=q, muscle="triceps", equipment="cable", limit=100)
        every = listed(signed_in, q=q, muscle="triceps", limit=100)
        assert found == [item for item in every if "cable" in item["equipment"]]
        assert all({"muscle": "triceps", "share": 1} in item["muscles"] for item in every)
        if not q:
            assert found

    def test_gives_as_many_as_asked(self, signed_in: Client) -> None:
        assert len(listed(signed_in, q="press")) == 20
        assert ids(listed(signed_in, q="press", limit=3)) == ids(listed(signed_in, q="press"))[:3]
        assert len(listed(signed_in, limit=100)) == 100

    def test_the_library_is_all_that_ships_and_nobodys_own(self, signed_in: Client) -> None:
        save(signed_in, OWN)
        answer = signed_in.get("/api/exercises/library")
        assert answer.status_code == 200
        assert ids(answer.get_json()["items"]) == [exercise.id for exercise in library.shipped()]

    def test_nothing_alike_is_an_empty_list(self, signed_in: Client) -> None:
        assert listed(signed_in, q="xyzzyqqq") == []

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("limit", 0),
            ("limit", 101),
            ("limit", "many"),
            ("muscle", "heart"),
            ("equipment", "trampoline"),
            ("q", "a" * 101),
            ("unknown", 1),
        ],
    )
    def test_refuses_what_it_does_not_know(self, signed_in: Client, name: str, value: object) -> None:
        answer = signed_in.get("/api/exercises", query_string={name: value})
        assert answer.status_code == 422, answer.text
        assert [error["field"] for error in answer.get_json()["errors"]] == [name]

    def test_is_for_those_who_signed_in(self, client: Client) -> None:
        assert client.get("/api/exercises").status_code == 401
        assert client.get("/api/exercises/plank").status_code == 401
        assert client.post("/api/exercises", json=OWN).status_code == 401


class TestGet:
    def test_is_what_ships(self, signed_in: Client) -> None:
        shown = signed_in.get("/api/exercises/pull-up").get_json()
        assert shown == library.by_id()["pull-up"].model_dump(exclude_none=True)
        assert shown["cues"]
        assert shown["easier"]
        assert shown["harder"]

    @pytest.mark.parametrize("id_", ["no-such-exercise", "5a7862cb-b17c-40f2-9f65-9d5e6ccc2dcd", "PLANK", "a" * 300])
    def test_of_none_is_404(self, signed_in: Client, id_: str) -> None:
        answer = signed_in.get(f"/api/exercises/{id_}")
        assert answer.status_code == 404
        assert answer.content_type == "application/problem+json"


class TestOwn:
    def test_is_kept_as_sent(self, signed_in: Client) -> None:
        saved = save(signed_in, OWN)
        assert saved == OWN | {"id": saved["id"], "unilateral": False, "easier": [], "harder": []}
        assert signed_in.get(f"/api/exercises/{saved['id']}").get_json() == saved

    def test_the_same_again_is_the_same(self, signed_in: Client) -> None:
        body = OWN | {"id": str(uuid4())}
        first = save(signed_in, body)
        assert save(signed_in, body, 200) == first
        assert save(signed_in, body | {"id": body["id"].upper()}, 200) == first
        assert save(signed_in, body | {"name": "Other"}, 409)["status"] == 409
        assert ids(listed(signed_in, q="zork twister")).count(body["id"]) == 1

    def test_is_found_by_name_alias_and_typing_error(self, signed_in: Client, infra: Infra) -> None:
        id_ = save(signed_in, OWN)["id"]
        for phrase in ("zork twister", "ZT", "zork twistr"):
            assert ids(listed(signed_in, q=phrase))[0] == id_
            match = resolve_exercise(infra.store, signed_in.user_id, phrase)
            assert match.exercise
            assert match.exercise.id == id_
        assert id_ in ids(listed(signed_in, muscle="obliques", equipment="landmine"))
        assert id_ not in ids(listed(signed_in, muscle="abs", limit=100)), "helps only"

    def test_are_indexed_once_until_one_is_added(
        self, signed_in: Client, another: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        built: list[list[str]] = []

        def build(exercises: Iterable[Exercise]) -> search._Index:
            built.append([each.name for each in exercises])
            return index(exercises)

        index = search._build
        listed(signed_in, q="the shipped ones are indexed")
        monkeypatch.setattr(search, "_build", build)
        save(signed_in, OWN)
        for phrase in ("zork twister", "ZT", "bench"):
            listed(signed_in, q=phrase)
        assert built == [[OWN["name"]]]
        id_ = save(signed_in, OWN | {"name": "Blorp Lift", "aliases": []})["id"]
        assert ids(listed(signed_in, q="blorp"))[0] == id_
        assert sorted(built[1]) == ["Blorp Lift", OWN["name"]]
        listed(another, q="blorp")
        assert len(built) == 2, "nobody else's are looked at"

    def test_are_kept_indexed_for_so_many_people_only(self) -> None:
        shipped = library.by_id()["plank"]
        for n in range(service.INDEXED + 5):
            mine = shipped.model_copy(update={"id": str(uuid4()), "name": f"Zork {n}"})
            own = service._own((mine.model_dump_json(),))
            assert search.resolve(f"zork {n}", own).exercise == mine
        assert service._own.cache_info().currsize == service.INDEXED

    def test_can_be_logged(self, signed_in: Client) -> None:
        id_ = save(signed_in, OWN)["id"]
        workout = {
            "name": "Twists",
            "started_at": "2026-11-20T18:00:00+01:00",
            "exercises": [{"exercise_id": id_, "sets": [{"reps": 8, "weight_kg": 20}]}],
        }
        answer = signed_in.post("/api/workouts", json=workout)
        assert answer.status_code == 201, answer.text
        assert answer.get_json()["totals"] == {"volume_kg": 160.0, "sets": 1, "reps": 8}

    def test_is_nobody_elses(self, signed_in: Client, another: Client, infra: Infra) -> None:
        id_ = save(signed_in, OWN)["id"]
        assert another.get(f"/api/exercises/{id_}").status_code == 404
        assert id_ not in ids(listed(another, q="zork twister"))
        assert resolve_exercise(infra.store, another.user_id, "zork twister").exercise is None
        workout = {
            "name": "Twists",
            "started_at": "2026-11-20T18:00:00+01:00",
            "exercises": [{"exercise_id": id_, "sets": [{"reps": 8, "weight_kg": 20}]}],
        }
        assert another.post("/api/workouts", json=workout).status_code == 422
        assert save(another, OWN | {"id": id_, "name": "Mine"})["name"] == "Mine", "ids are each one's own"
        assert signed_in.get(f"/api/exercises/{id_}").get_json()["name"] == OWN["name"]

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"name": ""}, "name"),
            ({"name": "a\0b"}, "name"),
            ({"id": "plank"}, "id"),
            ({"pattern": "leg_day"}, "pattern"),
            ({"metric": "calories"}, "metric"),
            ({"muscles": []}, "muscles"),
            ({"muscles": [{"muscle": "heart", "share": 1}]}, "muscles.0.muscle"),
            ({"muscles": [{"muscle": "abs", "share": 0.7}]}, "muscles.0.share"),
            ({"equipment": ["trampoline"]}, "equipment.0"),
            ({"met": 0.5}, "met"),
            ({"increment_kg": 0}, "increment_kg"),
            ({"cues": ["x" * 91]}, "cues.0"),
            ({"aliases": ["a"] * 11}, "aliases"),
            ({"easier": ["plank"]}, "easier"),
        ],
    )
    def test_bad_input_names_the_field_and_saves_nothing(self, signed_in: Client, change: Json, field: str) -> None:
        errors = save(signed_in, OWN | change, 422)["errors"]
        assert field in [error["field"] for error in errors]
        assert "Zork Twister" not in [item["name"] for item in listed(signed_in, q="zork twister")]

    def test_are_at_most_a_hundred(self, signed_in: Client) -> None:
        bodies = [OWN | {"id": str(uuid4()), "name": f"Zork {number}", "aliases": []} for number in range(MAX_OWN)]
        assert MAX_OWN == 100
        for body in bodies:
            save(signed_in, body)
        assert [error["field"] for error in save(signed_in, OWN, 422)["errors"]] == ["id"]
        save(signed_in, bodies[0], 200)
        assert set(ids(listed(signed_in, q="zork", limit=100))) == {body["id"] for body in bodies}


class TestSpanish:
    def test_is_found_and_given_in_spanish_where_the_url_says_so(self, signed_in: Client) -> None:
        first = listed(signed_in, q="sentadilla bulgara", lang="es")[0]
        assert (first["id"], first["name"]) == ("bulgarian-split-squat", "Sentadilla búlgara")
        assert first["cues"][0] == "Empeine del pie de atrás sobre el banco"
        assert listed(signed_in, q="bench press", lang="es")[0]["name"] == "Press de banca con barra"
        assert listed(signed_in, q="bench press")[0]["name"] == "Barbell Bench Press"

    def test_the_library_and_one_exercise(self, signed_in: Client) -> None:
        items = signed_in.get("/api/exercises/library?lang=es").get_json()["items"]
        assert len(items) == len(library.shipped())
        one = signed_in.get("/api/exercises/pull-up?lang=es").get_json()
        assert one["name"] == "Dominadas"
        assert one in items

    def test_ones_own_stays_as_it_was_named(self, signed_in: Client) -> None:
        saved = save(signed_in, OWN)
        assert signed_in.get(f"/api/exercises/{saved['id']}?lang=es").get_json()["name"] == "Zork Twister"
        assert listed(signed_in, q="zork", lang="es")[0]["id"] == saved["id"]

    def test_another_language_is_refused(self, signed_in: Client) -> None:
        assert signed_in.get("/api/exercises?q=squat&lang=tlh").status_code == 422
