"""A day of people, in a minute: locust against servers of the roles `api` and `chat` that this starts on one store.

    make load                              # 45 seconds on SQLite; table, and load/report.{html,json}
    make load ARGS="--store postgresql --people 40 --seconds 120 --out /tmp/load"

People sign in by code, look at Today, lists and summaries with the ETag they have, sync, log workouts, meals, water and
weight, and talk with the coach in streams: three reads for a write, as the workload of `fitzen cost` has it, with the
morning's and the evening's peak. At the end every write that was acknowledged is looked for in the store, and must be
there. The status is 1 if one is not, or if a request failed.

What it says is how the whole behaves, people on the same machine included; CPU a request is `make bench`'s.
"""

from gevent import monkey

monkey.patch_all()

import argparse
import contextlib
import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar
from uuid import uuid4

from locust import FastHttpUser, LoadTestShape, between, task
from locust.env import Environment
from locust.html import get_html_report
from locust.stats import stats_history

import servers
from fitzen.wiring import build_store

HOURS = (1, 1, 1, 1, 1, 2, 5, 8, 7, 4, 3, 3, 5, 4, 3, 3, 4, 6, 8, 10, 8, 5, 3, 2)
"""How many of ten people use it in each hour of a day: before work, at noon, after training."""
MOST_PEOPLE, MOST_SECONDS = 200, 600
LIFTS = ("barbell-bench-press", "barbell-back-squat", "barbell-deadlift", "overhead-press", "barbell-row")
QUESTIONS = ("How was my week?", "What is my best bench press?", "How much protein did I eat today?", "How do I squat?")
FOODS = ("oatmeal", "banana")


class Acknowledged:
    """What the server said it had written, of everybody: (owner, kind, id); and how often nothing had changed."""

    written: ClassVar[set[tuple[str, str, str]]] = set()
    chats: ClassVar[set[tuple[str, str, str]]] = set()
    unchanged = 0


class Person(FastHttpUser):
    """Somebody with a phone, who signs in once, and has a different day than the others."""

    abstract = True
    wait_time = between(0.2, 1.2)

    def on_start(self) -> None:
        self.chance = random.Random(self.environment.runner.user_count if self.environment.runner else 0)  # noqa: S311
        self.etags: dict[str, str] = {}
        self.since: dict[str, Any] = {"since": 0}
        self.days = iter(range(10_000))
        email = f"{uuid4().hex}@example.com"
        self.client.post("/api/auth/send-otp", json={"email": email})
        inbox = self.client.get("/dev/inbox.json", name="(the inbox)").json()["items"]
        text = next(item["text"] for item in inbox if item["to"] == email)
        code = next(word.strip(".,:") for word in text.split() if word.strip(".,:").isdigit())
        session = self.client.post("/api/auth/verify-otp", json={"email": email, "otp": code}).json()
        self.id = session["user"]["id"]
        self.client.auth_header = None
        self.token = {"Authorization": f"Bearer {session['access_token']}"}

    def look(self, path: str, name: str | None = None) -> None:
        """Get what one has seen before only if it has changed."""
        known = {"If-None-Match": self.etags[path]} if path in self.etags else {}
        with self.client.get(path, headers=self.token | known, name=name or path, catch_response=True) as answer:
            Acknowledged.unchanged += answer.status_code == 304
            if answer.status_code == 304 or answer.ok:
                answer.success()
            if etag := answer.headers.get("ETag"):
                self.etags[path] = etag

    def log(self, path: str, kind: str, body: Mapping[str, Any]) -> None:
        id_ = str(uuid4())
        answer = self.client.post(path, json={"id": id_, **body}, headers=self.token)
        if answer.status_code == 201:
            Acknowledged.written.add((self.id, kind, id_))

    def at(self) -> str:
        """A time of one's own past: each day takes so much and no more."""
        return (datetime(2024, 1, 1, 18, tzinfo=UTC) + timedelta(days=next(self.days))).isoformat()


