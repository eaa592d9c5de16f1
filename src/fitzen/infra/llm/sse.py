"""Server-sent events (WHATWG HTML, 9.2), as far as a stream of JSON needs them: the data of each event."""

from collections.abc import Iterable, Iterator


def lines_of(pieces: Iterable[str]) -> Iterator[str]:
    """Put lines together. Only LF and CRLF end one: JSON may hold what else Python takes for the end of a line."""
    rest = ""
    for piece in pieces:
        *lines, rest = (rest + piece).replace("\r\n", "\n").split("\n")
        yield from lines
    if rest:
        yield rest


def data_of(lines: Iterable[str]) -> Iterator[str | None]:
    """Yield the data of each event, and None for a comment: it shows that the server lives, and nothing more."""
    data: list[str] = []
    for line in lines:
        if not line:
            if data:
                yield "\n".join(data)
            data = []
        elif line.startswith(":"):
            yield None
        else:
            field, _, value = line.partition(":")
            if field == "data":
                data.append(value.removeprefix(" "))
    if data:  # some servers end without the last empty line
        yield "\n".join(data)
