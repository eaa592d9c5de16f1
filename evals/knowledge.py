"""How well the search over the articles finds what a question is about, and keeps silent where it is about something else."""

import json
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from evals.report import Figure, share
from fitzen.coach.knowledge.index import search

DATA = Path(__file__).parent / "data" / "knowledge.jsonl"
GOAL, GOAL_HELD_OUT, GOAL_SILENT = 92, 75, 90
VOICES = ("plain", "stranger")
TUNED, HELD_OUT = "tuned", "held_out"


def questions(voices: Iterable[str], parts: Iterable[str] = (TUNED, HELD_OUT)) -> list[dict[str, Any]]:
    """Return the labelled questions: {question, articles, voice, part}."""
    lines = DATA.read_text(encoding="utf-8").splitlines()
    return [each for each in map(json.loads, lines) if each["voice"] in voices and each["part"] in parts]


def found(question: str) -> Sequence[str]:
    return [passage.article.slug for passage in search(question)]


def recall(name: str, asked: Sequence[dict[str, Any]], goal: float | None) -> Figure:
    """Return the share of questions that find one of their articles among the first three."""
    return share(name, sum(bool({*each["articles"]} & {*found(each["question"])}) for each in asked), len(asked), goal)


def silence(name: str, asked: Sequence[dict[str, Any]], goal: float | None) -> Figure:
    """Return the share of questions on other subjects that find nothing."""
    return share(name, sum(not found(each["question"]) for each in asked), len(asked), goal)


def figures(people: int) -> Sequence[Figure]:  # noqa: ARG001 - nobody's data are looked at
    """Return recall and silence, of all questions and of those that were never looked at, and the time of a search."""
    asked = questions([*VOICES, "off_topic"])
    found(asked[0]["question"])  # the index is built once
    begun = time.process_time()
    for each in asked:
        found(each["question"])
    spent = 1000 * (time.process_time() - begun) / len(asked)
    return [
        recall("recall at 3, all", questions(VOICES), GOAL),
        recall("recall at 3, never looked at", questions(VOICES, [HELD_OUT]), GOAL_HELD_OUT),
        recall("recall at 3, in a stranger's words", questions(["stranger"]), None),
        silence("silent on other subjects, all", questions(["off_topic"]), GOAL_SILENT),
        silence("silent on other subjects, never looked at", questions(["off_topic"], [HELD_OUT]), GOAL_SILENT),
        Figure("CPU a search", spent, "ms", 3, low=True),
    ]
