"""Both ways to unpack say the same of any data, and several threads find what one finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.archive import streaming
from scormkit.archive.inflating import PIECE, Bytes, InflateError, by_igzip, by_zlib, igzip_lib
from scormkit.archive.reader import open_container
from tests.archive.by_hand import Entry, build, deflated

NEEDS_ISAL = pytest.mark.skipif(igzip_lib is None, reason="isal has no wheel for this machine")
WAYS = [by_zlib, pytest.param(by_igzip, marks=NEEDS_ISAL)]
MOST = 1 << 20

Way = Callable[[Iterator[Bytes]], Iterator[bytes]]


def cut(data: bytes, width: int) -> Iterator[Bytes]:
    return (data[at : at + width] for at in range(0, len(data), width))


def unpacked(way: Way, data: bytes, width: int) -> bytes | None:
    """The first mebibyte, or None for what does not unpack."""
    whole = b""
    try:
        for piece in way(cut(data, width)):
            whole += piece
            if len(whole) > MOST:
                break
    except InflateError:
        return None
    return whole[:MOST]


@pytest.mark.parametrize("way", WAYS)
@given(data=st.binary(max_size=2000), times=st.integers(1, 100), width=st.integers(20, 3000))
def test_what_was_deflated_comes_back_in_small_pieces(way: Way, data: bytes, times: int, width: int) -> None:
    pieces = list(way(cut(deflated(data * times), width)))
    assert b"".join(pieces) == data * times
    assert all(0 < len(piece) <= PIECE for piece in pieces)


@pytest.mark.parametrize("way", WAYS)
def test_what_follows_the_end_is_left_alone_and_what_breaks_off_is_refused(way: Way) -> None:
    data = deflated(b"content " * 100)
    assert unpacked(way, data + b"more", 5) == b"content " * 100
    for length in range(len(data)):
        assert unpacked(way, data[:length], 5) is None


@NEEDS_ISAL
@given(data=st.binary(min_size=1, max_size=300), spoil=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255))))
def test_what_zlib_unpacks_igzip_unpacks_to_the_same(data: bytes, spoil: list[tuple[int, int]]) -> None:
    packed = bytearray(deflated(data * 3))
    for at, value in spoil:
        packed[at % len(packed)] = value
    expected = unpacked(by_zlib, bytes(packed), 64)
    assert expected is None or unpacked(by_igzip, bytes(packed), 64) == expected


@NEEDS_ISAL
def test_damage_that_igzip_does_not_see_is_named_as_zlib_names_it(tmp_path: Path) -> None:
    data = bytes.fromhex("05c1010d00000cc230ad7002f3afe0508f7164b2d521dc483c3d")
    assert unpacked(by_zlib, data, 64) is None
    assert unpacked(by_igzip, data, 64) is not None
    path = tmp_path / "package.zip"
    path.write_bytes(build(Entry(b"a", raw=data, size=25)))
    with open_container(path) as container:
        assert [str(defect.detail) for defect in container.verify()] == ["does not decompress"]


def test_threads_find_what_one_finds_in_the_same_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "package.zip"
    entries = [Entry(b"%d" % n, b"x" * (n * 37 % 5000), method=n % 2 * 8, crc=n if n % 3 else None) for n in range(300)]
    path.write_bytes(build(*entries))
    with open_container(path) as container:
        alone = container.verify()
    monkeypatch.setattr(streaming, "_WORTH_THREADS", 0)
    monkeypatch.setattr(streaming, "_threads", lambda: 4)
    with open_container(path) as container:
        assert container.verify() == alone
        assert container.verify() == ()  # nothing is left that nobody has read
    assert [defect.member for defect in alone] == [f"{n}" for n in range(300) if n % 3]
