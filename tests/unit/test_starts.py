"""What a start imports, and what it must leave for later: Lambda's init is paid by whoever waits. `benchmarks/init.py` measures it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fitzen.web.fields import Model
from fitzen.web.routing import MatchedRule

LATER = {
    "alembic",
    "apscheduler",
    "boto3",
    "botocore",
    "cryptography",
    "fitzen.coach.answering",
    "fitzen.coach.builtin.dialogue",
    "fitzen.coach.conversation",
    "fitzen.coach.safety",
    "fitzen.coach.tools",
    "highspy",
    "httpx",
    "jwt",
    "numpy",
    "phonenumbers",
    "PIL",
    "redis",
    "rich",
    "sqlalchemy",
}
DEFAULTS = {"CoachPreferences", "Dietary", "Health", "Notifications", "Profile"}
"""What stands as a default in another model is made at once."""
API = "import fitzen.cli; from fitzen import server; server.threading.Thread.start = lambda thread: None; server.application()"
JOB = "import fitzen.functions as f; f._infra(); import fitzen.jobs.reminders"


def printed(script: str, folder: Path) -> list[str]:
    """Return the words that a script prints, in a process of its own that is configured as the serverless profile is."""
    env = {
        "STORE_URL": "dynamodb://us-east-1/fitzen",
        "SECRET_KEY": "x" * 48,
        "CACHE_URL": "redis://127.0.0.1:6379",
        "FITZEN_DATA_DIR": str(folder),
    }
    done = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | env, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


@pytest.mark.parametrize(("start", "later"), [(API, LATER), (JOB, LATER | {"granian"})])
def test_a_start_leaves_for_later_what_it_does_not_need(tmp_path: Path, start: str, later: set[str]) -> None:
    assert later & set(printed(f"{start}\nimport sys\nprint(*sys.modules)", tmp_path)) == set()


def test_what_a_start_made_is_not_searched_for_garbage_and_what_comes_after_it_is(tmp_path: Path) -> None:
    script = f"{API}\nimport gc\nprint(gc.isenabled(), gc.get_freeze_count() > len(gc.get_objects()))"
    assert printed(script, tmp_path) == ["True", "True"]


def test_no_validator_of_an_answer_is_made_at_the_start(tmp_path: Path) -> None:
    script = f"""{API}
from pydantic import BaseModel
def below(model):
    for each in model.__subclasses__():
        yield each
        yield from below(each)
print(*{{each.__qualname__ for each in below(BaseModel) if each.__module__.startswith("fitzen") and each.__pydantic_complete__}})
"""
    assert set(printed(script, tmp_path)) <= DEFAULTS


def test_a_validator_is_made_when_it_is_used() -> None:
    class Sent(Model):
        reps: int

    assert not Sent.__pydantic_complete__
    assert Sent.model_validate_json('{"reps": 5}').reps == 5
    assert Sent.__pydantic_complete__


def test_an_address_can_still_be_built() -> None:
    from werkzeug.routing import Map

    addresses = Map([MatchedRule("/api/workouts/<user_id>/<id>", endpoint="one")]).bind("localhost")
    assert addresses.build("one", {"user_id": "me", "id": "a b", "page": "2"}) == "/api/workouts/me/a%20b?page=2"
    assert addresses.match("/api/workouts/me/1") == ("one", {"user_id": "me", "id": "1"})
