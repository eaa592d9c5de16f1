"""Answers of nobody in Redis: found by every task, under nothing that names a person or a question."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from redis import Redis
from tests.fixtures.api import Client, settings_for
from tests.fixtures.chat import say
from tests.fixtures.models import Script, calls, says
from tests.fixtures.redis import running_redis

from fitzen.config import Settings
from fitzen.infra.base import Infra
from fitzen.infra.cache.redis import RedisCache
from fitzen.infra.llm.base import Llm, ToolCall

type WithModel = Callable[[Llm], Client]

QUESTION = "is creatine worth it?"
LOOK = calls(ToolCall("k", "search_knowledge", {"query": "creatine"}))
ANSWER = "Creatine helps many people to get stronger."


@pytest.fixture
def settings(tmp_path: Path, redis_url: str) -> Settings:
    return settings_for(tmp_path, cache_url=redis_url)


def test_another_person_is_told_what_was_kept_and_the_keys_name_nobody(
    with_model: WithModel, another: Client, redis_url: str
) -> None:
    with Redis.from_url(redis_url, decode_responses=True) as redis:
        redis.flushall()
        model = Script(LOOK, says(ANSWER))
        client = with_model(model)
        first = say(client, QUESTION)
        second = say(client.signed_in(another.session), QUESTION)
        assert len(model.asked) == 2
        assert (second["text"], second["sources"]) == (first["text"], first["sources"]) == (ANSWER, first["sources"])
        [key] = redis.keys("*")
        assert re.fullmatch(r"fitzen:answer:[\w-]{43}", key)
        assert not any(word in redis.get(key) for word in (QUESTION, another.user_id, first["id"]))
        assert redis.ttl(key) > 6 * 86_400


def test_when_redis_goes_away_the_model_is_asked_again(
    with_model: WithModel, infra: Infra, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = Script(LOOK, says(ANSWER), LOOK, says("Another answer."))
    assert isinstance(infra.cache, RedisCache)
    with running_redis(tmp_path) as url:
        monkeypatch.setattr(infra.cache, "_url", url)
        client = with_model(model)
        assert say(client, QUESTION)["text"] == ANSWER
    assert say(client, QUESTION)["text"] == "Another answer."
