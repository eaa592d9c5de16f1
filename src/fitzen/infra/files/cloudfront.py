"""Signed URLs of CloudFront, each by a canned policy: one file, until one moment.

https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-canned-policy.html
"""

import base64
from datetime import datetime
from urllib.parse import quote

from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

RSA_BITS = 2048
_SAFE = bytes.maketrans(b"+=/", b"-_~")


class CloudFront:
    """`address` is `https://…` of the distribution, `key_id` names the public key in its key group.

    The private key is PEM, of RSA with 2048 bits or of ECDSA on P-256 (which CloudFront takes both; ECDSA signs many
    times as fast). Raises ValueError for any other.
    """

    def __init__(self, address: str, key_id: str, private_key: str) -> None:
        self._address = address.rstrip("/")
        self._key_id = key_id
        self._key = _load(private_key)

    def url(self, key: str, expires: datetime) -> str:
        """Return the URL of a file; whoever has it may GET that one file until `expires`, in whole seconds."""
        url, until = f"{self._address}/{quote(key)}", int(expires.timestamp())
        policy = f'{{"Statement":[{{"Resource":"{url}","Condition":{{"DateLessThan":{{"AWS:EpochTime":{until}}}}}}}]}}'
        signature = base64.b64encode(self._sign(policy.encode())).translate(_SAFE).decode()
        return f"{url}?Expires={until}&Signature={signature}&Key-Pair-Id={self._key_id}&Hash-Algorithm=SHA256"

    def _sign(self, text: bytes) -> bytes:
        if isinstance(self._key, rsa.RSAPrivateKey):
            return self._key.sign(text, padding.PKCS1v15(), SHA256())
        return self._key.sign(text, ec.ECDSA(SHA256()))


def _load(pem: str) -> rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey:
    """Read a PEM; one that was put on a single line, with its line ends escaped, is one too."""
    try:
        key = load_pem_private_key(pem.replace("\\n", "\n").encode(), password=None)
    except (ValueError, TypeError):  # its message may quote the key
        raise ValueError("a private key in PEM, without a password") from None
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size == RSA_BITS:
        return key
    if isinstance(key, ec.EllipticCurvePrivateKey) and isinstance(key.curve, ec.SECP256R1):
        return key
    raise ValueError(f"a private key of RSA with {RSA_BITS} bits, or of ECDSA on P-256")
