"""What a person sees and is asked: rich where there is a terminal, plain text where there is none."""

import re
import sys
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Protocol, Self

from rich.console import Console, RenderableType
from rich.live import Live
from rich.markdown import Markdown
from rich.padding import Padding
from rich.spinner import Spinner
from rich.text import Text

from fitzen.errors import FitzenError

PLAIN_WIDTH = 100
YES = frozenset({"y", "yes"})


class NobodyToAskError(FitzenError):
    """A question came up where nobody can answer it."""


class Screen(Protocol):
    """One answer while it comes; a context manager, so that a terminal is put right again."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def text(self, full: str) -> None:
        """Show the answer as far as it is known. One that begins anew is shown from where it goes on."""

    def working(self, what: str) -> None:
        """Say what the coach does."""


class Terminal:
    """`out` is for what was asked for, `err` for everything else. `quiet`: only the final JSON goes out."""

    def __init__(self, *, quiet: bool = False, can_ask: bool = True) -> None:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")  # a terminal that knows few letters gets `?`, not a traceback
        self.quiet = quiet
        self.out = _console(stderr=False)
        self.err = _console(stderr=True)
        self.lively = self.out.is_terminal and not quiet
        self._can_ask = can_ask
        if sys.stdin.isatty():
            with suppress(ImportError):  # line editing, where the platform has it
                import readline  # noqa: F401

    def show(self, what: RenderableType) -> None:
        """Print to `out`; where that is no terminal, without the blanks that fill a line, and with sentences as they are."""
        if self.quiet:
            return
        with self.out.capture() as captured:
            as_it_is = isinstance(what, str | Text) and not self.lively
            self.out.print(what, markup=False, highlight=False, soft_wrap=as_it_is)
        text = captured.get()
        self._write(text if self.lively else "\n".join(line.rstrip() for line in text.split("\n")))

    def notice(self, sentence: str) -> None:
        self.err.print(sentence, markup=False, highlight=False, soft_wrap=not self.err.is_terminal, style="dim")

    def ask(self, question: str) -> str:
        """Return a line, stripped. Raises EOFError at its end, NobodyToAskError where none can be read."""
        if not self._can_ask:
            raise NobodyToAskError(f"There is nobody to ask: {question.strip()}")
        if sys.stdin.isatty() and sys.stdout.isatty():
            return input(question).strip()
        sys.stderr.write(question)
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.strip()

    def agrees(self, question: str) -> bool:
        """Ask for y or n; no answer is no."""
        try:
            return self.ask(f"{question} [y/n] ").lower() in YES
        except (EOFError, NobodyToAskError):
            return False

    def screen(self) -> Screen:
        if self.quiet:
            return _Plain(lambda _: None)
        return _Lively(self.out) if self.lively else _Plain(self._write)

    def _write(self, text: str) -> None:
        self.out.file.write(text)
        self.out.file.flush()


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    return Console(stderr=stderr, width=None if stream.isatty() else PLAIN_WIDTH)


class _Plain:
    """Text as it comes, and nothing else."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._shown = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown and not self._shown.endswith("\n"):
            self._write("\n")

    def text(self, full: str) -> None:
        if self._shown.startswith(full):
            return
        if full.startswith(self._shown):
            self._write(full[len(self._shown) :])
        else:
            self._write(f"\n\n{full}")
        self._shown = full

    def working(self, what: str) -> None:
        """A file or a pipe has no use for it."""


class _Lively:
    """Paragraphs are printed once they are whole; the one that grows, and what the coach does, is drawn again."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._live = Live(console=console, transient=True, refresh_per_second=12, redirect_stderr=sys.stderr.isatty())
        self._printed = ""
        self._full = ""
        self._what = ""

    def __enter__(self) -> Self:
        self._live.start()
        self._draw()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._live.update(Text(""))
        self._live.stop()
        self._print(self._full[len(self._printed) :])

    def text(self, full: str) -> None:
        if self._full.startswith(full):
            return
        if not full.startswith(self._printed):
            self._print("…\n\n")
            self._printed = ""
        self._full, self._what = full, ""
        end = whole_blocks(full)
        self._print(full[len(self._printed) : end])
        self._printed = full[: max(end, len(self._printed))]
        self._draw()

    def working(self, what: str) -> None:
        self._what = what
        self._draw()

    def _draw(self) -> None:
        tail = self._full[len(self._printed) :]
        show_tail = tail.strip() and not self._what
        self._live.update(markdown(tail) if show_tail else Spinner("dots", Text(self._what or "…", style="dim")))

    def _print(self, block: str) -> None:
        if block.strip():
            self._console.print(Padding(markdown(block), (0, 0, 1, 0)))


FENCE = "```"
SINGLE_NEWLINE = re.compile(r"(?<!\n)\n(?!\n)")


def markdown(text: str) -> Markdown:
    """Render Markdown that keeps its lines, with the addresses of links readable."""
    return Markdown(SINGLE_NEWLINE.sub("  \n", text.strip("\n")), hyperlinks=False)


def whole_blocks(text: str) -> int:
    """Return where the last blank line outside a code fence ends; 0 without one."""
    cut = text.rfind("\n\n")
    while cut >= 0 and text.count(FENCE, 0, cut) % 2:
        cut = text.rfind("\n\n", 0, cut)
    return cut + 2 if cut >= 0 else 0
