"""Settings; the only reader of the environment.

Each capability is one URL with a default that works on a laptop. `FITZEN_ENV=production` refuses a default that is
unsafe there and says which variable to set.

A variable may be a reference to a secret (`aws-sm://name#key`, see secret_store.py), or come from a file whose path is
in the variable of the same name with `_FILE` behind it. Both are read before anything judges the value.
"""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from fitzen import secret_store
from fitzen.errors import FitzenError

WEB_APP = Path(__file__).parent / "frontend"
"""Where `make app` puts the web app; a wheel that was made after it carries it."""
GOOGLE_KEYS = "https://www.googleapis.com/oauth2/v3/certs"
APPLE_KEYS = "https://appleid.apple.com/auth/keys"
MIN_SECRET_LENGTH = 32
PUBLIC_URL = re.compile(r"https?://([\w.-]+|\[[0-9a-f:]+\])(:\d{1,5})?/?", re.ASCII)


class SettingsError(FitzenError):
    """A variable is missing or wrong; the message says which and what to set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One attribute a variable, named in `VARIABLES`; lists are comma-separated. What may hold a secret is not shown."""

    env: str = "development"
    data_dir: str = "./var"
    store_url: str = field(default="", repr=False)
    chat_store_url: str = field(default="", repr=False)
    replica_url: str = field(default="", repr=False)
    identity_url: str = "local:"
    cognito_client_secret: str = field(default="", repr=False)
    llm_url: str = field(default="builtin:", repr=False)
    llm_fallback_url: str = field(default="", repr=False)
    openai_api_key: str = field(default="", repr=False)
    sms_url: str = field(default="inbox:", repr=False)
    mail_url: str = field(default="inbox:", repr=False)
    push_url: str = field(default="inbox:", repr=False)
    expo_access_token: str = field(default="", repr=False)
    topics_url: str = ""
    barcodes_url: str = ""
    files_url: str = field(default="", repr=False)
    files_cdn_url: str = ""
    files_cdn_key_id: str = ""
    files_cdn_private_key: str = field(default="", repr=False)
    cache_url: str = field(default="", repr=False)
    requests_a_minute: int = 0
    api_host: str = "127.0.0.1"
    api_port: int = 5001
    frontend_url: str = "http://localhost:8081"
    public_url: str = ""
    web_dir: str = ""
    secret_key: str = field(default="", repr=False)
    secret_key_previous: tuple[str, ...] = field(default=(), repr=False)
    pepper_key: str = field(default="", repr=False)
    aws_region: str = "us-east-1"
    bedrock_model_id: str = "global.anthropic.claude-sonnet-5-5"
    bedrock_small_model_id: str = "global.anthropic.claude-haiku-5-5"
    log_level: str = "INFO"
    log_format: str = "auto"
    log_sample: float = 1.0
    metrics_token: str = field(default="", repr=False)
    metrics_emf_s: int = 0
    otel_exporter_otlp_endpoint: str = ""
    otel_exporter_otlp_headers: str = field(default="", repr=False)
    otel_service_name: str = "fitzen"
    otel_resource_attributes: str = ""
    otel_traces_sampler: str = "parentbased_traceidratio"
    otel_traces_sampler_arg: float = 0.05
    default_region: str = "US"
    google_client_ids: tuple[str, ...] = ()
    google_issuer: str = "https://accounts.google.com"
    google_jwks_url: str = GOOGLE_KEYS
    apple_client_ids: tuple[str, ...] = ()
    apple_issuer: str = "https://appleid.apple.com"
    apple_jwks_url: str = APPLE_KEYS
    references: Mapping[str, str] = field(default_factory=dict, repr=False)
    """By attribute, the references to secrets that values came from; no variable."""

    @property
    def verifies(self) -> tuple[str, ...]:
        """The keys whose signatures are taken: the one that signs, and those that did (or are about to)."""
        return (self.secret_key, *self.secret_key_previous)

    @property
    def pepper(self) -> str:
        """Names, hashes and encrypts what is in the Store. It stays when SECRET_KEY is changed (ADR 25)."""
        return self.pepper_key or self.secret_key

    @property
    def production(self) -> bool:
        return self.env == "production"


