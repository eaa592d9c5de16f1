"""Files of foods beside the shipped one: `foods-NAME.zip` in the data directory, as `fitzen foods import` writes them."""

import re
from pathlib import Path

from fitzen.errors import FitzenError

_folder: Path | None = None


def use(folder: Path | None) -> None:
    """Search the files in this folder too; None for none. Set once, by what starts the process; nothing is read yet."""
    global _folder  # noqa: PLW0603 - which foods there are is the process's, as the shipped ones are
    _folder = folder


def used() -> list[Path]:
    """Return the files that are there now, so that an import is seen without a restart."""
    return sorted(_folder.glob("foods-*.zip")) if _folder else []


def path_of(folder: Path, name: str) -> Path:
    """Return where foods imported under this name are kept. Raises FitzenError on a name that makes no file name."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,62}", name):
        raise FitzenError("A name is of lower-case letters, digits and hyphens, at most 63.")
    return folder / f"foods-{name}.zip"
