"""The routes by which mails are ended without signing in: from a mail client, or by a person's hand."""

from flask import Response

from fitzen.mail import service
from fitzen.mail.links import PATH, Mails
from fitzen.mail.models import UnsubscribeQuery
from fitzen.mail.pages import page
from fitzen.mail.service import Found
from fitzen.web.answers import Answer
from fitzen.web.context import accepted_language, infra, now
from fitzen.web.routing import Blueprint, public

mail = Blueprint("mail", tag="Mail")
HTML = {"text/html": {"schema": {"type": "string"}}}
WRONG = {404: "The link was not made here, or is not whole; whoever it names."}


@mail.get(PATH)
@mail.input(UnsubscribeQuery, location="query")
@mail.doc(responses=WRONG | {200: {"description": "A page that says which mails end, with a button.", "content": HTML}})
@public
def show_unsubscribe(query_data: UnsubscribeQuery) -> Response:
    """Show what the link of a mail ends, with a button that does it; looking at it changes nothing."""
    mails = service.mails_of(infra().settings, query_data)
    return _page(mails, service.look(infra().store, mails))


@mail.post(PATH)
@mail.input(UnsubscribeQuery, location="query")
@mail.doc(
    responses=WRONG | {200: {"description": "They have ended, now or before: a page that says so.", "content": HTML}}
)
@public
def unsubscribe(query_data: UnsubscribeQuery) -> Response:
    """End mails of one kind: the report of the week, or those of a reminder. It may be repeated.

    Mail clients post `List-Unsubscribe=One-Click` as a form here (RFC 8058); whatever the body is, it is not read.
    """
    mails = service.mails_of(infra().settings, query_data)
    return _page(mails, service.end(infra().store, mails, now()))


def _page(mails: Mails, found: Found) -> Response:
    text = page(mails, found.state, found.language or accepted_language())
    return Answer(text, 200, {"Cache-Control": "no-store"}, content_type="text/html; charset=utf-8")
