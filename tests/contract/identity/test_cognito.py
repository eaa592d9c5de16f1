"""What Cognito does beyond the contract, over the wire: it throttles, is slow, breaks off, and knows nobody by name."""

import json
import logging
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from botocore import UNSIGNED, xform_name
from botocore.config import Config
from botocore.exceptions import ClientError
from botocore.session import Session
from tests.contract.identity.conftest import Provider, Wrong
from tests.fixtures.api import SECRET, together
from tests.fixtures.pools import REGION, SentCodes, UserPool
from tests.fixtures.wire import Answer, Json, Wire, refusal, wire

from fitzen.errors import TooManyError, UnauthorizedError, UnavailableError
from fitzen.infra.identity import cognito_pool
from fitzen.infra.identity.base import Address, Person
from fitzen.infra.identity.cognito import BUSY, CognitoIdentity
from fitzen.infra.identity.cognito_pool import Pool
from fitzen.infra.storage.base import Put

ANA, PHONE, GMAIL = (
    Address("email", "ana@example.com"),
    Address("phone", "+34612345678"),
    Address("email", "a@gmail.com"),
)
GOOD, BETTER = "Correct-Horse-7", "Correct-Horse-8"
BEGIN, ANSWER, SET = "AdminInitiateAuth", "AdminRespondToAuthChallenge", "AdminSetUserPassword"

type Fault = Callable[[str, Json], Answer | str | None]
"""From an operation and its parameters to what comes instead, None for a cut connection; or one of the two below."""
PASS, CUT_AFTER = "let it through", "carry it out, then cut the connection"


class Faulty:
    """A provider whose calls to the pool go through `fault`; `calls` are the operations that were tried."""

    def __init__(self, provider: Provider, through: Wire) -> None:
        self.provider = provider
        self.identity = provider.identity
        self.through = through
        self.fault: Fault = lambda _operation, _params: PASS

    @property
    def calls(self) -> list[str]:
        return [operation for operation, _ in self.through.calls]

    def called(self) -> list[str]:
        """Return what was called since this was last asked."""
        calls = self.calls
        self.through.calls.clear()
        return calls


@pytest.fixture
def faulty(pool: UserPool, over_cognito: Provider) -> Iterator[Faulty]:
    made: list[Faulty] = []

    def script(operation: str, params: Json) -> Answer | None:
        answer = made[0].fault(operation, params)
        if answer not in (PASS, CUT_AFTER):
            assert not isinstance(answer, str)
            return answer
        real = forwarded(pool, operation, params)
        return real if answer == PASS else None

    with wire(script) as through:
        identity = CognitoIdentity(
            over_cognito.store, Pool(REGION, pool.id, pool.client_id, pool.secret, through.url), SECRET
        )
        made.append(Faulty(over_cognito._replace(identity=identity), through))
        yield made[0]
        identity.close()


def forwarded(pool: UserPool, operation: str, params: Json) -> Answer:
    try:
        answer = getattr(pool.cognito.client, xform_name(operation))(**params)
    except ClientError as error:
        told = error.response["Error"]
        return Answer(400, {"__type": told["Code"], "message": told["Message"]})
    return Answer(200, json.loads(json.dumps(answer, default=str)))


def first(operation: str, answer: Answer | str | None, times: int = 1) -> Fault:
    """Answer the first calls of an operation so; let all others through."""
    left = [answer] * times
    return lambda called, _params: left.pop() if called == operation and left else PASS


def always(operation: str, answer: Answer | str | None) -> Fault:
    return lambda called, _params: answer if called == operation else PASS


@pytest.mark.parametrize("code", ["TooManyRequestsException", "ThrottlingException"])
def test_what_was_throttled_is_asked_again(faulty: Faulty, code: str) -> None:
    seen: set[str] = set()

    def each_once(operation: str, _params: Json) -> Answer | str:
        new = operation not in seen
        seen.add(operation)
        return refusal(code) if new else PASS

    faulty.fault = each_once
    faulty.provider.registered(ANA, GOOD)
    faulty.identity.login(ANA, GOOD, faulty.provider.now)
    assert seen == {"AdminCreateUser", BEGIN, ANSWER, SET}


