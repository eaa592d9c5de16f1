"""Sign in, in every way there is; what follows is the same: a session, or first the second factor."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from fitzen.auth import accounts, oidc, sessions, totp
from fitzen.auth.accounts import Claim, Entered
from fitzen.auth.addresses import address_of
from fitzen.errors import NotFoundError, UnauthorizedError
from fitzen.infra import keys
from fitzen.infra.base import Infra
from fitzen.infra.identity.base import Address, CodeSent, Person
from fitzen.infra.storage.base import Put
from fitzen.records import Json, loads
from fitzen.spanish import Language
from fitzen.users.service import get_user, profile
from fitzen.users.subscription import current, status
from fitzen.web.context import Context
from fitzen.web.tokens import ALGORITHM, LIFETIME, decode_by_any

MFA_LIFETIME = timedelta(minutes=5)
MFA_EXPIRED = "Please sign in again: too much time has passed."


def address(infra: Infra, phone: str | None, email: str | None) -> Address:
    return address_of(phone, email, infra.settings.default_region)


def send_code(infra: Infra, to: Address, language: Language, now: datetime) -> CodeSent:
    """Send a code, whether or not there is an account. Raises TooManyError."""
    return infra.identity.send_code(to, now, language)


def verify_code(
    app: Context, to: Address, code: str, device: str, now: datetime, *, sign_in_only: bool = False
) -> Json:
    """Sign in by a code; a new address makes a new person. Raises UnauthorizedError, TooManyError."""
    app.infra.identity.verify_code(to, code, now, sign_in_only=sign_in_only)
    return _admit(app, [Claim(*to)], None, device, now)


def verify_another(app: Context, user_id: str, session_id: str, to: Address, code: str, now: datetime) -> Json:
    """Give the person who is signed in another phone or email, which their password then works with too.

    Raises ConflictError when somebody else has it.
    """
    app.infra.identity.verify_code(to, code, now, sign_in_only=True)
    accounts.change_address(app.infra, user_id, to, now)
    for other in accounts.addresses(app.infra, user_id):
        app.infra.identity.share(other, to, now)
    return _answer(app, sessions.Refresh(user_id, session_id, ""), now, is_new=False)


def register(infra: Infra, to: Address, password: str, language: Language, now: datetime) -> CodeSent:
    """Keep a password for an address until it is verified by the code that is sent; claims nothing."""
    return infra.identity.register(to, password, now, language)


def login(app: Context, to: Address, password: str, device: str, now: datetime) -> Json:
    """Sign in by a password. Raises UnauthorizedError, TooManyError."""
    app.infra.identity.login(to, password, now)
    return _admit(app, [Claim(*to)], None, device, now)


def forgot(infra: Infra, to: Address, language: Language, now: datetime) -> CodeSent:
    return infra.identity.forgot(to, now, language)


def reset(app: Context, to: Address, code: str, password: str, now: datetime) -> None:
    """Set a new password by a code, for each address of the person, and end every session: who knew the old is out."""
    app.infra.identity.reset(to, code, password, now)
    entered = accounts.enter(app.infra, [Claim(*to)], now)
    for other in accounts.addresses(app.infra, entered.user_id):
        if other != to:
            app.infra.identity.share(to, other, now)
    sessions.end_all(app.infra, app.tokens, entered.user_id)


def google_signin(app: Context, id_token: str, nonce: str | None, device: str, now: datetime) -> Json:
    return _provider(app, oidc.verify(oidc.google(app.infra.settings), id_token, nonce, now), None, device, now)


def apple_signin(app: Context, id_token: str, nonce: str | None, name: str | None, device: str, now: datetime) -> Json:
    return _provider(app, oidc.verify(oidc.apple(app.infra.settings), id_token, nonce, now), name, device, now)


def refresh(app: Context, token: str, now: datetime) -> Json:
    """Replace a refresh token and give a new access token. Raises UnauthorizedError."""
    return _answer(app, sessions.refresh(app.infra, app.tokens, token, now), now, is_new=False)


def verify_mfa(
    app: Context, mfa_token: str, code: str | None, recovery: str | None, device: str, now: datetime
) -> Json:
    """Finish a sign-in by the second factor. Raises UnauthorizedError, TooManyError."""
    user_id, claims = _read_mfa_token(app.infra, mfa_token, now)
    totp.check(app.infra, user_id, code, recovery, now)
    if accounts.holder(app.infra, claims) != user_id:
        raise UnauthorizedError(MFA_EXPIRED)
    return _open(app, accounts.enter(app.infra, claims, now), device, now)


def enrol_totp(infra: Infra, user_id: str, now: datetime) -> totp.Enrolled:
    stored = profile(infra.store, user_id)
    return totp.enrol(infra, user_id, stored.get("email") or stored.get("phone") or user_id, now)


def switch_off_totp(infra: Infra, user_id: str, code: str | None, recovery: str | None, now: datetime) -> None:
    """Switch the second factor off, by a code of it; one that is off stays off."""
    if prove_factor(infra, user_id, code, recovery, now):
        totp.switch_off(infra, user_id)


def prove_factor(infra: Infra, user_id: str, code: str | None, recovery: str | None, now: datetime) -> bool:
    """Check a code of the second factor, where it is on; tell whether it is. Raises as `totp.check`."""
    on = totp.is_on(infra, user_id)
    if on:
        totp.check(infra, user_id, code, recovery, now)
    return on


def erase(app: Context, user_id: str) -> None:
    """Remove how a person signs in: second factor, claims with their passwords and codes, sessions. Safe to repeat."""
    totp.erase(app.infra, user_id)
    accounts.erase(app.infra, user_id)
    sessions.end_all(app.infra, app.tokens, user_id)


def mirror(infra: Infra, user_id: str, now: datetime) -> None:
    """Tell the provider's directory what it is to know of a person, where it has one. Raises UnavailableError."""
    stored = profile(infra.store, user_id)
    claims = accounts.claims(infra, user_id)
    shown = {stored.get("phone"), stored.get("email")}
    addresses = sorted(accounts.addresses(infra, user_id), key=lambda each: each.value not in shown)
    attributes = {
        "subscription_status": status(stored, now),
        "subscription_expires": stored.get("subscription_expires_at") or "",
        "fitness_level": stored.get("fitness_level") or "",
        "onboarding_completed": "true" if stored.get("onboarding_completed") else "false",
    }
    external = [(type_, value) for type_, value in claims if type_ not in accounts.CHANNELS]
    infra.identity.mirror(Person(user_id, addresses, external, attributes), now)


