"""A file of foods gives back what was put into it, and the same foods give the same file."""

from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.nutrition.foods import archive
from fitzen.nutrition.foods.archive import FoodsFileError
from fitzen.nutrition.foods.models import Food, Portion
from fitzen.science.nutrients import NUTRIENTS

texts = st.sampled_from(["a", "Milk, 2% fat", 'pat (1" sq)', "Käse & Brot", "雑穀", "½ cup", "M&M's", "x" * 100])
grams = st.integers(1, 99_999).map(lambda thousandths: thousandths / 1000)
portions = st.builds(Portion, label=texts, amount=grams, grams=grams)


@st.composite
def foods(draw: st.DrawFn) -> list[Food]:
    count = draw(st.integers(0, 5))
    return [
        Food(
            id=f"test-{number}",
            name=draw(texts),
            source="test",
            brand=draw(st.none() | texts),
            barcode=draw(st.none() | st.from_regex(r"[0-9]{8,14}", fullmatch=True)),
            per_100g=draw(st.dictionaries(st.sampled_from(sorted(NUTRIENTS)), grams, max_size=8)),
            portions=draw(st.lists(portions, max_size=4)),
        )
        for number in range(count)
    ]


def written(every: list[Food]) -> bytes:
    file = BytesIO()
    assert archive.write(file, every) == len(every)
    return file.getvalue()


@given(foods())
def test_what_was_written_is_read(every: list[Food]) -> None:
    found = archive.read(written(every))
    assert [found.food(place) for place in range(len(found.lines))] == every


@given(foods())
def test_the_same_foods_give_the_same_bytes(every: list[Food]) -> None:
    assert written(every) == written(list(every))


def test_the_name_shown_may_be_another_than_that_of_the_source() -> None:
    found = archive.read(written([Food(id="a", name="Apples, raw", source="test")]))
    assert found.food(0, "Apple").model_dump(exclude_none=True) == {
        "id": "a", "name": "Apple", "source_name": "Apples, raw", "source": "test", "per_100g": {}, "portions": [],
    }  # fmt: skip
    assert found.food(0, "Apples, raw").source_name is None


def damaged(**changed: bytes) -> bytes:
    """Return a file of two foods with some of its parts changed."""
    content = written([Food(id=id_, name=id_, source="test", per_100g={"fat_g": 1.0}) for id_ in ("a", "b")])
    file = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(file, "w") as after:
        for name in before.namelist():
            after.writestr(name, changed.get(name.partition(".")[0].partition("/")[0], before.read(name)))
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK no zip",
        damaged(foods=b"a\tb"),
        damaged(foods=b"a\ta\ttest\t\t"),
        damaged(portions=b""),
        damaged(per_100g=b"\0\0\0\0"),
        damaged(per_100g=b"\0\0\0"),
    ],
)
def test_a_file_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(FoodsFileError):
        archive.read(content)


def test_a_file_with_any_byte_changed_is_read_or_refused() -> None:
    foods = [Food(id=f"f{n}", name=f"food {n}", source="test", per_100g={"fat_g": n % 90}) for n in range(100)]
    content = written(foods)
    for at in range(0, len(content), 7):
        changed = content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :]
        with suppress(FoodsFileError):
            assert len(archive.read(changed).lines) == 100


def test_more_foods_than_fit_into_memory_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_FOODS", 2)
    every = [Food(id=f"f{number}", name="f", source="test") for number in range(3)]
    with pytest.raises(FoodsFileError, match="memory"):
        archive.write(BytesIO(), every)
