import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from aws_cdk.assertions import Template

from fitzen_cdk.jobs import HANDLER

type Templates = Callable[..., Template]

DOCKERFILE = (Path(__file__).parents[3] / "Dockerfile").read_text()


def _images(template: Template) -> dict[str, tuple[str, list[str], list[str]]]:
    """Each function by its command's end: the tag of its image, its entry point and its command."""
    found = {}
    for function in template.find_resources("AWS::Lambda::Function").values():
        properties = function["Properties"]
        tag = json.dumps(properties["Code"]["ImageUri"]).rpartition(":")[2].rstrip('"]}')
        config = properties["ImageConfig"]
        found[str(config["Command"])] = (tag, config["EntryPoint"], config["Command"])
    return found


def test_the_api_runs_in_the_image_with_the_adapter_and_serves_one_request_at_a_time(template: Templates) -> None:
    images = _images(template("app", image_tag="1.2.3"))
    assert len(images) == 2
    for tag, entry_point, command in images.values():
        assert (tag, entry_point) == ("1.2.3-lambda-web", ["fitzen"])
        assert command[0] == "serve"
        assert command[command.index("--workers") + 1] == "1"
        assert {"--no-migrate", "127.0.0.1", "8080"} <= set(command)
    assert {command[command.index("--role") + 1] for _, _, command in images.values()} == {"api", "chat"}


def test_the_jobs_run_in_the_image_without_it(template: Templates) -> None:
    images = _images(template("jobs", image_tag="1.2.3"))
    assert {tag for tag, _, _ in images.values()} == {"1.2.3"}
    assert all(
        entry == ["python", "-m", "awslambdaric"] and command == [HANDLER] for _, entry, command in images.values()
    )


@pytest.mark.parametrize("target", ["fitzen", "lambda-web"])
def test_the_dockerfile_makes_both(target: str) -> None:
    assert re.search(rf"^FROM runtime AS {target}$", DOCKERFILE, re.MULTILINE)
