"""Foods beside the shipped ones: imported by the command, found at once, replaced by the same name."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.fixtures.api import together

from fitzen.cli import main
from fitzen.errors import FitzenError
from fitzen.nutrition.foods import archive, catalog, library, overlays
from fitzen.nutrition.foods.models import Food
from fitzen.nutrition.foods.parse import parse

FOUNDATION = Path(__file__).with_name("fdc") / "foundation.json"


@pytest.fixture
def data_dir(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "var"
    overlays.use(folder)
    yield folder
    overlays.use(None)


def run(data_dir: Path, *arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(
        main, ["foods", *arguments], env={"FITZEN_DATA_DIR": str(data_dir), "SECRET_KEY": "x" * 48}
    )
    assert result.exit_code == status, result.output
    return result.output


def branded(tmp_path: Path, name: str, protein: float = 10.0) -> Path:
    energy = {"nutrient": {"id": 1008, "unitName": "KCAL"}, "amount": 59}
    more = {"nutrient": {"id": 1003, "unitName": "G"}, "amount": protein}
    food = {"fdcId": 170894, "description": name, "gtinUpc": "012345678905", "foodNutrients": [energy, more]}
    file = tmp_path / "Branded Foods (2026).json"
    file.write_text(json.dumps({"BrandedFoods": [food, food]}), encoding="utf-8")
    return file


def test_imported_foods_are_found_without_a_restart(data_dir: Path, tmp_path: Path) -> None:
    assert library.get("fdc-170894") is None
    report = json.loads(run(data_dir, "import", str(branded(tmp_path, "Yogurt, Greek, plain")), "--json"))
    assert report == {
        "file": str(data_dir / "foods-branded-foods-2026.zip"),
        "foods": 1,
        "skipped": [{"number": 2, "name": "Yogurt, Greek, plain", "reason": "It is in the file twice."}],
    }
    found = library.get("fdc-170894")
    assert found
    assert found.per_100g == {"energy_kcal": 59.0, "protein_g": 10.0}
    assert library.search("greek yogurt")[0] == found
    assert library.by_barcode("012345678905") == found
    assert parse("150 g greek yogurt").items[0].food_id == "fdc-170894"
    assert library.get("usda-01123") is not None


def test_the_same_name_replaces_and_another_adds(data_dir: Path, tmp_path: Path) -> None:
    run(data_dir, "import", str(branded(tmp_path, "Skyr")), "--name", "mine")
    run(data_dir, "import", str(branded(tmp_path, "Kefir", protein=3.0)), "--name", "mine")
    run(data_dir, "import", str(FOUNDATION), "--name", "foundation")
    assert [path.name for path in overlays.used()] == ["foods-foundation.zip", "foods-mine.zip"]
    kefir = library.get("fdc-170894")
    assert kefir
    assert kefir.name == "Kefir"
    assert library.get("fdc-321358") is not None


def test_what_was_skipped_is_told(data_dir: Path) -> None:
    output = run(data_dir, "import", str(FOUNDATION), "--name", "foundation")
    assert "1 foods added" in output
    assert "1 skipped: It has no energy." in output
    assert "number 3 Incomplete analytical sample" in output


def test_a_file_that_is_none_changes_nothing(data_dir: Path, tmp_path: Path) -> None:
    run(data_dir, "import", str(FOUNDATION), "--name", "foundation")
    (tmp_path / "other.json").write_text("{}")
    output = run(data_dir, "import", str(tmp_path / "other.json"), "--name", "foundation", status=1)
    assert "no file of FoodData Central" in output
    assert [path.name for path in data_dir.iterdir()] == ["foods-foundation.zip"]
    assert library.get("fdc-321358") is not None


def test_a_damaged_file_is_left_out_with_a_warning(data_dir: Path, caplog: pytest.LogCaptureFixture) -> None:
    data_dir.mkdir()
    (data_dir / "foods-broken.zip").write_bytes(b"PK")
    assert library.search("egg")
    assert "foods-broken.zip is left out" in caplog.text


@pytest.mark.parametrize("name", ["", "../x", "A", "-a", "a" * 64])
def test_a_name_that_makes_no_file_name_is_refused(name: str) -> None:
    with pytest.raises(FitzenError, match="lower-case"):
        overlays.path_of(Path(), name)


def test_a_food_is_looked_up_in_the_terminal(data_dir: Path) -> None:
    assert run(data_dir, "search", "chiken brest", "--limit", "1").split()[:4] == ["usda-05064", "165", "kcal/100", "g"]
    [egg] = json.loads(run(data_dir, "search", "egg", "--limit", "1", "--json"))
    assert egg["per_100g"]["protein_g"] == 12.56
    assert run(data_dir, "search", "zzzzzz") == ""


def test_nothing_is_read_before_it_is_asked_for(data_dir: Path) -> None:
    """Wiring only says which folder: a start, and a command that needs no food, stays quick."""
    script = (
        "import sys; from fitzen import config, wiring;"
        "wiring.build(config.load({'STORE_URL': 'sqlite://', 'SECRET_KEY': 'x' * 48}));"
        "print([name for name in sys.modules if name.startswith('fitzen.nutrition.foods.')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['fitzen.nutrition.foods.overlays']"


def test_many_who_ask_at_once_read_a_file_once(data_dir: Path) -> None:
    """A hundred thousand foods are 60 MB once read: thirty threads that each read them are too much."""
    data_dir.mkdir()
    with (data_dir / "foods-many.zip").open("wb") as file:
        archive.write(file, (Food(id=f"fdc-{number}", name=f"food {number}", source="test") for number in range(5000)))
    catalog._opened.cache_clear()  # how often it is read is seen nowhere else
    found = together(*[lambda: library.get("fdc-170")] * 8)
    assert all(found)
    assert catalog._opened.cache_info().misses == 1
