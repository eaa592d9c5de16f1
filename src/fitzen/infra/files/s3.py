"""Files in one bucket of S3. Clients PUT by presigned URLs, and GET by presigned ones or by CloudFront's.

Keys are the port's, so that one prefix holds all of a person; each file has a name of its own and never changes. The
bucket's encryption, versioning, lifecycle and CORS are set up where it is made (docs/aws.md). Botocore is imported
(0.3 s of CPU) and connects when first needed, not before.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import batched
from typing import Any, Protocol
from urllib.parse import quote

from fitzen.errors import UnavailableError
from fitzen.infra.aws import Client, stand_in
from fitzen.infra.files.base import CACHED, UPLOADS, Upload, check_key, content_type
from fitzen.infra.files.sigv4 import Credentials, presign
from fitzen.infra.storage.base import Clock, utc_now

CONNECT_TIMEOUT_S = 2
READ_TIMEOUT_S = 10
ATTEMPTS = 3
AT_ONCE = 1000
"""Most that one DeleteObjects takes."""
DOMAINS = {"cn-": "amazonaws.com.cn", "eusc-": "amazonaws.eu"}
"""By how the region's name begins; all others are under amazonaws.com."""
MISSING = frozenset({"404", "NoSuchKey"})

log = logging.getLogger(__name__)


class Cdn(Protocol):
    """Whoever gives out the bucket's files instead of it."""

    def url(self, key: str, expires: datetime) -> str:
        """Return the signed URL of one file."""