@pytest.mark.parametrize(
    ("operation", "answer"),
    [
        ("AdminCreateUser", refusal("TooManyRequestsException")),
        ("AdminCreateUser", None),
        (BEGIN, refusal("InternalErrorException", 500)),
        (BEGIN, refusal("InvalidLambdaResponseException")),
        (ANSWER, refusal("UserLambdaValidationException")),
        (ANSWER, refusal("UnexpectedLambdaException")),
        (ANSWER, refusal("NotAuthorizedException")),
        (ANSWER, None),
        (BEGIN, Answer(200, {})),
        (BEGIN, Answer(200, {"ChallengeName": "CUSTOM_CHALLENGE"})),
        (BEGIN, Answer(200, {"ChallengeName": "PASSWORD_VERIFIER", "Session": "x" * 30})),
        (ANSWER, Answer(200, {"Session": "x" * 30})),
        (ANSWER, Answer(200, {"AuthenticationResult": {}})),
        ("AdminCreateUser", refusal("AccessDeniedException")),
    ],
)
def test_a_code_that_was_not_sent_costs_nothing(
    faulty: Faulty, monkeypatch: pytest.MonkeyPatch, operation: str, answer: Answer | None
) -> None:
    """It may be asked for again at once, and the one before it works still."""
    code = faulty.provider.sign_in_code(ANA)
    faulty.provider.clock.advance(seconds=60)
    monkeypatch.setattr(cognito_pool, "RETRY_S", 0.2)
    faulty.fault = always(operation, answer)
    with pytest.raises(UnavailableError):
        faulty.identity.send_code(ANA, faulty.provider.now)
    faulty.fault = lambda _operation, _params: PASS
    faulty.identity.verify_code(ANA, code, faulty.provider.now)
    faulty.identity.send_code(ANA, faulty.provider.now)


def test_it_is_not_waited_for_longer_than_it_makes_sense(faulty: Faulty) -> None:
    faulty.fault = always("AdminCreateUser", refusal("TooManyRequestsException"))
    began = time.monotonic()
    with pytest.raises(UnavailableError) as error:
        faulty.identity.send_code(ANA, faulty.provider.now)
    assert time.monotonic() - began < cognito_pool.RETRY_S + cognito_pool.READ_TIMEOUT_S
    assert 1 < faulty.calls.count("AdminCreateUser") < 60
    assert error.value.headers["Retry-After"] == "2"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cognito_pool, "READ_TIMEOUT_S", 0.2)
    monkeypatch.setattr(cognito_pool, "RETRY_S", 0.1)


@pytest.mark.usefixtures("impatient")  # before the client is made
def test_it_does_not_answer_at_all(faulty: Faulty) -> None:
    def slow(_operation: str, _params: Json) -> Answer:
        time.sleep(0.6)
        return Answer(200, {})

    faulty.fault = slow
    with pytest.raises(UnavailableError):
        faulty.identity.login(ANA, GOOD, faulty.provider.now)
    with pytest.raises(UnavailableError):
        faulty.identity.ping()


def test_nobody_listens(over_cognito: Provider, pool: UserPool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cognito_pool, "RETRY_S", 0.2)
    nobody = CognitoIdentity(
        over_cognito.store, Pool(REGION, pool.id, pool.client_id, "x", "http://127.0.0.1:9"), SECRET
    )
    for call in (
        lambda: nobody.send_code(ANA, over_cognito.now),
        lambda: nobody.login(ANA, GOOD, over_cognito.now),
        nobody.ping,
    ):
        with pytest.raises(UnavailableError):
            call()
    nobody.close()


def test_a_code_whose_check_was_cut_off_before_it_works_still(faulty: Faulty) -> None:
    code = faulty.provider.sign_in_code(ANA)
    faulty.called()
    faulty.fault = first(ANSWER, None)
    with pytest.raises(UnavailableError):
        faulty.identity.verify_code(ANA, code, faulty.provider.now)
    assert faulty.called() == [ANSWER], "an answer that Cognito may have seen is not sent twice"
    faulty.identity.verify_code(ANA, code, faulty.provider.now)


def test_a_code_whose_check_was_cut_off_after_it_is_used_up(faulty: Faulty) -> None:
    code = faulty.provider.sign_in_code(ANA)
    faulty.fault = first(ANSWER, CUT_AFTER)
    with pytest.raises(UnavailableError):
        faulty.identity.verify_code(ANA, code, faulty.provider.now)
    for _ in range(2):
        with pytest.raises(UnauthorizedError):
            faulty.identity.verify_code(ANA, code, faulty.provider.now)


