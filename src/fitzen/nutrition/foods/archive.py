"""A file of foods, as Fitzen ships them and as `fitzen foods import` writes them: a zip of columns.

`foods.tsv` has a line for each food: id, name, source, brand, barcode. `portions.tsv` has as many, each of label,
amount, grams in turn. `per_100g/KEY` is a nutrient of all of them in that order: 4-byte floats, little-endian, NaN where
unknown. The same foods give the same bytes (with the same zlib).
"""

import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import batched
from math import isnan, nan
from typing import BinaryIO, NamedTuple
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from fitzen.errors import FitzenError
from fitzen.nutrition.foods.models import Food, Portion
from fitzen.science.nutrients import NUTRIENTS

EPOCH = (1980, 1, 1, 0, 0, 0)
FOLDER = "per_100g/"
DIGITS = 6
"""Significant ones that a 4-byte float gives back as they were."""


MOST_FOODS = 100_000
"""About 60 MB once read; FoodData Central's Foundation, SR Legacy and Survey foods are 13,500 together."""


NO_ZIP = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What `zipfile` raises on bytes that are no zip, or a damaged one."""


class FoodsFileError(FitzenError):
    """The file is not one of foods."""


class Line(NamedTuple):
    """What is known of a food without its figures; "" where there is none."""

    id: str
    name: str
    source: str
    brand: str
    barcode: str


class Archive(NamedTuple):
    """All foods of a file; each food is known by its place."""

    lines: Sequence[Line]
    portions: Sequence[str]
    columns: Mapping[str, array[float]]

    def food(self, place: int, name: str | None = None) -> Food:
        """Make a food; a `name` is shown instead of that of the source, which it keeps."""
        line = self.lines[place]
        return Food(
            id=line.id,
            name=name or line.name,
            source_name=line.name if name and name != line.name else None,
            source=line.source,
            brand=line.brand or None,
            barcode=line.barcode or None,
            per_100g=dict(self._amounts(place)),
            portions=list(_portions(self.portions[place])),
        )

    def amount(self, place: int, key: str) -> float | None:
        column = self.columns.get(key)
        return None if column is None or isnan(column[place]) else _as_written(column[place])

    def _amounts(self, place: int) -> Iterator[tuple[str, float]]:
        for key, column in self.columns.items():
            if not isnan(column[place]):
                yield key, _as_written(column[place])


def _as_written(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")


def _portions(line: str) -> Iterator[Portion]:
    for label, amount, grams in batched(line.split("\t"), 3, strict=True) if line else ():
        yield Portion(label=label, amount=float(amount), grams=float(grams))


def write(file: BinaryIO, foods: Iterable[Food]) -> int:
    """Write foods in the order given; return how many. Raises FoodsFileError on more than `MOST_FOODS`."""
    lines: list[str] = []
    portions: list[str] = []
    columns = {key: array("f") for key in NUTRIENTS}
    for food in foods:
        if len(lines) == MOST_FOODS:
            raise FoodsFileError(f"More than {MOST_FOODS:,} foods would not fit into memory.")
        lines.append(_line(food))
        portions.append(_portions_line(food.portions))
        for key, column in columns.items():
            column.append(food.per_100g.get(key, nan))
    with ZipFile(file, "w") as archive:
        _add(archive, "foods.tsv", "\n".join(lines).encode())
        _add(archive, "portions.tsv", "\n".join(portions).encode())
        for key, column in columns.items():
            if not all(map(isnan, column)):
                _add(archive, FOLDER + key, _little_endian(column).tobytes())
    return len(lines)


def _line(food: Food) -> str:
    parts = (food.id, food.source_name or food.name, food.source, food.brand or "", food.barcode or "")
    return "\t".join(" ".join(part.split()) for part in parts)


def _portions_line(portions: Iterable[Portion]) -> str:
    cells = ((" ".join(each.label.split()), f"{each.amount:.10g}", f"{each.grams:.10g}") for each in portions)
    return "\t".join(cell for row in cells for cell in row)


def _add(archive: ZipFile, name: str, content: bytes) -> None:
    info = ZipInfo(name, EPOCH)
    info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
    archive.writestr(info, content, compresslevel=9)


def _little_endian(column: array[float]) -> array[float]:
    if sys.byteorder == "big":
        column = column[:]
        column.byteswap()
    return column


def read(content: bytes) -> Archive:
    """Read a file of foods. Raises FoodsFileError where it is none."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            lines = [Line(*line.split("\t")) for line in archive.read("foods.tsv").decode().splitlines()]
            portions = archive.read("portions.tsv").decode().split("\n")
            columns = {key: _column(archive, key) for key in NUTRIENTS if FOLDER + key in archive.NameToInfo}
    except (*NO_ZIP, KeyError, TypeError, ValueError) as error:
        raise FoodsFileError("This is not a file of foods.") from error
    if not lines:
        portions = []
    if {len(portions), *map(len, columns.values())} != {len(lines)}:
        raise FoodsFileError("This file of foods is damaged.")
    return Archive(lines, portions, columns)


def _column(archive: ZipFile, key: str) -> array[float]:
    column = array("f")
    column.frombytes(archive.read(FOLDER + key))
    return _little_endian(column)
