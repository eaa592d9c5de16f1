"""LLM_URL: one model or several, which is which, and what is refused."""

from pathlib import Path
from typing import Any

import pytest
from tests.fixtures.api import settings_for
from tests.fixtures.bedrock import serving
from tests.fixtures.model_scripts import Refuse, says
from tests.unit.llm.providers import heard

from fitzen import wiring
from fitzen.coach.builtin import BuiltinCoach
from fitzen.config import SettingsError
from fitzen.infra.llm.base import Budget, Llm, Notice, Text, Turn
from fitzen.infra.llm.bedrock import Bedrock
from fitzen.infra.llm.openai import OpenAi
from fitzen.infra.llm.prices import Price
from fitzen.infra.llm.resilient import Resilient


def built(tmp_path: Path, **settings: Any) -> Llm:
    return wiring._llm(settings_for(tmp_path, **settings))


def models(llm: Llm) -> list[Any]:
    assert isinstance(llm, Resilient)
    return [link.llm for link in llm.links]


def test_the_default_is_the_built_in_coach_alone(tmp_path: Path) -> None:
    assert isinstance(built(tmp_path), BuiltinCoach)


def test_bedrock_has_its_models_from_the_url_or_from_the_settings(tmp_path: Path) -> None:
    first, last = models(built(tmp_path, llm_url="bedrock:", aws_region="eu-west-1"))
    assert isinstance(first, Bedrock)
    assert isinstance(last, BuiltinCoach)
    assert first._region == "eu-west-1"
    assert first.model_id(Budget()) == "global.anthropic.claude-sonnet-5-5"
    assert first.model_id(Budget(size="small")) == "global.anthropic.claude-haiku-5-5"
    profile = "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc"
    first, _ = models(built(tmp_path, llm_url=f"bedrock://us-west-2/{profile}?small=amazon.nova-lite-v1:0"))
    assert (first.model_id(Budget()), first.model_id(Budget(size="small"))) == (profile, "amazon.nova-lite-v1:0")
    assert first._region == "us-west-2"
    assert built(tmp_path, llm_url="bedrock:").model_id(Budget()) == "global.anthropic.claude-sonnet-5-5"  # type: ignore[attr-defined] # of the chain


def test_several_are_tried_in_their_order_and_the_built_in_coach_last(tmp_path: Path) -> None:
    url = "bedrock://us-east-1/, builtin:, openai://127.0.0.1:8000/v1?model=big&small=little"
    found = models(built(tmp_path, llm_url=url, llm_fallback_url="openai://llm.example.com?model=other"))
    assert [type(model) for model in found] == [Bedrock, OpenAi, OpenAi, BuiltinCoach]
    assert [model._url for model in found[1:3]] == ["http://127.0.0.1:8000/v1", "https://llm.example.com/v1"]
    assert found[1].model_id(Budget(size="small")) == "little"
    assert found[2].model_id(Budget(size="small")) == "other"


def test_the_key_goes_to_the_server_and_to_nobody_who_looks(tmp_path: Path) -> None:
    settings = settings_for(tmp_path, llm_url="openai://h/v1?model=m&price=2:10:0.2", openai_api_key="sk-secret")
    (model, _) = models(wiring._llm(settings))
    assert model._headers == {"Authorization": "Bearer sk-secret"}
    assert model._models["large"].price == Price(2, 10, 0.2)
    assert "sk-secret" not in repr(settings)


@pytest.mark.parametrize(
    "url",
    ["gpt:", "openai://host/v1", "openai:///v1?model=x", "http://host/v1?model=x", "openai://h?model=m&price=dear", "openai://h?model=m&price=1:2:3:4:5"],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_what_can(tmp_path: Path, url: str) -> None:
    with pytest.raises(SettingsError, match="LLM_URL"):
        built(tmp_path, llm_url=url)


def test_the_built_in_coach_takes_over_and_says_so(tmp_path: Path) -> None:
    with serving([Refuse(400, "ValidationException")]) as server:
        llm = built(tmp_path, llm_url=f"bedrock://us-east-1/?endpoint={server.url}")
        notice, *words, _ = heard(llm, [Turn("user", "help")])
    assert notice == Notice(wiring.BUILTIN)
    assert words
    assert all(isinstance(word, Text) for word in words)


def test_the_small_model_answers_what_is_small(tmp_path: Path) -> None:
    with serving(says("Yes.")) as server:
        llm = built(tmp_path, llm_url=f"bedrock://us-east-1/?endpoint={server.url}")
        heard(llm, budget=Budget(size="small"))
        heard(llm)
    assert [asked["modelId"].split("-")[1] for asked in server.asked] == ["haiku", "sonnet"]
