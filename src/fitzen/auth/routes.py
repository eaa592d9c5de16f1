"""The routes of signing in. Answers that carry tokens are not to be stored anywhere on their way."""

from typing import Any

from flask import Response, request

from fitzen.auth import service, sessions, totp
from fitzen.auth.models import (
    AddressIn,
    AppleIn,
    CodeIn,
    CodeSentOut,
    FactorIn,
    GoogleIn,
    LoginIn,
    MfaIn,
    RecoveryCodes,
    RefreshIn,
    RegisterIn,
    ResetIn,
    SecondFactor,
    Session,
    Sessions,
    SignedIn,
    TotpSecret,
    VerifyIn,
)
from fitzen.infra.identity.base import Address, CodeSent
from fitzen.web.answers import nothing, plain
from fitzen.web.context import accepted_language, caller, context, infra, now, optional_caller
from fitzen.web.routing import Blueprint, public

auth = Blueprint("auth", tag="Auth")
MAX_DEVICE = 120
WRONG_CODE = {401: "The code, password or token is not right."}


@auth.post("/api/auth/send-otp")
@auth.input(AddressIn)
@auth.output(CodeSentOut, 202)
@public
def send_otp(json_data: AddressIn) -> Response:
    """Send a code of six digits by SMS or email; the answer is the same whether or not there is an account.

    The message is in the language of Accept-Language, English or Spanish; so is that of `register` and `password/forgot`.
    """
    to = _address(json_data)
    return _sent(to, service.send_code(infra(), to, accepted_language(), now()))


@auth.post("/api/auth/verify-otp")
@auth.input(VerifyIn)
@auth.output(SignedIn)
@auth.doc(responses=WRONG_CODE | {409: "Another account has this address."})
@public
def verify_otp(json_data: VerifyIn) -> Response:
    """Sign in by a code; sent with an access token, the address becomes the caller's own."""
    to, who = _address(json_data), optional_caller()
    if who is not None:
        return _secret(service.verify_another(context(), who.user_id, who.session_id, to, json_data.otp, now()))
    only = json_data.purpose == "sign_in"
    return _secret(service.verify_code(context(), to, json_data.otp, _device(), now(), sign_in_only=only))


@auth.post("/api/auth/register")
@auth.input(RegisterIn)
@auth.output(CodeSentOut, 202)
@public
def register(json_data: RegisterIn) -> Response:
    """Choose a password; verify-otp with the code that is sent makes the account, or nothing does."""
    to = _address(json_data)
    return _sent(to, service.register(infra(), to, json_data.password, accepted_language(), now()))


@auth.post("/api/auth/login")
@auth.input(LoginIn)
@auth.output(SignedIn)
@auth.doc(responses=WRONG_CODE)
@public
def login(json_data: LoginIn) -> Response:
    """Sign in by a password."""
    return _secret(service.login(context(), _address(json_data), json_data.password, _device(), now()))


@auth.post("/api/auth/password/forgot")
@auth.input(AddressIn)
@auth.output(CodeSentOut, 202)
@public
def forgot_password(json_data: AddressIn) -> Response:
    """Send a code that sets a new password; the answer is the same whether or not there is an account."""
    to = _address(json_data)
    return _sent(to, service.forgot(infra(), to, accepted_language(), now()))


@auth.post("/api/auth/password/reset")
@auth.input(ResetIn)
@auth.doc(responses=WRONG_CODE | {204: "The password is set, and every session has ended."})
@public
def reset_password(json_data: ResetIn) -> Response:
    """Set a new password by a code; every session ends."""
    service.reset(context(), _address(json_data), json_data.otp, json_data.password, now())
    return nothing()


@auth.post("/api/auth/google-signin")
@auth.input(GoogleIn)
@auth.output(SignedIn)
@auth.doc(responses=WRONG_CODE | {403: "Not set up here."})
@public
def google_signin(json_data: GoogleIn) -> Response:
    """Sign in by Google's ID token."""
    return _secret(service.google_signin(context(), json_data.id_token, json_data.nonce, _device(), now()))