class Athlete(Person):
    """Uses the app: the role `api`."""

    @task(6)
    def today(self) -> None:
        self.look("/api/users/me/today")

    @task(3)
    def workouts(self) -> None:
        self.look("/api/workouts/me?limit=20")

    @task(2)
    def summary(self) -> None:
        self.look("/api/nutrition/summary/me?day=2024-01-05", "/api/nutrition/summary/me")

    @task(1)
    def measurements(self) -> None:
        self.look("/api/measurements/me?metric=weight_kg", "/api/measurements/me")

    @task(2)
    def search(self) -> None:
        self.look(f"/api/foods?q={self.chance.choice(FOODS)}", "/api/foods")

    @task(3)
    def pull(self) -> None:
        answer = self.client.get(
            f"/api/sync?since={self.since['since']}&limit=100", headers=self.token, name="/api/sync"
        )
        if answer.ok:
            self.since["since"] = answer.json()["seq"]

    @task(2)
    def push(self) -> None:
        """Send what was done on the way."""
        ops = [self._weighing() for _ in range(3)]
        answer = self.client.post("/api/sync", json={"ops": ops}, headers=self.token)
        if answer.ok:
            done = zip(ops, answer.json()["results"], strict=True)
            Acknowledged.written |= {
                (self.id, "measurement", op["id"]) for op, result in done if result["status"] == "applied"
            }

    @task(2)
    def workout(self) -> None:
        sets = [{"reps": 5, "weight_kg": 60.0 + 2.5 * self.chance.randrange(20)}] * 4
        exercises = [{"exercise_id": lift, "sets": sets} for lift in LIFTS]
        self.log("/api/workouts", "workout", {"name": "Full body", "started_at": self.at(), "exercises": exercises})

    @task(2)
    def water(self) -> None:
        self.log("/api/nutrition/water", "water", {"drunk_at": self.at(), "ml": 250})

    @task(1)
    def weigh(self) -> None:
        self.log("/api/measurements", "measurement", {"taken_at": self.at(), "metric": "weight_kg", "value": 71.4})

    def _weighing(self) -> dict[str, Any]:
        body = {"taken_at": self.at(), "metric": "weight_kg", "value": 71.4}
        return {
            "op_id": str(uuid4()),
            "kind": "measurement",
            "id": str(uuid4()),
            "action": "create",
            "body": body,
        }


class Talker(Person):
    """Talks with the coach: the role `chat`."""

    wait_time = between(1, 3)

    @task
    def ask(self) -> None:
        id_ = str(uuid4())
        body = {"id": id_, "message": self.chance.choice(QUESTIONS)}
        headers = self.token | {"Accept": "text/event-stream"}
        with self.client.post("/api/chat/message", json=body, headers=headers, catch_response=True) as answer:
            if "event: done" in (answer.text or ""):
                Acknowledged.chats.add((self.id, "message", id_))
                answer.success()
            else:
                answer.failure(f"the stream did not end as it should: {(answer.text or '')[-200:]}")


class Day(LoadTestShape):
    """As many people as there are at that hour of the day."""

    def __init__(self, people: int, seconds: float) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # locust's
        self._people, self._seconds = people, seconds

    def tick(self) -> tuple[int, float] | None:
        gone = self.get_run_time()  # type: ignore[no-untyped-call] # locust's
        if gone >= self._seconds:
            return None
        share = HOURS[int(24 * gone / self._seconds)] / max(HOURS)
        return max(talkers(self._people) + 1, round(self._people * share)), self._people


