"""Pages, styles and scripts that mean harm: no crash, and time and memory in step with their size."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.checking.pages.reading import read_page
from scormkit.checking.pages.scripts import read_script
from scormkit.checking.pages.styles import read_style
from scormkit.checking.pages.text import Text, TooMuch

READERS: tuple[Callable[[Text], object], ...] = (read_page, read_script, read_style)
SEEDS = (
    *("<div>", "<b>", "<p ", "<!--", "<!", "<", "</", "<script>", '<p a="', "<p a='", "<a href=x>", '<p a="<'),
    *(
        "'",
        '"',
        "`",
        "${",
        "`${",
        "/",
        "/*",
        "(/",
        "=/[",
        "(",
        "{",
        "}",
        "[",
        '"\\\n',
        "\\",
        "url(",
        'url("',
        "@import ",
    ),
    *("onunload =", 'new Worker("', 'SetValue("cmi.suspend_data",', 'import "a.js";', '.src = "a.png";', "&", "é", " "),
    *('<img srcset="a 1x, ', "<video src=x>", "<title>", "\r\n", "@namespace ", "a{b:url(c)}", "<p onclick=x>", "\0"),
    *('\\"', "\\'", "\\`"),
)
LONG = ('<img srcset="' + "," * 20_000 + '">', "'" * 1_000 + "onunload = a;")
"""What is only slow where there is much of it in one place."""


def read(reader: Callable[[Text], object], data: bytes) -> None:
    with suppress(TooMuch):
        reader(Text("a/b.x", data, markup=True))


@given(st.lists(st.sampled_from(SEEDS) | st.text(max_size=3), max_size=30).map("".join))
def test_anything_can_be_read(text: str) -> None:
    for reader in READERS:
        read(reader, text.encode("utf-8", "replace"))


@given(st.binary(max_size=200))
def test_any_bytes_can_be_read(data: bytes) -> None:
    for reader in READERS:
        read(reader, data)


def test_a_character_reference_of_more_digits_than_python_reads() -> None:
    page = read_page(Text("a.html", b"<html lang='&#" + b"9" * 5000 + b";'><a href='b&#46;html'>", markup=True))
    assert [one.address.path for one in page.references] == ["b.html"]


def test_what_cannot_be_read_is_shown_in_the_encoding_of_the_file() -> None:
    page = read_page(Text("a.html", b"<meta charset=windows-1251>\n\xcf\x98", markup=True))
    assert page.garbled is not None
    assert (page.garbled.line, page.garbled.column, page.garbled.excerpt) == (2, 2, "\u041f\ufffd")


def test_a_string_that_does_not_close_hides_what_is_on_its_line_alone() -> None:
    style = read_style(Text("a.css", b"a{b: \"'; c: url(d.png)}\ne{f: url(g.png)}"))
    assert [one.address.path for one in style.references] == ["g.png"]


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("seed", [*SEEDS, *LONG], ids=lambda one: repr(one[:20]))
def test_a_megabyte_of_one_thing_is_soon_read(reader: Callable[[Text], object], seed: str) -> None:
    data = (seed * (1024 * 1024 // len(seed.encode()))).encode() + b"\\"
    began = time.process_time()
    read(reader, data)
    assert (
        time.process_time() - began < 15
    )  # the worst takes two seconds on a machine at rest; what is not linear takes minutes


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS, ids=lambda one: one.__name__)
def test_what_is_kept_of_a_file_stays_small(reader: Callable[[Text], object]) -> None:
    data = b"<img src=a.png onclick=x><style>a{b:url(c.png)}</style>\n/**/fetch('a.js');\n" * 14_000
    tracemalloc.start()
    try:
        read(reader, data)
        assert tracemalloc.get_traced_memory()[1] < 30 * 1024 * 1024
    finally:
        tracemalloc.stop()
