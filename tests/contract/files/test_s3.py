"""What S3 does beyond the contract, over the wire: it refuses what was not signed, and fails in ways of its own."""

import logging
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from botocore.auth import S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import ReadOnlyCredentials
from tests.fixtures.buckets import ORIGIN, REGION

from fitzen.errors import UnavailableError
from fitzen.infra.files import s3
from fitzen.infra.files.base import Upload
from fitzen.infra.files.s3 import S3Files
from fitzen.infra.files.sigv4 import LONGEST, Credentials, presign

KEY = "uploads/ana/a.jpg"
DATA = b"0123456789"
SIZE = 2
"""Which of `every_call` it is."""
type Answer = tuple[int, dict[str, str], bytes]


def soon() -> datetime:
    return datetime.now(UTC) + timedelta(minutes=5)


def sent(upload: Upload, data: bytes = DATA, **headers: str) -> int:
    given = {**upload.headers, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return httpx.put(upload.url, content=data, headers=given).status_code


def versions(client: Any, bucket: str) -> list[str]:
    found = client.list_object_versions(Bucket=bucket)
    return [each["Key"] for each in (*found.get("Versions", []), *found.get("DeleteMarkers", []))]


def test_what_a_client_puts_is_got_by_a_signed_url_alone(s3_files: S3Files) -> None:
    assert sent(s3_files.upload(KEY, len(DATA), soon())) == 200
    got = httpx.get(s3_files.url(KEY, soon()))
    assert (got.status_code, got.content, got.headers["content-type"]) == (200, DATA, "image/jpeg")
    assert httpx.get(s3_files.url(KEY, soon()).partition("?")[0]).status_code == 403
    s3_files.put("ana/a.png", b"x")
    shown = httpx.get(s3_files.url("ana/a.png", soon()))
    assert (shown.headers["content-type"], shown.headers["cache-control"]) == (
        "image/png",
        "private, max-age=3600, immutable",
    )


@pytest.mark.parametrize("data", [DATA[:-1], DATA + b"!", b"", DATA * 1000], ids=["short", "long", "empty", "huge"])
def test_another_length_is_refused(s3_files: S3Files, data: bytes) -> None:
    assert sent(s3_files.upload(KEY, len(DATA), soon()), data) == 403
    assert s3_files.get(KEY) is None


def test_a_length_that_is_not_said_is_refused(s3_files: S3Files) -> None:
    upload = s3_files.upload(KEY, len(DATA), soon())
    assert httpx.put(upload.url, content=iter([DATA]), headers=upload.headers).status_code in (403, 411)
    assert s3_files.get(KEY) is None


def test_another_type_is_refused(s3_files: S3Files) -> None:
    upload = s3_files.upload(KEY, len(DATA), soon())
    assert sent(upload, Content_Type="text/html") == 403
    assert httpx.put(upload.url, content=DATA).status_code == 403
    assert s3_files.get(KEY) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a.jpg", "b.jpg"),
        ("uploads/ana", "uploads/ben"),
        ("X-Amz-Expires=", "X-Amz-Expires=9"),
        ("Signature=", "Signature=0"),
    ],
)
def test_a_url_that_was_changed_is_refused(s3_files: S3Files, old: str, new: str) -> None:
    upload = s3_files.upload(KEY, len(DATA), soon())
    assert old in upload.url
    assert sent(upload._replace(url=upload.url.replace(old, new))) == 403
    assert list(s3_files.list("uploads/")) == []


def test_a_url_is_for_one_method(s3_files: S3Files) -> None:
    s3_files.put(KEY, DATA)
    url = s3_files.url(KEY, soon())
    assert httpx.put(url, content=b"").status_code == 403
    assert httpx.delete(url).status_code == 403
    assert httpx.get(s3_files.upload(KEY, len(DATA), soon()).url).status_code == 403
    assert s3_files.get(KEY) == DATA


def test_an_expired_url_is_refused(s3_endpoint: str, bucket: str) -> None:
    an_hour_ago = datetime.now(UTC) - timedelta(hours=1)
    files = S3Files(bucket, REGION, s3_endpoint, clock=lambda: an_hour_ago)
    assert sent(files.upload(KEY, len(DATA), an_hour_ago + timedelta(minutes=15))) == 403
    files.put(KEY, DATA)
    assert httpx.get(files.url(KEY, an_hour_ago + timedelta(minutes=15))).status_code == 403
    assert httpx.get(files.url(KEY, soon())).status_code == 200


