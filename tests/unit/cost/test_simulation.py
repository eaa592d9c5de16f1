"""The simulation against queueing theory, against itself, and what goes wrong in it."""

import json
import sys
from dataclasses import replace
from math import exp, factorial, log
from random import Random

import pytest
from click.testing import CliRunner

from fitzen.cli import main
from fitzen.cost import prices
from fitzen.cost.simulation.fleet import Fleet
from fitzen.cost.simulation.load import DAY_S, exponential_cpu, flat, mean_cpu_ms, measured_cpu, shape_of_a_day
from fitzen.cost.simulation.plan import SCENARIOS, Plan, Scaling, Throttling
from fitzen.cost.simulation.run import Outcome, percentile, simulate
from fitzen.errors import UnavailableError

HOUR = Plan("hour", "an hour of the peak", requests=160_000, seconds=3600, shape=flat, answers=0.0)
FIXED = Scaling(least=2, most=2)


def run(plan: Plan, seed: int = 1) -> Outcome:
    return simulate(plan, prices.load(), seed)


def erlang_c(servers: int, offered: float) -> float:
    """Return the share of arrivals that wait in M/M/c (Erlang, 1917)."""
    waits = offered**servers / factorial(servers) * servers / (servers - offered)
    return waits / (sum(offered**busy / factorial(busy) for busy in range(servers)) + waits)


@pytest.mark.parametrize(("servers", "load"), [(1, 0.5), (2, 0.7), (3, 0.8)])
def test_a_queue_is_as_long_as_theory_says(servers: int, load: float) -> None:
    """M/M/c: the mean time in the system is the service and C / (c·mu - lambda); the seed is one of many."""
    service = 0.1
    rate = load * servers / service
    seconds = 12_000
    plan = Plan(
        "theory",
        "M/M/c",
        requests=round(rate * seconds),
        seconds=seconds,
        shape=flat,
        answers=0.0,
        cpu=exponential_cpu(service),
        vcpu=1.0,
        store_ms=0.0,
        longest_wait_s=1e9,
        scaling=Scaling(least=servers, most=servers),
    )
    out = run(plan, seed=3)
    mean = sum(out.latencies) / len(out.latencies)
    theory = service + erlang_c(servers, load * servers) / (servers / service - rate)
    assert mean == pytest.approx(theory, rel=0.04)
    if servers == 1:
        slack = 1 / service - rate
        assert percentile(out.latencies, 95) == pytest.approx(-log(0.05) / slack, rel=0.04)
        assert sum(each > 0.2 for each in out.latencies) / len(out.latencies) == pytest.approx(
            exp(-slack * 0.2), rel=0.04
        )


def test_a_day_has_its_requests_and_a_morning() -> None:
    mean = sum(map(shape_of_a_day, range(DAY_S))) / DAY_S
    assert mean == pytest.approx(1.0, abs=0.005)
    peak = max(range(0, DAY_S, 60), key=shape_of_a_day)
    assert 6.5 * 3600 < peak < 8 * 3600
    assert shape_of_a_day(peak) == pytest.approx(4.0, abs=0.1)
    assert min(map(shape_of_a_day, range(0, DAY_S, 60))) > 0


def test_measured_times_have_their_mean() -> None:
    source = measured_cpu(Random(5))
    drawn = [next(source) for _ in range(40_000)]
    assert sum(drawn) / len(drawn) * 1000 == pytest.approx(mean_cpu_ms(), rel=0.02)
    assert mean_cpu_ms() == pytest.approx(
        1.3 * (0.25 * 3.4 + 0.25 * 2.4 + 0.15 * 6.1 + 0.10 * 3.7 + 0.20 * 5.6 + 0.05 * 9.1)
    )


def test_the_same_seed_gives_the_same_day_and_another_gives_another() -> None:
    plan = replace(SCENARIOS["zone"], requests=20_000, answers=200.0)
    first, second, other = run(plan, 7), run(plan, 7), run(plan, 8)
    assert first.latencies == second.latencies
    assert (first.failed, first.first_words) == (second.failed, second.first_words)
    assert first.latencies != other.latencies


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_request_is_answered_turned_away_or_fails(name: str) -> None:
    out = run(replace(SCENARIOS[name], requests=50_000, answers=500.0))
    assert sum(minute.requests for minute in out.minutes) == pytest.approx(out.requests, abs=5)
    assert sum(minute.errors for minute in out.minutes) == out.errors
    assert all(1 <= minute.tasks <= 10 for minute in out.minutes[:-1])
    assert len(out.minutes) == 24 * 60


def test_load_brings_tasks_and_quiet_takes_them_away() -> None:
    """139 requests a second are 0.78 vCPU of work: 2.2 tasks at 70 %."""
    busy = replace(HOUR, requests=1_000_000, seconds=7200, spike=0.02, spike_at=3600, spike_lasts=3600)
    out = run(busy)
    tasks = [minute.tasks for minute in out.minutes]
    assert tasks[0] == 2
    assert tasks[58] == 3
    assert tasks[-1] == 2
    assert out.most_tasks == 3


