"""What the app is tested with is what the tools show; all that a card may name has its Spanish."""

import re
from pathlib import Path

from tests.unit.coach.cards import PATH, cards, text

from fitzen.coach import tools
from fitzen.coach.amounts import _ONE, METRIC
from fitzen.coach.subjects import _ROWS
from fitzen.coach.tools.profile import LABELS
from fitzen.coach.tools.recipes import DIETS, TAGS
from fitzen.nutrition.recipes.models import ALLERGENS
from fitzen.science.nutrients import NUTRIENTS
from fitzen.spoken import rows

CARD = re.compile(r'"type": "(\w+)"')


def test_the_apps_cards_are_up_to_date() -> None:
    assert PATH.read_text(encoding="utf-8") == text(), "python -m tests.unit.coach.cards"


def test_every_type_of_card_is_among_them() -> None:
    folder = Path(tools.__file__).parent
    made = {name for file in folder.glob("*.py") for name in CARD.findall(file.read_text(encoding="utf-8"))}
    shown = cards()
    assert {each["type"] for each in shown} == made
    changed = {row["field"] for each in shown if each["type"] == "profile_draft" for row in each["data"]["changes"]}
    assert changed == set(LABELS.values())


def test_what_a_card_may_name_has_its_spanish() -> None:
    known = {english for english, spanish, _ in rows() if spanish != "-"} | {"VO2max"}
    names = {name for _, _, name, _ in _ROWS} | {each.label for each in NUTRIENTS.values()}
    names |= {tag.replace("_", " ") for tag in TAGS - set(DIETS.values())} | {*ALLERGENS, *DIETS}
    counted = {f"{{1}}{mark}" for pair in _ONE.items() for mark in pair}
    assert {name for name in names if not {name, name[:1].lower() + name[1:]} & known} == set()
    assert counted <= known
    assert {unit.mark.strip() for unit in METRIC.values() if unit.mark in _ONE} <= known