def test_half_an_upload_leaves_nothing(s3_files: S3Files) -> None:
    upload = s3_files.upload(KEY, 1_000_000, soon())
    url = urlsplit(upload.url)
    head = f"PUT {url.path}?{url.query} HTTP/1.1\r\nHost: {url.netloc}\r\nContent-Type: image/jpeg\r\n"
    with socket.create_connection((url.hostname, url.port), 5) as connection:
        connection.sendall(f"{head}Content-Length: 1000000\r\n\r\n".encode() + b"x" * 500_000)
    assert s3_files.get(KEY) is None
    assert sent(upload, b"y" * 1_000_000) == 200
    assert s3_files.size(KEY) == 1_000_000


def test_of_two_uploads_at_once_one_stays_whole(s3_files: S3Files) -> None:
    upload = s3_files.upload(KEY, 100_000, soon())
    with ThreadPoolExecutor(2) as pool:
        assert [*pool.map(lambda letter: sent(upload, letter * 100_000), [b"a", b"b"])] == [200, 200]
    assert s3_files.get(KEY) in (b"a" * 100_000, b"b" * 100_000)
    assert sent(upload, b"c" * 100_000) == 200  # again, as who heard no answer does


def test_a_browser_of_the_apps_origin_is_let_in_and_no_other(s3_files: S3Files) -> None:
    upload = s3_files.upload(KEY, len(DATA), soon())

    def asked(origin: str, method: str = "PUT") -> httpx.Response:
        headers = {"Origin": origin, "Access-Control-Request-Method": method}
        return httpx.options(upload.url, headers=headers | {"Access-Control-Request-Headers": "content-type"})

    allowed = asked(ORIGIN)
    assert (allowed.status_code, allowed.headers["access-control-allow-origin"]) == (200, ORIGIN)
    assert asked("https://elsewhere.example").status_code == 403
    assert asked(ORIGIN, "DELETE").status_code == 403
    assert (
        httpx.put(upload.url, content=DATA, headers={**upload.headers, "Origin": ORIGIN}).headers[
            "access-control-allow-origin"
        ]
        == ORIGIN
    )


