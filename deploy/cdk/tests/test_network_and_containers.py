import json
from collections.abc import Callable

import pytest
from aws_cdk.assertions import Match, Template

from fitzen import config
from fixtures.image import instructions, owned

type Templates = Callable[..., Template]


def test_two_zones_with_flow_logs_and_free_endpoints(template: Templates) -> None:
    network = template("network", profile="hybrid")
    zones = {each["Properties"]["AvailabilityZone"] for each in network.find_resources("AWS::EC2::Subnet").values()}
    assert zones == {"us-east-1a", "us-east-1b"}
    network.has_resource_properties("AWS::EC2::FlowLog", {"TrafficType": "ALL"})
    endpoints = network.find_resources("AWS::EC2::VPCEndpoint").values()
    assert sorted(json.dumps(each["Properties"]["ServiceName"]).rpartition(".")[2][:2] for each in endpoints) == [
        "dy",
        "s3",
    ]


@pytest.mark.parametrize(("egress", "gateways"), [("public", 0), ("nat", 2)])
def test_egress_is_a_switch(template: Templates, egress: str, gateways: int) -> None:
    template("network", profile="hybrid", egress=egress).resource_count_is("AWS::EC2::NatGateway", gateways)
    for service in template("app", profile="hybrid", egress=egress).find_resources("AWS::ECS::Service").values():
        network = service["Properties"]["NetworkConfiguration"]["AwsvpcConfiguration"]
        assert network["AssignPublicIp"] == ("ENABLED" if egress == "public" else "DISABLED")


def test_each_group_lets_in_its_caller_alone(template: Templates) -> None:
    network = template("network", profile="hybrid")
    names = {
        key: each["Properties"]["GroupDescription"]
        for key, each in network.find_resources("AWS::EC2::SecurityGroup").items()
    }

    def group(reference: dict[str, list[str]]) -> str:
        return names[reference["Fn::GetAtt"][0]]

    ways = {
        (group(each["SourceSecurityGroupId"]), each["FromPort"], each["ToPort"], group(each["GroupId"]))
        for each in (rule["Properties"] for rule in network.find_resources("AWS::EC2::SecurityGroupIngress").values())
    }
    assert ways == {
        ("Link of API Gateway", 443, 443, "The private load balancer"),
        ("The private load balancer", 5001, 5001, "Tasks of Fitzen"),
        ("Tasks of Fitzen", 5432, 5432, "PostgreSQL"),
        ("Tasks of Fitzen", 6379, 6379, "Valkey"),
    }
    for each in network.find_resources("AWS::EC2::SecurityGroup").values():
        assert "SecurityGroupIngress" not in each["Properties"]  # and so nothing from addresses


def test_no_other_stack_opens_a_group(template: Templates) -> None:
    assert not template("app", profile="hybrid").find_resources("AWS::EC2::SecurityGroupIngress")
    assert not template("app", profile="hybrid").find_resources("AWS::EC2::SecurityGroup")


def test_a_task_is_half_a_core_of_arm_and_writes_nothing_but_tmp(template: Templates) -> None:
    tasks = template("app", profile="hybrid").find_resources("AWS::ECS::TaskDefinition").values()
    assert len(tasks) == 2
    for task in (each["Properties"] for each in tasks):
        assert (task["Cpu"], task["Memory"]) == ("512", "1024")
        assert task["RuntimePlatform"] == {"CpuArchitecture": "ARM64", "OperatingSystemFamily": "LINUX"}
        assert all(each["ReadonlyRootFilesystem"] is True for each in task["ContainerDefinitions"])
        container, _collector = task["ContainerDefinitions"]
        assert container["MountPoints"] == [{"ContainerPath": "/tmp", "ReadOnly": False, "SourceVolume": "tmp"}]
        assert container["PortMappings"] == [{"ContainerPort": config.Settings().api_port, "Protocol": "tcp"}]
        assert container["HealthCheck"]["Command"][:2] == ["CMD", "python"]


