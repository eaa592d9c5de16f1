"""Make src/fitzen/data/foods.zip from the USDA National Nutrient Database for Standard Reference, Release 24.

SOURCE is one of

- Debian's package, `cronometer_0.9.9+dfsg1-1_all.deb` (`apt-get download cronometer`);
- the `usda_sr24.jar` in it, under /usr/share/cronometer once it is installed;
- an extract with a food a line (`.jsonl` or `.jsonl.gz`): ndb, name, portions, per_100g by the package's names.

All give the same file. Units are those of the package: those of the keys of Fitzen, but for vitamin D and vitamin A,
which are in IU: vitamin D becomes µg, and vitamin A gives way to retinol activity equivalents, as
`fitzen.nutrition.foods.conversions` says.
"""

import argparse
import gzip
import io
import json
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from fitzen.nutrition.foods import archive
from fitzen.nutrition.foods.conversions import vitamin_a_rae_ug, vitamin_d_ug
from fitzen.nutrition.foods.models import Food, Portion

SOURCE = "USDA SR24"
JAR = "usda_sr24.jar"
KEYS = {
    "Energy": "energy_kcal",
    "Protein": "protein_g",
    "Carbs": "carbs_g",
    "Fat": "fat_g",
    "Fiber": "fiber_g",
    "Sugars": "sugar_g",
    "Starch": "starch_g",
    "Saturated": "saturated_g",
    "Monounsaturated": "monounsaturated_g",
    "Polyunsaturated": "polyunsaturated_g",
    "Trans-Fats": "trans_fat_g",
    "Omega-3": "omega3_g",
    "Omega-6": "omega6_g",
    "Cholesterol": "cholesterol_mg",
    "Sodium": "sodium_mg",
    "Potassium": "potassium_mg",
    "Calcium": "calcium_mg",
    "Iron": "iron_mg",
    "Magnesium": "magnesium_mg",
    "Phosphorus": "phosphorus_mg",
    "Zinc": "zinc_mg",
    "Copper": "copper_mg",
    "Manganese": "manganese_mg",
    "Selenium": "selenium_ug",
    "Fluoride": "fluoride_ug",
    "Retinol": "retinol_ug",
    "Alpha-carotene": "alpha_carotene_ug",
    "Beta-carotene": "beta_carotene_ug",
    "Beta-cryptoxanthin": "beta_cryptoxanthin_ug",
    "Lycopene": "lycopene_ug",
    "Lutein+Zeaxanthin": "lutein_zeaxanthin_ug",
    "B1 (Thiamine)": "thiamin_mg",
    "B2 (Riboflavin)": "riboflavin_mg",
    "B3 (Niacin)": "niacin_mg",
    "B5 (Pantothenic Acid)": "pantothenic_acid_mg",
    "B6 (Pyridoxine)": "vitamin_b6_mg",
    "B12 (Cyanocobalamin)": "vitamin_b12_ug",
    "Folate": "folate_ug",
    "Choline": "choline_mg",
    "Vitamin C": "vitamin_c_mg",
    "Vitamin E": "vitamin_e_mg",
    "Beta Tocopherol": "beta_tocopherol_mg",
    "Gamma Tocopherol": "gamma_tocopherol_mg",
    "Delta Tocopherol": "delta_tocopherol_mg",
    "Vitamin K": "vitamin_k_ug",
    "Alcohol": "alcohol_g",
    "Caffeine": "caffeine_mg",
    "Water": "water_g",
    "Ash": "ash_g",
    "Phytosterol": "phytosterol_mg",
    "ALA": "alanine_g",
    "ARG": "arginine_g",
    "ASP": "aspartic_acid_g",
    "CYS": "cystine_g",
    "GLU": "glutamic_acid_g",
    "GLY": "glycine_g",
    "HIS": "histidine_g",
    "HYP": "hydroxyproline_g",
    "ILE": "isoleucine_g",
    "LEU": "leucine_g",
    "LYS": "lysine_g",
    "MET": "methionine_g",
    "PHE": "phenylalanine_g",
    "PRO": "proline_g",
    "SER": "serine_g",
    "THR": "threonine_g",
    "TRP": "tryptophan_g",
    "TYR": "tyrosine_g",
    "VAL": "valine_g",
}
IN_IU = {"Vitamin A", "Vitamin D"}
DECIMALS = 3
"""As many as the source has; sums of fatty acids come with the noise of binary fractions."""

