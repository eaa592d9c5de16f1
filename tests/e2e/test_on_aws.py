"""A person's day on AWS: the API as a production has it, on nothing but ministack, with jobs run by Lambda's own client.

What ministack has not is stood in for by servers of the documented protocols: Bedrock's ConverseStream and Expo's push.
"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
from tests.fixtures import bedrock, buckets, expo, pools
from tests.fixtures.api import code_in
from tests.fixtures.chat import EVENTS, events
from tests.fixtures.lambda_runtime import Function, function
from tests.fixtures.messaging import Queue, aws, listened
from tests.fixtures.ministack import ministack
from tests.fixtures.model_scripts import Call, Model, calls, says
from tests.fixtures.pictures import opened, picture
from tests.fixtures.secret_manager import secrets_at
from tests.fixtures.serving import FITZEN, Server, serving

SERVICES = "cognito-idp,dynamodb,iam,lambda,s3,secretsmanager,ses,sns,sqs,sts"
KEYS = {"AUTH": "true", "AWS_ACCESS_KEY_ID": "local", "AWS_SECRET_ACCESS_KEY": "local"}
TABLE = "fitzen-records"
PHONE, EMAIL = "+34612345678", "zz-marked@example.com"
TOKEN = "ExponentPushToken[zz-marked-phone]"
MARKER = "Zzmarkerzz"
MARK_OF_THE_ERASED = {"owner", "sk", "erased", "ttl"}
"""What stays a while, so that no phone brings anything back under that id."""
HIDDEN = {"SECRET_KEY": "s" * 48, "PEPPER_KEY": "p" * 48, "METRICS_TOKEN": "m" * 48, "EXPO_ACCESS_TOKEN": "e" * 48}
PHOTO = picture()
WORKOUT = {
    "name": f"Push {MARKER}",
    "started_at": "2026-11-23T18:05:00+01:00",
    "exercises": [{"exercise_id": "barbell-bench-press", "sets": [{"reps": 5, "weight_kg": 82.5}] * 3}],
}
MEAL = {
    "eaten_at": "2026-11-23T13:00:00+01:00",
    "slot": "lunch",
    "items": [
        {"custom": True, "name": f"Stew {MARKER}", "amount": 1, "unit": "serving", "nutrients": {"energy_kcal": 640}}
    ],
}
SCRIPTS = (
    calls(Call("1", "log_measurement", ['{"metric": "bodyweight", ', '"value": "72.5"}'])),
    says("72.5 kg it is. ", "Confirm it, and I write it down."),
)

type Json = dict[str, Any]


class Cloud(NamedTuple):
    """What the API and the functions run on, and what looks into it. `environ` is their whole configuration."""

    endpoint: str
    environ: dict[str, str]
    pool: pools.UserPool
    bucket: str
    sent: pools.SentCodes
    reminded: Queue
    phones: expo.Service
    model: Model

    def items(self) -> list[Json]:
        """Return every item of the table, as DynamoDB writes it."""
        pages = aws("dynamodb", self.endpoint).get_paginator("scan").paginate(TableName=TABLE, ConsistentRead=True)
        return [item for page in pages for item in page["Items"]]

    def versions(self, *, marks: bool = True) -> list[str]:
        """Return the keys of every version in the bucket, and of every mark of a deletion."""
        found = buckets.client_at(self.endpoint).list_object_versions(Bucket=self.bucket)
        return [
            each["Key"] for each in (*found.get("Versions", []), *(found.get("DeleteMarkers", []) if marks else []))
        ]

    def texts(self, to: str) -> list[str]:
        """Return what SNS or SES was given for somebody, newest first."""
        return [each["text"] for each in self.sent.read() if each["to"] == to]


@pytest.fixture
def cloud(tmp_path: Path) -> Iterator[Cloud]:
    folder = tmp_path / "ministack"
    folder.mkdir()
    with (
        ministack(folder, SERVICES, KEYS, pools.MORE_TRIES) as url,
        expo.serving() as phones,
        bedrock.serving(*SCRIPTS) as model,
    ):
        pool = pools.new_pool(pools.cognito_at(url))
        bucket = buckets.new_bucket(buckets.client_at(url))
        phones.access_token = HIDDEN["EXPO_ACCESS_TOKEN"]
        prefix, reminded = listened(url, "fitzen", "reminders")
        secrets = secrets_at(url)
        hidden = {name: secrets.make(value) for name, value in HIDDEN.items()}
        environ = {
            **secrets.environ,
            **hidden,
            "FITZEN_ENV": "production",
            "STORE_URL": f"dynamodb://{buckets.REGION}/{TABLE}?endpoint={url}",
            "FILES_URL": f"s3://{bucket}?region={buckets.REGION}&endpoint={url}",
            "IDENTITY_URL": pool.url,
            "COGNITO_CLIENT_SECRET": secrets.make({"client-secret": pool.secret}) + "#client-secret",
            "SMS_URL": f"sns:{pools.REGION}?endpoint={url}",
            "MAIL_URL": f"ses:{pools.SENDER}?region={pools.REGION}&endpoint={url}",
            "PUSH_URL": f"expo:?endpoint={phones.url}",
            "TOPICS_URL": f"sns:{prefix}?endpoint={url}",
            "LLM_URL": f"bedrock://us-east-1?endpoint={model.url}",
            "SECRET_KEY_PREVIOUS": f"{hidden['SECRET_KEY']}?stage=AWSPREVIOUS",
            "LOG_FORMAT": "json",
            "METRICS_EMF_S": "60",
        }
        yield Cloud(url, environ, pool, bucket, pools.SentCodes(url), reminded, phones, model)


@pytest.fixture
def server(cloud: Cloud, tmp_path: Path) -> Iterator[Server]:
    """One task. It answers every route, streams too, and runs no jobs."""
    folder = tmp_path / "api"
    folder.mkdir()
    with serving(folder, cloud.environ, [FITZEN, "serve", "--role", "chat", "--workers", "1"]) as running:
        yield running


@pytest.fixture
def lambda_(cloud: Cloud, server: Server, tmp_path: Path) -> Iterator[Function]:
    folder = tmp_path / "lambda"
    folder.mkdir()
    environ = cloud.environ | {"FITZEN_DATA_DIR": str(folder)}
    with function(folder, "fitzen.functions.job", environ) as running:
        yield running


@pytest.fixture
def ana(cloud: Cloud, server: Server) -> Iterator[httpx.Client]:
    """Somebody who is signed in by a code to a phone, which the pool's functions sent."""
    with httpx.Client(base_url=server.url, timeout=60) as client:
        session = verified(client, cloud, phone=PHONE)
        assert session["is_new_user"] is True
        client.headers["Authorization"] = f"Bearer {session['access_token']}"
        yield client


