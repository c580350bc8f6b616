"""Bytes that wait in little room."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.archive.composition import Compositions
from scormkit.archive.pressed import Pressed
from scormkit.archive.writer import Member, write_zip

PAGE = b"<p>One page is much like the next.</p>\n" * 5000


@given(st.binary(max_size=300))
def test_the_same_bytes_come_out(content: bytes) -> None:
    pressed = Pressed(content)
    assert bytes(pressed) == content
    assert len(pressed) == len(content)
    assert pressed == Pressed(content)
    assert hash(pressed) == hash(Pressed(content))
    assert pressed != Pressed(content + b"!")
    assert pressed != content


def test_they_take_less_room_and_can_be_sent() -> None:
    sent = pickle.dumps(Pressed(PAGE))
    assert len(sent) < len(PAGE) / 20
    assert bytes(pickle.loads(sent)) == PAGE


@pytest.mark.parametrize("content", [b"", b"a short one", PAGE])
def test_an_archive_is_the_same_as_of_the_bytes(content: bytes, tmp_path: Path) -> None:
    plain, pressed = Member("m1/index.html", content), Member("m1/index.html", Pressed(content))
    write_zip(tmp_path / "plain.zip", [plain])
    write_zip(tmp_path / "pressed.zip", [pressed])
    assert (tmp_path / "pressed.zip").read_bytes() == (tmp_path / "plain.zip").read_bytes()
    assert Compositions().of([pressed]) == Compositions().of([plain])


def test_another_content_is_another_composition() -> None:
    compositions = Compositions()
    first = compositions.of([Member("a", Pressed(PAGE))])
    assert compositions.of([Member("a", Pressed(PAGE))]) == first
    assert compositions.of([Member("a", Pressed(PAGE + b"!"))]) != first