@auth.post("/api/auth/apple-signin")
@auth.input(AppleIn)
@auth.output(SignedIn)
@auth.doc(responses=WRONG_CODE | {403: "Not set up here."})
@public
def apple_signin(json_data: AppleIn) -> Response:
    """Sign in by Apple's ID token."""
    sent = json_data
    return _secret(service.apple_signin(context(), sent.id_token, sent.nonce, sent.name, _device(), now()))


@auth.post("/api/auth/refresh")
@auth.input(RefreshIn)
@auth.output(Session)
@auth.doc(responses={401: "The session has ended."})
@public
def refresh(json_data: RefreshIn) -> Response:
    """Replace the refresh token and get a new access token. An old refresh token ends the session."""
    return _secret(service.refresh(context(), json_data.refresh_token, now()))


@auth.post("/api/auth/logout")
@auth.doc(responses={204: "This session has ended."})
def logout() -> Response:
    """End the session of this access token."""
    who = caller()
    sessions.end_session(infra(), context().tokens, who, who.session_id)
    return nothing()


@auth.get("/api/auth/sessions")
@auth.output(Sessions)
def list_sessions() -> Response:
    """List one's open sessions."""
    who = caller()
    return plain({"items": sessions.list_sessions(infra(), who.user_id, who.session_id), "next_cursor": None})


@auth.delete("/api/auth/sessions/<session_id>")
@auth.doc(responses={204: "It has ended."})
def end_session(session_id: str) -> Response:
    """End one of one's sessions."""
    sessions.end_session(infra(), context().tokens, caller(), session_id)
    return nothing()


@auth.get("/api/auth/mfa")
@auth.output(SecondFactor)
def get_factor() -> Response:
    """Say whether one's second factor is on."""
    left = totp.recovery_codes_left(infra(), caller().user_id)
    return plain({"on": left is not None, "recovery_codes_left": left or 0})


@auth.post("/api/auth/mfa/totp")
@auth.output(TotpSecret, 201)
def enrol_totp() -> Response:
    """Get a secret for an authenticator app; it counts once it is confirmed."""
    return _secret(service.enrol_totp(infra(), caller().user_id, now())._asdict(), 201)


@auth.post("/api/auth/mfa/totp/confirm")
@auth.input(CodeIn)
@auth.output(RecoveryCodes)
def confirm_totp(json_data: CodeIn) -> Response:
    """Switch the second factor on by a code; the recovery codes are shown this once."""
    return _secret({"recovery_codes": list(totp.confirm(infra(), caller().user_id, json_data.code, now()))})


@auth.post("/api/auth/mfa/verify")
@auth.input(MfaIn)
@auth.output(Session)
@auth.doc(responses=WRONG_CODE)
@public
def verify_mfa(json_data: MfaIn) -> Response:
    """Finish signing in by a code of the authenticator or a recovery code."""
    sent = json_data
    return _secret(service.verify_mfa(context(), sent.mfa_token, sent.code, sent.recovery_code, _device(), now()))


@auth.delete("/api/auth/mfa/totp")
@auth.input(FactorIn)
@auth.doc(responses={204: "The second factor is off."})
def switch_off_totp(json_data: FactorIn) -> Response:
    """Switch the second factor off, by a code of it."""
    service.switch_off_totp(infra(), caller().user_id, json_data.code, json_data.recovery_code, now())
    return nothing()


def _address(sent: AddressIn) -> Address:
    return service.address(infra(), sent.phone, sent.email)


def _device() -> str:
    """Name the device by its User-Agent, as far as it can be shown."""
    agent = request.headers.get("User-Agent", "")[:MAX_DEVICE]
    return "".join(letter for letter in agent if letter.isprintable()) or "unknown"


def _sent(to: Address, sent: CodeSent) -> Response:
    return plain({"channel": to.channel, **sent._asdict()}, 202)


def _secret(value: dict[str, Any], status: int = 200) -> Response:
    answer = plain(value, status)
    answer.headers["Cache-Control"] = "no-store"
    return answer
