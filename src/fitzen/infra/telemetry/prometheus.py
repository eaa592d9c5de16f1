"""Metrics in Prometheus's text format, right over the processes of one server.

Each process leaves its values in a file of a folder that they share; whoever is asked adds up all of them. The values
of a process that has ended stay, so that no counter goes back. Another process's are a few seconds old at most.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

import orjson

from fitzen.infra.telemetry.metrics import BUCKETS, METRICS, Gauge, Labels, Metric, Registry, Snapshot

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
PREFIX = "fitzen_"
SUFFIX = ".metrics"
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Shared:
    """The folder of a server's processes; it is there before they are."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own = folder / f"{uuid4().hex}{SUFFIX}"
        self._written: bytes = b""

    def write(self, registry: Registry) -> None:
        """Leave this process's values, where they have changed, in one step."""
        data = orjson.dumps(_rows(registry.read()))
        if data != self._written:
            draft = self._own.with_suffix(".draft")
            draft.write_bytes(data)
            draft.replace(self._own)
            self._written = data

    def read(self) -> Sequence[Snapshot]:
        return [_snapshot(orjson.loads(path.read_bytes())) for path in sorted(self._folder.glob(f"*{SUFFIX}"))]


def render(snapshots: Sequence[Snapshot]) -> str:
    """Write the sum of the snapshots; a gauge is what was set last."""
    return "".join(line + "\n" for metric in METRICS for line in _lines(metric, snapshots))


def _lines(metric: Metric, snapshots: Sequence[Snapshot]) -> Iterator[str]:
    name = PREFIX + _WORD.sub("_", metric.name).lower() + ("_total" if metric.kind == "counter" else "")
    yield f"# HELP {name} {metric.about}"
    yield f"# TYPE {name} {metric.kind}"
    if metric.kind == "histogram":
        yield from _histogram(name, metric, snapshots)
        return
    values = _gauges(metric, snapshots) if metric.kind == "gauge" else _counters(metric, snapshots)
    for labels, value in sorted(values.items()):
        yield f"{name}{_labels(metric.labels, labels)} {value:.15g}"


def _counters(metric: Metric, snapshots: Sequence[Snapshot]) -> Mapping[Labels, float]:
    sums: dict[Labels, float] = {}
    for snapshot in snapshots:
        for (name, labels), value in snapshot.counters.items():
            if name == metric.name:
                sums[labels] = sums.get(labels, 0) + value
    return sums


def _gauges(metric: Metric, snapshots: Sequence[Snapshot]) -> Mapping[Labels, float]:
    latest: dict[Labels, Gauge] = {}
    for snapshot in snapshots:
        for (name, labels), gauge in snapshot.gauges.items():
            if name == metric.name and (labels not in latest or gauge.at > latest[labels].at):
                latest[labels] = gauge
    return {labels: gauge.value for labels, gauge in latest.items()}


def _histogram(name: str, metric: Metric, snapshots: Sequence[Snapshot]) -> Iterator[str]:
    sums: dict[Labels, tuple[int, float, list[int]]] = {}
    for snapshot in snapshots:
        for (of, labels), (count, total, buckets) in snapshot.histograms.items():
            if of == metric.name:
                counted, took, before = sums.get(labels, (0, 0.0, [0] * len(buckets)))
                added = [old + new for old, new in zip(before, buckets, strict=True)]
                sums[labels] = counted + count, took + total, added
    for labels, (count, total, added_up) in sorted(sums.items()):
        below = 0
        for bound, number in zip((*map(str, BUCKETS), "+Inf"), added_up, strict=True):
            below += number
            yield f"{name}_bucket{_labels((*metric.labels, 'le'), (*labels, bound))} {below}"
        yield f"{name}_sum{_labels(metric.labels, labels)} {total:.15g}"
        yield f"{name}_count{_labels(metric.labels, labels)} {count}"


def _labels(names: Labels, values: Labels) -> str:
    pairs = ",".join(f'{name}="{_escaped(value)}"' for name, value in zip(names, values, strict=True))
    return f"{{{pairs}}}" if pairs else ""


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _rows(snapshot: Snapshot) -> list[list[object]]:
    """Each value with its metric's name and its labels, as JSON has them."""
    return [
        [[*key, [*value] if isinstance(value, tuple) else value] for key, value in values.items()]
        for values in snapshot
    ]


def _snapshot(rows: list[list[Any]]) -> Snapshot:
    counters, gauges, histograms = rows
    return Snapshot(
        {(name, tuple(labels)): value for name, labels, value in counters},
        {(name, tuple(labels)): Gauge(*value) for name, labels, value in gauges},
        {(name, tuple(labels)): (count, total, tuple(each)) for name, labels, (count, total, each) in histograms},
    )
