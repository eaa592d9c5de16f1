"""Addresses in one form: phone numbers as E.164, email in lower case."""

from fitzen.errors import FieldError, InvalidError
from fitzen.infra.identity.base import Address


def address_of(phone: str | None, email: str | None, region: str) -> Address:
    """Return the one address that was given. Raises InvalidError naming the field."""
    if (phone is None) == (email is None):
        message = "Send either phone or email."
        raise InvalidError(message, errors=[FieldError("phone", message), FieldError("email", message)])
    return _phone(phone, region) if phone is not None else _email(email or "")


def _phone(text: str, region: str) -> Address:
    import phonenumbers

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_valid_number(number):
        raise InvalidError.of(
            "phone", "This is not a phone number. Write it with its country code, such as +34612345678."
        )
    return Address("phone", phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _email(text: str) -> Address:
    from email_validator import EmailNotValidError, validate_email

    try:
        found = validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise InvalidError.of("email", "This is not an email address.") from None
    return Address("email", found.normalized.lower())
