"""What the URLs of settings have in common."""

from urllib.parse import parse_qs, urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def query_of(query: str) -> dict[str, str]:
    """Return a query's values by name, the last of each; one may be empty."""
    return {name: values[-1] for name, values in parse_qs(query, keep_blank_values=True).items()}


def is_safe(address: str) -> bool:
    """Say whether an address is encrypted on its way, or does not leave this machine."""
    parts = urlsplit(address)
    return bool(parts.netloc) and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK))
