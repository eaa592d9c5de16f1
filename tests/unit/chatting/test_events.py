"""Server-sent events come apart at their own boundaries, however the network cuts them."""

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fitzen.chatting.events import RawEvent, clean, parse

STREAM = (
    b"\xef\xbb\xbf: hello\n\nretry: 2000\nevent: start\ndata: {}\n\n: still here\r\n\r\n"
    b"event:delta\r\ndata:one\r\ndata: two\r\nid: 7\r\n\r\ndata:  kept space\r\revent: empty\n\n"
    b"event: done\ndata: caf\xc3\xa9\xe2\x80\xa8\xc2\x85!\ndata\n\ndata: cut"
)
EVENTS = [
    RawEvent("start", "{}"),
    RawEvent("delta", "one\ntwo"),
    RawEvent("message", " kept space"),
    RawEvent("done", "café\u2028\u0085!\n"),
]


def test_events_comments_and_data_of_several_lines() -> None:
    assert list(parse([STREAM])) == EVENTS


@settings(deadline=None)  # the machine may be busy
@given(cuts=st.lists(st.integers(0, len(STREAM)), max_size=12).map(sorted))
def test_the_chunks_do_not_matter(cuts: list[int]) -> None:
    edges = [0, *cuts, len(STREAM)]
    assert list(parse(STREAM[a:b] for a, b in pairwise(edges))) == EVENTS


def test_byte_by_byte() -> None:
    assert list(parse(bytes([byte]) for byte in STREAM)) == EVENTS


def test_an_event_comes_as_soon_as_it_is_whole() -> None:
    taken = []

    def chunks() -> "list[bytes]":
        taken.append(1)
        return [b"data: 1\n\n"]

    events = parse(chunk for part in (chunks, chunks) for chunk in part())
    assert next(events).data == "1"
    assert taken == [1]


@settings(deadline=None)  # the machine may be busy
@given(texts=st.lists(st.text(min_size=1), max_size=5))
def test_json_survives_as_the_server_writes_it(texts: list[str]) -> None:
    stream = "".join(f"event: delta\ndata: {json.dumps({'text': text}, ensure_ascii=False)}\n\n" for text in texts)
    sent = stream.encode("utf-8", "replace")
    found = [json.loads(event.data)["text"] for event in parse([sent])]
    assert found == [text.encode("utf-8", "replace").decode() for text in texts]


@pytest.mark.parametrize("trick", ["\x1b]0;owned\x07", "\x9b2J", "\x08\x08", "\r", "\u202e"])
def test_a_text_cannot_steer_the_terminal(trick: str) -> None:
    found = clean({"text": f"a{trick}b", "list": [{"k": trick}], "n": 1, "lines": "1\n\t2"})
    shown = json.dumps(found, ensure_ascii=False)
    assert not set(trick) & {"\x1b", "\x9b", "\x08", "\r", "\x07", "\u202e"} & set(shown)
    assert found["lines"] == "1\n\t2"
    assert found["n"] == 1
