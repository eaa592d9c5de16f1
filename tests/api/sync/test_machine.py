"""Two phones, the web app and a server, and everything that a network does: nothing is lost, nothing is doubled.

Hypothesis makes the steps, and prints those that lead to a failure; checks.py says what must hold.
"""

from datetime import timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from tests.api.sync.checks import check
from tests.api.sync.conftest import EXERCISE, weight, workout
from tests.api.sync.world import FATES, Account, Handset, Server, serving

PHONES = st.integers(0, 1)
PLACES = st.integers(0, 3)
"""Few, so that the phones, the web app and what arrives late meet at the same records."""
FATE = st.sampled_from(["arrives"] * 4 + FATES)
WHAT = ["weigh", "train", "train", "eat", "drink", "check_in", "check_in", "form", "invent", "err"]
EDITED = ["workout", "measurement", "meal", "water", "checkin", "habit", "user"]
DELETED = ["workout", "measurement", "meal", "water"]
BAR = {"custom": True, "name": "Bar", "amount": 1.0, "unit": "serving", "nutrients": {"energy_kcal": 200.0}}
HABIT = {"schedule": {"type": "daily"}, "start_on": "2026-10-01"}
LIFTS = ["barbell-bench-press", "barbell-row"]


class Machine(RuleBasedStateMachine):
    """`server` is set by the test; each run is another person's."""

    server: ClassVar[Server]
    steps: ClassVar[int]

    @initialize()
    def sign_up(self) -> None:
        """Both phones have the same few records, and an exercise that only one has yet."""
        self.account = Account(self.server)
        one, other = self.account.handsets
        self.weigh(one, 0)
        self.train(one, 0)
        self.form(one, 0)
        self.eat(one, 0)
        one.sync()
        other.sync()
        other.create("exercise", EXERCISE)
        type(self).steps -= 1  # the invariant counts this one too

    def weigh(self, handset: Handset, place: int) -> None:
        body = weight(70.0 + place, taken_at=handset.now.isoformat(), confirmed=True)
        handset.create("measurement", body)

    def train(self, handset: Handset, place: int) -> None:
        """Log a workout of an exercise that ships, or of one's own, which the server may not have yet."""
        known = [*LIFTS, *handset.phone.ids("exercise")]
        handset.create("workout", workout(known[place % len(known)], started_at=handset.now.isoformat()))

    def invent(self, handset: Handset, _place: int) -> None:
        handset.create("exercise", EXERCISE)

    def eat(self, handset: Handset, place: int) -> None:
        at = (handset.now + timedelta(days=place)).isoformat()
        handset.create("meal", {"eaten_at": at, "slot": "lunch", "items": [BAR]})

    def drink(self, handset: Handset, place: int) -> None:
        handset.create("water", {"drunk_at": handset.now.isoformat(), "ml": 200.0 + place})

    def form(self, handset: Handset, _place: int) -> None:
        handset.create("habit", HABIT)

    def check_in(self, handset: Handset, place: int) -> None:
        """Check one of a few days, which the other phone may have checked too: it is one record."""
        if ids := handset.phone.ids("habit"):
            habit_id, day = ids[place % len(ids)], f"2026-11-0{1 + place}"
            id_ = f"{habit_id}.{day}"
            if handset.phone.view("checkin", id_) is None:
                handset.create("checkin", {"habit_id": habit_id, "day": day}, id_)

    def err(self, handset: Handset, _place: int) -> None:
        """Log what the server cannot take."""
        body = workout("no-such-exercise", started_at=handset.now.isoformat())
        self.account.hopeless.add(handset.create("workout", body))

    @rule(
        which=PHONES,
        place=PLACES,
        what=st.sampled_from(WHAT),
    )
    def create(self, which: int, place: int, what: str) -> None:
        getattr(self, what)(self.account.handsets[which], place)

    @rule(which=PHONES, place=PLACES, kind=st.sampled_from(EDITED), times=st.integers(1, 2))
    def edit(self, which: int, place: int, kind: str, times: int) -> None:
        handset = self.account.handsets[which]
        if ids := handset.phone.ids(kind):
            for _ in range(times):
                handset.edit(kind, ids[place % len(ids)])

    @rule(place=PLACES, kind=st.sampled_from(EDITED))
    def edit_on_both(self, place: int, kind: str) -> None:
        for which in (0, 1):
            self.edit(which, place, kind, 1)

    @rule(which=PHONES, place=PLACES, kind=st.sampled_from(DELETED))
    def delete(self, which: int, place: int, kind: str) -> None:
        handset = self.account.handsets[which]
        if ids := handset.phone.ids(kind):
            handset.delete(kind, ids[place % len(ids)])

    @rule(which=PHONES, place=PLACES, kind=st.sampled_from(DELETED))
    def edit_what_the_other_deletes(self, which: int, place: int, kind: str) -> None:
        self.edit(which, place, kind, 1)
        self.delete(1 - which, place, kind)

    @rule(place=PLACES, kind=st.sampled_from(["workout", "measurement", "habit", "user"]), delete=st.booleans())
    def use_the_web(self, place: int, kind: str, delete: bool) -> None:
        """Change or delete something; a habit stays, for its check-ins would go with it."""
        ids = [record.id for record in self.account.records().values() if record.kind == kind]
        if ids:
            self.account.web(kind, ids[place % len(ids)], delete=delete and kind in ("workout", "measurement"))

    @rule(which=PHONES, insist=st.booleans())
    def decide(self, which: int, insist: bool) -> None:
        self.account.handsets[which].decide(insist=insist)

    @rule(which=PHONES, pushes=st.lists(FATE, min_size=1, max_size=3), pulls=st.lists(FATE, max_size=2))
    def sync(self, which: int, pushes: list[str], pulls: list[str]) -> None:
        """Sync, badly; and again, as an app does that sees a network."""
        self.account.fates = {"POST": pushes, "GET": pulls}
        for _ in range(2):
            self.account.handsets[which].sync()

    @rule(which=PHONES, fate=FATE)
    def push(self, which: int, fate: str) -> None:
        self.account.fates = {"POST": [fate]}
        self.account.handsets[which].sync()

    @rule(place=PLACES)
    def deliver(self, place: int) -> None:
        self.account.deliver(place)

    @rule(which=PHONES, minutes=st.integers(-100_000, 100_000))
    def set_the_clock(self, which: int, minutes: int) -> None:
        """Set a phone's clock wrong by up to two months, and start the app again."""
        handset = self.account.handsets[which]
        handset.skew = timedelta(minutes=minutes)
        handset.start()

    @rule(hours=st.sampled_from([1, 24, 24 * 100]))
    def wait(self, hours: int) -> None:
        """Wait an hour, a day, or until the server has forgotten which operations it applied."""
        self.server.clock.advance(hours=hours)

    @rule()
    def settle(self) -> None:
        self.account.settle()
        check(self.account)

    @invariant()
    def a_step_was_made(self) -> None:
        type(self).steps += 1

    def teardown(self) -> None:
        self.account.settle()
        check(self.account)


def run(folder: Path, url: str, examples: int, steps: int) -> int:
    """Return how many steps were made."""
    with serving(folder, url) as server:
        machine = type("Machine", (Machine,), {"server": server, "steps": 0})
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=examples,
                stateful_step_count=steps,
                deadline=None,
                suppress_health_check=list(HealthCheck),
                print_blob=True,
            ),
        )
    return machine.steps  # type: ignore[attr-defined,no-any-return]


def test_ten_thousand_steps_lose_and_double_nothing(tmp_path: Path) -> None:
    assert run(tmp_path, "sqlite://", examples=250, steps=50) >= 10_000


@pytest.mark.parametrize(("engine", "examples"), [("postgresql", 12), ("dynamodb", 3)])
def test_the_other_stores_neither(tmp_path: Path, request: pytest.FixtureRequest, engine: str, examples: int) -> None:
    assert run(tmp_path, request.getfixturevalue(f"{engine}_url"), examples, steps=40)