def verified(client: httpx.Client, cloud: Cloud, **address: str) -> Json:
    """Ask for a code, refuse a wrong one, and give the one that arrived."""
    assert client.post("/api/auth/send-otp", json=address).status_code == 202
    code = code_in(cloud.texts(*address.values())[0])
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    assert client.post("/api/auth/verify-otp", json={**address, "otp": wrong}).status_code == 401
    return done(client.post("/api/auth/verify-otp", json={**address, "otp": code}))


def done(answer: httpx.Response, status: int = 200) -> Json:
    assert answer.status_code == status, answer.text
    body: Json = answer.json()
    return body


def test_a_persons_day(cloud: Cloud, server: Server, lambda_: Function, ana: httpx.Client) -> None:
    me = done(ana.get("/api/users/me"))
    assert me["phone"] == PHONE
    ready = done(ana.get("/ready"))["dependencies"]
    assert {name for name, each in ready.items() if not each["ok"]} == set(), ready
    _add_email(cloud, ana)
    _upload_a_photo(cloud, ana, me["id"])
    _log(ana)
    _chat(cloud, ana)
    _be_reminded(cloud, lambda_, ana, me["id"])
    _be_erased(cloud, ana, me["id"])
    assert '"JobRuns":1' in lambda_.log()
    for log in (server.log(), lambda_.log()):
        shown = [each for each in (*HIDDEN.values(), cloud.pool.secret, PHONE, EMAIL, TOKEN, MARKER) if each in log]
        assert shown == [], log


def _add_email(cloud: Cloud, ana: httpx.Client) -> None:
    user = verified(ana, cloud, email=EMAIL)["user"]
    assert (user["phone"], user["email"]) == (PHONE, EMAIL)


