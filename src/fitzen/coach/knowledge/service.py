"""Articles and passages as they are shown."""

from collections.abc import Mapping, Sequence

from fitzen.coach.knowledge import index, library
from fitzen.coach.knowledge.models import KnowledgeQuery
from fitzen.records import Json


def article(slug: str) -> Json:
    """Return one article; NotFoundError if there is none of this name."""
    found = library.article(slug)
    return {
        "slug": found.slug,
        "title": found.title,
        "topics": found.topics,
        "reviewed": found.reviewed,
        "text": found.text,
        "sources": _sources(dict(enumerate(found.sources, 1))),
    }


def titles() -> Sequence[Json]:
    """Return what there is to read, by title."""
    found = [{"slug": each.slug, "title": each.title, "topics": each.topics} for each in library.articles().values()]
    return sorted(found, key=lambda each: str(each["title"]).casefold())


def passages(query: KnowledgeQuery) -> Sequence[Json]:
    """Return the passages that answer a question, best first, one of an article."""
    return [
        {
            "slug": found.article.slug,
            "title": found.article.title,
            "text": found.text,
            "sources": _sources(found.article.cited(found.text)),
        }
        for found in index.search(query.q, query.limit)
    ]


def _sources(numbered: Mapping[int, library.Source]) -> list[Json]:
    return [
        {"number": number, **source._asdict(), "url": f"https://doi.org/{source.doi}" if source.doi else None}
        for number, source in numbered.items()
    ]