type Row = Mapping[str, Any]


def rows(source: Path) -> Iterator[Row]:
    """Read what the source has, as the extract writes it."""
    if source.suffix == ".deb":
        yield from _jar_rows(_jar_of_package(source))
    elif source.suffix == ".jar":
        yield from _jar_rows(source.read_bytes())
    else:
        text = gzip.decompress(source.read_bytes()) if source.suffix == ".gz" else source.read_bytes()
        yield from map(json.loads, text.splitlines())


def _jar_of_package(package: Path) -> bytes:
    """Take the jar out of a Debian package: an `ar` archive (60-byte headers, even offsets) that holds a tar."""
    content = package.read_bytes()
    offset = len(b"!<arch>\n")
    while offset < len(content):
        name, size = content[offset : offset + 16].decode().strip(" /"), int(content[offset + 48 : offset + 58])
        start = offset + 60
        if name.startswith("data.tar"):
            return _member(content[start : start + size], JAR)
        offset = start + size + size % 2
    raise SystemExit(f"{package} has no data in it.")


def _member(tar: bytes, name: str) -> bytes:
    with tarfile.open(fileobj=io.BytesIO(tar)) as files:
        for member in files:
            if member.name.endswith(f"/{name}") and (file := files.extractfile(member)):
                return file.read()
    raise SystemExit(f"The package has no {name}.")


def _jar_rows(jar: bytes) -> Iterator[Row]:
    """Read the foods of the index that are not in that of the deprecated, which the package keeps for old diaries."""
    with zipfile.ZipFile(io.BytesIO(jar)) as files:
        names = {Path(name).name: name for name in files.namelist()}
        wanted = _ids(files.read(names["foods.index"])) - _ids(files.read(names["deprecated.index"]))
        for ndb in sorted(wanted):
            yield _row(ET.fromstring(files.read(names[f"{ndb}.xml"])))  # noqa: S314 - it has no entities, and is read by a developer


def _ids(index: bytes) -> set[str]:
    return {line.partition(b"|")[0].decode() for line in index.splitlines() if b"|" in line}


def _row(food: ET.Element) -> Row:
    portions = [
        {"label": each.attrib["name"], "amount": float(each.attrib["amount"]), "grams": float(each.attrib["grams"])}
        for each in food.iter("measure")
    ]
    per_100g = {each.attrib["name"]: float(each.attrib["amount"]) for each in food.iter("nutrient")}
    return {"ndb": food.attrib["uid"], "name": food.attrib["name"], "portions": portions, "per_100g": per_100g}


def food(row: Row) -> Food:
    """Make a food of a row. Raises KeyError on a nutrient that is not in the table, so that none is dropped unseen."""
    found = {KEYS[name]: amount for name, amount in row["per_100g"].items() if name not in IN_IU}
    if "Vitamin D" in row["per_100g"]:
        found["vitamin_d_ug"] = vitamin_d_ug(row["per_100g"]["Vitamin D"])
    rae = vitamin_a_rae_ug(found, row["per_100g"].get("Vitamin A"))
    if rae is not None:
        found["vitamin_a_rae_ug"] = round(rae, 1)
    return Food(
        id=f"usda-{row['ndb']}",
        name=" ".join(row["name"].split()),
        source=SOURCE,
        per_100g={key: round(amount, DECIMALS) for key, amount in found.items()},
        portions=[Portion(**each) for each in row["portions"]],
    )


def _shown[T](every: Iterable[T]) -> Iterator[T]:
    for number, each in enumerate(every, 1):
        if number % 500 == 0 and sys.stderr.isatty():
            print(f"\r{number} foods", end="", file=sys.stderr, flush=True)
        yield each


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="Example: python tools/make_foods.py cronometer_0.9.9+dfsg1-1_all.deb --out src/fitzen/data/foods.zip",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("source", type=Path, metavar="SOURCE")
    parser.add_argument("--out", type=Path, default=Path("src/fitzen/data/foods.zip"), help="default: %(default)s")
    given = parser.parse_args()
    found = sorted(map(food, _shown(rows(given.source))), key=lambda each: each.id)
    with given.out.open("wb") as file:
        count = archive.write(file, found)
    print(f"{count} foods, {given.out.stat().st_size / 1e6:.2f} MB: {given.out}")


if __name__ == "__main__":
    main()
