"""What every provider of identity must do: codes, passwords, and what a stranger gains by them."""

from collections.abc import Callable

import pytest
from tests.contract.identity.conftest import Provider, Wrong
from tests.fixtures.api import together

from fitzen.errors import FitzenError, TooManyError, UnauthorizedError
from fitzen.infra.identity.base import Address, Person

ANA, PHONE = Address("email", "ana@example.com"), Address("phone", "+34612345678")
GOOD, BETTER, STRANGERS = "Correct-Horse-7", "Correct-Horse-8", "Strangers-Own-1"


def refused(call: Callable[[], object]) -> type[Exception] | None:
    try:
        call()
    except FitzenError as error:
        return type(error)
    return None


@pytest.mark.parametrize("address", [ANA, PHONE], ids=["email", "phone"])
def test_a_code_signs_in_once(provider: Provider, address: Address) -> None:
    assert provider.identity.send_code(address, provider.now) == (300, 60)
    code = provider.code(address)
    provider.identity.verify_code(address, code, provider.now)
    with pytest.raises(UnauthorizedError):
        provider.identity.verify_code(address, code, provider.now)


def test_a_code_works_for_five_minutes(provider: Provider) -> None:
    code = provider.sign_in_code(ANA)
    provider.clock.advance(seconds=300)
    with pytest.raises(UnauthorizedError):
        provider.identity.verify_code(ANA, code, provider.now)


def test_only_the_newest_code_works(provider: Provider) -> None:
    older = provider.sign_in_code(ANA)
    provider.clock.advance(seconds=60)
    newer = provider.sign_in_code(ANA)
    if older != newer:
        with pytest.raises(UnauthorizedError):
            provider.identity.verify_code(ANA, older, provider.now)
    provider.identity.verify_code(ANA, newer, provider.now)


def test_a_code_is_for_its_address_only(provider: Provider) -> None:
    code = provider.sign_in_code(ANA)
    if provider.sign_in_code(PHONE) != code:
        with pytest.raises(UnauthorizedError):
            provider.identity.verify_code(PHONE, code, provider.now)
    provider.identity.verify_code(ANA, code, provider.now)


def test_the_right_code_works_after_four_wrong_ones(provider: Provider, another_than: Wrong) -> None:
    code = provider.sign_in_code(ANA)
    for _ in range(4):
        with pytest.raises(UnauthorizedError):
            provider.identity.verify_code(ANA, another_than(code), provider.now)
    provider.identity.verify_code(ANA, code, provider.now)


def test_a_code_is_sent_in_the_language_that_is_asked_for(provider: Provider) -> None:
    provider.identity.send_code(ANA, provider.now, "es")
    assert "es tu clave para entrar" in provider.texts(ANA)[0]
    provider.identity.verify_code(ANA, provider.code(ANA), provider.now)
    provider.clock.advance(seconds=60)
    provider.identity.register(ANA, GOOD, provider.now, "es")
    assert "confirma la contrase\u00f1a" in provider.texts(ANA)[0]
    provider.clock.advance(seconds=60)
    provider.identity.forgot(ANA, provider.now, "es")
    assert "elegir una contrase\u00f1a nueva" in provider.texts(ANA)[0]


def test_after_five_wrong_tries_the_right_code_is_refused(provider: Provider, another_than: Wrong) -> None:
    code = provider.sign_in_code(ANA)
    provider.clock.advance(seconds=10)
    for _ in range(5):
        with pytest.raises(UnauthorizedError):
            provider.identity.verify_code(ANA, another_than(code), provider.now)
    with pytest.raises(TooManyError) as error:
        provider.identity.verify_code(ANA, code, provider.now)
    assert error.value.retry_after == 50


def test_a_code_of_each_minute_and_five_in_an_hour(provider: Provider) -> None:
    for _ in range(5):
        provider.identity.send_code(ANA, provider.now)
        with pytest.raises(TooManyError) as error:
            provider.identity.forgot(ANA, provider.now)
        provider.clock.advance(seconds=60)
    assert error.value.retry_after == 3600 - 4 * 60
    with pytest.raises(TooManyError):
        provider.identity.register(ANA, GOOD, provider.now)
    assert len(provider.texts(ANA)) == 5


def test_of_tries_at_once_one_is_right(provider: Provider) -> None:
    code = provider.sign_in_code(ANA)
    told = together(*[lambda: refused(lambda: provider.identity.verify_code(ANA, code, provider.now))] * 4)
    assert sorted(map(str, told)) == sorted(map(str, [None, *[UnauthorizedError] * 3]))


