"""Mail by SES: the domain with DKIM, an address of its own for bounces, and what happens to those."""

from aws_cdk import aws_iam as iam
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_ses as ses
from aws_cdk import aws_sns as sns
from constructs import Construct

from fitzen_cdk.data import Data
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.part import Part


class Mail(Part):
    """Records of DKIM and of the bounces' address are made where the zone is known; else they are the operator's."""

    def __init__(self, scope: Construct, deployment: Deployment, *, data: Data) -> None:
        super().__init__(scope, deployment, "mail")
        settings = ses.ConfigurationSet(
            self,
            "Settings",
            configuration_set_name=deployment.name("mail"),
            reputation_metrics=True,
            suppression_reasons=ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
            tls_policy=ses.ConfigurationSetTlsPolicy.REQUIRE,
        )
        # By its name: the construct would write a rule into the topic's policy, which is the data's (`let_ses_tell`).
        alerts = sns.Topic.from_topic_arn(self, "Alerts", data.topics["alerts"].topic_arn)
        settings.add_event_destination(
            "ToOperations",
            destination=ses.EventDestination.sns_topic(alerts),
            events=[ses.EmailSendingEvent.BOUNCE, ses.EmailSendingEvent.COMPLAINT, ses.EmailSendingEvent.REJECT],
        )
        if deployment.hosted_zone_id:
            zone = route53.PublicHostedZone.from_public_hosted_zone_attributes(
                self, "Zone", hosted_zone_id=deployment.hosted_zone_id, zone_name=deployment.domain
            )
            identity = ses.Identity.public_hosted_zone(zone)
            route53.TxtRecord(
                self, "Dmarc", zone=zone, record_name="_dmarc", values=["v=DMARC1; p=quarantine; adkim=s"]
            )
        else:
            identity = ses.Identity.domain(deployment.domain)
        self.identity = ses.EmailIdentity(
            self,
            "Domain",
            identity=identity,
            configuration_set=settings,  # of every mail of the domain: nobody has to name it
            dkim_signing=True,
            dkim_identity=ses.DkimIdentity.easy_dkim(ses.EasyDkimSigningKeyLength.RSA_2048_BIT),
            mail_from_domain=f"bounces.{deployment.domain}",
            mail_from_behavior_on_mx_failure=ses.MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
        )


def let_ses_tell(data: Data) -> None:
    """SES publishes to the topic of alerts, and so uses its key; both are the data's."""
    account = {"StringEquals": {"aws:SourceAccount": data.account}}
    principal = iam.ServicePrincipal("ses.amazonaws.com")
    data.topics["alerts"].add_to_resource_policy(
        iam.PolicyStatement(
            principals=[principal],
            actions=["sns:Publish"],
            resources=[data.topics["alerts"].topic_arn],
            conditions=account,
        )
    )
    data.key.add_to_resource_policy(
        iam.PolicyStatement(
            principals=[principal], actions=["kms:Decrypt", "kms:GenerateDataKey"], resources=["*"], conditions=account
        )
    )