def test_tries_that_were_cut_off_count(faulty: Faulty) -> None:
    code = faulty.provider.sign_in_code(ANA)
    faulty.fault = always(ANSWER, None)
    for _ in range(5):
        with pytest.raises(UnavailableError):
            faulty.identity.verify_code(ANA, code, faulty.provider.now)
    with pytest.raises(TooManyError):
        faulty.identity.verify_code(ANA, code, faulty.provider.now)


def test_a_request_that_died_holds_a_code_for_a_moment_only(over_cognito: Provider) -> None:
    identity = over_cognito.identity
    assert isinstance(identity, CognitoIdentity)
    code = over_cognito.sign_in_code(ANA)
    assert identity._take("sign_in", ANA, over_cognito.now) is not None
    assert identity._take("sign_in", ANA, over_cognito.now) is None
    over_cognito.clock.advance(seconds=BUSY.total_seconds())
    identity.verify_code(ANA, code, over_cognito.now)


def test_a_session_that_comes_back_from_a_backup_is_worth_nothing(over_cognito: Provider) -> None:
    identity, store = over_cognito.identity, over_cognito.store
    assert isinstance(identity, CognitoIdentity)
    code = over_cognito.sign_in_code(ANA)
    record = store.get(identity._owner("code", "sign_in", *ANA), "code", "code")
    assert record is not None
    identity.verify_code(ANA, code, over_cognito.now)
    store.write([Put(*record[:3], record.body, record.at, 0, expires_at=record.expires_at)])
    with pytest.raises(UnauthorizedError):
        identity.verify_code(ANA, code, over_cognito.now)


def test_what_the_store_keeps_of_a_code_is_of_no_use_without_the_secret(over_cognito: Provider) -> None:
    identity = over_cognito.identity
    assert isinstance(identity, CognitoIdentity)
    identity.register(ANA, GOOD, over_cognito.now)
    record = over_cognito.store.get(identity._owner("code", "sign_in", *ANA), "code", "code")
    assert record is not None
    assert over_cognito.code(ANA) not in record.body
    assert GOOD not in record.body
    assert identity._opened(json.loads(record.body)).session not in record.body
    assert "example.com" not in record.owner + record.body


@pytest.mark.parametrize("answer", [refusal("TooManyRequestsException"), None, CUT_AFTER])
def test_a_reset_that_broke_off_is_finished_by_the_same_code(
    faulty: Faulty, monkeypatch: pytest.MonkeyPatch, another_than: Wrong, answer: Answer | str | None
) -> None:
    monkeypatch.setattr(cognito_pool, "RETRY_S", 0.2)
    provider = faulty.provider
    provider.registered(ANA, GOOD)
    provider.clock.advance(seconds=60)
    faulty.identity.forgot(ANA, provider.now)
    code = provider.code(ANA)
    faulty.fault = always(SET, answer)
    with pytest.raises(UnavailableError):
        faulty.identity.reset(ANA, code, BETTER, provider.now)
    faulty.fault = lambda _operation, _params: PASS
    faulty.called()
    with pytest.raises(UnauthorizedError):
        faulty.identity.reset(ANA, another_than(code), BETTER, provider.now)
    assert faulty.called() == []
    faulty.identity.reset(ANA, code, BETTER, provider.now)
    assert faulty.called() == [SET]
    faulty.identity.login(ANA, BETTER, provider.now)
    with pytest.raises(UnauthorizedError):
        faulty.identity.reset(ANA, code, GOOD, provider.now)


def test_of_resets_at_once_one_sets_the_password(over_cognito: Provider) -> None:
    over_cognito.identity.forgot(ANA, over_cognito.now)
    code = over_cognito.code(ANA)

    def reset(password: str) -> bool:
        try:
            over_cognito.identity.reset(ANA, code, password, over_cognito.now)
        except UnauthorizedError:
            return False
        return True

    done = together(lambda: reset(GOOD), lambda: reset(BETTER))
    assert sorted(done) == [False, True]
    over_cognito.identity.login(ANA, GOOD if done[0] else BETTER, over_cognito.now)