def test_wrong_tries_at_once_are_all_counted(provider: Provider, another_than: Wrong) -> None:
    code = provider.sign_in_code(ANA)
    guess = another_than(code)
    told = together(*[lambda: refused(lambda: provider.identity.verify_code(ANA, guess, provider.now))] * 5)
    for _ in range(5 - told.count(UnauthorizedError)):
        assert refused(lambda: provider.identity.verify_code(ANA, guess, provider.now)) is UnauthorizedError
    assert refused(lambda: provider.identity.verify_code(ANA, code, provider.now)) is TooManyError


@pytest.mark.parametrize("address", [ANA, PHONE], ids=["email", "phone"])
def test_a_registered_password_works_once_it_is_verified(provider: Provider, address: Address) -> None:
    provider.identity.register(address, GOOD, provider.now)
    with pytest.raises(UnauthorizedError):
        provider.identity.login(address, GOOD, provider.now)
    provider.identity.verify_code(address, provider.code(address), provider.now)
    provider.identity.login(address, GOOD, provider.now)
    with pytest.raises(UnauthorizedError):
        provider.identity.login(address, BETTER, provider.now)


@pytest.mark.parametrize(
    "password", ["Correct Horse 7", "Ünder-Grund-\u0661", " Aa345678 ", "Aa1" + "x" * 197, "Cafe\u0301-Solo-1"]
)
def test_any_password_that_fitzen_allows_works(provider: Provider, password: str) -> None:
    provider.registered(ANA, password)
    provider.identity.login(ANA, password, provider.now)
    with pytest.raises(UnauthorizedError):
        provider.identity.login(ANA, password.strip()[:-1], provider.now)


def test_a_password_is_the_same_on_every_keyboard(provider: Provider) -> None:
    provider.registered(ANA, "Cafe\u0301-Solo-1")
    provider.identity.login(ANA, "Caf\u00e9-Solo-1", provider.now)


def test_a_stranger_gains_nothing_by_registering_an_address(provider: Provider) -> None:
    provider.identity.register(ANA, STRANGERS, provider.now)
    provider.identity.verify_code(ANA, provider.code(ANA), provider.now, sign_in_only=True)
    assert refused(lambda: provider.identity.login(ANA, STRANGERS, provider.now)) is UnauthorizedError


def test_a_code_asked_for_later_does_not_confirm_what_a_stranger_registered(provider: Provider) -> None:
    provider.identity.register(ANA, STRANGERS, provider.now)
    provider.clock.advance(seconds=60)
    provider.identity.verify_code(ANA, provider.sign_in_code(ANA), provider.now)
    assert refused(lambda: provider.identity.login(ANA, STRANGERS, provider.now)) is UnauthorizedError


def test_registering_again_does_not_change_a_password(provider: Provider) -> None:
    provider.registered(ANA, GOOD)
    provider.clock.advance(seconds=60)
    provider.registered(ANA, STRANGERS)
    assert "has not changed" in provider.texts(ANA)[0]
    assert refused(lambda: provider.identity.login(ANA, STRANGERS, provider.now)) is UnauthorizedError
    provider.identity.login(ANA, GOOD, provider.now)


def test_a_reset_changes_the_password(provider: Provider) -> None:
    provider.registered(ANA, GOOD)
    provider.clock.advance(seconds=60)
    provider.identity.forgot(ANA, provider.now)
    code = provider.code(ANA)
    provider.identity.reset(ANA, code, BETTER, provider.now)
    provider.identity.login(ANA, BETTER, provider.now)
    assert refused(lambda: provider.identity.login(ANA, GOOD, provider.now)) is UnauthorizedError
    assert refused(lambda: provider.identity.reset(ANA, code, GOOD, provider.now)) is UnauthorizedError


def test_a_reset_gives_a_first_password(provider: Provider) -> None:
    provider.identity.forgot(ANA, provider.now)
    provider.identity.reset(ANA, provider.code(ANA), GOOD, provider.now)
    provider.identity.login(ANA, GOOD, provider.now)


