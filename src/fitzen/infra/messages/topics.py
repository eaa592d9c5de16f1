"""Topics of Amazon SNS, up to ten events a request. While SNS does not answer, events are left out."""

import json
import logging
from collections.abc import Sequence
from itertools import batched

from fitzen.errors import UnavailableError
from fitzen.infra.llm.breaker import Breaker
from fitzen.infra.messages.aws import Service
from fitzen.infra.messages.base import Event, Topic

AT_ONCE = 10
"""Events that one PublishBatch takes."""

log = logging.getLogger(__name__)


class SnsTopics:
    """`prefix` is the ARN of each topic up to the hyphen before its name."""

    def __init__(self, service: Service, prefix: str, breaker: Breaker | None = None) -> None:
        self._service = service
        self._prefix = prefix
        self._breaker = breaker or Breaker()

    def publish(self, topic: Topic, events: Sequence[Event]) -> None:
        for some in batched(events, AT_ONCE, strict=False):
            if not self._breaker.allows():
                log.warning("%d events of %s are not told: SNS does not answer", len(some), topic)
                continue
            entries = [_entry(number, event) for number, event in enumerate(some)]
            try:
                answer = self._service.call(
                    "publish_batch", TopicArn=f"{self._prefix}-{topic}", PublishBatchRequestEntries=entries
                )
            except UnavailableError:
                self._breaker.failed()
                continue
            self._breaker.succeeded()
            if failed := answer.get("Failed"):
                log.error("SNS did not take %d events of %s", len(failed), topic)


def _entry(number: int, event: Event) -> dict[str, object]:
    """Put the kind of an event beside it, too, by which a subscription may filter."""
    kind = {"DataType": "String", "StringValue": event["event"]}
    return {"Id": str(number), "Message": json.dumps(dict(event)), "MessageAttributes": {"event": kind}}
