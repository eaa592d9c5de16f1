"""Metrics as lines of CloudWatch's embedded metric format: CloudWatch Logs makes metrics of them, without a call.

One line a minute and process holds every metric, without dimensions: a custom metric is billed by name and dimensions,
so there are as many as names. Each route's figures are lines of their own, which are read by Logs Insights and billed
as logs. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
"""

from collections.abc import Mapping, Sequence
from typing import Any

from fitzen.infra.telemetry.metrics import METRICS, REQUEST_ERRORS, REQUEST_TIME, Labels, Registry, Snapshot

NAMESPACE = "Fitzen"
EMPTY = Snapshot({}, {}, {})

type Line = dict[str, Any]


class Emf:
    """Gives what has happened since it was last asked, so that CloudWatch's sums over processes are right."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._before = EMPTY

    def lines(self, at_ms: int) -> Sequence[Line]:
        """Return the lines of the time since the last call; nothing where nothing happened."""
        now, before, recent = self._registry.read(), self._before, self._registry.take_recent()
        self._before = now
        values: dict[str, float | list[float]] = {}
        for metric in METRICS:
            if metric.kind == "counter":
                values[metric.name] = _since(now.counters, before.counters, metric.name)
            elif metric.kind == "histogram":
                values[metric.counted_as] = _since(_counts(now), _counts(before), metric.name)
                values[metric.name] = [round(value, 6) for value in recent.get(metric.name, ())]
            else:
                changed = [
                    gauge.value
                    for key, gauge in now.gauges.items()
                    if key[0] == metric.name and gauge != before.gauges.get(key)
                ]
                values[metric.name] = [max(changed)] if changed else []
        said = {name: value for name, value in values.items() if value}
        return [_line(said, at_ms), *_routes(now, before, at_ms)] if said else []


def _line(values: Mapping[str, float | list[float]], at_ms: int) -> Line:
    metrics = [{"Name": name, "Unit": UNITS[name]} for name in values]
    directive = {"Namespace": NAMESPACE, "Dimensions": [[]], "Metrics": metrics}
    return {"_aws": {"Timestamp": at_ms, "CloudWatchMetrics": [directive]}, "event": "metrics", **values}


UNITS = {metric.name: metric.unit for metric in METRICS} | {
    metric.counted_as: "Count" for metric in METRICS if metric.counted_as
}
"""Every metric that there is in CloudWatch, which is what the bill counts."""


def _routes(now: Snapshot, before: Snapshot, at_ms: int) -> list[Line]:
    """Of each route that was asked for: how often, how often in vain, and how long all of it took."""
    lines: dict[str, Line] = {}
    for (name, labels), (count, total, _) in now.histograms.items():
        counted, took, _ = before.histograms.get((name, labels), (0, 0.0, ()))
        if name != REQUEST_TIME.name or count == counted:
            continue
        route = labels[0]
        line = lines.setdefault(
            route, {"event": "route", "timestamp": at_ms, "route": route, "requests": 0, "errors": 0, "seconds": 0.0}
        )
        line["requests"] += count - counted
        line["seconds"] = round(line["seconds"] + total - took, 6)
        key = REQUEST_ERRORS.name, (route,)
        line["errors"] = int(now.counters.get(key, 0) - before.counters.get(key, 0))
    return list(lines.values())


def _counts(snapshot: Snapshot) -> Mapping[tuple[str, Labels], float]:
    return {key: count for key, (count, _, _) in snapshot.histograms.items()}


def _since(now: Mapping[tuple[str, Labels], float], before: Mapping[tuple[str, Labels], float], name: str) -> float:
    """Return by how much a metric has grown, over all of its labels."""
    return round(sum(value - before.get(key, 0) for key, value in now.items() if key[0] == name), 9)
