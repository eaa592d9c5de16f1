"""What was measured of Fitzen, with where and when; the rest of what a bill needs and nobody measured is `Assumed`."""

from typing import NamedTuple

from fitzen.infra.llm.base import Usage

LARGE, SMALL = "global.anthropic.claude-sonnet-5-5", "global.anthropic.claude-haiku-5-5"


class Measured(NamedTuple):
    """Of two shared x86 cores on 2026-11-26: `make bench` (one round, busy machine: rather too high), `make evals`.

    A read's CPU is that of the routes (list 0.8 ms, one 0.5, a day 0.7, Today 3.4) and of a list of 20 in DynamoDB
    through boto3 (2.6); a write's of the routes (2.3) and of a read (1.9) and a write (1.4) in DynamoDB. Units of
    DynamoDB are those of `infra/storage/dynamodb.py`: 64 to 97 for a workout, 5 to 10 for what is a single record.
    """

    read_ms: float = 3.8
    write_ms: float = 5.6
    process_mb: float = 210.0
    stream_mb: float = 0.3
    stream_ms_a_second: float = 1.3
    read_units: float = 4.0
    write_units: float = 19.0
    single_write_units: float = 7.0
    conversation_messages: int = 10
    conversations: int = 12
    plain: Usage = Usage(1_682_973, 13_451)
    """Tokens of the twelve conversations with the large model alone and no cache."""
    large: Usage = Usage(87_761, 9_608, 765_293, 0.0, 98_467)
    small: Usage = Usage(52_651, 3_843, 551_197, 0.0, 127_598)
    """The same conversations with cache points and routing: what each of the two models read and wrote."""

    @property
    def messages(self) -> int:
        return self.conversations * self.conversation_messages

    @property
    def input_a_message(self) -> float:
        return self.plain.input_tokens / self.messages

    @property
    def output_a_message(self) -> float:
        return self.plain.output_tokens / self.messages


class Assumed(NamedTuple):
    """What was not measured. Each is an argument of somebody who knows better; `fitzen cost sensitivity` moves some."""

    arm_slower: float = 1.3
    """CPU time on a Graviton vCPU against the machine of the measurements."""
    target: float = 0.7
    """Of a task's CPU, at which the service scales out (the reference's)."""
    peak_hours: float = 6.0
    """A day's hours that are paid at the peak's number of tasks."""
    lambda_gb: float = 0.5
    lambda_vcpu: float = 0.5 * 1024 / 1769
    """A function has one vCPU at 1,769 MB, and less in proportion."""
    store_wait_ms: float = 10.0
    cold_share: float = 0.02
    cold_s: float = 0.7
    stream_s: float = 8.0
    """How long an answer of the coach is read."""
    api_kb: float = 4.0
    """An answer of the API, compressed: 24 KB of 20 workouts are about this."""
    assets_a_user: float = 30.0
    """Requests a month for the app's own files and pictures."""
    record_kb: float = 0.8
    index_factor: float = 3.0
    """A record's body lies in the table and in two local indexes."""
    kept_months: float = 12.0
    log_kb: float = 0.6
    """A request's line of the access log, and of the application's."""
    logs_compressed: float = 0.15
    traced: float = 0.05
    refused: float = 0.05
    """Of requests, those that WAF refuses, which alone it logs."""
    waf_log_kb: float = 1.5
    flow_log_kb: float = 0.3
    """Of a request: a line for each direction of each of its connections, which are kept for many requests."""
    node_observations: float = 50.0
    """Millions a month of Container Insights on EKS, a node and the pods on it."""
    recent_photos: float = 0.25
    """Of a year's photos, those of the last 90 days, in S3 Standard; the rest is in Standard-IA."""
    puts: float = 0.1
    """Of requests to S3, those that write."""
    build_minutes: float = 300.0
    image_gb: float = 2.0


MEASURED, ASSUMED = Measured(), Assumed()
