"""The routes of the articles that the coach cites: a source that is tapped opens one."""

from flask import Response

from fitzen.coach.knowledge import service
from fitzen.coach.knowledge.models import ArticlePassage, ArticleTitle, KnowledgeArticle, KnowledgeQuery
from fitzen.web.answers import computed, listing
from fitzen.web.routing import Blueprint

knowledge = Blueprint("knowledge", tag="Coach")


@knowledge.get("/api/knowledge")
@knowledge.input(KnowledgeQuery, location="query")
@knowledge.output(listing(ArticlePassage))
def search_knowledge(query_data: KnowledgeQuery) -> Response:
    """Find what the articles say to a question, best first; nothing where it is not their subject."""
    return computed({"items": service.passages(query_data), "next_cursor": None})


@knowledge.get("/api/knowledge/articles")
@knowledge.output(listing(ArticleTitle))
def list_articles() -> Response:
    """List all articles by their titles, in one page: there are about a hundred."""
    return computed({"items": service.titles(), "next_cursor": None})


@knowledge.get("/api/knowledge/<slug>")
@knowledge.output(KnowledgeArticle)
def get_article(slug: str) -> Response:
    """Get one article with its sources."""
    return computed(service.article(slug))
