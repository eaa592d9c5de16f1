"""The application with a model of the test's choosing; the built-in coach unless a test says otherwise."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.fixtures.api import Client, Json, build_app, client_of

from fitzen.infra.base import Infra
from fitzen.infra.llm.base import Llm

BENCH = "barbell-bench-press"


@pytest.fixture
def with_model(infra: Infra, signed_in: Client) -> Callable[[Llm], Client]:
    """Return Ana's client on an application whose coach is another model, over the same stores."""

    def build(model: Llm) -> Client:
        return client_of(build_app(replace(infra, llm=model))).signed_in(signed_in.session)

    return build


@pytest.fixture
def benched(signed_in: Client) -> list[Json]:
    """Three sessions of bench press in three weeks, 80, 82.5 and 85 kg; the last is the first of the list."""
    return [log_bench(signed_in, day, weight) for day, weight in ((20, 85.0), (13, 82.5), (6, 80.0))]


def log_bench(client: Client, day: int, weight: float) -> Json:
    body = {
        "name": "Push",
        "started_at": f"2026-11-{day:02}T18:00:00+01:00",
        "exercises": [
            {
                "exercise_id": BENCH,
                "sets": [{"kind": "warmup", "reps": 10, "weight_kg": 40.0}, *[{"reps": 5, "weight_kg": weight}] * 3],
            }
        ],
    }
    answer = client.post("/api/workouts", json=body)
    assert answer.status_code == 201, answer.text
    workout: Json = answer.get_json()
    return workout
