"""Settings: safe in production, ready on a laptop."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from fitzen.config import SettingsError, load

SAFE = {
    "FITZEN_ENV": "production",
    "SECRET_KEY": "s" * 32,
    "SECRET_KEY_PREVIOUS": "p" * 32,
    "PEPPER_KEY": "q" * 32,
    "STORE_URL": "postgresql://db/fitzen",
    "SMS_URL": "sns:eu-west-1",
    "MAIL_URL": "ses:eu-west-1",
    "PUSH_URL": "expo:",
    "FILES_URL": "s3://photos",
}
MAY_BE_LEFT_OUT = {"FITZEN_ENV", "SECRET_KEY_PREVIOUS", "PEPPER_KEY"}


def test_production_names_every_unsafe_variable_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        load({"FITZEN_ENV": "production", "FITZEN_DATA_DIR": str(tmp_path / "var")})
    assert all(name in refused.value.detail for name in SAFE if name not in MAY_BE_LEFT_OUT)
    assert not (tmp_path / "var").exists(), "no secret was made on the way"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "s" * 31),
        ("SECRET_KEY_PREVIOUS", "s" * 31),
        ("PEPPER_KEY", "s" * 31),
        ("STORE_URL", ""),
        ("SMS_URL", "inbox:"),
        ("SMS_URL", "inbox:/tmp/inbox"),
        ("MAIL_URL", ""),
        ("PUSH_URL", ""),
        ("PUSH_URL", "inbox:/tmp/inbox"),
        ("FILES_URL", ""),
    ],
)
def test_production_names_the_unsafe_one_and_no_other(tmp_path: Path, variable: str, value: str) -> None:
    with pytest.raises(SettingsError) as refused:
        load(SAFE | {variable: value, "FITZEN_DATA_DIR": str(tmp_path)})
    named = [name for name in SAFE if f"{name}: " in refused.value.detail]
    assert named == [variable]
    assert len(value) < 10 or value not in refused.value.detail


@pytest.mark.parametrize("variable", ["GOOGLE_JWKS_URL", "APPLE_JWKS_URL"])
def test_production_does_not_take_keys_that_anybody_on_the_way_could_change(variable: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=variable):
        load(SAFE | {variable: "http://keys.example.com", "FITZEN_DATA_DIR": str(tmp_path)})


def test_production_takes_what_is_safe(tmp_path: Path) -> None:
    settings = load(SAFE | {"FITZEN_DATA_DIR": str(tmp_path)})
    assert settings.production
    assert (settings.secret_key, settings.chat_store_url) == ("s" * 32, "postgresql://db/fitzen")
    assert list(tmp_path.iterdir()) == []


def test_a_laptop_needs_nothing(tmp_path: Path) -> None:
    settings = load({"FITZEN_DATA_DIR": str(tmp_path)})
    assert settings.store_url == settings.chat_store_url == f"sqlite:///{tmp_path}/fitzen.db"
    assert settings.sms_url == settings.mail_url == settings.push_url == f"inbox:{tmp_path}/inbox.jsonl"
    assert settings.files_url == f"file:{tmp_path}/files"
    assert not settings.production


def test_the_own_secret_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    environ = {"FITZEN_DATA_DIR": str(tmp_path / "var")}
    first, second = load(environ), load(environ)
    assert first.secret_key == second.secret_key
    assert len(first.secret_key) >= 32
    [path] = (tmp_path / "var").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert load({"FITZEN_DATA_DIR": str(tmp_path / "other")}).secret_key != first.secret_key


def test_the_own_secret_is_never_readable_by_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for a moment either: nothing sets its mode right afterwards."""
    monkeypatch.setattr(Path, "chmod", lambda path, mode: None)
    load({"FITZEN_DATA_DIR": str(tmp_path)})
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600


def test_processes_that_start_at_once_agree(tmp_path: Path) -> None:
    program = "from fitzen.config import load; print(load().secret_key)"
    environ = os.environ | {"FITZEN_ENV": "", "SECRET_KEY": "", "FITZEN_DATA_DIR": str(tmp_path / "var")}
    processes = [
        subprocess.Popen([sys.executable, "-c", program], env=environ, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert len({process.communicate(timeout=30)[0] for process in processes}) == 1
    assert [process.returncode for process in processes] == [0] * 3
    assert [path.name for path in (tmp_path / "var").iterdir()] == ["secret.key"]


def test_the_secret_is_not_shown(tmp_path: Path) -> None:
    settings = load(SAFE | {"STORE_URL": "postgresql://fitzen:hunter2@db/fitzen", "FITZEN_DATA_DIR": str(tmp_path)})
    assert settings.secret_key not in repr(settings)
    assert "hunter2" not in repr(settings)


def test_a_laptop_knows_by_which_address_it_is_reached(tmp_path: Path) -> None:
    environ = {"FITZEN_DATA_DIR": str(tmp_path), "API_PORT": "8080"}
    assert load(environ).public_url == "http://localhost:8080"
    assert load(environ | {"PUBLIC_URL": "http://fitzen.local:5001/"}).public_url == "http://fitzen.local:5001"


def test_production_is_told_by_which_address_it_is_reached(tmp_path: Path) -> None:
    safe = SAFE | {"FITZEN_DATA_DIR": str(tmp_path)}
    assert load(safe).public_url == ""
    assert load(safe | {"PUBLIC_URL": "https://fitzen.example/"}).public_url == "https://fitzen.example"
    with pytest.raises(SettingsError, match="PUBLIC_URL"):
        load(safe | {"PUBLIC_URL": "http://fitzen.example"})


@pytest.mark.parametrize(
    "value",
    [
        "fitzen.example",
        "https://",
        "https://a b",
        "https://a/b",
        "https://a?b=c",
        "https://ñ.example",
        "https://user@a",
        "https://a\r\nBcc: b@example.com",
        "ftp://a",
    ],
)
def test_an_address_that_is_none_is_named(tmp_path: Path, value: str) -> None:
    with pytest.raises(SettingsError, match="PUBLIC_URL takes https://host"):
        load({"FITZEN_DATA_DIR": str(tmp_path), "PUBLIC_URL": value})


def test_lists_and_numbers(tmp_path: Path) -> None:
    environ = {"FITZEN_DATA_DIR": str(tmp_path), "GOOGLE_CLIENT_IDS": "a, b,,", "API_PORT": "8080"}
    settings = load(environ)
    assert (settings.google_client_ids, settings.api_port) == (("a", "b"), 8080)
    with pytest.raises(SettingsError, match="API_PORT"):
        load(environ | {"API_PORT": "many"})
