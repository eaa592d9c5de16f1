"""Headers that every answer carries: request id, security, and CORS for the configured front end."""

from flask import Flask, Response, g, request

from fitzen.config import Settings

SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
}
HSTS = ("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
ALLOWED_METHODS = "GET, POST, PUT, PATCH, DELETE"
ALLOWED_HEADERS = "Authorization, Content-Type, If-Match, If-None-Match, X-Request-Id, Accept"
EXPOSED_HEADERS = "ETag, Retry-After, X-Request-Id"


def install(app: Flask, settings: Settings) -> None:
    fixed = [*SECURITY.items(), *([HSTS] if settings.production else [])]
    origins = frozenset(origin.strip().rstrip("/") for origin in settings.frontend_url.split(","))

    @app.after_request
    def add_headers(response: Response) -> Response:
        headers = response.headers
        headers.extend(fixed)
        headers["X-Request-Id"] = g.request_id
        if "Cache-Control" not in headers:
            headers["Cache-Control"] = "private, no-cache"
        origin = request.headers.get("Origin")
        if origin is not None and origin in origins:
            _allow(response, origin)
        return response


def _allow(response: Response, origin: str) -> None:
    headers = response.headers
    headers["Access-Control-Allow-Origin"] = origin
    headers["Access-Control-Expose-Headers"] = EXPOSED_HEADERS
    headers.add("Vary", "Origin")
    if request.method == "OPTIONS":
        headers["Access-Control-Allow-Methods"] = ALLOWED_METHODS
        headers["Access-Control-Allow-Headers"] = ALLOWED_HEADERS
        headers["Access-Control-Max-Age"] = "7200"