def test_tasks_share_what_they_need(over_cognito: Provider, pool: UserPool, another_than: Wrong) -> None:
    """Any task may get the second request, and the third."""
    another = CognitoIdentity(
        over_cognito.store, Pool(REGION, pool.id, pool.client_id, endpoint=pool.cognito.endpoint), SECRET
    )
    code = over_cognito.sign_in_code(ANA)
    with pytest.raises(UnauthorizedError):
        another.verify_code(ANA, another_than(code), over_cognito.now)
    over_cognito.identity.verify_code(ANA, code, over_cognito.now)
    another.close()


def test_a_known_and_an_unknown_address_cost_the_same_calls(faulty: Faulty) -> None:
    identity, provider = faulty.identity, faulty.provider
    provider.registered(ANA, GOOD)
    provider.clock.advance(hours=1)
    told = []
    for address in (ANA, PHONE):
        faulty.called()
        provider.identity.send_code(address, provider.now)
        provider.clock.advance(seconds=60)
        provider.identity.register(address, BETTER, provider.now)
        provider.clock.advance(seconds=60)
        provider.identity.forgot(address, provider.now)
        with pytest.raises(UnauthorizedError):
            identity.login(address, BETTER, provider.now)
        told.append(faulty.called())
    assert told[0] == told[1] == ["AdminCreateUser", BEGIN, ANSWER] * 3 + [BEGIN]


def test_an_attempt_that_the_pool_locks_out_is_met_like_a_wrong_password(faulty: Faulty) -> None:
    locked = Answer(400, {"__type": "NotAuthorizedException", "message": "Password attempts exceeded"})
    faulty.provider.registered(ANA, GOOD)
    faulty.fault = always(BEGIN, locked)
    with pytest.raises(UnauthorizedError):
        faulty.identity.login(ANA, GOOD, faulty.provider.now)


@pytest.mark.parametrize("challenge", ["SOFTWARE_TOKEN_MFA", "SMS_MFA"])
def test_a_factor_of_the_pool_s_own_is_not_passed_over(faulty: Faulty, challenge: str) -> None:
    faulty.provider.registered(ANA, GOOD)
    faulty.fault = always(BEGIN, Answer(200, {"ChallengeName": challenge, "Session": "x" * 30}))
    with pytest.raises(UnauthorizedError, match="Sign in with a code"):
        faulty.identity.login(ANA, GOOD, faulty.provider.now)


def test_a_temporary_password_signs_nobody_in(faulty: Faulty) -> None:
    faulty.provider.registered(ANA, GOOD)
    faulty.fault = always(BEGIN, Answer(200, {"ChallengeName": "NEW_PASSWORD_REQUIRED", "Session": "x" * 30}))
    with pytest.raises(UnauthorizedError):
        faulty.identity.login(ANA, GOOD, faulty.provider.now)


@contextmanager
def using(provider: Provider, pool: UserPool, secret: str, endpoint: str) -> Iterator[CognitoIdentity]:
    identity = CognitoIdentity(provider.store, Pool(REGION, pool.id, pool.client_id, secret, endpoint), SECRET)
    yield identity
    identity.close()


def test_a_wrong_secret_is_the_operator_s_to_mend(
    over_cognito: Provider, pool: UserPool, caplog: pytest.LogCaptureFixture
) -> None:
    with using(over_cognito, pool, "not-the-secret", pool.cognito.endpoint) as identity:
        with pytest.raises(UnavailableError):
            identity.login(ANA, GOOD, over_cognito.now)
        assert "COGNITO_CLIENT_SECRET" in caplog.text
        assert "not-the-secret" not in caplog.text


def test_a_secret_that_was_changed_is_asked_for_again(over_cognito: Provider, pool: UserPool) -> None:
    secrets = ["an older one", "an older one", pool.secret]

    def script(operation: str, params: Json) -> Answer:
        if operation == "DescribeUserPoolClient":
            return Answer(200, {"UserPoolClient": {"ClientSecret": secrets.pop(0)}})
        return forwarded(pool, operation, params)

    with wire(script) as through, using(over_cognito, pool, "", through.url) as identity:
        identity.ping()
        identity.send_code(ANA, over_cognito.now)
        identity.verify_code(ANA, over_cognito.code(ANA), over_cognito.now)
    assert secrets == []