def test_codes_to_sign_in_and_to_reset_are_worth_nothing_for_each_other(provider: Provider) -> None:
    signs_in = provider.sign_in_code(ANA)
    provider.clock.advance(seconds=60)
    provider.identity.forgot(ANA, provider.now)
    resets = provider.code(ANA)
    if signs_in != resets:
        assert refused(lambda: provider.identity.reset(ANA, signs_in, GOOD, provider.now)) is UnauthorizedError
        assert refused(lambda: provider.identity.verify_code(ANA, resets, provider.now)) is UnauthorizedError
    provider.identity.verify_code(ANA, signs_in, provider.now)
    provider.identity.reset(ANA, resets, GOOD, provider.now)


@pytest.mark.parametrize("known", [True, False])
def test_ten_wrong_passwords_in_an_hour(provider: Provider, known: bool) -> None:
    if known:
        provider.registered(ANA, GOOD)
    for _ in range(10):
        assert refused(lambda: provider.identity.login(ANA, STRANGERS, provider.now)) is UnauthorizedError
        provider.clock.advance(seconds=1)
    with pytest.raises(TooManyError) as error:
        provider.identity.login(ANA, GOOD, provider.now)
    assert error.value.retry_after == 3590
    provider.clock.advance(seconds=3590)
    assert refused(lambda: provider.identity.login(ANA, GOOD, provider.now)) is (None if known else UnauthorizedError)


def test_right_passwords_are_not_limited(provider: Provider) -> None:
    provider.registered(ANA, GOOD)
    for _ in range(12):
        provider.clock.advance(seconds=1)
        provider.identity.login(ANA, GOOD, provider.now)


def test_a_password_is_shared_with_another_address(provider: Provider) -> None:
    provider.registered(ANA, GOOD)
    provider.identity.verify_code(PHONE, provider.sign_in_code(PHONE), provider.now, sign_in_only=True)
    provider.identity.share(ANA, PHONE, provider.now)
    provider.identity.share(ANA, PHONE, provider.now)
    for address in (ANA, PHONE):
        provider.identity.login(address, GOOD, provider.now)
    provider.identity.forget(ANA)
    provider.identity.login(PHONE, GOOD, provider.now)
    assert refused(lambda: provider.identity.login(ANA, GOOD, provider.now)) is UnauthorizedError


def test_sharing_no_password_leaves_the_other_s(provider: Provider) -> None:
    provider.registered(PHONE, GOOD)
    provider.identity.verify_code(ANA, provider.sign_in_code(ANA), provider.now)
    provider.identity.share(ANA, PHONE, provider.now)
    provider.identity.login(PHONE, GOOD, provider.now)


def test_the_shared_password_takes_the_place_of_another(provider: Provider) -> None:
    provider.registered(ANA, GOOD)
    provider.registered(PHONE, STRANGERS)
    provider.identity.share(ANA, PHONE, provider.now)
    provider.identity.login(PHONE, GOOD, provider.now)
    assert refused(lambda: provider.identity.login(PHONE, STRANGERS, provider.now)) is UnauthorizedError


def test_whoever_takes_over_an_address_gets_nothing_of_who_had_it(provider: Provider) -> None:
    provider.registered(ANA, GOOD)
    provider.identity.verify_code(PHONE, provider.sign_in_code(PHONE), provider.now)
    provider.identity.share(ANA, PHONE, provider.now)
    provider.identity.forget(ANA)
    provider.clock.advance(seconds=60)
    provider.registered(ANA, STRANGERS)
    provider.identity.login(ANA, STRANGERS, provider.now)
    provider.identity.login(PHONE, GOOD, provider.now)
    assert refused(lambda: provider.identity.login(PHONE, STRANGERS, provider.now)) is UnauthorizedError


def test_what_is_forgotten_is_gone(provider: Provider) -> None:
    provider.registered(ANA, GOOD)
    provider.clock.advance(seconds=60)
    code = provider.sign_in_code(ANA)
    for _ in range(2):
        provider.identity.forget(ANA)
    assert refused(lambda: provider.identity.login(ANA, GOOD, provider.now)) is UnauthorizedError
    assert refused(lambda: provider.identity.verify_code(ANA, code, provider.now)) is UnauthorizedError
    provider.clock.advance(seconds=60)
    provider.identity.verify_code(ANA, provider.sign_in_code(ANA), provider.now)


def test_a_person_is_mirrored_and_forgotten_again_and_again(provider: Provider) -> None:
    person = Person("somebody", [ANA], [("google", "1234")], {"subscription_status": "free"})
    for _ in range(2):
        provider.identity.mirror(person, provider.now)
    for _ in range(2):
        provider.identity.forget_person("somebody")


def test_a_provider_that_answers_is_there(provider: Provider) -> None:
    provider.identity.ping()
