"""Every article says what it is, and where each of its figures comes from."""

import re
from collections import Counter, defaultdict
from datetime import date
from importlib.resources import files

import pytest

from fitzen.coach import knowledge
from fitzen.coach.knowledge.library import MARKER, OF_HEALTH, TOPICS, Article, article, articles, digest, parse
from fitzen.errors import NotFoundError

ALL = list(articles().values())
each_article = pytest.mark.parametrize("one", ALL, ids=[each.slug for each in ALL])
DOI = re.compile(r"10\.\d{4,9}/[-._;()/:A-Za-z0-9]+")
AUTHORS = re.compile(r"[^\W\d_][\w'. -]+(?: [A-Z]{1,4})?(?:, [\w' -]+ [A-Z]{1,4})*(?: et al\.)?|[A-Z][\w, ]+")
PROFESSIONAL = re.compile(r"\b(?:doctor|physiotherapist|midwife|dietitian|emergency|ambulance)\b")
FIRST_YEAR, MIN_WORDS, MAX_WORDS = 1985, 150, 300


def test_there_are_enough_of_them() -> None:
    assert len(ALL) >= 85


def test_no_two_have_the_same_title() -> None:
    assert max(Counter(each.title.casefold() for each in ALL).values()) == 1


def test_they_cover_each_topic() -> None:
    assert {topic for each in ALL for topic in each.topics} == TOPICS


@each_article
def test_its_front_matter_is_complete(one: Article) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", one.slug)
    assert one.title
    assert one.keywords
    assert one.topics
    assert set(one.topics) <= TOPICS
    assert date(2026, 1, 1) <= date.fromisoformat(one.reviewed)


@each_article
def test_its_length_is_that_of_a_short_article(one: Article) -> None:
    assert MIN_WORDS <= len(one.text.split()) <= MAX_WORDS


@each_article
def test_each_marker_has_its_source_and_each_source_its_marker(one: Article) -> None:
    assert {int(number) for number in MARKER.findall(one.text)} == set(range(1, len(one.sources) + 1))


@each_article
def test_each_figure_has_a_source_in_its_paragraph(one: Article) -> None:
    for paragraph in one.paragraphs:
        if re.search(r"\d", MARKER.sub("", paragraph)):
            assert MARKER.search(paragraph), paragraph


@each_article
def test_no_more_than_one_paragraph_rests_on_nothing(one: Article) -> None:
    """When to see somebody needs no study; it stands last in the articles of health."""
    claims = one.paragraphs[:-1] if one.care else one.paragraphs
    assert sum(not MARKER.search(each) for each in claims) <= 1


@each_article
def test_its_sources_are_whole(one: Article) -> None:
    for source in one.sources:
        assert AUTHORS.fullmatch(source.authors), source.authors
        assert FIRST_YEAR <= source.year <= int(one.reviewed[:4])
        assert len(source.title) > 5
        assert source.published_in
        assert source.doi is None or DOI.fullmatch(source.doi)


@each_article
def test_what_touches_health_ends_by_saying_when_to_see_a_professional(one: Article) -> None:
    if OF_HEALTH.intersection(one.topics):
        assert one.care is not None
        assert PROFESSIONAL.search(one.care)


def test_only_documents_of_an_issuing_body_have_no_doi() -> None:
    bodies = {source.authors for each in ALL for source in each.sources if source.doi is None}
    assert bodies == {
        "World Health Organization",
        "National Institute for Health and Care Excellence",
        "European Union",
        "US Food and Drug Administration",
        "World Anti-Doping Agency",
    }


def test_a_publication_is_cited_the_same_way_everywhere() -> None:
    cited = defaultdict(set)
    for each in ALL:
        for source in each.sources:
            cited[source.doi or source.title].add(source)
    assert [sources for sources in cited.values() if len(sources) > 1] == []


def test_the_version_changes_with_any_name_or_word() -> None:
    assert re.fullmatch(r"[0-9a-f]{16}", knowledge.VERSION)
    versions = [digest(texts) for texts in ({"a": "b c"}, {"a": "b d"}, {"b": "b c"}, {"a": "b c", "d": ""}, {})]
    assert len(set(versions)) == len(versions)
    assert digest({"a": "b c"}) == versions[0]


def test_an_article_that_is_not_there_is_not_found() -> None:
    assert article("creatine").title == "Creatine"
    with pytest.raises(NotFoundError):
        article("no-such-article")


def test_a_file_of_another_form_is_refused() -> None:
    whole = files("fitzen.coach.knowledge").joinpath("creatine.md").read_text(encoding="utf-8")
    assert parse("creatine", whole).slug == "creatine"
    for broken in (whole.replace("topics: ", "topic: "), whole.replace("sources:\n", ""), whole.replace(" | ", " ")):
        with pytest.raises((ValueError, KeyError)):
            parse("creatine", broken)
