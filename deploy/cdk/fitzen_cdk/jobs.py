"""Work on a timer: a function a job, called by EventBridge Scheduler on the job's own minutes."""

from aws_cdk import Duration
from aws_cdk import aws_scheduler as scheduler
from aws_cdk import aws_scheduler_targets as targets
from constructs import Construct

from fitzen_cdk.access import Access, settings
from fitzen_cdk.data import Data
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.environment import jobs
from fitzen_cdk.functions import dead_letters, image_function
from fitzen_cdk.identity import Identity
from fitzen_cdk.part import Part
from fitzen_cdk.rules import accept, logical_id

HANDLER = "fitzen.functions.job"
"""Takes `{"job": name}`."""
TIMEOUT = Duration.minutes(10)


class Jobs(Part):
    def __init__(
        self,
        scope: Construct,
        deployment: Deployment,
        *,
        data: Data,
        identity: Identity,
        access: Access,
    ) -> None:
        super().__init__(scope, deployment, "jobs")
        key = data.logs_key
        self.dead = dead_letters(self, "DeadJobs")
        group = scheduler.ScheduleGroup(self, "Schedules", schedule_group_name=deployment.name("jobs"))
        self.functions = {}
        for name, minutes in jobs().items():
            function = image_function(
                self,
                name.title(),
                images=data.images,
                tag=deployment.image_tag,
                command=[HANDLER],
                environment=settings(deployment, data, identity),
                key=key,
                dead=self.dead,
                timeout=TIMEOUT,
            )
            access.give(function.role, models=False)
            self.functions[name] = function
            arn = f"<{logical_id(function)}.Arn>"
            accept(
                self,
                {f"AwsSolutions-IAM5[Resource::{arn}:*]": "The schedule may call any version of its own function."},
            )
            scheduler.Schedule(
                self,
                f"{name.title()}Schedule",
                schedule_group=group,
                schedule=scheduler.ScheduleExpression.expression(f"cron({minutes} * * * ? *)"),
                description=f"fitzen job {name}",
                target=targets.LambdaInvoke(
                    function,
                    input=scheduler.ScheduleTargetInput.from_object({"job": name}),
                    dead_letter_queue=self.dead,
                    max_event_age=Duration.minutes(15),
                    retry_attempts=2,
                ),
            )
