"""What every feature derives is made again from what a person wrote, without a difference; what is damaged is found."""

from tests.fixtures.api import Client, Json

from fitzen import rebuild
from fitzen.cli.serving import derivations
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Put

ITEM: Json = {"food_id": "usda-01123", "amount": 100, "unit": "g"}
WRITES: list[tuple[str, Json]] = [
    (
        "/api/workouts",
        {
            "name": "Push",
            "started_at": "2026-11-20T18:00:00Z",
            "exercises": [{"exercise_id": "push-up", "sets": [{"reps": 15}]}],
        },
    ),
    ("/api/nutrition/meals", {"eaten_at": "2026-11-20T08:00:00Z", "slot": "breakfast", "items": [ITEM]}),
    ("/api/nutrition/water", {"drunk_at": "2026-11-20T08:00:00Z", "ml": 300}),
    ("/api/habits", {"name": "Read", "kind": "build", "schedule": {"type": "daily"}}),
]


def test_nothing_differs_until_it_is_damaged(signed_in: Client, infra: Infra) -> None:
    made = []
    for path, body in WRITES:
        answer = signed_in.post(path, json=body)
        assert answer.status_code == 201, answer.text
        made.append(answer.get_json()["id"])
    assert signed_in.put(f"/api/habits/me/{made[-1]}/checkins/2026-11-23", json={}).status_code in (200, 201)
    plan = signed_in.post("/api/workouts/plans/generate", json={"minutes": 20}).get_json()["id"]
    assert signed_in.post(f"/api/workouts/plans/me/{plan}/activate").status_code == 200
    assert rebuild.differences(infra.store, signed_in.user_id, derivations()) == []
    kinds = [kind for each in derivations() for kind in each.kinds]
    records = [infra.store.list(signed_in.user_id, kind).items[0] for kind in kinds]
    infra.store.write([Put(*record[:3], "{}", record.at, record.version, record.group) for record in records])
    found = rebuild.differences(infra.store, signed_in.user_id, derivations())
    assert {each.kind for each in found} == set(kinds)
    rebuild.repair(infra.store, signed_in.user_id, found)
    assert rebuild.differences(infra.store, signed_in.user_id, derivations()) == []