_NAMED = {"env": "FITZEN_ENV", "data_dir": "FITZEN_DATA_DIR", "default_region": "FITZEN_DEFAULT_REGION"}
VARIABLES = {
    each.name: _NAMED.get(each.name, each.name.upper()) for each in fields(Settings) if each.name != "references"
}


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from the environment. Raises SettingsError naming the variable."""
    environ = os.environ if environ is None else environ
    texts = {name: text for name, variable in VARIABLES.items() if (text := _text(environ, variable))}
    references = {name: text for name, text in texts.items() if secret_store.is_reference(text)}
    region = texts.get("aws_region", "us-east-1")
    texts |= {name: _resolved(VARIABLES[name], text, region) for name, text in references.items()}
    given: dict[str, Any] = {
        each.name: _parse(VARIABLES[each.name], texts[each.name], each.default)
        for each in fields(Settings)
        if texts.get(each.name)
    }
    settings = Settings(**given, references=references)
    if settings.public_url and not PUBLIC_URL.fullmatch(settings.public_url):
        raise SettingsError("PUBLIC_URL takes https://host, by which the API is reached from outside.")
    if settings.production:
        _refuse_unsafe(settings)
    return _with_local_defaults(settings)


def renewed(settings: Settings, name: str, stage: str) -> str:
    """Read the secret that a setting came from anew, at a stage of its rotation. Raises SettingsError."""
    return _resolved(VARIABLES[name], settings.references[name], settings.aws_region, stage=stage, again=True)


def _text(environ: Mapping[str, str], variable: str) -> str:
    if environ.get(variable) or not environ.get(f"{variable}_FILE"):
        return environ.get(variable, "")
    try:
        return Path(environ[f"{variable}_FILE"]).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError) as error:
        raise SettingsError(f"{variable}_FILE cannot be read: {type(error).__name__}.") from None


def _resolved(variable: str, text: str, region: str, *, stage: str = "", again: bool = False) -> str:
    try:
        return secret_store.resolve(text, region, stage=stage, again=again)
    except secret_store.SecretError as error:
        raise SettingsError(f"{variable}: {error}.") from None


def user_config_dir(environ: Mapping[str, str] | None = None) -> Path:
    """Return where a person's own settings live, by the XDG base directory specification; it may not be there yet."""
    environ = os.environ if environ is None else environ
    given = Path(environ.get("XDG_CONFIG_HOME", ""))
    return (given if given.is_absolute() else Path.home() / ".config") / "fitzen"


def _parse(variable: str, text: str, default: object) -> object:
    if isinstance(default, tuple):
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if isinstance(default, int):
        try:
            return int(text)
        except ValueError:
            raise SettingsError(f"{variable} must be a whole number.") from None
    if isinstance(default, float):
        try:
            return float(text)
        except ValueError:
            raise SettingsError(f"{variable} must be a number.") from None
    return text


def _refuse_unsafe(settings: Settings) -> None:
    """Name every variable whose value is unsafe in production, all at once."""
    checks = {
        "secret_key": (len(settings.secret_key) < MIN_SECRET_LENGTH, "a random text of at least 32 characters"),
        "secret_key_previous": (
            any(len(each) < MIN_SECRET_LENGTH for each in settings.secret_key_previous),
            "keys of at least 32 characters, with commas, or leave it out",
        ),
        "pepper_key": (
            0 < len(settings.pepper_key) < MIN_SECRET_LENGTH,
            "a random text of at least 32 characters, or leave it out",
        ),
        "store_url": (
            not settings.store_url,
            "postgresql://… or dynamodb://…; SQLite only on a single machine, said so",
        ),
        "sms_url": (settings.sms_url.startswith("inbox:"), "sns:… (inbox: keeps messages where developers read them)"),
        "files_url": (not settings.files_url, "s3://bucket, or file:///folder where every task sees the same one"),
        "mail_url": (settings.mail_url.startswith("inbox:"), "ses:… or smtp://…"),
        "push_url": (settings.push_url.startswith("inbox:"), "expo:…"),
        "public_url": (
            settings.public_url.startswith("http:"),
            "https://…, by which the API is reached from outside, or leave it out",
        ),
        "google_jwks_url": (not settings.google_jwks_url.startswith("https:"), "https://… (it says whom to believe)"),
        "apple_jwks_url": (not settings.apple_jwks_url.startswith("https:"), "https://… (it says whom to believe)"),
    }
    wrong = [f"{VARIABLES[name]}: set it to {hint}" for name, (unsafe, hint) in checks.items() if unsafe]
    if wrong:
        raise SettingsError("Not safe in production. " + "; ".join(wrong) + ".")


def _with_local_defaults(settings: Settings) -> Settings:
    store_url = settings.store_url or f"sqlite:///{settings.data_dir}/fitzen.db"
    values = {each.name: getattr(settings, each.name) for each in fields(Settings)}
    values |= {
        "store_url": store_url,
        "chat_store_url": settings.chat_store_url or store_url,
        "secret_key": settings.secret_key or _own_secret(Path(settings.data_dir)),
        "public_url": settings.public_url.rstrip("/") or _own_address(settings),
        "web_dir": settings.web_dir or str(WEB_APP),
        "files_url": settings.files_url or f"file:{settings.data_dir}/files",
        "sms_url": _own_inbox(settings.sms_url, settings.data_dir),
        "mail_url": _own_inbox(settings.mail_url, settings.data_dir),
        "push_url": _own_inbox(settings.push_url, settings.data_dir),
    }
    return Settings(**values)


def _own_address(settings: Settings) -> str:
    """A laptop's is known; in production nobody but the operator knows it."""
    return "" if settings.production else f"http://localhost:{settings.api_port}"


def _own_inbox(url: str, data_dir: str) -> str:
    return f"inbox:{data_dir}/inbox.jsonl" if url == "inbox:" else url


def _own_secret(data_dir: Path) -> str:
    """Make a laptop's secret once, at random, readable by its owner only; two starters at once agree on one."""
    path = data_dir / "secret.key"
    if not path.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        draft = data_dir / f".secret.{secrets.token_hex(8)}"
        with open(draft, "x", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(secrets.token_urlsafe(48))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()
