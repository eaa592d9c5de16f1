"""IDENTITY_URL: what it takes, and what is said of what it does not take."""

from pathlib import Path

import pytest
from tests.fixtures.api import settings_for

from fitzen import wiring
from fitzen.config import Settings, SettingsError, load
from fitzen.infra.identity.cognito import CognitoIdentity
from fitzen.infra.identity.local import LocalIdentity

POOL = "cognito://eu-central-1/eu-central-1_aBcDeFgHi"
CLIENT = f"{POOL}?client=3a1b2c3d4e5f6g7h8i9j0k1l2m"


def test_identity_is_local_unless_told(tmp_path: Path) -> None:
    assert isinstance(wiring.build(settings_for(tmp_path)).identity, LocalIdentity)


@pytest.mark.parametrize(
    "url",
    [
        CLIENT,
        f"{CLIENT}&endpoint=http://127.0.0.1:4566",
        f"{CLIENT}&endpoint=https://cognito-idp.example.com",
        "cognito://us-gov-west-1/us-gov-west-1_a?client=b",
    ],
)
def test_a_pool(tmp_path: Path, url: str) -> None:
    assert isinstance(wiring.build(settings_for(tmp_path, identity_url=url)).identity, CognitoIdentity)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("", "takes local: or cognito://"),
        ("cognito:", "takes local: or cognito://"),
        ("auth0://example", "takes local: or cognito://"),
        (POOL, "takes local: or cognito://"),
        (f"{POOL}?client=", "takes local: or cognito://"),
        ("cognito://eu-central-1?client=b", "takes local: or cognito://"),
        (f"{CLIENT}&secret=abc", "takes local: or cognito://"),
        ("cognito://eu-central-1/us-east-1_aBcDeFgHi?client=b", "is not in eu-central-1"),
        (f"{CLIENT}&endpoint=http://cognito.example.com", "only on this machine"),
        (f"{CLIENT}&endpoint=", "only on this machine"),
    ],
)
def test_what_it_does_not_take(tmp_path: Path, url: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        wiring.build(settings_for(tmp_path, identity_url=url))


def test_the_secret_is_a_setting_that_is_not_shown(tmp_path: Path) -> None:
    settings = load({"COGNITO_CLIENT_SECRET": "not to be seen", "FITZEN_DATA_DIR": str(tmp_path)})
    assert settings.cognito_client_secret == "not to be seen"
    assert "not to be seen" not in repr(settings)
    assert "not to be seen" not in str(Settings(cognito_client_secret="not to be seen"))
