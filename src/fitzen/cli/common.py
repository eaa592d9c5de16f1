"""What commands share: an example in the help, errors as sentences, and what is configured, opened and closed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps

import click

from fitzen import config
from fitzen.errors import FitzenError
from fitzen.infra.base import Infra


def example(text: str) -> str:
    return f"\b\nExample:\n  {text}"


@contextmanager
def opened() -> Iterator[Infra]:
    """Build what is configured, for one command, and give its connections back."""
    from fitzen import wiring

    infra = wiring.build(config.load())
    try:
        yield infra
    finally:
        for store in infra.stores():
            store.close()
        infra.cache.close()


def plainly[**P, R](command: Callable[P, R]) -> Callable[P, R]:
    """Show an error as a sentence, not as a traceback."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except FitzenError as error:
            raise click.ClickException(str(error)) from error

    return wrapped