def test_a_client_without_a_secret_is_not_used(
    over_cognito: Provider, pool: UserPool, caplog: pytest.LogCaptureFixture
) -> None:
    def script(_operation: str, _params: Json) -> Answer:
        return Answer(200, {"UserPoolClient": {"ClientId": pool.client_id}})

    with wire(script) as through, using(over_cognito, pool, "", through.url) as identity:
        for call in (identity.ping, lambda: identity.send_code(ANA, over_cognito.now)):
            with pytest.raises(UnavailableError):
                call()
    assert "needs a secret" in caplog.text


def test_nobody_else_can_sign_up_or_have_a_code_sent(pool: UserPool, over_cognito: Provider) -> None:
    """Cognito's public calls take no credentials: the client's secret, and no sign-up, stand in their way."""
    over_cognito.registered(ANA, GOOD)
    [user] = pool.users()
    public = Session().create_client(
        "cognito-idp",
        region_name=REGION,
        endpoint_url=pool.cognito.endpoint,
        config=Config(signature_version=UNSIGNED),
    )
    given: dict[str, Any] = {"ClientId": pool.client_id}
    for call, params in (
        ("initiate_auth", {"AuthFlow": "CUSTOM_AUTH", "AuthParameters": {"USERNAME": user["username"]}}),
        ("sign_up", {"Username": "somebody", "Password": GOOD}),
        ("forgot_password", {"Username": user["username"]}),
    ):
        with pytest.raises(ClientError) as error:
            getattr(public, call)(**given, **params)
        assert error.value.response["Error"]["Code"] == "NotAuthorizedException"


def test_the_pool_knows_no_address_before_it_is_proven(over_cognito: Provider, pool: UserPool) -> None:
    over_cognito.identity.register(ANA, GOOD, over_cognito.now)
    over_cognito.identity.send_code(PHONE, over_cognito.now)
    assert [set(user) for user in pool.users()] == [{"sub", "username", "status"}] * 2
    assert {user["status"] for user in pool.users()} == {"FORCE_CHANGE_PASSWORD"}


def test_a_person_s_attributes_follow_what_changes(faulty: Faulty, pool: UserPool) -> None:
    identity, provider = faulty.identity, faulty.provider
    assert isinstance(identity, CognitoIdentity)
    provider.registered(ANA, GOOD)
    identity.verify_code(PHONE, provider.sign_in_code(PHONE), provider.now)
    identity.share(ANA, PHONE, provider.now)
    attributes = {
        "subscription_status": "trial",
        "subscription_expires": "2026-12-24T00:00:00Z",
        "fitness_level": "beginner",
        "onboarding_completed": "true",
    }
    person = Person("018f", [PHONE, ANA, GMAIL], [("google", "1234"), ("apple", "001.ab")], attributes)
    faulty.called()
    identity.mirror(person, provider.now)
    assert faulty.called().count("AdminDeleteUser") == 1, "whose place was taken by another"
    [user] = pool.users()
    assert json.loads(user.pop("identities"))[0]["userId"] == "1234"
    assert user.pop("sub")
    name = user.pop("username")
    assert user == {
        "status": "CONFIRMED",
        "email": ANA.value,
        "email_verified": "true",
        "phone_number": PHONE.value,
        "phone_number_verified": "true",
        **{f"custom:{name}": value for name, value in attributes.items()},
    }
    faulty.called()
    identity.mirror(person, provider.now)
    assert faulty.called() == [], "who does not change is not asked for, and not billed"
    identity.mirror(person._replace(attributes=attributes | {"subscription_status": "expired"}), provider.now)
    assert pool.users()[0]["custom:subscription_status"] == "expired"
    for address in (ANA, PHONE):
        identity.forget(address)
    assert len(pool.users()) == 1, "the person is there still"
    identity.forget_person("018f")
    assert pool.users() == []
    assert [identity._users.of(key) for key in (ANA, PHONE, ("user", "018f"))] == [None] * 3
    assert faulty.provider.store.get(identity._owner("pool-user", name), "pool-user", "pool-user") is None


def test_who_has_no_address_is_in_the_pool_too(over_cognito: Provider, pool: UserPool) -> None:
    over_cognito.identity.mirror(Person("018f", [], [("apple", "001.ab")], {}), over_cognito.now)
    assert len(pool.users()) == 1
    over_cognito.identity.verify_code(ANA, over_cognito.sign_in_code(ANA), over_cognito.now)
    over_cognito.identity.mirror(Person("018f", [ANA], [], {}), over_cognito.now)
    assert [user["email"] for user in pool.users()] == [ANA.value]