def test_what_a_task_mounts_the_image_gives_to_who_runs_it(template: Templates) -> None:
    """Fargate makes a mounted folder root's, unless the image names it by VOLUME: then owner and mode are the image's.

    AWS's guide, "Use bind mounts with Amazon ECS". What is changed after the VOLUME would not count.
    """
    (user,) = [each.rest for each in instructions() if (each.stage, each.name) == ("runtime", "USER")]
    volumes, made = {}, {}
    for number, (stage, name, rest) in enumerate(instructions()):
        if (stage, name) == ("runtime", "VOLUME"):
            volumes |= dict.fromkeys(json.loads(rest), number)
        if (stage, name) == ("runtime", "RUN"):
            made |= dict.fromkeys(owned(rest, user), number)
    mounted = {
        mount["ContainerPath"]
        for task in template("app", of="hybrid-relational").find_resources("AWS::ECS::TaskDefinition").values()
        for container in task["Properties"]["ContainerDefinitions"]
        for mount in container.get("MountPoints", [])
    }
    assert mounted == volumes.keys()
    assert all(made[path] < volumes[path] for path in mounted)


def test_a_task_s_environment_is_of_settings(template: Templates) -> None:
    for task in template("app", profile="hybrid").find_resources("AWS::ECS::TaskDefinition").values():
        container, _collector = task["Properties"]["ContainerDefinitions"]
        given = {each["Name"]: each["Value"] for each in container["Environment"]}
        assert set(given) <= set(config.VARIABLES.values())
        assert given["FITZEN_ENV"] == "production"
        assert given["SECRET_KEY"] == "aws-sm:///fitzen/prod/jwt-secret"


def test_two_to_ten_tasks_by_cpu_and_memory(template: Templates) -> None:
    app = template("app", profile="hybrid")
    for target in app.find_resources("AWS::ApplicationAutoScaling::ScalableTarget").values():
        assert (target["Properties"]["MinCapacity"], target["Properties"]["MaxCapacity"]) == (2, 10)
    for metric, value in (("ECSServiceAverageCPUUtilization", 70), ("ECSServiceAverageMemoryUtilization", 80)):
        app.has_resource_properties(  # besides, by requests: test_switches.py
            "AWS::ApplicationAutoScaling::ScalingPolicy",
            {
                "TargetTrackingScalingPolicyConfiguration": {
                    "PredefinedMetricSpecification": {"PredefinedMetricType": metric},
                    "TargetValue": value,
                    "ScaleOutCooldown": 60,
                    "ScaleInCooldown": 300,
                }
            },
        )


def test_deployments_are_blue_green_and_go_back_on_an_alarm(template: Templates) -> None:
    app = template("app", profile="hybrid")
    alarms = app.find_resources("AWS::CloudWatch::Alarm")
    for service in (each["Properties"] for each in app.find_resources("AWS::ECS::Service").values()):
        made = service["DeploymentConfiguration"]
        assert (made["Strategy"], made["BakeTimeInMinutes"]) == ("BLUE_GREEN", 10)
        assert made["DeploymentCircuitBreaker"] == {"Enable": True, "Rollback": True}
        assert made["Alarms"]["Rollback"] is True
        assert len(made["Alarms"]["AlarmNames"]) == 2
        assert all(each["Ref"] in alarms for each in made["Alarms"]["AlarmNames"])
        assert service["CapacityProviderStrategy"] == [
            {"CapacityProvider": "FARGATE", "Base": 2, "Weight": 1},
            {"CapacityProvider": "FARGATE_SPOT", "Weight": 3},
        ]


def test_the_balancer_is_private_and_speaks_tls(template: Templates) -> None:
    app = template("app", profile="hybrid")
    app.has_resource_properties("AWS::ElasticLoadBalancingV2::LoadBalancer", {"Scheme": "internal"})
    app.has_resource_properties(
        "AWS::ElasticLoadBalancingV2::Listener", {"Port": 443, "Protocol": "HTTPS", "Certificates": Match.any_value()}
    )


def test_a_serverless_deployment_has_no_network(template: Templates) -> None:
    for function in template("app").find_resources("AWS::Lambda::Function").values():
        assert "VpcConfig" not in function["Properties"]
        assert function["Properties"]["Architectures"] == ["arm64"]
