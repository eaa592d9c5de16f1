"""Blueprints and the marks that routes carry."""

from collections.abc import Callable
from functools import cache
from typing import Any

from apiflask import APIBlueprint
from apiflask.schema_adapters import registry
from pydantic import BaseModel, create_model
from werkzeug.routing import Rule

from fitzen.infra.storage.base import MAX_KEY_BYTES
from fitzen.web import parsing
from fitzen.web.fields import Model

MAX_PATH_VALUE = MAX_KEY_BYTES["id"]

registry.register("pydantic", parsing.Adapter)


type View = Callable[..., Any]


class MatchedRule(Rule):
    """A rule that compiles what builds its address (`url_for`) at each use: Fitzen uses none, and a start has 340 to compile."""

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        compile_builder = super()._compile_builder

        def build(rule: Rule, **values: Any) -> tuple[str, str]:
            built: tuple[str, str] = compile_builder(append_unknown).__get__(rule, None)(**values)
            return built

        return build


class Blueprint(APIBlueprint):
    """A feature's routes. Everything asks for a token, unless it is marked `public`."""

    def __init__(self, name: str, tag: str) -> None:
        super().__init__(name, f"fitzen.{name}", tag=tag)

    def input[F: View](self, *args: Any, **kwargs: Any) -> Callable[[F], F]:
        return _plainly(super().input(*args, **kwargs))

    def output[F: View](self, *args: Any, **kwargs: Any) -> Callable[[F], F]:
        return _plainly(super().output(*args, **kwargs))

    def doc[F: View](self, *args: Any, **kwargs: Any) -> Callable[[F], F]:
        return _plainly(super().doc(*args, **kwargs))


def _plainly[F: View](decorate: Callable[[F], F]) -> Callable[[F], F]:
    """Say that a view is not async; otherwise APIFlask asks at every request, at 3 microseconds a decorator."""

    def decorated(view: F) -> F:
        view._sync_ensured = True  # type: ignore[attr-defined] # noqa: SLF001 - the mark that APIFlask looks for
        return decorate(view)

    return decorated


def public[F: Callable[..., Any]](view: F) -> F:
    """Mark a route that needs no token."""
    view.public = True  # type: ignore[attr-defined] # a mark that functools.wraps carries along
    return view


def patches[F: Callable[..., Any]](model: type[BaseModel]) -> Callable[[F], F]:
    """Document a JSON Merge Patch of `model`; the route reads it by `parsing.read_patch`."""

    def mark(view: F) -> F:
        spec = view.__dict__.setdefault("_spec", {})
        spec |= {
            "body": _patch_of(model),
            "content_type": ["application/merge-patch+json", "application/json"],
        }
        return view

    return mark


@cache
def _patch_of(model: type[BaseModel]) -> type[BaseModel]:
    """Every field may be there or not; null removes it."""
    optional: dict[str, Any] = {name: (field.annotation | None, None) for name, field in model.model_fields.items()}  # type: ignore[operator]
    patch: type[BaseModel] = create_model(f"{model.__name__.removesuffix('Body')}Patch", __base__=Model, **optional)
    return patch
