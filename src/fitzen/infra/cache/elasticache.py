"""How ElastiCache Serverless knows us without a password: by a signed request that is never sent.

It is good for 15 minutes, and asked for at each new connection, which ElastiCache ends after 12 hours:
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
"""

from collections.abc import Callable

from fitzen.errors import UnavailableError
from fitzen.infra.aws import Client

SERVICE = "elasticache"
GOOD_FOR_S = 900
"""The longest that ElastiCache takes."""
CONNECT_S, READ_S = 2.0, 5.0
"""Of a client that only finds credentials; where a role gives them, botocore has its own times."""


def signing_in(user: str, cache: str, region: str) -> Callable[[], tuple[str, str]]:
    """Return what gives the name and the token of a connection that is opened now.

    It raises UnavailableError where there are no credentials.
    """
    client = Client(SERVICE, region, connect_s=CONNECT_S, read_s=READ_S)

    def sign_in() -> tuple[str, str]:
        from botocore.auth import SigV4QueryAuth
        from botocore.awsrequest import AWSRequest
        from botocore.exceptions import BotoCoreError

        try:
            found = client.credentials()
            frozen = found.get_frozen_credentials() if found else None
        except (BotoCoreError, RuntimeError) as error:  # the second: what was renewed has ended already
            raise UnavailableError("There are no credentials for the cache.") from error
        if frozen is None:
            raise UnavailableError("There are no credentials for the cache.")
        asked = {"Action": "connect", "User": user, "ResourceType": "ServerlessCache"}
        request = AWSRequest("GET", f"http://{cache}/", params=asked)
        SigV4QueryAuth(frozen, SERVICE, region, expires=GOOD_FOR_S).add_auth(request)
        return user, request.url.removeprefix("http://")

    return sign_in
