"""What signing in takes and gives."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, Field, RootModel, StringConstraints
from pydantic_core import PydanticCustomError

from fitzen.users.models import User
from fitzen.web.fields import Id, Model, Name, Timestamp

NO_NUL = r"^[^\x00]*$"
Typed = Annotated[str, StringConstraints(min_length=3, max_length=254, strip_whitespace=True, pattern=NO_NUL)]
Code = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
Token = Annotated[str, StringConstraints(min_length=1, max_length=8_000, pattern=NO_NUL)]


def _strong(password: str) -> str:
    wants = {
        "an upper-case letter": any(map(str.isupper, password)),
        "a lower-case letter": any(map(str.islower, password)),
        "a digit": any(map(str.isdecimal, password)),
    }
    missing = [what for what, there in wants.items() if not there]
    if missing:
        raise PydanticCustomError("weak", "A password needs {missing}.", {"missing": " and ".join(missing)})
    return password


Password = Annotated[str, StringConstraints(min_length=8, max_length=200, pattern=NO_NUL)]
NewPassword = Annotated[Password, AfterValidator(_strong)]


def example(**values: Any) -> Any:
    return {"json_schema_extra": {"examples": [values]}}


class AddressIn(Model):
    """Exactly one of the two. A phone number without a country code is taken to be of the configured region."""

    model_config = example(email="ana@example.com")

    phone: Typed | None = None
    email: Typed | None = None


class VerifyIn(AddressIn):
    """`purpose` is what the person was doing.

    A code that `/register` sent makes the password valid that was chosen there. Send `sign_in` from a screen where
    nobody chose one: it signs in and no more, so that a password which a stranger registered for the address is lost.
    """

    model_config = example(email="ana@example.com", otp="123456")

    otp: Code
    purpose: Literal["sign_in", "register"] = "register"


class RegisterIn(AddressIn):
    model_config = example(email="ana@example.com", password="Correct-Horse-7")  # noqa: S106 - an example

    password: NewPassword


class LoginIn(AddressIn):
    model_config = example(email="ana@example.com", password="Correct-Horse-7")  # noqa: S106 - an example

    password: Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=NO_NUL)]


class ResetIn(AddressIn):
    model_config = example(email="ana@example.com", otp="123456", password="Correct-Horse-8")  # noqa: S106 - an example

    otp: Code
    password: NewPassword


class GoogleIn(Model):
    model_config = example(id_token="eyJhbGciOiJSUzI1NiIsImtpZCI6...")  # noqa: S106 - an example

    id_token: Token
    nonce: Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=NO_NUL)] | None = None


class AppleIn(GoogleIn):
    """`nonce` as the app made it; `name` comes from Apple's first answer only, which the app passes on."""

    name: Name | None = None


class RefreshIn(Model):
    model_config = example(refresh_token="0192…")  # noqa: S106 - an example

    refresh_token: Token


class CodeIn(Model):
    model_config = example(code="123456")

    code: Code


class FactorIn(Model):
    """A code of the authenticator, or one of the recovery codes."""

    model_config = example(code="123456")

    code: Code | None = None
    recovery_code: Annotated[str, StringConstraints(min_length=8, max_length=20, pattern=NO_NUL)] | None = None


class MfaIn(FactorIn):
    model_config = example(mfa_token="eyJhbGciOi...", code="123456")  # noqa: S106 - an example

    mfa_token: Token


class CodeSentOut(Model):
    """Seconds until the code expires, and until another may be asked for."""

    channel: Literal["phone", "email"]
    expires_in: int
    retry_after: int


class Session(Model):
    """What an app keeps. The access token lives 15 minutes; the refresh token is replaced at each refresh."""

    access_token: str
    token_type: Literal["Bearer"]
    expires_in: int
    refresh_token: str | None = None
    user: User
    is_new_user: bool


class MfaRequired(Model):
    mfa_required: Literal[True]
    mfa_token: str
    methods: list[Literal["totp", "recovery_code"]]


class SignedIn(RootModel):  # type: ignore[type-arg] # RootModel[…] would make a validator of its own at once
    """A session; or, with a second factor on, what to verify first."""

    model_config = ConfigDict(defer_build=True)
    root: Session | MfaRequired


class SessionInfo(Model):
    id: Id
    created_at: Timestamp
    last_used_at: Timestamp
    device: str
    current: bool


class Sessions(Model):
    items: list[SessionInfo]
    next_cursor: str | None


class TotpSecret(Model):
    """Shown once. `otpauth_url` is what a QR code carries; nothing changes until it is confirmed by a code."""

    secret: str
    otpauth_url: Annotated[str, Field(examples=["otpauth://totp/Fitzen:ana%40example.com?secret=…&issuer=Fitzen"])]


class SecondFactor(Model):
    """Whether a code is asked for after signing in, and how many recovery codes were not used yet."""

    on: bool
    recovery_codes_left: int


class RecoveryCodes(Model):
    """Shown once; each works once."""

    recovery_codes: list[str]
