"""The script that makes the shipped file gives the same one from an extract, the package's jar, and the package."""

import gzip
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest
from tools import make_foods

from fitzen.nutrition.foods import archive

ROWS: list[dict[str, Any]] = [
    {
        "ndb": "01001",
        "name": "Butter,  salted",
        "portions": [{"label": 'pat (1" sq)', "amount": 2.0, "grams": 10.0}],
        "per_100g": {
            "Energy": 717.0,
            "Vitamin D": 60.0,
            "Vitamin A": 2499.0,
            "Retinol": 671.0,
            "Omega-3": 0.31500000000000006,
        },
    },
    {"ndb": "23999", "name": "Beef & calculator", "portions": [], "per_100g": {}},
]


def xml(row: dict[str, Any]) -> str:
    measures = "".join(
        f'<measure amount="{each["amount"]}" name={quoteattr(each["label"])} grams="{each["grams"]}"/>'
        for each in row["portions"]
    )
    nutrients = "".join(
        f'<nutrient amount="{amount}" name={quoteattr(name)}/>' for name, amount in row["per_100g"].items()
    )
    return f'<food uid="{row["ndb"]}" name={quoteattr(row["name"])}>{measures}{nutrients}</food>'


def jar() -> bytes:
    """Write a jar as the package has it, with a food that the USDA has withdrawn."""
    withdrawn: dict[str, Any] = {"ndb": "00999", "name": "Withdrawn", "portions": [], "per_100g": {"Energy": 1.0}}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive_:
        for row in (*ROWS, withdrawn):
            archive_.writestr(f"usda_sr24/{row['ndb']}.xml", xml(row))
        archive_.writestr("usda_sr24/foods.index", "23999|Beef\r\n01001|Butter\r\n00999|Withdrawn\r\n")
        archive_.writestr("usda_sr24/deprecated.index", "00999|WITHDRAWN\n\n")
    return file.getvalue()


def package() -> bytes:
    """Write a Debian package: an `ar` of three members, each at an even offset."""
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w:xz") as files:
        info = tarfile.TarInfo("./usr/share/cronometer/usda_sr24.jar")
        info.size = len(jar())
        files.addfile(info, io.BytesIO(jar()))
    members = {"debian-binary": b"2.0\n", "control.tar.xz": b"odd", "data.tar.xz": tar.getvalue()}
    parts = (
        f"{name:<16}{0:<12}{0:<6}{0:<6}{100644:<8}{len(content):<10}`\n".encode() + content + b"\n" * (len(content) % 2)
        for name, content in members.items()
    )
    return b"!<arch>\n" + b"".join(parts)


def extract() -> bytes:
    return "\n".join(json.dumps(row) for row in ROWS).encode()


@pytest.fixture
def sources(tmp_path: Path) -> dict[str, Path]:
    contents = {
        "foods.jsonl": extract(),
        "foods.jsonl.gz": gzip.compress(extract()),
        "usda_sr24.jar": jar(),
        "cronometer.deb": package(),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return {name: tmp_path / name for name in contents}


def test_every_source_gives_the_same_file(sources: dict[str, Path], tmp_path: Path) -> None:
    made = []
    for source in sources.values():
        out = tmp_path / f"{source.name}.out"
        done = subprocess.run(
            [sys.executable, make_foods.__file__, str(source), "--out", str(out)],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.startswith("2 foods, ")
        made.append(out.read_bytes())
    assert len(set(made)) == 1
    butter, calculator = (archive.read(made[0]).food(place) for place in (0, 1))
    assert butter.name == "Butter, salted"
    assert butter.per_100g == {
        "energy_kcal": 717.0, "vitamin_d_ug": 1.5, "retinol_ug": 671.0, "vitamin_a_rae_ug": 684.1, "omega3_g": 0.315,
    }  # fmt: skip
    assert butter.portions[0].grams_each == 5
    assert calculator.per_100g == {}


def test_a_nutrient_that_is_not_in_the_table_stops_it() -> None:
    with pytest.raises(KeyError, match="Unobtainium"):
        make_foods.food({"ndb": "1", "name": "A", "portions": [], "per_100g": {"Unobtainium": 1.0}})


def test_help_shows_an_example() -> None:
    done = subprocess.run([sys.executable, make_foods.__file__, "--help"], capture_output=True, text=True, check=True)
    assert "Example: python tools/make_foods.py cronometer" in done.stdout
