"""An article and a passage of one, as an app shows them."""

from typing import Annotated

from pydantic import Field

from fitzen.coach.knowledge.library import Topic
from fitzen.web.fields import AnswerModel, Model

MAX_QUERY, MAX_FOUND = 300, 10


class KnowledgeQuery(Model):
    q: Annotated[str, Field(min_length=1, max_length=MAX_QUERY)]
    limit: Annotated[int, Field(ge=1, le=MAX_FOUND)] = 3


class ArticleSource(AnswerModel):
    """What the text cites as [`number`]; `published_in` is a journal, or the document of the body that issued it."""

    number: int
    authors: str
    year: int
    title: str
    published_in: str
    doi: str | None
    url: str | None


class ArticlePassage(AnswerModel):
    """A paragraph of an article, with the sources that it cites."""

    slug: str
    title: str
    text: str
    sources: list[ArticleSource]


class ArticleTitle(AnswerModel):
    slug: str
    title: str
    topics: list[Topic]


class KnowledgeArticle(AnswerModel):
    """An article of the coach's; `text` is Markdown, `reviewed` the day on which it was last checked."""

    slug: str
    title: str
    topics: list[Topic]
    reviewed: str
    text: str
    sources: list[ArticleSource]