def test_what_is_deleted_has_a_version_left_and_what_is_erased_has_none(
    s3_files: S3Files, s3_client: Any, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(s3, "AT_ONCE", 3)
    for key in ("ana/a.jpg", "ana/a.jpg", "ana/b.jpg", "ana/c.jpg", "ben/d.jpg"):
        s3_files.put(key, DATA)
    s3_files.delete("ana/a.jpg", "ana/b.jpg")
    assert sorted(versions(s3_client, bucket)) == [*["ana/a.jpg"] * 3, *["ana/b.jpg"] * 2, "ana/c.jpg", "ben/d.jpg"]
    s3_files.erase("ana/")
    left = s3_client.list_object_versions(Bucket=bucket)
    assert [each["Key"] for each in left["Versions"]] == ["ben/d.jpg"]


def test_of_what_is_erased_a_copy_elsewhere_is_told(s3_files: S3Files, s3_client: Any, bucket: str) -> None:
    """A mark stays, also where it is tried again: S3 copies marks to a bucket in another region, removals of versions not."""
    for key in ("ana/a.jpg", "ana/b.jpg", "ben/d.jpg"):
        s3_files.put(key, DATA)
    s3_files.delete("ana/b.jpg")
    for _ in range(2):
        s3_files.erase("ana/")
        left = s3_client.list_object_versions(Bucket=bucket)
        assert sorted(each["Key"] for each in left["DeleteMarkers"]) == ["ana/a.jpg", "ana/b.jpg"]


def test_of_an_upload_no_version_stays(s3_files: S3Files, s3_client: Any, bucket: str) -> None:
    for key in (KEY, KEY, f"{KEY[:-4]}.jpg.png", "uploads/ana/old.jpg"):
        s3_files.put(key, DATA)
    s3_files.delete(KEY, "ana/never.jpg")
    assert sorted(versions(s3_client, bucket)) == ["ana/never.jpg", f"{KEY[:-4]}.jpg.png", "uploads/ana/old.jpg"]
    assert s3_files.remove_uploads(datetime.now(UTC) + timedelta(minutes=1)) == 2
    assert versions(s3_client, bucket) == ["ana/never.jpg"]


def test_our_signature_is_botocores() -> None:
    """A second opinion on what ministack checks by code of its own: with a token, and names that are quoted."""
    at = datetime.now(UTC).replace(microsecond=0)
    url = "https://photos.s3.eu-central-1.amazonaws.com/ana/a%20b%3D~.jpg"
    headers = {"content-type": "image/jpeg", "content-length": "10"}
    request = AWSRequest("PUT", url, headers)
    keys = ReadOnlyCredentials("AKIA", "secret", "to/ken+=")
    S3SigV4QueryAuth(keys, "s3", REGION, expires=900).add_auth(request)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(request.url).query).items()}
    then = datetime.strptime(asked["X-Amz-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    assert abs(then - at) < timedelta(minutes=1)
    ours = presign(
        "PUT", url, headers, Credentials("AKIA", "secret", "to/ken+="), REGION, then, then + timedelta(minutes=15)
    )
    assert {name: values[0] for name, values in parse_qs(urlsplit(ours).query).items()} == asked


def test_a_url_is_good_for_a_week_at_most() -> None:
    at = datetime(2026, 11, 26, tzinfo=UTC)
    with pytest.raises(ValueError, match="7 days"):
        presign("GET", "https://b/k", {}, Credentials("a", "b"), REGION, at, at + LONGEST + timedelta(seconds=1))


def test_within_the_hour_a_url_is_the_same(bucket: str) -> None:
    now = [datetime(2026, 11, 26, 10, 3, tzinfo=UTC)]
    files = S3Files(bucket, REGION, "http://127.0.0.1:9", clock=lambda: now[0])
    expires = datetime(2026, 11, 26, 12, tzinfo=UTC)
    first = files.url("ana/a.jpg", expires)
    now[0] += timedelta(minutes=56)
    assert files.url("ana/a.jpg", expires) == first
    now[0] += timedelta(minutes=1)
    assert files.url("ana/a.jpg", expires) != first


@pytest.mark.parametrize(
    ("region", "host"),
    [
        ("us-east-1", "photos.s3.us-east-1.amazonaws.com"),
        ("cn-north-1", "photos.s3.cn-north-1.amazonaws.com.cn"),
        ("eusc-de-east-1", "photos.s3.eusc-de-east-1.amazonaws.eu"),
    ],
)
def test_each_region_has_its_address(region: str, host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIA")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("AWS_SESSION_TOKEN", "token")
    url = urlsplit(S3Files("photos", region).url("ana/a.jpg", soon()))
    assert (url.scheme, url.netloc, url.path) == ("https", host, "/ana/a.jpg")
    assert parse_qs(url.query)["X-Amz-Security-Token"] == ["token"]
    client = S3Files("photos", region)._client.get()
    assert urlsplit(client.generate_presigned_url("get_object", {"Bucket": "photos", "Key": "k"})).netloc == host


def test_without_credentials_it_says_so(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    for name in ("AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE"):
        monkeypatch.setenv(name, "/nonexistent")
    with pytest.raises(UnavailableError):
        S3Files("photos", REGION).url("ana/a.jpg", soon())
    assert "no AWS credentials" in caplog.text


def every_call(files: S3Files) -> list[Callable[[], object]]:
    return [
        lambda: files.put("ana/secret.jpg", DATA),
        lambda: files.get("ana/secret.jpg"),
        lambda: files.size("ana/secret.jpg"),
        lambda: files.delete("ana/secret.jpg"),
        lambda: files.delete("uploads/ana/secret.jpg"),
        lambda: files.erase("ana/"),
        lambda: [*files.list("ana/")],
        lambda: files.remove_uploads(datetime.now(UTC)),
        files.ping,
    ]


def test_a_store_that_is_down_is_unavailable_and_the_log_names_nobody(caplog: pytest.LogCaptureFixture) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        files = S3Files("photos", REGION, f"http://127.0.0.1:{unused.getsockname()[1]}")
        for call in every_call(files):
            with pytest.raises(UnavailableError):
                call()
    assert "EndpointConnectionError" in caplog.text
    assert "ana" not in caplog.text


def test_a_bucket_that_is_not_there_is_unavailable_and_the_log_says_why(
    s3_endpoint: str, caplog: pytest.LogCaptureFixture
) -> None:
    files = S3Files("not-there", REGION, s3_endpoint)
    for number, call in enumerate(every_call(files)):
        if number != SIZE:  # asked by HEAD, whose 404 says no more
            with pytest.raises(UnavailableError):
                call()
    assert "NoSuchBucket" in caplog.text
    assert "ana" not in caplog.text


@contextmanager
def answering(*answers: Answer | None) -> Iterator[tuple[str, list[str]]]:
    """Serve these answers in their order, the last again and again; None cuts the connection. Gives what was asked."""
    left, asked = [*answers], list[str]()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", "0")))
            asked.append(self.command)
            answer = left.pop(0) if len(left) > 1 else left[0]
            if answer is None:
                return
            status, headers, body = answer
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(body))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_PUT = do_POST = do_GET  # noqa: N815 - http.server's names

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}", asked
        finally:
            server.shutdown()
            thread.join()


def refusal(status: int, code: str) -> Answer:
    return (
        status,
        {"Content-Type": "application/xml"},
        f"<Error><Code>{code}</Code><Message>ana</Message></Error>".encode(),
    )


WHOLE = (200, {"Content-Type": "image/jpeg"}, DATA)
HALF = (200, {"Content-Type": "image/jpeg", "Content-Length": "20"}, DATA)


@pytest.mark.parametrize("fault", [refusal(503, "SlowDown"), refusal(500, "InternalError"), None, HALF])
def test_what_fails_once_is_asked_again(fault: Answer | None) -> None:
    with answering(fault, WHOLE) as (url, asked):
        assert S3Files("photos", REGION, url).get("ana/a.jpg") == DATA
    assert asked == ["GET", "GET"]


@pytest.mark.parametrize("fault", [refusal(503, "SlowDown"), None, HALF])
def test_what_fails_again_and_again_is_unavailable(fault: Answer | None) -> None:
    with answering(fault) as (url, asked), pytest.raises(UnavailableError):
        S3Files("photos", REGION, url).get("ana/a.jpg")
    assert len(asked) == 3


def test_what_is_denied_is_not_asked_again(caplog: pytest.LogCaptureFixture) -> None:
    with answering(refusal(403, "AccessDenied")) as (url, asked), pytest.raises(UnavailableError):
        S3Files("photos", REGION, url).get("ana/a.jpg")
    assert asked == ["GET"]
    assert "AccessDenied" in caplog.text
    assert "ana" not in caplog.text


def test_a_file_that_is_not_removed_is_not_taken_for_removed(caplog: pytest.LogCaptureFixture) -> None:
    body = b"<DeleteResult><Error><Key>ana/a.jpg</Key><Code>InternalError</Code></Error></DeleteResult>"
    with answering((200, {"Content-Type": "application/xml"}, body)) as (url, _), pytest.raises(UnavailableError):
        S3Files("photos", REGION, url).delete("ana/a.jpg")
    assert "InternalError" in caplog.text
    assert "ana/" not in caplog.text


def test_debug_logs_hold_no_request(s3_files: S3Files, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        s3_files.put("ana/secret.jpg", DATA)
        s3_files.get("ana/secret.jpg")
    assert [record for record in caplog.records if record.name.startswith("botocore")] == []


def test_botocore_is_not_imported_before_it_is_needed() -> None:
    program = (
        "import sys; from fitzen import wiring; from fitzen.config import Settings; "
        "wiring.build(Settings(store_url='sqlite://', chat_store_url='sqlite://', files_url='s3://photos', "
        "sms_url='inbox:x', mail_url='inbox:x', push_url='inbox:x', secret_key='s' * 32)); "
        "print({'botocore', 'boto3'} & sys.modules.keys())"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"
