"""References to secrets in settings, against Secrets Manager over the wire."""

from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict
from tests.fixtures.listening import free_port
from tests.fixtures.secret_manager import Secrets, as_text

from fitzen import config, secret_store
from fitzen.config import SettingsError, load

VALUE = "hunter2-hunter2-hunter2-hunter2-hunter2"
SAFE = {
    "FITZEN_ENV": "production",
    "STORE_URL": "postgresql://db/fitzen",
    "SMS_URL": "sns:eu-west-1",
    "MAIL_URL": "ses:eu-west-1",
    "PUSH_URL": "expo:",
    "FILES_URL": "s3://photos",
    "AWS_REGION": "eu-central-1",
}


def test_a_secret_counts_by_its_own_length(secrets: Secrets, tmp_path: Path) -> None:
    safe = SAFE | {"FITZEN_DATA_DIR": str(tmp_path)}
    assert load(safe | {"SECRET_KEY": secrets.make(VALUE)}).secret_key == VALUE
    short = secrets.make("short")
    with pytest.raises(SettingsError, match="SECRET_KEY: set it to") as refused:
        load(safe | {"SECRET_KEY": short})
    assert "short" not in refused.value.detail


def test_any_setting_may_be_one_with_a_key_of_its_json(secrets: Secrets, tmp_path: Path) -> None:
    reference = secrets.make({"ids": "a,b", "port": 6001, "nested": {}})
    environ = {"FITZEN_DATA_DIR": str(tmp_path), "AWS_REGION": "eu-central-1"}
    settings = load(environ | {"GOOGLE_CLIENT_IDS": f"{reference}#ids", "API_PORT": f"{reference}#port"})
    assert (settings.google_client_ids, settings.api_port) == (("a", "b"), 6001)
    for key in ("other", "nested"):
        with pytest.raises(SettingsError, match=f"OPENAI_API_KEY: the secret has no text under {key}"):
            load(environ | {"OPENAI_API_KEY": f"{reference}#{key}"})


@pytest.mark.parametrize("managed", [False, True])
def test_a_secret_of_a_database_becomes_its_url(secrets: Secrets, tmp_path: Path, *, managed: bool) -> None:
    """RDS writes host, port and name into the secrets that its rotation functions make, not into those it manages."""
    place = {} if managed else {"engine": "postgres", "host": "other.example.com", "port": 6432, "dbname": "other"}
    reference = secrets.make({"username": "fitzen", "password": "p@ss/w:rd?#%"} | place)
    query = "?host=db.example.com&port=5433&dbname=fitzen&sslmode=verify-full" if managed else "?sslmode=verify-full"
    settings = load({"FITZEN_DATA_DIR": str(tmp_path), "STORE_URL": reference + query, "AWS_REGION": "eu-central-1"})
    told = conninfo_to_dict(settings.store_url)
    assert (told["user"], told["password"], told["sslmode"]) == ("fitzen", "p@ss/w:rd?#%", "verify-full")
    expected = ("db.example.com", "5433", "fitzen") if managed else ("other.example.com", "6432", "other")
    assert (told["host"], told["port"], told["dbname"]) == expected


def test_a_database_without_a_place_says_what_to_add(secrets: Secrets, tmp_path: Path) -> None:
    reference = secrets.make({"username": "fitzen", "password": VALUE})
    with pytest.raises(SettingsError, match=r"STORE_URL: .*\?host=") as refused:
        load({"FITZEN_DATA_DIR": str(tmp_path), "STORE_URL": reference, "AWS_REGION": "eu-central-1"})
    assert VALUE not in refused.value.detail


def test_an_arn_names_the_secret_and_its_region(secrets: Secrets, tmp_path: Path) -> None:
    name = secrets.make(VALUE).removeprefix(secret_store.SCHEME)
    arn = secrets.client.describe_secret(SecretId=name)["ARN"]
    settings = load({"FITZEN_DATA_DIR": str(tmp_path), "SECRET_KEY": f"aws-sm://{arn}", "AWS_REGION": "us-east-1"})
    assert settings.secret_key == VALUE


def test_what_is_not_there_is_said_by_its_variable(secrets: Secrets, tmp_path: Path) -> None:
    environ = {"FITZEN_DATA_DIR": str(tmp_path), "AWS_REGION": "eu-central-1"}
    with pytest.raises(SettingsError, match=r"SECRET_KEY: .*fitzen/test/none: ResourceNotFoundException"):
        load(environ | {"SECRET_KEY": "aws-sm://fitzen/test/none"})
    with pytest.raises(SettingsError, match=r"SECRET_KEY: .*name of a secret"):
        load(environ | {"SECRET_KEY": "aws-sm://"})


def test_a_service_that_does_not_answer_is_said_too(
    secrets: Secrets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_SECRETS_MANAGER", f"http://127.0.0.1:{free_port()}")
    with pytest.raises(SettingsError, match="SECRET_KEY: Secrets Manager did not give some: EndpointConnectionError"):
        load({"FITZEN_DATA_DIR": str(tmp_path), "SECRET_KEY": "aws-sm://some", "AWS_REGION": "eu-central-1"})


def test_it_is_read_once_and_again_when_asked(secrets: Secrets, tmp_path: Path) -> None:
    reference = secrets.make("first")
    environ = {"FITZEN_DATA_DIR": str(tmp_path), "OPENAI_API_KEY": reference, "AWS_REGION": "eu-central-1"}
    settings = load(environ)
    secrets.client.put_secret_value(SecretId=reference.removeprefix("aws-sm://"), SecretString="second")
    assert load(environ).openai_api_key == "first"
    assert config.renewed(settings, "openai_api_key", "AWSCURRENT") == "second"
    assert load(environ).openai_api_key == "second"
    assert reference not in repr(settings)


def test_the_key_before_is_empty_until_there_was_one(secrets: Secrets, tmp_path: Path) -> None:
    reference = secrets.make(VALUE)
    environ = {
        "FITZEN_DATA_DIR": str(tmp_path),
        "AWS_REGION": "eu-central-1",
        "SECRET_KEY": reference,
        "SECRET_KEY_PREVIOUS": f"{reference}?stage=AWSPREVIOUS",
    }
    assert load(environ).verifies == (VALUE,)
    secrets.client.put_secret_value(SecretId=reference.removeprefix("aws-sm://"), SecretString=VALUE[::-1])
    secret_store._kept.clear()
    assert load(environ).verifies == (VALUE[::-1], VALUE)


def test_a_file_holds_what_a_variable_would(tmp_path: Path) -> None:
    path = tmp_path / "url"
    path.write_text(f"openai://host/v1?model={as_text('m')}\n")
    environ = {"FITZEN_DATA_DIR": str(tmp_path), "LLM_URL_FILE": str(path)}
    assert load(environ).llm_url == "openai://host/v1?model=m"
    assert load(environ | {"LLM_URL": "builtin:"}).llm_url == "builtin:"
    with pytest.raises(SettingsError, match="LLM_URL_FILE cannot be read: FileNotFoundError"):
        load(environ | {"LLM_URL_FILE": str(tmp_path / "none")})