def test_a_link_that_cannot_be_made_is_left(faulty: Faulty, caplog: pytest.LogCaptureFixture) -> None:
    """The pool has no such provider, another user has the account, or there are five already."""
    for code in ("ResourceNotFoundException", "AliasExistsException", "LimitExceededException"):
        faulty.fault = always("AdminLinkProviderForUser", refusal(code))
        faulty.identity.mirror(Person(code, [], [("google", "1234")], {}), faulty.provider.now)
        assert code in caplog.text
    assert "1234" not in caplog.text


def test_an_erasure_that_broke_off_is_finished_later(
    faulty: Faulty, pool: UserPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty.provider.registered(ANA, GOOD)
    faulty.fault = always("AdminDeleteUser", refusal("TooManyRequestsException"))
    with monkeypatch.context() as impatient:
        impatient.setattr(cognito_pool, "RETRY_S", 0.1)
        with pytest.raises(UnavailableError):
            faulty.identity.forget(ANA)
    assert len(pool.users()) == 1
    faulty.fault = first("AdminDeleteUser", CUT_AFTER)
    faulty.identity.forget(ANA)
    assert pool.users() == []


def test_who_was_deleted_in_the_pool_can_sign_in_and_choose_a_password(over_cognito: Provider, pool: UserPool) -> None:
    over_cognito.registered(ANA, GOOD)
    pool.cognito.client.admin_delete_user(UserPoolId=pool.id, Username=pool.users()[0]["username"])
    over_cognito.clock.advance(seconds=60)
    with pytest.raises(UnauthorizedError):
        over_cognito.identity.login(ANA, GOOD, over_cognito.now)
    over_cognito.identity.forgot(ANA, over_cognito.now)
    over_cognito.identity.reset(ANA, over_cognito.code(ANA), BETTER, over_cognito.now)
    over_cognito.identity.login(ANA, BETTER, over_cognito.now)


def test_nothing_secret_is_logged(faulty: Faulty, another_than: Wrong, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    provider = faulty.provider
    provider.registered(ANA, GOOD)
    code = provider.code(ANA)
    with pytest.raises(UnauthorizedError):
        provider.identity.login(ANA, BETTER, provider.now)
    faulty.fault = always(BEGIN, Answer(400, {"__type": "InvalidParameterException", "message": f"{ANA.value} {GOOD}"}))
    with pytest.raises(UnavailableError):
        provider.identity.login(ANA, GOOD, provider.now)
    told = [record.getMessage() for record in caplog.records if not record.name.startswith(("sqlalchemy", "asyncio"))]
    for secret in (ANA.value, GOOD, BETTER, code, SECRET):
        assert not any(secret in line for line in told), secret


def test_codes_differ_and_say_what_they_are_for(over_cognito: Provider) -> None:
    over_cognito.identity.send_code(ANA, over_cognito.now)
    over_cognito.clock.advance(seconds=60)
    over_cognito.identity.register(ANA, GOOD, over_cognito.now)
    over_cognito.clock.advance(seconds=60)
    over_cognito.identity.forgot(ANA, over_cognito.now)
    reset, register, sign_in = over_cognito.texts(ANA)
    assert "sign-in code" in sign_in
    assert "just chosen" in register
    assert "new Fitzen password" in reset
    assert isinstance(over_cognito.sent, SentCodes)


def test_without_a_pool_botocore_is_not_imported() -> None:
    code = (
        "import sys; from fitzen import wiring; from fitzen.config import Settings;"
        "wiring.build(Settings(store_url='sqlite://', chat_store_url='sqlite://', secret_key='x' * 32, files_url='file:/tmp'));"
        "assert not {'boto3', 'botocore', 'fitzen.infra.identity.cognito'} & sys.modules.keys();"
        "wiring.build_identity(Settings(identity_url='cognito://eu-west-1/eu-west-1_a?client=b', secret_key='x' * 32), None, None, None);"
        "assert not {'boto3', 'botocore', 'cryptography'} & sys.modules.keys(), 'before the first call'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