def _upload_a_photo(cloud: Cloud, ana: httpx.Client, user_id: str) -> None:
    body = {"pose": "front", "taken_at": "2026-11-23T07:15:00Z", "content_type": "image/jpeg", "bytes": len(PHOTO)}
    made = done(ana.post("/api/photos", json=body), 201)
    upload = made["upload"]
    assert upload["url"].startswith(f"{cloud.endpoint}/{cloud.bucket}/")
    assert httpx.put(upload["url"] + "0", content=PHOTO, headers=upload["headers"]).status_code == 403
    assert httpx.put(upload["url"], content=PHOTO, headers=upload["headers"]).status_code == 200
    photo = done(ana.post(f"/api/photos/me/{made['photo']['id']}/complete"))
    assert done(ana.get("/api/photos/me"))["items"] == [photo]
    seen = httpx.get(photo["url"])
    assert (seen.status_code, opened(seen.content).size) == (200, (640, 480))
    assert not opened(seen.content).getexif()
    keys = cloud.versions()
    assert len(keys) == 2
    assert all(key.startswith(f"{user_id}/20261123T071500-") for key in keys)


def _log(ana: httpx.Client) -> None:
    workout = done(ana.post("/api/workouts", json=WORKOUT), 201)
    assert done(ana.get("/api/workouts/me"))["items"] == [workout]
    assert done(ana.post("/api/nutrition/meals", json=MEAL), 201)["totals"]["energy_kcal"] == 640
    assert done(ana.get("/api/nutrition/summary/me?day=2026-11-23"))["totals"]["energy_kcal"] == 640


def _chat(cloud: Cloud, ana: httpx.Client) -> None:
    with ana.stream("POST", "/api/chat/message", json={"message": "I weigh 72.5 kg"}, headers=EVENTS) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        heard = list(events(answer.read().decode()))
    assert cloud.model.faults == []
    assert len(cloud.model.asked) == 2
    name, last = heard[-1]
    assert name == "done", heard
    message = last["message"]
    assert message["text"] == "72.5 kg it is. Confirm it, and I write it down."
    [action] = message["actions"]
    assert (action["tool"], action["status"]) == ("log_measurement", "proposed")
    assert done(ana.get("/api/measurements/me"))["items"] == []
    done(ana.post(f"/api/chat/actions/{action['id']}/confirm"))
    [weight] = done(ana.get("/api/measurements/me"))["items"]
    assert (weight["metric"], weight["value"]) == ("weight_kg", 72.5)


def _be_reminded(cloud: Cloud, lambda_: Function, ana: httpx.Client, user_id: str) -> None:
    assert ana.put("/api/users/me/devices/phone", json={"platform": "ios", "token": TOKEN}).status_code == 201
    due = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=3)
    channels = ["push", "email", "sms"]
    body = {"kind": "custom", "title": f"Stretch {MARKER}", "once_at": due.isoformat(), "channels": channels}
    reminder = done(ana.post("/api/reminders", json=body), 201)
    time.sleep(max(0.0, (due - datetime.now(UTC)).total_seconds()))
    run, again = (lambda_.invoke({"job": "reminders"}) for _ in range(2))
    assert (run.how, run.body["counts"]["sent"], run.body["more"]) == ("response", 1, False), lambda_.log()
    assert (again.how, again.body["counts"]) == ("response", {})
    assert [(each["to"], each["title"]) for each in cloud.phones.shown] == [(TOKEN, body["title"])]
    newest = {each["channel"]: each for each in reversed(cloud.sent.read()) if each["to"] in (PHONE, EMAIL)}
    assert (newest["email"]["subject"], newest["sms"]["text"]) == (body["title"], body["title"])
    [(event, kind)] = cloud.reminded.heard()
    assert (kind, event["user_id"], event["reminder_id"]) == ("reminder.sent", user_id, reminder["id"])
    assert "next_due_at" in reminder
    assert "next_due_at" not in done(ana.get(f"/api/reminders/me/{reminder['id']}"))


def _be_erased(cloud: Cloud, ana: httpx.Client, user_id: str) -> None:
    needles = (user_id, PHONE, EMAIL, TOKEN, MARKER)
    kept = str(cloud.items())
    assert [needle for needle in needles if needle not in kept] == []
    assert cloud.pool.users() != []
    assert ana.delete("/api/users/me").status_code == 204
    assert ana.get("/api/users/me").status_code == 401
    left = [item for item in cloud.items() if not item["owner"]["S"].startswith("sys:")]
    assert [(item["owner"]["S"], set(item)) for item in left] == [(user_id, MARK_OF_THE_ERASED)]
    service = [item for item in cloud.items() if item not in left]
    assert [needle for needle in needles if needle in str(service)] == []
    assert {item["owner"]["S"] for item in service if "ttl" not in item} == {"sys:pepper"}, "the rest goes by itself"
    assert cloud.versions(marks=False) == []
    assert cloud.pool.users() == []
