"""Addresses have one form each, whatever was typed."""

import phonenumbers
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fitzen.auth.addresses import address_of
from fitzen.errors import InvalidError


@pytest.mark.parametrize(
    ("typed", "region", "kept"),
    [
        ("+34 612 34 56 78", "US", "+34612345678"),
        ("612345678", "ES", "+34612345678"),
        ("0034612345678", "ES", "+34612345678"),
        ("(212) 555-2368", "US", "+12125552368"),
        ("tel:+34-612-345-678", "US", "+34612345678"),
        ("020 7946 0958", "GB", "+442079460958"),
    ],
)
def test_phone_numbers_are_e164(typed: str, region: str, kept: str) -> None:
    assert address_of(typed, None, region) == ("phone", kept)


@pytest.mark.parametrize("typed", ["", "911", "+", "12", "+999123456789", "not a number", "+34" + "6" * 200])
def test_what_is_no_phone_number_names_the_field(typed: str) -> None:
    with pytest.raises(InvalidError) as refused:
        address_of(typed, None, "US")
    assert [error.field for error in refused.value.errors] == ["phone"]


@pytest.mark.parametrize(
    "typed",
    ["", "ana", "@example.com", "ana@", "a b@example.com", "ana@example.com\n", "ana@exa mple.com", "Ana <a@b.co>"],
)
def test_what_is_no_email_names_the_field(typed: str) -> None:
    with pytest.raises(InvalidError) as refused:
        address_of(None, typed, "US")
    assert [error.field for error in refused.value.errors] == ["email"]


@given(number=st.integers(600_000_000, 699_999_999))
def test_a_number_has_one_form_whether_national_or_not(number: int) -> None:
    assume(phonenumbers.is_valid_number(phonenumbers.parse(str(number), "ES")))
    national, international = address_of(str(number), None, "ES"), address_of(f"+34{number}", None, "US")
    assert national == international == ("phone", f"+34{number}")
    assert address_of(national.value, None, "GB") == national, "its form is a fixed point"


@given(st.emails(domains=st.just("example.com")))
def test_an_email_has_one_form_in_any_case(typed: str) -> None:
    assume(len(typed.partition("@")[0]) <= 64)
    try:
        kept = address_of(None, typed, "US")
    except InvalidError:
        assume(False)
    assert kept == address_of(None, typed.upper(), "US") == address_of(None, kept.value, "US")
