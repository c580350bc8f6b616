"""Guesses of what was meant."""

from __future__ import annotations

import time
from itertools import product

import pytest

from scormkit.hints import is_slip, nearest


def test_a_word_that_is_nearly_there_is_found_among_thousands() -> None:
    known = [f"ITEM-{number:04}" for number in range(2_000)]
    assert nearest("ITEM_0123", known) == "ITEM-0123"
    assert nearest("item-1999", known) == "ITEM-1999"


def test_long_words_that_are_all_alike_take_no_time() -> None:
    known = ["https://example.org/" + "".join(letters) * 20 for letters in product("abc", repeat=7)]
    before = time.perf_counter()
    nearest("https://example.org/" + "abcacbb" * 20 + "x", known)
    assert time.perf_counter() - before < 1


@pytest.mark.parametrize("word", ["identifer", "identiffier", "identifyer", "idnetifier", "Identifier", "dentifier"])
def test_one_slip_makes_no_other_name(word: str) -> None:
    assert is_slip(word, "identifier")


@pytest.mark.parametrize("word", ["identifier", "identifierref", "idntifer", "edintifier", "id", "", "reifitnedi"])
def test_the_name_itself_and_more_than_one_slip_are_none(word: str) -> None:
    assert not is_slip(word, "identifier")
