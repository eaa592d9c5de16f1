"""What the server sends by itself is Spanish for who speaks it, whole or not at all."""

from datetime import date, timedelta
from random import Random

import pytest

from fitzen.achievements.kinds import KINDS
from fitzen.jobs import digest, milestones, notes
from fitzen.jobs.notes import Weight
from fitzen.reminders import delivery
from fitzen.spanish import language_of
from fitzen.spoken import spoken

MONDAY = date(2026, 11, 30)
SEED = 20261127


def reports() -> list[str]:
    draw = Random(SEED)
    found = []
    for _ in range(60):
        week, before = (
            {"workouts": draw.randrange(1, 8), "sets": draw.randrange(1, 120), "volume_kg": draw.uniform(1, 30_000)}
            for _ in range(2)
        )
        weights = [
            Weight(MONDAY - timedelta(days=day), draw.uniform(40, 160))
            for day in range(1, 15)
            if draw.random() < draw.choice([0, 0.1, 0.9])
        ]
        units = draw.choice(["metric", "imperial"])
        text = notes.weekly_report(week, before, draw.randrange(3), weights, MONDAY, units)
        assert text is not None
        found.append(text)
    return found


def test_every_line_of_a_report_is_said() -> None:
    print(f"seed {SEED}")
    english = {line for report in reports() for line in report.split("\n")}
    left = [line for line in english if spoken(line, "es") == line]
    assert left == []
    assert all(spoken(line, "en") == line for line in english)


def test_all_that_a_push_or_a_mail_says_besides_is_said() -> None:
    links = [line.format(link="https://fitzen.example/a?b=c&d=1.5") for line in (digest.LINK, delivery.ENDING)]
    fixed = [digest.SUBJECT, digest.FOOTER, *links, *(milestones._told(others) for others in range(3))]
    left = [text for text in [*fixed, *(kind.title for kind in KINDS)] if spoken(text, "es") == text]
    assert left == []
    assert all(spoken(line, "es").endswith(": https://fitzen.example/a?b=c&d=1.5") for line in links)


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("Squat: 1.5 times body weight", "Sentadilla: 1,5 veces tu peso"),
        ("1,000 tonnes", "1000 toneladas"),
        ("- Records: 1", "- Récords: 1"),
        ("Your week from 28 Sep to 4 Oct:", "Tu semana del 28 sept al 4 oct:"),
        (
            "- Working sets: 7 (the week before: 0), 12,345 lb lifted in all",
            "- Series efectivas: 7 (la semana anterior: 0), 12.345 lb levantados en total",
        ),
        ("\n", "\n"),
        ("Nobody says this.", "Nobody says this."),
        ("- Workouts: many (the week before: 2)", "- Workouts: many (the week before: 2)"),
    ],
)
def test_it_is_said_whole_or_not_at_all(english: str, spanish: str) -> None:
    assert spoken(english, "es") == spanish


@pytest.mark.parametrize(
    ("locale", "language"),
    [("es", "es"), ("es-MX", "es"), ("en", "en"), ("est", "en"), ("fr-FR", "en"), (None, "en")],
)
def test_the_language_of_a_locale(locale: str | None, language: str) -> None:
    assert language_of(locale) == language
