"""SMS_URL, MAIL_URL, PUSH_URL and TOPICS_URL: what they take, and that what is wrong is said without what is secret."""

from typing import Any

import pytest

from fitzen.config import Settings, SettingsError
from fitzen.infra.messages import urls
from fitzen.infra.messages.base import Batching, Messages
from fitzen.infra.messages.expo import Expo
from fitzen.infra.messages.ses import Ses
from fitzen.infra.messages.smtp import Server, Smtp
from fitzen.infra.messages.sns import Sns
from fitzen.infra.messages.topics import SnsTopics

BUILD = {"sms_url": urls.sms, "mail_url": urls.mail, "push_url": urls.push, "topics_url": urls.topics}


def built(variable: str, url: str) -> Any:
    given: Any = {variable: url}
    return BUILD[variable](Settings(**given, aws_region="eu-west-1"))


@pytest.mark.parametrize(
    ("variable", "url", "kind"),
    [
        ("sms_url", "sns:", Sns),
        ("sms_url", "sns:us-east-1?sender=Fitzen&max_price=0.10&origination=%2B18005550100", Sns),
        ("sms_url", "sns:?region=eu-west-1&endpoint=http://127.0.0.1:4566", Sns),
        ("mail_url", "ses:coach@example.com", Ses),
        ("mail_url", "ses:coach@example.com?name=Fitzen&region=eu-west-1&configuration_set=fitzen", Ses),
        ("mail_url", "smtp://127.0.0.1:25?from=coach@example.com", Smtp),
        ("push_url", "expo:", Expo),
        ("push_url", "expo:?endpoint=http://127.0.0.1:1", Expo),
        ("topics_url", "sns:arn:aws:sns:us-east-1:123456789012:fitzen-prod-data", SnsTopics),
    ],
)
def test_what_is_taken(variable: str, url: str, kind: type) -> None:
    assert type(built(variable, url)) is kind


def test_no_topics_is_none() -> None:
    assert urls.topics(Settings()) is None


def test_expo_takes_many_and_the_others_do_not() -> None:
    adapters: dict[str, Messages] = {url: built("push_url", url) for url in ("expo:", "inbox:x")}
    assert [isinstance(each, Batching) for each in adapters.values()] == [True, False]


@pytest.mark.parametrize(
    ("url", "server"),
    [
        (
            "smtp://fitzen:p%40ss%3Aw%2Ford@mail.example.com:2525?from=coach@example.com",
            Server("mail.example.com", 2525, "starttls", "fitzen", "p@ss:w/ord"),
        ),
        ("smtp://mail.example.com?from=coach@example.com", Server("mail.example.com", 587, "starttls")),
        ("smtps://a:b@mail.example.com?from=coach@example.com", Server("mail.example.com", 465, "tls", "a", "b")),
        ("smtp://localhost:1025?from=coach@example.com", Server("localhost", 1025, "none")),
    ],
)
def test_a_mail_server_is_spoken_to_in_the_open_on_this_machine_only(url: str, server: Server) -> None:
    assert built("mail_url", url)._server == server


@pytest.mark.parametrize(
    ("variable", "url"),
    [
        ("sms_url", "twilio:"),
        ("sms_url", "sns:nowhere"),
        ("sms_url", "sns:?sender=Fitzen%20Coach"),
        ("sms_url", "sns:?sender=12345"),
        ("sms_url", "sns:?sender=TwelveLetter"),
        ("sms_url", "sns:?max_price=cheap"),
        ("sms_url", "sns:?max_prize=1"),
        ("sms_url", "sns:?endpoint=http://example.com"),
        ("mail_url", "ses:"),
        ("mail_url", "ses:eu-west-1"),
        ("mail_url", "ses:a@example.com?name=a%0Ab"),
        ("mail_url", "ses:a@example.com?region=x"),
        ("mail_url", "smtp://mail.example.com"),
        ("mail_url", "smtp://hunter2@mail.example.com?from=a@example.com"),
        ("mail_url", "smtp://a:hunter2@?from=a@example.com"),
        ("mail_url", "smtp://a:hunter2/@mail.example.com?from=a@example.com"),
        ("mail_url", "smtp://a:hunter2@mail.example.com:port?from=a@example.com"),
        ("mail_url", "smtp://a:hunter2@mail.example.com?from=Ana <a@example.com>"),
        ("push_url", "expo:token=hunter2"),
        ("push_url", "expo:?token=hunter2"),
        ("push_url", "expo:?endpoint=ftp://127.0.0.1"),
        ("topics_url", "sns:fitzen"),
        ("topics_url", "arn:aws:sns:us-east-1:123456789012:fitzen"),
    ],
)
def test_what_is_not_taken_is_said_with_the_variables_name(variable: str, url: str) -> None:
    with pytest.raises(SettingsError) as raised:
        built(variable, url)
    assert variable.upper() in raised.value.detail
    assert "hunter2" not in raised.value.detail


def test_secrets_are_not_shown() -> None:
    settings = Settings(mail_url="smtp://a:hunter2@h", expo_access_token="hunter2")
    assert "hunter2" not in repr(settings)
