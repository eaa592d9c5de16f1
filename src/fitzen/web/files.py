"""Where the signed URLs of local files lead, and how a URL is given to a client. With S3 nothing of it is called."""

from typing import Annotated, Literal
from urllib.parse import urljoin

from flask import Response, request
from pydantic import Field

from fitzen.errors import ForbiddenError, NotFoundError
from fitzen.infra.files.base import CACHED, ROUTE, Served, Signed, content_type
from fitzen.web.answers import Answer, nothing
from fitzen.web.context import infra, now
from fitzen.web.fields import Model
from fitzen.web.routing import Blueprint, public

files = Blueprint("files", tag="Photos")


class SignedQuery(Model):
    method: Literal["GET", "PUT"]
    expires: int
    length: Annotated[int, Field(ge=0)] = 0
    signature: Annotated[str, Field(max_length=100)]


def absolute(url: str) -> str:
    """Give a signed URL as one that a client can follow as it is."""
    return urljoin(request.host_url, url)


@files.get(f"{ROUTE}<path:key>")
@files.input(SignedQuery, location="query")
@files.doc(hide=True)
@public
def download(key: str, query_data: SignedQuery) -> Response:
    """Give a file to whoever has a link to it that we signed."""
    data = _checked(key, query_data).get(key)
    if data is None:
        raise NotFoundError("This file is not there any more.")
    return Answer(data, headers=[("Cache-Control", CACHED)], content_type=content_type(key))


@files.put(f"{ROUTE}<path:key>")
@files.input(SignedQuery, location="query")
@files.doc(hide=True)
@public
def upload(key: str, query_data: SignedQuery) -> Response:
    """Take the one file that a link was signed for."""
    served = _checked(key, query_data)
    if request.content_length != query_data.length or request.mimetype != content_type(key):
        raise ForbiddenError(f"This link takes {query_data.length} bytes of {content_type(key)}.")
    request.max_content_length = query_data.length
    served.receive(key, request.stream, query_data.length)
    return nothing()


def _checked(key: str, query: SignedQuery) -> Served:
    """Raise ForbiddenError unless the link is good for what is asked, NotFoundError where files are not kept here."""
    served = infra().served_files
    if served is None:
        raise NotFoundError("There is nothing at this address.")
    method = "GET" if request.method == "HEAD" else request.method
    if query.method != method:
        raise ForbiddenError("This link is for something else.")
    served.check(key, Signed(query.method, query.expires, query.length), query.signature, now())
    return served
