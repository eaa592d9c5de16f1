"""Access tokens in a process with many threads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.api import SECRET, MovableClock, together

from fitzen.errors import UnauthorizedError
from fitzen.web.tokens import LIFETIME, AccessTokens


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


def test_a_token_says_who_holds_it_until_it_expires(clock: MovableClock) -> None:
    tokens = AccessTokens([SECRET], clock)
    token = tokens.issue("ana", "session", clock())
    for _ in range(2):  # the second time, it is remembered
        assert tokens.verify(token)[:2] == ("ana", "session")
    clock.now += LIFETIME
    with pytest.raises(UnauthorizedError):
        tokens.verify(token)


def test_another_process_takes_the_token_and_another_secret_does_not(clock: MovableClock) -> None:
    token = AccessTokens([SECRET], clock).issue("ana", "session", clock())
    assert AccessTokens([SECRET], clock).verify(token).user_id == "ana"
    with pytest.raises(UnauthorizedError):
        AccessTokens([SECRET + "!"], clock).verify(token)


def test_an_ended_session_stays_ended_while_its_tokens_could_live(clock: MovableClock) -> None:
    tokens = AccessTokens([SECRET], clock)
    tokens.end("session")
    token = tokens.issue("ana", "session", clock())
    for seconds in (0, 450, 449.9):
        clock.advance(seconds=seconds)
        tokens.end("another")
        with pytest.raises(UnauthorizedError):
            tokens.verify(token)


def test_what_was_ended_is_forgotten_once_it_does_not_matter(clock: MovableClock) -> None:
    tokens = AccessTokens([SECRET], clock)
    for number in range(100):
        tokens.end(str(number))
    clock.now += LIFETIME * 2
    tokens.end("last")
    assert list(tokens._ended) == ["last"]


def test_sessions_end_in_many_threads_at_once(clock: MovableClock) -> None:
    """Each thread forgets what the others end."""
    tokens = AccessTokens([SECRET], clock)

    def end_many(thread: int) -> None:
        for number in range(3_000):
            clock.advance(seconds=2)
            tokens.end(f"{thread}/{number}")

    together(*[lambda thread=thread: end_many(thread) for thread in range(4)])


@given(st.text(max_size=60))
def test_no_text_is_a_token(text: str) -> None:
    with pytest.raises(UnauthorizedError):
        AccessTokens([SECRET], MovableClock()).verify(text)
