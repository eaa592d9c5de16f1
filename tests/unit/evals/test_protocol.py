"""The evaluation of faults on the wire: some of its scripts, and that it sees what is wrong."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from evals import asking, protocol
from evals.protocol import WIRES, Seen, Wire, wrong
from evals.protocol_scripts import ONE, PLAIN, SCRIPTS, TWO, Script

from fitzen.users.subscription import subscribe

QUICK = (
    "throttled after the tools",
    "cut within the JSON of a call",
    "cut within the second sentence",
    "the second model says all of it again",
    "nobody listens",
    "the model goes away once the tools ran",
    "a model that failed three times is left alone",
    "arguments of the wrong type",
    "the same call again and again",
    "a model that never ends",
    "stopped by its limit",
    "a proposal, cut and made again",
    "a figure that nobody has, said again and dropped",
)
"""`make evals` plays all of them; these wait for nothing."""


@pytest.fixture(scope="module")
def someone() -> Iterator[asking.Someone]:
    there = asking.alex(days=30)
    subscribe(there.infra.store, there.user_id, "premium", None, asking.NOW)
    yield there
    there.infra.store.close()
    there.infra.chat_store.close()


@pytest.mark.parametrize("wire", WIRES, ids=lambda wire: wire.name)
@pytest.mark.parametrize("name", QUICK)
def test_whatever_breaks_the_person_has_an_answer(someone: asking.Someone, name: str, wire: Wire) -> None:
    script = next(each for each in SCRIPTS if each.name == name)
    assert wrong(script, protocol.played(someone, wire, script)) == ""


def test_each_script_has_a_name_of_its_own() -> None:
    assert len({script.name for script in SCRIPTS}) == len(SCRIPTS) >= 70


RIGHT = Seen(
    message={"text": f"{ONE} {TWO}", "actions": []},
    again={"text": f"{ONE} {TWO}", "actions": []},
    asked_again=0,
    ran=Counter({'progress {"subject":"bench press"}': 1}),
    held={},
    answers=1,
    faults=[],
)
WRONGS = {
    "not said": {"message": {"text": ONE, "actions": []}},
    "said twice": {"message": {"text": f"{ONE} {TWO} {TWO}", "actions": []}},
    "proposals": {"message": {"text": f"{ONE} {TWO}", "actions": [{}]}},
    "ran twice": {"ran": Counter({'progress {"subject":"bench press"}': 2})},
    "ran {": {"ran": Counter({"log_water {}": 1})},
    "still held": {"held": {"x": {"tokens": 1}}},
    "answers counted": {"answers": 2},
    "another answer": {"again": {"text": ONE, "actions": []}},
    "asked again": {"asked_again": 1},
    "requests refused": {"faults": ["roles must alternate"]},
}


@pytest.mark.parametrize("what", WRONGS)
def test_what_is_wrong_is_seen(what: str) -> None:
    assert wrong(PLAIN, RIGHT) == ""
    assert what in wrong(PLAIN, RIGHT._replace(**WRONGS[what]))  # type: ignore[arg-type]


def test_a_notice_that_is_missing_or_too_many_is_seen() -> None:
    noticed: Script = replace(PLAIN, notices=["Another one answers."])
    assert "no notice" in wrong(noticed, RIGHT)
    assert "not to be" in wrong(replace(PLAIN, unsaid=[TWO]), RIGHT)
