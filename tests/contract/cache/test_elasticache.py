"""Signed in to ElastiCache without a password: what is signed, and when a connection asks for it."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import botocore.auth
import pytest
from botocore.credentials import Credentials
from botocore.hooks import HierarchicalEmitter
from botocore.model import ServiceId
from botocore.signers import RequestSigner
from redis import Redis
from tests.contract.cache.conftest import PATIENT_S
from tests.fixtures.redis import running_redis

from fitzen.errors import UnavailableError
from fitzen.infra.cache.elasticache import signing_in
from fitzen.infra.cache.redis import RedisCache

USER, CACHE, REGION = "fitzen-prod-app", "fitzen-prod-cache", "eu-central-1"
DAY = timedelta(days=1)


@pytest.fixture
def role(monkeypatch: pytest.MonkeyPatch) -> Credentials:
    """Temporary credentials, as a task has them."""
    given = Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "session/token+with=signs")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", given.access_key)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", given.secret_key)
    monkeypatch.setenv("AWS_SESSION_TOKEN", given.token)
    return given


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "none"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


def test_it_is_the_request_that_aws_s_own_signer_would_sign(role: Credentials, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime(2026, 11, 27, 1, 2, 3, tzinfo=UTC)
    monkeypatch.setattr(botocore.auth, "get_current_datetime", lambda *_, **__: moment.replace(tzinfo=None))
    events = HierarchicalEmitter()
    signer = RequestSigner(ServiceId("elasticache"), REGION, "elasticache", "v4", role, events)
    asked = f"https://{CACHE}/?Action=connect&User={USER}&ResourceType=ServerlessCache"
    request = {"method": "GET", "url": asked, "body": {}, "headers": {}, "context": {}}
    expected = signer.generate_presigned_url(request, operation_name="connect", expires_in=900, region_name=REGION)
    assert signing_in(USER, CACHE, REGION)() == (USER, expected.removeprefix("https://"))


def test_it_says_who_connects_to_what_and_for_how_long(role: Credentials) -> None:
    _, token = signing_in(USER, CACHE, REGION)()
    assert token.startswith(f"{CACHE}/?")
    query = {name: value for name, (value,) in parse_qs(urlsplit(f"//{token}").query).items()}
    assert (query["Action"], query["User"], query["ResourceType"]) == ("connect", USER, "ServerlessCache")
    assert query["X-Amz-Expires"] == "900"
    assert query["X-Amz-Security-Token"] == role.token
    assert query["X-Amz-Credential"].split("/")[2:4] == [REGION, "elasticache"]


def test_without_credentials_there_is_no_cache_and_requests_go_on(
    nobody: None, redis_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    sign_in = signing_in(USER, CACHE, REGION)
    with pytest.raises(UnavailableError):
        sign_in()
    cache = RedisCache(redis_url, PATIENT_S, sign_in=sign_in)
    with caplog.at_level(logging.WARNING):
        cache.put("key", "value", DAY)
        assert cache.get("key") is None
    assert "AuthenticationError" in caplog.text
    with pytest.raises(UnavailableError):
        cache.ping()
    cache.close()


@pytest.fixture
def closed_redis(tmp_path: Path) -> Iterator[str]:
    """A server on which `USER` has the rights that deploy/cdk gives it, and nobody else gets in but `admin`."""
    rights = ["resetkeys", "~fitzen:*", "-@all", "+@read", "+@write", "+@scripting", "+@connection", "+time"]
    admin = ["--user", "admin", "on", ">admin", "~*", "+@all"]
    options = [*admin, "--user", USER, "on", ">first", *rights, "-@dangerous", "--user", "default", "off"]
    with running_redis(tmp_path, *options) as url:
        yield url


def test_each_connection_asks_anew(closed_redis: str) -> None:
    """ElastiCache ends a connection after 12 hours, when its token is long of no use."""
    tokens = ["first"]
    cache = RedisCache(closed_redis, PATIENT_S, sign_in=lambda: (USER, tokens[-1]))
    key = uuid4().hex
    cache.put(key, "kept", DAY)
    assert cache.get(key) == "kept"
    with Redis.from_url(closed_redis, username="admin", password="admin") as admin:
        admin.execute_command("ACL", "SETUSER", USER, "resetpass", ">second")
        assert cache.get(key) == "kept"  # what is open goes on
        tokens.append("second")
        admin.client_kill_filter(user=USER)
        assert cache.get(key) == "kept"
        tokens.append("wrong")
        admin.client_kill_filter(user=USER)
        assert cache.get(key) is None
    cache.close()
