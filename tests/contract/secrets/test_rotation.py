"""The password of the database changes under a server that answers: nobody notices, and nothing is started anew."""

import secrets as random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from uuid import uuid4

import httpx
import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict
from tests.fixtures.secret_manager import Secrets, as_text
from tests.fixtures.serving import FITZEN, serving, sign_in

from fitzen.errors import UnavailableError
from fitzen.infra.storage.rotation import Rotation
from fitzen.infra.storage.sql import SqlStore

CLIENTS = 4


class Database:
    """A database whose role needs its password, and the secret that names it, as RDS keeps it."""

    def __init__(self, admin_url: str, kept: Secrets) -> None:
        self._admin_url = admin_url
        self._kept = kept
        self.role = f"r{uuid4().hex}"
        told = conninfo_to_dict(admin_url)
        self.name = str(told["dbname"])
        self._secret = {
            "engine": "postgres",
            "host": told["host"],
            "port": told.get("port") or 5432,
            "dbname": self.name,
            "username": self.role,
            "password": random.token_urlsafe(12),
        }
        with self.admin() as admin:
            [hba] = admin.execute("SHOW hba_file").fetchone() or [""]
            before = Path(hba).read_text()
            Path(hba).write_text(f"local all {self.role} scram-sha-256\n{before}")
            self._set_password(admin)
            admin.execute("SELECT pg_reload_conf()")
            admin.execute(f"ALTER DATABASE {self.name} OWNER TO {self.role}")
            admin.execute(f"ALTER SCHEMA public OWNER TO {self.role}")
        self.reference = kept.make(self._secret)

    @contextmanager
    def admin(self) -> Iterator[psycopg.Connection]:
        with psycopg.connect(self._admin_url, autocommit=True) as connection:
            yield connection

    def prepare(self) -> str:
        """Make the next password: the first step of AWS's rotation."""
        self._secret["password"] = random.token_urlsafe(12)
        made = self._kept.client.put_secret_value(
            SecretId=self.reference.removeprefix("aws-sm://"),
            SecretString=as_text(self._secret),
            VersionStages=["AWSPENDING"],
        )
        return str(made["VersionId"])

    def change(self) -> None:
        """Give it to the role, and end the connections that wait, so that the server must connect anew.

        Only those that have waited for a while: one that is ended amid its COMMIT has rightly failed.
        """
        with self.admin() as admin:
            self._set_password(admin)
            admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s AND state = 'idle' "
                "AND state_change < now() - interval '20 ms'",
                [self.role],
            )

    def finish(self, version: str) -> None:
        """Name it the current one."""
        name = self.reference.removeprefix("aws-sm://")
        stages = self._kept.client.describe_secret(SecretId=name)["VersionIdsToStages"]
        [current] = [each for each, labels in stages.items() if "AWSCURRENT" in labels]
        self._kept.client.update_secret_version_stage(
            SecretId=name, VersionStage="AWSCURRENT", MoveToVersionId=version, RemoveFromVersionId=current
        )
        # As AWS's rotation functions end; ministack would leave the label there when the next version gets it.
        self._kept.client.update_secret_version_stage(
            SecretId=name, VersionStage="AWSPENDING", RemoveFromVersionId=version
        )

    def _set_password(self, admin: psycopg.Connection) -> None:
        there = admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [self.role]).fetchone()
        statement = "ALTER ROLE {} PASSWORD {}" if there else "CREATE ROLE {} LOGIN PASSWORD {}"
        admin.execute(sql.SQL(statement).format(sql.Identifier(self.role), sql.Literal(self._secret["password"])))


@pytest.fixture
def database(make_postgres_url: Callable[[], str], secrets: Secrets) -> Database:
    return Database(make_postgres_url(), secrets)


def test_the_role_does_need_its_password(database: Database) -> None:
    told = conninfo_to_dict(database._admin_url)
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(host=told["host"], dbname=database.name, user=database.role, password="another")


def test_requests_under_way_do_not_fail(database: Database, secrets: Secrets, tmp_path: Path) -> None:
    environ = {**secrets.environ, "STORE_URL": database.reference}
    command = [FITZEN, "serve", "--role", "api", "--workers", "2", "--threads", "2"]
    done = Event()
    with serving(tmp_path, environ, command) as server, ThreadPoolExecutor(CLIENTS) as pool:
        clients = [pool.submit(_log_and_list, server.url, done) for _ in range(CLIENTS)]
        for _ in range(2):
            time.sleep(0.5)
            version = database.prepare()
            database.change()
            time.sleep(1.5)  # the current secret is the old one still
            database.change()
            time.sleep(0.5)
            database.finish(version)
            database.change()
            time.sleep(1)
        done.set()
        statuses = [status for client in clients for status in client.result()]
    assert set(statuses) == {200, 201}, server.log()
    assert len(statuses) > 10 * CLIENTS
    assert "password authentication failed" not in server.log()


def _log_and_list(url: str, done: Event) -> list[int]:
    statuses = []
    with httpx.Client(base_url=url, timeout=30) as client:
        sign_in(client, email=f"{uuid4().hex}@example.com")
        while not done.is_set():
            body = {"taken_at": "2026-11-23T07:10:00+01:00", "metric": "weight_kg", "value": 71.4}
            statuses.append(client.post("/api/measurements", json=body).status_code)
            statuses.append(client.get("/api/measurements/me").status_code)
            time.sleep(0.05)
    return statuses


def test_a_database_that_is_down_is_not_the_secret_s_fault() -> None:
    """The secret is asked once a second at most, however many connections are refused, and its failure is no other."""
    asked: list[str] = []

    def fetch(stage: str) -> str:
        asked.append(stage)
        raise UnavailableError

    now = 0.0
    url = "postgresql://nobody@127.0.0.1:1/none?connect_timeout=2"
    store = SqlStore(url, rotation=Rotation(fetch, lambda: now))
    for _ in range(3):
        with pytest.raises(UnavailableError):
            store.ping()
    assert asked == ["AWSCURRENT", "AWSPENDING"]
    now = 1.0
    with pytest.raises(UnavailableError):
        store.ping()
    assert len(asked) == 4
    store.close()