def test_nothing_scales_in_less_time_than_its_alarms_take() -> None:
    out = run(replace(HOUR, requests=500_000, seconds=400))
    assert [minute.tasks for minute in out.minutes[:3]] == [2, 2, 2]
    assert out.turned_away > 0


def test_scaling_by_requests_turns_fewer_away_than_by_cpu() -> None:
    spike = replace(HOUR, seconds=1800, requests=80_000, spike=10.0, spike_at=300, spike_lasts=900)
    by_cpu = run(spike)
    by_requests = run(replace(spike, scaling=Scaling(by="requests")))
    assert 0 < by_requests.turned_away < by_cpu.turned_away


def test_a_lost_task_fails_its_share_until_it_is_noticed_and_is_replaced() -> None:
    """44 requests a second, half of them for 30 s: about 667, and what the task had in hand."""
    out = run(replace(HOUR, lose_task_at=600.0, scaling=FIXED))
    assert out.failed == pytest.approx(44.4 * 30 / 2, rel=0.15)
    tasks = [minute.tasks for minute in out.minutes]
    assert 1 in tasks[9:12]
    assert tasks[-1] == 2


def test_a_lost_zone_comes_back_in_the_other() -> None:
    out = run(replace(HOUR, lose_zone_at=600.0, scaling=Scaling(least=6, most=6)))
    assert out.failed == pytest.approx(44.4 * 30 / 2, rel=0.15)
    assert min(minute.tasks for minute in out.minutes) == 3
    assert out.minutes[-1].tasks == 6


def test_no_task_is_started_in_a_zone_that_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[float, int]] = []
    start = Fleet.start

    def noted(fleet: Fleet, zone: int, now: float) -> None:
        started.append((now, zone))
        start(fleet, zone, now)

    monkeypatch.setattr(Fleet, "start", noted)
    run(replace(HOUR, requests=300_000, seconds=900, lose_zone_at=300.0))
    after = [zone for now, zone in started if now > 300.0]
    assert len(after) > 2
    assert set(after) == {1}


def test_everything_lost_is_everything_failed() -> None:
    fleet = Fleet(0.5, 10.0)
    fleet.start(0, 0.0)
    assert fleet.take(1.0, 0.01) == pytest.approx(0.02)
    assert fleet.lose(list(fleet.tasks), 1.0) == pytest.approx(0.02)
    assert fleet.lost_share == 1.0
    assert fleet.take(2.0, 0.01) is None
    assert fleet.forget_lost() == 1


def test_who_would_wait_too_long_is_turned_away() -> None:
    fleet = Fleet(0.5, 1.0)
    fleet.start(0, 0.0)
    assert [fleet.take(0.0, 0.4) for _ in range(3)] == [pytest.approx(0.8), pytest.approx(1.6), None]


def test_tasks_that_are_stopped_leave_the_zones_even() -> None:
    fleet = Fleet(0.5, 10.0)
    for zone in (0, 0, 0, 1, 1):
        fleet.start(zone, 0.0)
    fleet.stop(3)
    assert sorted(task.zone for task in fleet.tasks) == [0, 1]


def test_a_model_that_refuses_is_tried_again_and_then_the_built_in_coach_answers() -> None:
    talk = replace(HOUR, requests=3600, answers=4000.0)
    whole = run(talk)
    assert whole.builtin == 0
    some = run(replace(talk, throttling=Throttling(0.0, 4000.0, 0.5)))
    every = run(replace(talk, throttling=Throttling(0.0, 4000.0, 1.0)))
    assert 0 < some.builtin < 0.2 * len(some.first_words)
    assert every.builtin == len(every.first_words)
    assert max(every.first_words) <= 6.0
    assert percentile(some.first_words, 95) > percentile(whole.first_words, 95)
    assert every.usd_models == 0 < some.usd_models


def test_money_by_hand() -> None:
    """Two tasks of half a vCPU and 1 GB for an hour, and 5.2 cents for each ten answers."""
    out = run(replace(HOUR, requests=36_000, answers=3000.0, scaling=FIXED))
    assert out.usd_tasks == pytest.approx(2 * (0.5 * 0.03238 + 0.00356), rel=0.02)
    assert out.usd_models == pytest.approx(len(out.first_words) * 0.0051906, rel=1e-3)


def test_percentiles() -> None:
    assert percentile([], 50) == 0
    assert percentile([3.0, 1.0, 2.0], 50) == 2.0
    assert percentile([float(value) for value in range(1, 101)], 95) == 96.0


def command(*arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(main, ["simulate", *arguments])
    assert result.exit_code == status, result.output
    return result.output


def test_the_command_prints_and_draws() -> None:
    text = command("day", "task", "--requests", "20000", "--plot")
    assert text.count("p95") == 4
    assert "requests a minute" in text
    (line,) = command("spike", "--requests", "20000", "--seed", "4", "--json").splitlines()
    report = json.loads(line)
    assert (report["scenario"], report["seed"]) == ("spike", 4)
    assert report["p50_ms"] <= report["p95_ms"] <= report["p99_ms"]


def test_without_simpy_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "simpy", None)
    with pytest.raises(UnavailableError, match=r"fitzen\[ops\]"):
        run(HOUR)
    assert "fitzen[ops]" in command("day", status=1)
