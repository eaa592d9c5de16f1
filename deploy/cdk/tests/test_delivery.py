"""From a commit to what people use: the pipeline, GitHub's role, and the files that both run."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from fnmatch import fnmatch
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from aws_cdk.assertions import Template

from check import DEPLOYMENTS
from fitzen_cdk.delivery import BUILDSPECS
from fitzen_cdk.deployment import Deployment

type Templates = Callable[..., Template]

ROOT = Path(__file__).parents[3]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SCRIPTS = sorted((ROOT / "deploy" / "ci").glob("*.sh"))


def _stages(stack: Template) -> dict[str, list[dict[str, Any]]]:
    (pipeline,) = stack.find_resources("AWS::CodePipeline::Pipeline").values()
    return {each["Name"]: each["Actions"] for each in pipeline["Properties"]["Stages"]}


def test_a_commit_is_tested_built_approved_and_deployed(template: Templates) -> None:
    stages = _stages(template("delivery", of="hybrid-relational"))
    assert list(stages) == ["Source", "Test", "Image", "Approval", "Deploy"]
    (source,) = stages["Source"]
    assert source["ActionTypeId"]["Provider"] == "CodeStarSourceConnection"
    assert (source["Configuration"]["FullRepositoryId"], source["Configuration"]["BranchName"]) == (
        "owner/fitzen",
        "main",
    )
    (approval,) = stages["Approval"]
    assert approval["ActionTypeId"]["Provider"] == "Manual"


def test_approval_is_a_switch(template: Templates) -> None:
    assert list(_stages(template("delivery", of="kubernetes"))) == ["Source", "Test", "Image", "Deploy"]


def test_the_image_is_built_where_it_would_run_and_nothing_else_is_privileged(template: Templates) -> None:
    projects = template("delivery", of="hybrid-relational").find_resources("AWS::CodeBuild::Project").values()
    made = {each["Properties"]["Source"]["BuildSpec"]: each["Properties"]["Environment"] for each in projects}
    assert set(made) == set(BUILDSPECS.values())
    for buildspec, environment in made.items():
        image = buildspec == "buildspec.yml"
        assert environment["PrivilegedMode"] is image
        assert environment["Type"] == ("ARM_CONTAINER" if image else "LINUX_CONTAINER")


def test_a_cluster_is_reached_from_inside(template: Templates) -> None:
    stack = template("delivery", of="kubernetes")
    inside = {
        each["Properties"]["Source"]["BuildSpec"]: "VpcConfig" in each["Properties"]
        for each in stack.find_resources("AWS::CodeBuild::Project").values()
    }
    assert inside == {path: name == "Deploy" for name, path in BUILDSPECS.items()}
    (entry,) = stack.find_resources("AWS::EKS::AccessEntry").values()
    (policy,) = entry["Properties"]["AccessPolicies"]
    assert policy["AccessScope"] == {"Type": "namespace", "Namespaces": ["fitzen"]}


def test_github_s_role_is_one_repository_s_in_one_environment(template: Templates) -> None:
    stack = template("delivery", of="serverless")
    roles = [each["Properties"] for each in stack.find_resources("AWS::IAM::Role").values()]
    (role,) = [each for each in roles if each.get("RoleName") == "fitzen-prod-github"]
    (statement,) = role["AssumeRolePolicyDocument"]["Statement"]
    assert statement["Action"] == "sts:AssumeRoleWithWebIdentity"
    assert statement["Condition"] == {
        "StringEquals": {
            "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
            "token.actions.githubusercontent.com:sub": "repo:owner/fitzen:environment:production",
        }
    }


def test_who_delivers_changes_nothing_but_by_the_bootstrapped_roles(template: Templates) -> None:
    """Its own rights are to push an image, to take those roles, and to put the web app in its place."""
    policies = template("delivery", of="serverless").find_resources("AWS::IAM::ManagedPolicy").values()
    actions: set[str] = set()
    for policy in policies:
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]:
            given = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
            actions |= set(given)
            if "sts:AssumeRole" in given:
                assert all("role/cdk-hnb659fds-" in json.dumps(each) for each in statement["Resource"])
    assert "sts:AssumeRole" in actions
    assert {each.partition(":")[0] for each in actions} == {"ecr", "sts"}


@pytest.mark.parametrize("name", DEPLOYMENTS)
def test_a_delivery_deploys_what_was_deployed(name: str) -> None:
    deployment = Deployment.from_arguments(DEPLOYMENTS[name])
    assert Deployment.from_arguments(deployment.arguments()) == deployment
    later = Deployment.from_arguments([*deployment.arguments(), "image_tag=abc"])
    assert later == replace(deployment, image_tag="abc")


def test_buildspecs_run_what_is_there() -> None:
    for path in BUILDSPECS.values():
        made = yaml.safe_load((ROOT / path).read_text())
        assert made["version"] == 0.2
        for command in made["phases"]["build"]["commands"]:
            first = command.removeprefix("bash ").split()[0]
            assert first == "make" or (ROOT / first).is_file(), command


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_of_bash_and_may_be_run(path: Path) -> None:
    subprocess.run(["bash", "-n", str(path)], check=True)  # noqa: S603, S607 # our own
    assert path.stat().st_mode & 0o111


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_pin_what_they_run_and_may_do_little(path: Path) -> None:
    made = yaml.safe_load(path.read_text())
    assert made["permissions"] == {"contents": "read"}
    used = [step["uses"] for job in made["jobs"].values() for step in job.get("steps", []) if "uses" in step]
    for each in used:
        assert re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", each), f"{each} may change under us"


def test_both_ways_run_the_same_things() -> None:
    commands = [
        step.get("run", "")
        for path in WORKFLOWS
        for job in yaml.safe_load(path.read_text())["jobs"].values()
        for step in job.get("steps", [])
    ]
    for path in BUILDSPECS.values():
        for command in yaml.safe_load((ROOT / path).read_text())["phases"]["build"]["commands"]:
            assert command in commands


def test_dependabot_looks_where_dependencies_are() -> None:
    made = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text())
    kinds = {each["package-ecosystem"] for each in made["updates"]}
    assert kinds == {"pip", "npm", "github-actions", "docker"}
    for each in made["updates"]:
        for folder in each.get("directories", [each.get("directory")]):
            assert (ROOT / folder.lstrip("/")).is_dir()


def test_the_web_by_amplify_has_previews_and_lets_the_api_know_its_origin(template: Templates) -> None:
    stack = template("amplify", of="hybrid-relational")
    stack.has_resource_properties("AWS::Amplify::Branch", {"BranchName": "main", "EnablePullRequestPreview": True})
    (app,) = stack.find_resources("AWS::Amplify::App").values()
    assert "{{resolve:secretsmanager:/fitzen/prod/github-token" in json.dumps(app["Properties"]["AccessToken"])
    for task in template("app", of="hybrid-relational").find_resources("AWS::ECS::TaskDefinition").values():
        container, _collector = task["Properties"]["ContainerDefinitions"]
        given = {each["Name"]: each["Value"] for each in container["Environment"]}
        assert given["FRONTEND_URL"] == "https://app.fitzen.example"
        assert given["PUBLIC_URL"] == "https://fitzen.example", "where /api is"


def _takes(arguments: list[str], file: str) -> bool:
    """As the AWS CLI does: of all filters that match, the last one counts."""
    taken = True
    for name, pattern in pairwise(arguments):
        if name in ("--exclude", "--include") and fnmatch(file, pattern):
            taken = name == "--include"
    return taken


def test_only_what_is_named_by_its_content_is_kept_for_ever(tmp_path: Path) -> None:
    """A service worker that an edge kept for a year would keep everybody at the old app for as long."""
    said = tmp_path / "said"
    for name in ("make", "aws", "curl"):
        command = tmp_path / name
        command.write_text(f'#!/bin/sh\nprintf "%s\\t" {name} "$@" >> {said}\necho >> {said}\n')
        command.chmod(0o755)
    environ = {"PATH": f"{tmp_path}:{os.defpath}", "TAG": "t", "PROFILE": "hybrid", "STAGE": "prod", "ARGS": ""}
    environ |= {"AWS_REGION": "us-east-1", "DOMAIN": "example.com", "WEB_BUCKET": "web", "DISTRIBUTION": "E1"}
    subprocess.run(["bash", ROOT / "deploy" / "ci" / "deploy.sh"], env=environ, check=True, capture_output=True)  # noqa: S603, S607 - our own
    copies = [line.split("\t") for line in said.read_text().splitlines() if line.startswith("aws\ts3\t")]
    kept = {
        file: [each[each.index("--cache-control") + 1] for each in copies if _takes(each, file)]
        for file in (
            "index.html",
            "sw.js",
            "manifest.webmanifest",
            "_expo/static/js/web/entry-0f.js",
            "assets/a.0f.ttf",
        )
    }
    forever, again = ["public,max-age=31536000,immutable"], ["no-cache"]
    assert kept == {
        "index.html": again,
        "sw.js": again,
        "manifest.webmanifest": again,
        "_expo/static/js/web/entry-0f.js": forever,
        "assets/a.0f.ttf": forever,
    }
    assert "immutable" not in copies[-1][-2], "what names the rest comes last"
    assert not any(_takes(each, "sw.js.br") for each in copies), "CloudFront compresses by itself"
