"""Signed URLs of CloudFront, checked by the public key as the edge does, and against botocore's own signer."""

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from botocore.signers import CloudFrontSigner
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from fitzen.config import Settings, SettingsError
from fitzen.infra.files.cloudfront import CloudFront
from fitzen.infra.files.s3 import S3Files
from fitzen.wiring import build

EXPIRES = datetime(2026, 11, 26, 14, tzinfo=UTC)
RSA = rsa.generate_private_key(65537, 2048)
EC = ec.generate_private_key(ec.SECP256R1())
ADDRESS = "https://d111111abcdef8.cloudfront.net"


def pem(key: Any, kind: PrivateFormat = PrivateFormat.PKCS8) -> str:
    return str(key.private_bytes(Encoding.PEM, kind, NoEncryption()).decode())


def edge(url: str) -> tuple[bytes, bytes]:
    """Return the policy that CloudFront makes of a URL for itself, and the signature that the URL has."""
    resource, _, query = url.partition("?")
    given = {name: values[0] for name, values in parse_qs(query, strict_parsing=True).items()}
    assert (given["Key-Pair-Id"], given["Hash-Algorithm"]) == ("K2JCJMDEHXQW5F", "SHA256")
    condition = {"DateLessThan": {"AWS:EpochTime": int(given["Expires"])}}
    policy = {"Statement": [{"Resource": resource, "Condition": condition}]}
    signature = given["Signature"].translate(str.maketrans("-_~", "+=/"))
    return json.dumps(policy, separators=(",", ":")).encode(), base64.b64decode(signature, validate=True)


def rsa_verifies(signature: bytes, policy: bytes) -> None:
    RSA.public_key().verify(signature, policy, padding.PKCS1v15(), SHA256())


def ec_verifies(signature: bytes, policy: bytes) -> None:
    EC.public_key().verify(signature, policy, ec.ECDSA(SHA256()))


@pytest.mark.parametrize(
    ("key", "verify"),
    [
        (pem(RSA), rsa_verifies),
        (pem(RSA, PrivateFormat.TraditionalOpenSSL).replace("\n", "\\n"), rsa_verifies),
        (pem(EC), ec_verifies),
    ],
    ids=["rsa", "rsa on one line", "ecdsa"],
)
def test_the_edge_takes_it_for_one_file_until_one_moment(key: str, verify: Callable[[bytes, bytes], None]) -> None:
    url = CloudFront(f"{ADDRESS}/", "K2JCJMDEHXQW5F", key).url("ana/20261126T1_front.jpg", EXPIRES)
    policy, signature = edge(url)
    verify(signature, policy)
    for changed in (url.replace("ana/", "ben/"), url.replace("Expires=", "Expires=1")):
        other, same = edge(changed)
        with pytest.raises(InvalidSignature):
            verify(same, other)


def test_it_is_what_botocore_signs() -> None:
    signed: list[bytes] = []

    def sign(policy: bytes) -> bytes:
        signed.append(policy)
        return RSA.sign(policy, padding.PKCS1v15(), SHA256())

    theirs = CloudFrontSigner("K2JCJMDEHXQW5F", sign).generate_presigned_url(f"{ADDRESS}/ana/a.jpg", EXPIRES)
    ours = CloudFront(ADDRESS, "K2JCJMDEHXQW5F", pem(RSA)).url("ana/a.jpg", EXPIRES)
    assert edge(ours)[0] == signed[0]
    assert parse_qs(urlsplit(theirs).query)["Signature"] == parse_qs(urlsplit(ours).query)["Signature"]


def settings(files_url: str = "s3://fitzen-photos", **others: Any) -> Settings:
    inbox = "inbox:/nonexistent"
    return Settings(
        store_url="sqlite://",
        chat_store_url="sqlite://",
        files_url=files_url,
        secret_key="s" * 32,
        sms_url=inbox,
        mail_url=inbox,
        push_url=inbox,
        **others,
    )


CDN = {"files_cdn_url": ADDRESS, "files_cdn_key_id": "K2JCJMDEHXQW5F", "files_cdn_private_key": pem(EC)}


def test_settings_say_that_cloudfront_gives_out_what_the_bucket_takes_in() -> None:
    infra = build(settings(**CDN))
    assert isinstance(infra.files, S3Files)
    assert infra.served_files is None
    assert infra.files.url("ana/a.jpg", EXPIRES).startswith(f"{ADDRESS}/ana/a.jpg?Expires=")
    assert "PRIVATE KEY" not in repr(infra.settings)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"files_url": "s3://"}, "FILES_URL takes s3://bucket"),
        ({"files_url": "s3://Photos.of.all"}, "small letters, figures and hyphens"),
        ({"files_url": "s3://photos/folder"}, "FILES_URL takes s3://bucket"),
        ({"files_url": "s3://photos?regoin=eu-west-1"}, "FILES_URL takes s3://bucket"),
        ({"files_url": "s3://photos?endpoint=http://minio.example"}, "only on this machine"),
        ({"files_url": "s3://photos?endpoint="}, "only on this machine"),
        ({"files_url": "gs://photos"}, "FILES_URL must start with"),
        ({**CDN, "files_cdn_key_id": ""}, "Set all of"),
        ({**CDN, "files_cdn_key_id": "K&x"}, "FILES_CDN_KEY_ID"),
        ({**CDN, "files_cdn_url": "http://d111111abcdef8.cloudfront.net"}, "FILES_CDN_URL must be https://"),
        ({**CDN, "files_cdn_private_key": "-----BEGIN nonsense"}, "must be a private key in PEM"),
        ({**CDN, "files_cdn_private_key": pem(ec.generate_private_key(ec.SECP384R1()))}, "ECDSA on P-256"),
        ({**CDN, "files_cdn_private_key": pem(rsa.generate_private_key(65537, 3072))}, "RSA with 2048 bits"),
    ],
)
def test_wrong_settings_say_what_to_set(wrong: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError, match=said) as refused:
        build(settings(**wrong))
    assert "BEGIN" not in str(refused.value)
