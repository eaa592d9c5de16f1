"""The schemas that a model is sent: short, and they take what the whole ones take."""

import json
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.coach.schemas import compact
from fitzen.coach.toolbox import _spec
from fitzen.coach.tools import TOOLS
from fitzen.infra.llm.base import rough_tokens

type Json = dict[str, Any]

MOST_TOKENS = 5500
"""Of all tools together; the whole schemas of pydantic took 8,056, these took 4,980 when they came."""


def whole(name: str) -> Json:
    schema: Json = TOOLS[name].arguments.model_json_schema()
    return schema


def values(schema: Json) -> st.SearchStrategy[Any]:
    """Make what a short schema takes, of few letters and few items."""
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "anyOf" in schema:
        return st.one_of(*map(values, schema["anyOf"]))
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return st.one_of(*(_of(kind, schema) for kind in kinds))


def _bounds(schema: Json) -> tuple[float, float]:
    bounds: dict[str, Any] = {"exclusiveMinimum": 0, "maximum": 1000} | schema
    return bounds.get("minimum", bounds["exclusiveMinimum"]), bounds["maximum"]


def _of(kind: str, schema: Json) -> st.SearchStrategy[Any]:
    low, high = _bounds(schema)
    if kind == "object":
        required = set(schema.get("required", ()))
        each = {name: values(inner) for name, inner in schema["properties"].items()}
        must = {name: value for name, value in each.items() if name in required}
        may = {name: value for name, value in each.items() if name not in required}
        return st.fixed_dictionaries(must, optional=may)
    made: dict[str, st.SearchStrategy[Any]] = {
        "string": st.text("abc 19", min_size=1, max_size=4),
        "boolean": st.booleans(),
        "integer": st.integers(int(low), int(high)),
        "number": st.floats(low, high, exclude_min="exclusiveMinimum" in schema, allow_nan=False),
    }
    return made[kind] if kind in made else st.lists(values(schema["items"]), min_size=1, max_size=2)


@pytest.mark.parametrize("name", list(TOOLS))
@given(data=st.data())
def test_what_the_short_schema_takes_the_whole_one_takes(name: str, data: st.DataObject) -> None:
    short = _spec(TOOLS[name]).schema
    call = data.draw(values(short))
    assert jsonschema_rs.is_valid(short, call)
    assert jsonschema_rs.is_valid(whole(name), call)


@pytest.mark.parametrize("name", list(TOOLS))
def test_nothing_that_a_model_must_know_is_lost(name: str) -> None:
    short = json.dumps(_spec(TOOLS[name]).schema)
    for part in parts(whole(name)):
        assert part in short, part


def parts(schema: Any) -> list[str]:
    """Return what is said, chosen from, bounded and required, wherever it stands."""
    if isinstance(schema, list):
        return [part for each in schema for part in parts(each)]
    if not isinstance(schema, dict):
        return []
    found = [json.dumps(schema[key])[1:-1] for key in ("enum", "required") if key in schema]
    found += [f'"{key}": {schema[key]}' for key in ("minimum", "maximum", "exclusiveMinimum") if key in schema]
    if isinstance(schema.get("description"), str):
        found.append(json.dumps(" ".join(schema["description"].split())))
    properties = schema.get("properties", {})
    return [*found, *(f'"{name}": {{' for name in properties), *parts([*properties.values(), *_within(schema)])]


def _within(schema: Json) -> list[Any]:
    return [schema.get("items"), *schema.get("anyOf", ()), *schema.get("$defs", {}).values()]


def test_a_name_that_is_also_a_word_of_the_standard_stays() -> None:
    made = compact({"type": "object", "properties": {"title": {"title": "Title", "type": "string", "default": None}}})
    assert made["properties"] == {"title": {"type": "string"}}


def test_all_tools_together_stay_short() -> None:
    assert rough_tokens([], [_spec(tool) for tool in TOOLS.values()]) < MOST_TOKENS
