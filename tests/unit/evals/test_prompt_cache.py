"""The fake's prompt cache keeps to the rules of Bedrock's."""

from typing import Any

import pytest
from evals.prompt_cache import LIFE_S, PromptCache, Used

type Json = dict[str, Any]

POINT: Json = {"cachePoint": {"type": "default"}}
SONNET, HAIKU = "global.anthropic.claude-sonnet-5-5", "global.anthropic.claude-haiku-5-5"
LONG = "x" * 7000
"""About 2,000 tokens."""


def request(*said: Json, system: str = LONG, model: str = SONNET) -> Json:
    content = [*said] or [{"text": "Hi"}]
    return {"modelId": model, "system": [{"text": system}, POINT], "messages": [{"role": "user", "content": content}]}


def test_what_was_written_is_read_for_five_minutes_and_a_read_makes_it_last() -> None:
    cache = PromptCache()
    first = cache.use(request(), 0)
    assert (first.cached, first.written > 2000) == (0, True)
    for at in (200, 200 + LIFE_S - 1):
        again = cache.use(request(), at)
        assert (again.cached, again.written) == (first.written, 0)
    assert cache.use(request(), 200 + 2 * LIFE_S).cached == 0


def test_every_byte_counts() -> None:
    cache = PromptCache()
    cache.use(request(), 0)
    assert cache.use(request(system=LONG + "."), 1).cached == 0


def test_each_model_has_its_own_and_its_least_length() -> None:
    cache = PromptCache()
    cache.use(request(), 0)
    assert cache.use(request(model=HAIKU), 1) == cache.use(request(model=HAIKU), 2)
    assert cache.use(request(model=HAIKU), 3).written == 0, "2,000 tokens are too few for the small model"
    assert cache.use(request(system=LONG * 3, model=HAIKU), 4).written > 6000


def test_a_longer_prefix_writes_only_what_is_new() -> None:
    cache = PromptCache()
    short = cache.use(request(), 0)
    more = cache.use(request({"text": LONG}, POINT, {"text": "And?"}), 1)
    assert more.cached == short.written
    assert more.written == pytest.approx(2000, rel=0.05)
    assert cache.use(request({"text": LONG}, POINT, {"text": "And then?"}), 2).cached == more.cached + more.written


def test_a_point_looks_twenty_blocks_back() -> None:
    for blocks, found in ((19, True), (21, False)):
        cache = PromptCache()
        cache.use(request(), 0)
        later = request(*[{"text": "a"}] * blocks, POINT, {"text": "And?"})
        del later["system"][1]
        assert (cache.use(later, 1).cached > 0) is found


def test_without_a_cache_all_is_read_anew() -> None:
    cache = PromptCache(on=False)
    assert cache.use(request(), 0) == cache.use(request(), 1) == Used(cache.use(request(), 2).input, 0, 0)
