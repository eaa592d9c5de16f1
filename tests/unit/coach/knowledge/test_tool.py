"""What the tool gives a model, and how the built-in coach says it: word for word, with what it rests on."""

from contextlib import closing
from datetime import UTC, datetime

import pytest

from fitzen.coach.builtin.answers import answer
from fitzen.coach.builtin.answers.knowledge import NOTHING
from fitzen.coach.grounding.evidence import Evidence
from fitzen.coach.knowledge.library import articles
from fitzen.coach.knowledge.quoting import sentences, without_markers
from fitzen.coach.toolbox import Result, Toolbox, ToolContext
from fitzen.coach.tools import TOOLS
from fitzen.infra.llm.base import ToolCall
from fitzen.infra.storage.sql import SqlStore
from fitzen.records import dumps

QUESTIONS = [
    "how much protein do I need",
    "my lower back hurts",
    "creatine",
    "how many steps a day",
    "chest pain when I run",
    "can I train with a cold",
    "do fat burners work",
]


def asked(question: str) -> tuple[ToolCall, Result]:
    """Ask the tool; it looks at no record, so the store need not be migrated."""
    call = ToolCall("1", "search_knowledge", {"query": question})
    with closing(SqlStore("sqlite://")) as store:
        context = ToolContext(store, "nobody", datetime(2026, 11, 26, tzinfo=UTC))
        return call, Toolbox(context, TOOLS).run(call)


def said(question: str) -> str:
    call, result = asked(question)
    return "".join(answer(result.for_model(call)))


def test_a_passage_comes_with_what_it_cites() -> None:
    _, result = asked("how many sets a week build muscle")
    best = result.data["passages"][0]
    assert best["article"] == "training-volume"
    assert best["text"] in articles()["training-volume"].text
    assert "[1] Schoenfeld 2017" in best["sources"]
    assert result.sources[0] == {"label": best["title"], "ref": "article:training-volume"}


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_source_is_an_article_and_every_mark_has_its_publication(question: str) -> None:
    _, result = asked(question)
    assert [each["ref"] for each in result.sources] == [
        f"article:{each['article']}" for each in result.data["passages"]
    ]
    for each in result.data["passages"]:
        assert each["article"] in articles()
        for cited in each["sources"]:
            assert cited.split(" ")[0] in each["text"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_built_in_coach_quotes_whole_sentences_and_names_the_article(question: str) -> None:
    _, result = asked(question)
    text, best = said(question), result.data["passages"][0]
    quoted, _, rest = text.partition("(From ")
    whole = [without_markers(each) for each in sentences(articles()[best["article"]].text.replace("\n\n", " "))]
    assert quoted.strip()
    assert set(sentences(quoted.strip())) <= set(whole)
    assert rest.startswith(f"“{best['title']}”")
    assert "[" not in text


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_figure_that_is_said_is_in_the_data(question: str) -> None:
    _, result = asked(question)
    evidence = Evidence()
    evidence.add_data(result.data, "search_knowledge")
    assert evidence.untraced(said(question)) == []


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("my lower back hurts after deadlifts", "Go to an emergency department"),
        ("knee pain", "See a doctor"),
        ("exercise in pregnancy", "Ask your doctor or midwife"),
        ("is alcohol bad for muscle growth", "If cutting down is difficult"),
        ("is beta alanine worth it", "If you take medicines for the heart or nerves"),
    ],
)
def test_a_matter_of_health_says_when_to_see_somebody(question: str, says: str) -> None:
    assert says in said(question)


def test_what_is_no_subject_of_the_articles_is_not_answered() -> None:
    call, result = asked("who painted the mona lisa")
    assert result.data == {"passages": []}
    assert not result.sources
    assert "".join(answer(result.for_model(call))) == NOTHING


def test_what_a_model_asked_is_no_source_of_its_figures() -> None:
    _, result = asked("is 4321 grams of protein too much")
    assert result.data["passages"]
    assert "4321" not in dumps(result.data)


def test_a_query_that_is_empty_is_refused() -> None:
    _, result = asked("")
    assert result.failed
