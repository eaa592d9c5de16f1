"""Cut what is said about a meal into clauses: an amount, and the words for one food, with their place in the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from fitzen.nutrition.foods.amounts import HOUSEHOLD, SIZES, TIMES, Amount, Reader, Token, tokens

JOINS = frozenset("and with w/ plus then on also & + n over topped followed y con alongside".split())  # noqa: SIM905
HOSTS = frozenset("yogurt yoghurt milk coffee tea oatmeal porridge soup smoothie salad a an my".split())  # noqa: SIM905
"""Before these, `in` joins two foods; in `tuna in water` it does not."""
CUTS = frozenset({",", ";", "\n", ".", "|", "!", "?", "\u2022"})
NEGATIONS = frozenset({"no", "without", "minus", "w/o", "hold", "skip", "sin", "not"})
TALK = frozenset(
    """i i've i'm ive had have having ate eat eating eaten drank drink drinking just today yesterday tonight this that my me we
    for breakfast lunch dinner supper snack snacks brunch tea-time meal morning afternoon evening night at around about log
    logged add please some any the a an was were is it of to from also then and with as in after before during workout gym
    made myself got took consumed finished there were by so um well ok okay hi hello me hey coach another more extra
    homemade fresh delicious tasty nice lovely good leftover leftovers hot cold warm plain-old his her our their own side
    desayuno comida cena he comi comido tomado tome para por
    desayune almorce cene merende almuerzo merienda bebi he hoy ayer mi unos unas el la los las esta manana tarde noche""".split()  # noqa: SIM905
)
"""Words around what was had."""
COOKED = frozenset(
    "boiled fried baked grilled steamed roasted roast raw cooked scrambled mashed poached stewed toasted drained dry dried".split()  # noqa: SIM905
)
KEPT = frozenset("hot cold extra fresh in from of plain snack snacks breakfast dinner drink".split())  # noqa: SIM905
"""Talk that may also be a part of a name (`hot dog`), so it goes only from the front, and only when no name begins so."""
UNITS_BEHIND = frozenset(
    {"slice", "clove", "stalk", "strip", "spear", "sprig", "leaf", "wedge", "can", "fillet", "packet"}
)
"""Household units that may stand behind the food: `garlic cloves`."""
_TIMES = re.compile(
    r"\b(?:at\s+)?\d{1,2}(?::\d{2})?\s?(?:[ap]\.?m\b\.?|o'?clock\b)|\b(?:at\s+)?\d{1,2}:\d{2}\b", re.IGNORECASE
)


@dataclass(slots=True)
class Clause:
    """`joined` is the word before it. `said` are its tokens without the amount; `row` all of them."""

    joined: str = ""
    amount: Amount | None = None
    said: list[Token] = field(default_factory=list)
    row: list[Token] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(token.word for token in self.said)

    @property
    def span(self) -> tuple[int, int]:
        return (self.row[0].start, self.row[-1].end) if self.row else (0, 0)


def clauses(text: str) -> list[Clause]:
    """Cut a text of at most a thousand letters. A clause with nothing but talk in it is left out."""
    timeless = _TIMES.sub(lambda match: " " * len(match.group()), text)
    found = [clause for part in _parts(tokens(timeless)) for clause in _clauses(part)]
    return _completed([clause for clause in map(_without_talk, found) if clause.said or clause.amount])


def _completed(every: Sequence[Clause]) -> list[Clause]:
    """Give what stands alone, `mashed potatoes, 1 cup`, `an egg and a half`, `potatoes, boiled`, to what it is said of."""
    found: list[Clause] = []
    for clause in every:
        before = found[-1] if found else None
        if before and clause.amount and not clause.said and (amount := _together(before, clause.amount)):
            before.amount, before.row = amount, before.row + clause.row
        elif before and not clause.amount and not clause.joined and all(each.word in COOKED for each in clause.said):
            before.said, before.row = before.said + clause.said, before.row + clause.row
        else:
            found.append(clause)
    return found


def _together(before: Clause, amount: Amount) -> Amount | None:
    if not before.said:
        return None
    if before.amount is None:
        return amount
    part = amount.value < 1 and amount.unit is None
    return before.amount._replace(value=before.amount.value + amount.value) if part else None


def _parts(row: Sequence[Token]) -> Iterator[list[Token]]:
    """Cut at commas and the like. A colon ends what it introduces; a bracket, a dash, a quote say nothing."""
    part: list[Token] = []
    for place, token in enumerate(row):
        if token.kind == "mark" and token.word in CUTS and not _in_abbreviation(row, place):
            yield part
            part = []
        elif token.word == ":" and all(each.word in TALK for each in part):
            part = []
        elif token.kind != "mark" or token.word in {"-", "\u2013", "+", "&", "%", "~", *TIMES}:
            part.append(token)
    yield part


def _in_abbreviation(row: Sequence[Token], place: int) -> bool:
    """`tbsp. honey`, `approx. 5`: a point right after a short word, with more of the same behind it."""
    if row[place].word != "." or place == 0 or place + 1 >= len(row):
        return False
    before, after = row[place - 1], row[place + 1]
    short = before.word in {"tbsp", "tsp", "oz", "fl", "lb", "lbs", "g", "ml", "approx", "ca", "c", "pt", "tbs"}
    return short and before.end == row[place].start and after.kind != "mark"


def _clauses(part: Sequence[Token]) -> Iterator[Clause]:
    """Cut one part at its joining words and at its amounts."""
    reader = Reader(part)
    elements: list[Amount | str | Token] = []
    rows: list[list[Token]] = []
    at = 0
    while at < len(part):
        if (read := reader.amount(at)) is not None:
            elements.append(read[0])
            rows.append(list(part[at : read[1]]))
            at = read[1]
        else:
            token = part[at]
            joins = token.word in JOINS or (token.word == "in" and reader.word(at + 1) in HOSTS)
            elements.append(token.word if joins else token)
            rows.append([token])
            at += 1
    yield from _grouped(elements, rows)


def _grouped(elements: Sequence[Amount | str | Token], rows: Sequence[list[Token]]) -> Iterator[Clause]:
    """Give each run of words its amount: the one before it, or, where amounts come last, the one after."""
    trailing = _amounts_come_last(elements)
    clause = Clause()
    for element, row in zip(elements, rows, strict=True):
        if isinstance(element, str):
            yield clause
            clause = Clause(joined=element)
            continue
        if isinstance(element, Token):
            if trailing and clause.amount is not None and clause.said:
                yield clause
                clause = Clause()
            if element.kind != "mark":
                clause.said.append(element)
        elif clause.said and not trailing:
            yield clause
            clause = Clause(amount=element)
        elif clause.amount is None or (element.weighed and not clause.amount.weighed):
            clause.amount = element
        clause.row += [token for token in row if token.kind != "mark" or token.word in {"½", "%"}]
    yield clause


def _amounts_come_last(elements: Sequence[Amount | str | Token]) -> bool:
    """`oats 100 g`, `oats 100 g milk 200 ml`, `1 banana 120 g`: the last is an amount, and every run of words has one."""
    kinds = ["," if isinstance(each, str) else "q" if isinstance(each, Amount) else "w" for each in elements]
    shape = re.sub(r"w+", "w", "".join(kinds))
    return bool(re.fullmatch(r"q?wq(,?wq)*,?", shape)) or bool(re.fullmatch(r"q?wq(,q?wq?)*", shape))


def _without_talk(clause: Clause) -> Clause:
    said = [] if all(token.word in TALK for token in clause.said) else clause.said
    while said and said[0].word in TALK and not _names(said):
        said = said[1:]
    for place, token in enumerate(said):
        if token.word in {"for", "at", "after", "before", "during", "this", "para"} and all(
            each.word in TALK for each in said[place:]
        ):
            said = said[:place]
            break
    while said and said[-1].word in TALK - KEPT:
        said = said[:-1]
    row = clause.row
    if said and clause.amount is None:
        row = [token for token in row if said[0].start <= token.start and token.end <= said[-1].end]
    elif said:
        row = [token for token in row if token.end <= max(said[-1].end, _amount_end(clause))]
    said = _size_or_unit_last(clause, said)
    return Clause(clause.joined, clause.amount, said, row)


def _amount_end(clause: Clause) -> int:
    spoken = {token.start for token in clause.said}
    return max((token.end for token in clause.row if token.start not in spoken), default=0)


def _names(said: Sequence[Token]) -> bool:
    return said[0].word in KEPT and len(said) > 1


def _size_or_unit_last(clause: Clause, said: list[Token]) -> list[Token]:
    """Read `2 bread slices` as `2 slices bread`, and `1 avocado (medium)` as `1 medium avocado`."""
    amount = clause.amount
    if len(said) > 1 and (size := SIZES.get(said[-1].word)) and not (amount and amount.size):
        clause.amount = amount = (amount or Amount(1.0))._replace(size=size)
        said = said[:-1]
    if amount and amount.unit is None and len(said) > 1 and (unit := HOUSEHOLD.get(said[-1].unit)) in UNITS_BEHIND:
        clause.amount = amount._replace(unit=unit)
        return said[:-1]
    return said