def user_of(infra: Infra, *, phone: str | None, email: str | None, now: datetime) -> str:
    """Return the id of the person with an address, made if there is none (for the command line: nothing is proven)."""
    return accounts.enter(infra, [Claim(*address(infra, phone, email))], now).user_id


def settle(infra: Infra, user: Put, addresses: Sequence[Address], now: datetime) -> None:
    """Write a person who comes from elsewhere, who then signs in by those of the addresses that nobody has yet."""
    accounts.settle(infra, user, [Claim(*each) for each in addresses], now)


def holder_of(infra: Infra, held: Address) -> str | None:
    """Return the id of the living person who signs in by an address."""
    return accounts.holder(infra, [Claim(*held)])


def find_user(infra: Infra, *, phone: str | None, email: str | None) -> str:
    """Return the id of the person with an address. Raises NotFoundError."""
    user_id = accounts.holder(infra, [Claim(*address(infra, phone, email))])
    if user_id is None:
        raise NotFoundError("Nobody has this address.")
    return user_id


def last_active(infra: Infra, user_id: str) -> datetime | None:
    """Return when a person last used the app, to a quarter of an hour: a session was opened, or went on."""
    return sessions.last_used(infra, user_id)


def _provider(app: Context, account: oidc.Account, name: str | None, device: str, now: datetime) -> Json:
    claims = [Claim(account.provider, account.subject)]
    claims += [Claim("email", account.email)] if account.email else []
    return _admit(app, claims, account.name or name, device, now)


def _admit(app: Context, claims: Sequence[Claim], name: str | None, device: str, now: datetime) -> Json:
    """Let in who has proven some claims. With a second factor on nothing is linked before that is right too."""
    user_id = accounts.holder(app.infra, claims)
    if user_id is None or not totp.is_on(app.infra, user_id):
        return _open(app, accounts.enter(app.infra, claims, now, name), device, now)
    token = _mfa_token(app.infra, user_id, claims, now)
    return {"mfa_required": True, "mfa_token": token, "methods": ["totp", "recovery_code"]}


def _open(app: Context, entered: Entered, device: str, now: datetime) -> Json:
    opened = sessions.open_session(app.infra, entered.user_id, device, now)
    return _answer(app, opened, now, is_new=entered.is_new)


def _answer(app: Context, opened: sessions.Refresh, now: datetime, *, is_new: bool) -> Json:
    answer = {
        "access_token": app.tokens.issue(opened.user_id, opened.session_id, now),
        "token_type": "Bearer",
        "expires_in": int(LIFETIME.total_seconds()),
        "refresh_token": opened.token,
        "user": loads(current(get_user(app.infra.store, opened.user_id), now).body),
        "is_new_user": is_new,
    }
    return answer if opened.token else {key: value for key, value in answer.items() if key != "refresh_token"}


def _mfa_keys(infra: Infra) -> list[bytes]:
    """Return the key that signs, and those that are taken besides."""
    return [keys.derive(secret, "mfa") for secret in infra.settings.verifies]


def _mfa_token(infra: Infra, user_id: str, claims: Sequence[Claim], now: datetime) -> str:
    import jwt

    exp = int((now + MFA_LIFETIME).timestamp())
    return jwt.encode({"sub": user_id, "claims": claims, "exp": exp}, _mfa_keys(infra)[0], ALGORITHM)


def _read_mfa_token(infra: Infra, token: str, now: datetime) -> tuple[str, Sequence[Claim]]:
    """Return whose first factor was right, and what it proved. Raises UnauthorizedError."""
    import jwt

    try:
        options = jwt.types.Options(require=["exp", "sub"], verify_exp=False)
        claims = decode_by_any(_mfa_keys(infra), token, options=options)
    except (jwt.PyJWTError, ValueError, TypeError):
        raise UnauthorizedError(MFA_EXPIRED) from None
    if claims["exp"] <= now.timestamp():
        raise UnauthorizedError(MFA_EXPIRED)
    return claims["sub"], [Claim(*claim) for claim in claims["claims"]]