def talkers(people: int) -> int:
    """So many of them talk with the coach, at each hour."""
    return max(1, people // 5)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--people", type=int, default=20, help=f"at the busiest hour, {MOST_PEOPLE} at most")
    parser.add_argument("--seconds", type=float, default=45, help=f"that a day takes, {MOST_SECONDS} at most")
    parser.add_argument("--out", type=Path, default=Path("load"), help="folder of the reports")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    asked = parser.parse_args()
    if not 2 <= asked.people <= MOST_PEOPLE or not 1 <= asked.seconds <= MOST_SECONDS:
        parser.error(f"2 to {MOST_PEOPLE} people, 1 to {MOST_SECONDS} seconds")
    with tempfile.TemporaryDirectory(prefix="fitzen-load-") as folder, store(asked.store, Path(folder)) as url:
        report, html = run(url, Path(folder), asked.people, asked.seconds)
        report = {"store": asked.store, **report, **lost(url)}
    asked.out.mkdir(parents=True, exist_ok=True)
    (asked.out / "report.html").write_text(html)
    (asked.out / "report.json").write_text(json.dumps(report, indent=1))
    print(json.dumps(report) if asked.json else "\n".join(table(report)))
    return 1 if report["lost"] or report["failures"] or not report["acknowledged"] else 0


def run(url: str, folder: Path, people: int, seconds: float) -> tuple[dict[str, Any], str]:
    env = {"STORE_URL": url, "FITZEN_DATA_DIR": str(folder / "data"), "APP_BUILD": "0"}
    with servers.role("api", env) as api, servers.role("chat", env) as chat:
        Athlete.host, Talker.host = (f"http://127.0.0.1:{each.port}" for each in (api, chat))
        Talker.fixed_count = talkers(people)
        environment = Environment(user_classes=[Athlete, Talker], shape_class=Day(people, seconds), stop_timeout=10)
        runner = environment.create_local_runner()
        history = _spawn(stats_history, runner)
        before, begun = {"api": api.cpu_s(), "chat": chat.cpu_s()}, time.monotonic()
        runner.start_shape()
        while runner.shape_greenlet:
            time.sleep(0.1)
        runner.quit()
        took = time.monotonic() - begun
        history.kill()
        memory = {"api": round(api.rss_mb()), "chat": round(chat.rss_mb())}
        used = {name: round(each.cpu_s() - before[name], 1) for name, each in (("api", api), ("chat", chat))}
    total = environment.stats.total
    report = {
        "people": people,
        "seconds": round(took, 1),
        "requests": total.num_requests,
        "failures": [
            f"{error.name}: {error.error} ({error.occurrences} times)" for error in environment.stats.errors.values()
        ],
        "requests_a_second": round(total.num_requests / took, 1),
        "unchanged": Acknowledged.unchanged,
        "cpu_s": used,
        "memory_mb": memory,
        "routes": [_row(entry) for entry in sorted(environment.stats.entries.values(), key=lambda each: each.name)],
        "all": _row(total),
    }
    return report, get_html_report(environment, show_download_link=False)  # type: ignore[no-untyped-call] # locust's


def _spawn(call: Callable[..., Any], *arguments: Any) -> Any:
    import gevent

    return gevent.spawn(call, *arguments)


def _row(entry: Any) -> dict[str, Any]:
    """Milliseconds."""
    percentiles = {f"p{p}": entry.get_response_time_percentile(p / 100) for p in (50, 95, 99)}
    return {"method": entry.method or "", "route": entry.name, "requests": entry.num_requests, **percentiles}


def lost(url: str) -> dict[str, Any]:
    """Look for everything that was acknowledged; what is not there, and how much there should be."""
    with contextlib.closing(build_store(url)) as store:
        expected = Acknowledged.written | Acknowledged.chats
        missing = [each for each in sorted(expected) if store.get(*each) is None]
    return {"acknowledged": len(expected), "lost": [list(each) for each in missing]}


def table(report: Mapping[str, Any]) -> Iterator[str]:
    yield f"{'':6} {'route':34} {'requests':>8} {'p50 ms':>7} {'p95 ms':>7} {'p99 ms':>7}"
    for row in [*report["routes"], report["all"]]:
        figures = " ".join(f"{row[name] or 0:>7.0f}" for name in ("p50", "p95", "p99"))
        yield f"{row['method']:6} {row['route']:34} {row['requests']:>8} {figures}"
    yield (
        f"{report['store']}: {report['requests']} requests in {report['seconds']} s ({report['requests_a_second']} a "
        f"second), {report['unchanged']} answered by 304, CPU seconds {report['cpu_s']}, MB {report['memory_mb']}"
    )
    for failure in report["failures"]:
        yield f"failed: {failure}"
    yield f"{report['acknowledged']} writes acknowledged, {len(report['lost'])} of them lost"


@contextlib.contextmanager
def store(engine: str, folder: Path) -> Iterator[str]:
    if engine == "sqlite":
        yield f"sqlite:///{folder}/load.db"
        return
    from tests.fixtures.postgres import running_postgres

    with running_postgres() as server:
        yield server.get_uri()


if __name__ == "__main__":
    raise SystemExit(main())