class S3Files:
    """`endpoint` is of a stand-in; over plain HTTP it is signed for as `local`, by the secret `local`."""

    def __init__(
        self, bucket: str, region: str, endpoint: str | None = None, cdn: Cdn | None = None, clock: Clock = utc_now
    ) -> None:
        self._bucket = bucket
        self._region = region
        self._endpoint = endpoint
        self._cdn = cdn
        self._clock = clock
        self._address = f"{endpoint.rstrip('/')}/{bucket}" if endpoint else f"https://{bucket}.s3.{_domain(region)}"
        style = "path" if endpoint else "virtual"
        self._client = Client(
            "s3",
            region,
            endpoint,
            connect_s=CONNECT_TIMEOUT_S,
            read_s=READ_TIMEOUT_S,
            attempts=ATTEMPTS,  # every call here can be repeated
            s3={"addressing_style": style, "us_east_1_regional_endpoint": "regional"},
        )

    def put(self, key: str, data: bytes) -> None:
        check_key(key)
        self._call("put_object", Key=key, Body=data, ContentType=content_type(key), CacheControl=CACHED)

    def get(self, key: str) -> bytes | None:
        check_key(key)
        with _told("get_object"):
            for attempt in range(ATTEMPTS):
                answer = self._found("get_object", key)
                try:
                    return None if answer is None else answer["Body"].read()
                except _cut():  # within the body, where botocore itself does not repeat
                    if attempt == ATTEMPTS - 1:
                        raise
        raise AssertionError  # the last attempt returns or raises

    def size(self, key: str) -> int | None:
        check_key(key)
        with _told("head_object"):
            answer = self._found("head_object", key)
        return None if answer is None else int(answer["ContentLength"])

    def delete(self, *keys: str) -> None:
        """Remove files. What was uploaded goes with every version of it: it is as its camera wrote it."""
        for key in keys:
            check_key(key)
        self._remove({"Key": key} for key in keys if not key.startswith(UPLOADS))
        self._remove(
            each for key in keys if key.startswith(UPLOADS) for each in self._versions(key) if each["Key"] == key
        )

    def erase(self, prefix: str) -> None:
        """Remove every version. Marks of the deletions stay until the bucket's lifecycle takes them.

        They are all that a copy of the bucket in another region hears: S3 copies no removal of a version.
        """
        self._remove({"Key": key} for key in self.list(prefix))
        self._remove(self._versions(prefix, marks=False))

    def list(self, prefix: str) -> Iterator[str]:
        """Yield the keys in the order of their bytes, as pages of 1000 come."""
        for page in self._pages("list_objects_v2", prefix):
            for found in page.get("Contents", []):
                yield found["Key"]

    def remove_uploads(self, before: datetime) -> int:
        """Remove what was uploaded and left. There is little at a time: one request where there is nothing."""
        pages = self._pages("list_objects_v2", UPLOADS)
        left = [found["Key"] for page in pages for found in page.get("Contents", []) if found["LastModified"] < before]
        self.delete(*left)
        return len(left)

    def upload(self, key: str, length: int, expires: datetime) -> Upload:
        """Sign the type and the length too: S3 refuses (403) any other. A browser sends the length by itself."""
        headers = {"content-length": str(length), "content-type": content_type(key)}
        return Upload(self._signed("PUT", key, headers, self._clock(), expires), {"Content-Type": content_type(key)})

    def url(self, key: str, expires: datetime) -> str:
        """Sign from the full hour on, so that within it the URL is the same and a browser has the file already."""
        check_key(key)
        if self._cdn:
            return self._cdn.url(key, expires)
        hour = self._clock().replace(minute=0, second=0, microsecond=0)
        return self._signed("GET", key, {}, min(hour, expires - timedelta(seconds=1)), expires)

    def ping(self) -> None:
        self._call("head_bucket")

    def close(self) -> None:
        self._client.close()

    def _signed(self, method: str, key: str, headers: dict[str, str], at: datetime, expires: datetime) -> str:
        check_key(key)
        url = f"{self._address}/{quote(key)}"
        return presign(method, url, headers, self._credentials(), self._region, at, expires)

    def _credentials(self) -> Credentials:
        """Return what to sign with; temporary ones are renewed by botocore before they expire."""
        if keys_of_stand_in := stand_in(self._endpoint):
            return Credentials(*keys_of_stand_in.values())
        with _told("credentials"):
            found = self._client.credentials()
            if found is None:
                log.error("There are no AWS credentials to sign URLs of files with.")
                raise _unavailable()
            keys = found.get_frozen_credentials()
            return Credentials(keys.access_key, keys.secret_key, keys.token or "")

    def _found(self, operation: str, key: str) -> Any:
        """Return the answer about one file, or None where there is none; within `_told`."""
        from botocore.exceptions import ClientError

        try:
            return getattr(self._client.get(), operation)(Bucket=self._bucket, Key=key)
        except ClientError as error:
            if error.response["Error"]["Code"] in MISSING:
                return None
            raise

    def _call(self, operation: str, **params: Any) -> Any:
        with _told(operation):
            return getattr(self._client.get(), operation)(Bucket=self._bucket, **params)

    def _pages(self, operation: str, prefix: str) -> Iterator[dict[str, Any]]:
        with _told(operation):
            yield from self._client.get().get_paginator(operation).paginate(Bucket=self._bucket, Prefix=prefix)

    def _versions(self, prefix: str, *, marks: bool = True) -> Iterator[dict[str, str]]:
        """Yield every version and every mark of a deletion; a bucket without versioning has one of each file."""
        for page in self._pages("list_object_versions", prefix):
            for found in (*page.get("Versions", []), *(page.get("DeleteMarkers", []) if marks else [])):
                yield {"Key": found["Key"], "VersionId": found["VersionId"]}

    def _remove(self, objects: Iterable[dict[str, str]]) -> None:
        for batch in batched(objects, AT_ONCE, strict=False):
            answer = self._call("delete_objects", Delete={"Objects": [*batch], "Quiet": True})
            if refused := answer.get("Errors"):
                log.error("S3 did not remove %d files: %s", len(refused), _codes(refused))
                raise _unavailable()


@contextmanager
def _told(operation: str) -> Iterator[None]:
    """Whatever botocore raises within the block, as an UnavailableError; the log says what S3 called it, and no key."""
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except ClientError as error:
        log.error("S3 refused %s: %s", operation, error.response["Error"]["Code"])  # noqa: TRY400 - quotes the key
        raise _unavailable() from error
    except BotoCoreError as error:
        log.error("S3 did not answer %s: %s", operation, type(error).__name__)  # noqa: TRY400 - the same
        raise _unavailable() from error


def _cut() -> tuple[type[Exception], ...]:
    """Return what a body that breaks off raises when it is read."""
    from botocore import exceptions

    return (exceptions.IncompleteReadError, exceptions.ReadTimeoutError, exceptions.ResponseStreamingError)


def _codes(refused: Sequence[dict[str, str]]) -> str:
    return ", ".join(sorted({each.get("Code", "unknown") for each in refused}))


def _domain(region: str) -> str:
    domain = next((name for start, name in DOMAINS.items() if region.startswith(start)), "amazonaws.com")
    return f"{region}.{domain}"


def _unavailable() -> UnavailableError:
    return UnavailableError("Your files cannot be reached at the moment. Please try again.", retry_after=2)
