"""Who asks, and what the application was given. One hook before each request decides 401 and 403 for every route."""

import re
from datetime import datetime, timedelta
from typing import cast

from flask import Response, current_app, g, request

from fitzen.errors import ForbiddenError, NotFoundError, TooManyError, UnauthorizedError
from fitzen.infra import keys
from fitzen.infra.base import Infra
from fitzen.infra.cache.base import Rate
from fitzen.infra.telemetry import logs
from fitzen.spanish import Language, language_of
from fitzen.web.fields import UUID_PATTERN
from fitzen.web.tokens import AccessTokens, Caller

EXTENSION = "fitzen"
MAX_PATH_VALUE = 200
MINUTE = timedelta(minutes=1)
UUID, UUID_LENGTH = re.compile(UUID_PATTERN), 36


class Context:
    """What hangs on the application."""

    def __init__(self, infra: Infra) -> None:
        self.infra = infra
        self.tokens = AccessTokens(infra.settings.verifies, infra.clock)
        self.public: frozenset[str] = frozenset()
        self.rate = Rate(infra.settings.requests_a_minute, MINUTE) if infra.settings.requests_a_minute else None


def context() -> Context:
    return cast("Context", current_app.extensions[EXTENSION])


def infra() -> Infra:
    return context().infra


def now() -> datetime:
    return context().infra.clock()


def caller() -> Caller:
    return cast("Caller", g.caller)


def optional_caller() -> Caller | None:
    """Say who asks on a public route, where that changes what it does; a bad token is an error there too."""
    return _authenticate(context()) if "Authorization" in request.headers else None


def accepted_language() -> Language:
    """Return the language of Accept-Language in which whoever asks is to be written to; English where it names neither."""
    wanted = (tag.partition("-")[0] for tag in request.accept_languages.values())
    return language_of(next((each for each in wanted if each in ("en", "es")), None))


def guard() -> Response | None:
    """Before each request: say who asks and whether the path is theirs; the body is not read yet."""
    asked = request._get_current_object()  # type: ignore[attr-defined] # noqa: SLF001 - each look through the proxy costs
    endpoint: str | None = asked.endpoint
    if endpoint is None or asked.method == "OPTIONS":
        return None
    app = context()
    environ = asked.environ
    environ[logs.ROUTE] = asked.url_rule.rule
    values = asked.view_args or {}
    for name, value in values.items():
        if len(value) == UUID_LENGTH and UUID.fullmatch(value):
            values[name] = value.lower()  # as bodies are read: some platforms write theirs in capitals (RFC 9562, 4)
    if endpoint not in app.public:
        g.caller = who = _authenticate(app)
        environ[logs.USER] = who.user_id
        if app.rate:
            _count(app, app.rate, who.user_id)
        if "user_id" in values:
            _own(values, who.user_id)
    for value in values.values():
        if len(value) > MAX_PATH_VALUE or not value.isprintable():
            raise NotFoundError("There is nothing at this address.")
    return None


def _authenticate(app: Context) -> Caller:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise UnauthorizedError("Send your access token as Authorization: Bearer <token>.")
    return app.tokens.verify(token)


def _count(app: Context, rate: Rate, user_id: str) -> None:
    """Raise TooManyError when somebody asks more often than one may. The cache is not told who they are."""
    wait = app.infra.cache.take(f"requests:{keys.mac(app.infra.settings.pepper, 'requests', user_id)}", rate)
    if wait:
        raise TooManyError(f"There were more than {rate.at_most} requests in a minute. Please wait.", retry_after=wait)


def _own(values: dict[str, str], user_id: str) -> None:
    """`me` is the caller; another's id is refused the same whether that user exists or not."""
    if values["user_id"] not in ("me", user_id):
        raise ForbiddenError("This belongs to someone else.")
    values["user_id"] = user_id
