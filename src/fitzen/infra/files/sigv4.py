"""Presigned URLs of S3 by AWS Signature Version 4, without botocore: it takes 350 µs for one, and a page shows 200.

https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
"""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit

ALGORITHM = "AWS4-HMAC-SHA256"
LONGEST = timedelta(days=7)
"""S3 takes no URL that is good for longer."""


class Credentials(NamedTuple):
    """`token` is of temporary ones, and empty for others."""

    access_key: str
    secret_key: str
    token: str = ""


def presign(
    method: str,
    url: str,
    headers: Mapping[str, str],
    credentials: Credentials,
    region: str,
    at: datetime,
    expires: datetime,
) -> str:
    """Return `url` (quoted, without a query) signed for one method, from `at` until `expires`, in whole seconds.

    Whoever uses it sends just these `headers`, whose names are in lower case. Raises ValueError beyond `LONGEST`.
    """
    if expires - at > LONGEST:
        raise ValueError("a URL of S3 is good for 7 days at most")
    parts = urlsplit(url)
    signed = dict(sorted({"host": parts.netloc, **headers}.items()))
    time = f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    scope = f"{time[:8]}/{region}/s3/aws4_request"
    given = {
        "X-Amz-Algorithm": ALGORITHM,
        "X-Amz-Credential": f"{credentials.access_key}/{scope}",
        "X-Amz-Date": time,
        "X-Amz-Expires": str(max(1, int((expires - at).total_seconds()))),
        **({"X-Amz-Security-Token": credentials.token} if credentials.token else {}),
        "X-Amz-SignedHeaders": ";".join(signed),
    }
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in given.items())
    lines = "".join(f"{name}:{value}\n" for name, value in signed.items())
    request = "\n".join([method, parts.path, query, lines, given["X-Amz-SignedHeaders"], "UNSIGNED-PAYLOAD"])
    text = "\n".join([ALGORITHM, time, scope, hashlib.sha256(request.encode()).hexdigest()])
    signature = _mac(_key(credentials.secret_key, time[:8], region), text).hex()
    return f"{url}?{query}&X-Amz-Signature={signature}"


@lru_cache(maxsize=8)
def _key(secret_key: str, day: str, region: str) -> bytes:
    key = f"AWS4{secret_key}".encode()
    for part in (day, region, "s3", "aws4_request"):
        key = _mac(key, part)
    return key


def _mac(key: bytes, text: str) -> bytes:
    return hmac.digest(key, text.encode(), hashlib.sha256)
