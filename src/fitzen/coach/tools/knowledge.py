"""What a coach may cite: passages of the articles, with the publications behind each."""

from typing import Annotated

from pydantic import Field

from fitzen.coach.knowledge.index import Passage, search
from fitzen.coach.knowledge.library import Article
from fitzen.coach.knowledge.quoting import quote
from fitzen.coach.toolbox import Result, Tool, ToolContext
from fitzen.records import Json
from fitzen.web.fields import Model


class KnowledgeArgs(Model):
    query: Annotated[str, Field(min_length=1, max_length=300)]


def search_knowledge(context: ToolContext, args: KnowledgeArgs) -> Result:  # noqa: ARG001 - as all tools are called
    """Find what the articles say; no passage where the question is not their subject.

    `answer` is the part of the first passage that is nearest to the question. The question is not in the data: what a
    model wrote would pass for a source of its own figures.
    """
    found = search(args.query)
    if not found:
        return Result({"passages": []})
    data = {"answer": quote(args.query, found[0].text), "passages": [_shown(passage) for passage in found]}
    return Result(data, sources=[_source(passage.article) for passage in found])


def _shown(passage: Passage) -> Json:
    """`see_someone` is when to see a professional, where the article is of health and the text does not say it."""
    article = passage.article
    care = {"see_someone": article.care} if article.care and article.care != passage.text else {}
    cited = [f"[{number}] {source.label}" for number, source in article.cited(passage.text).items()]
    return {"article": article.slug, "title": article.title, "text": passage.text, "sources": cited} | care


def _source(article: Article) -> Json:
    return {"label": article.title, "ref": f"article:{article.slug}"}


TOOLS = (
    Tool(
        "search_knowledge",
        "Look up what research says about training, food, sleep, pain, supplements and habits; cite what you use.",
        "Looking it up",
        KnowledgeArgs,
        search_knowledge,
    ),
)
