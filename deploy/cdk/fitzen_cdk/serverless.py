"""The API as two functions of one image: one answers at once, one streams."""

from aws_cdk import Duration
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from fitzen_cdk.access import Access, settings
from fitzen_cdk.data import Data
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.functions import dead_letters, image_function
from fitzen_cdk.identity import Identity
from fitzen_cdk.part import Part

PORT = "8080"
SERVE = ("serve", "--no-migrate", "--workers", "1")
"""A container answers one request at a time, and its table was made with the stack: neither workers nor a question about it."""
WITH_ADAPTER = "-lambda-web"
"""What follows the tag of the image of the Dockerfile's target `lambda-web` (docs/decisions/0026-lambda.md)."""
ANSWERS = Duration.seconds(29)
"""The longest that API Gateway waits for an answer that is not streamed."""
STREAMS = Duration.minutes(15)


class Serverless(Part):
    """`api` answers at once, `chat` sends as it comes: the Lambda Web Adapter does one or the other."""

    def __init__(
        self,
        scope: Construct,
        deployment: Deployment,
        *,
        data: Data,
        identity: Identity,
        access: Access,
    ) -> None:
        super().__init__(scope, deployment, "app")
        key = data.logs_key
        dead = dead_letters(self, "DeadRequests")

        def server(name: str, role: str, mode: str, timeout: Duration) -> lambda_.DockerImageFunction:
            made = image_function(
                self,
                name,
                images=data.images,
                tag=f"{deployment.image_tag}{WITH_ADAPTER}",
                entrypoint=("fitzen",),
                command=[*SERVE, "--role", role, "--host", "127.0.0.1", "--port", PORT],
                environment=settings(deployment, data, identity)
                | {"AWS_LWA_PORT": PORT, "AWS_LWA_READINESS_CHECK_PATH": "/health", "AWS_LWA_INVOKE_MODE": mode},
                key=key,
                dead=dead,
                memory_mb=1024,
                timeout=timeout,
            )
            access.give(made.role, models=True)
            return made

        self.api = server("Api", "api", "buffered", ANSWERS)
        self.chat = server("Chat", "chat", "response_stream", STREAMS)
