"""Sentences with values, in any language."""

from __future__ import annotations

import pytest

from scormkit.said import say


def test_a_sentence_holds_its_values() -> None:
    assert str(say("the file {name} is {size:,} bytes long", name="a{b}.html", size=1234567)) == (
        "the file a{b}.html is 1,234,567 bytes long"
    )


def test_a_language_has_its_own_words_order_and_groups() -> None:
    said = say("the file {name} is {size:,} bytes long", name="a, b", size=1234567)
    words = {"the file {name} is {size:,} bytes long": "{size:,} bytes heeft {name}", "GROUPS": "."}
    assert said.in_words(words) == "1.234.567 bytes heeft a, b"


def test_a_value_may_be_a_sentence_itself() -> None:
    said = say("it should be {expected}", expected=say("not empty"))
    assert str(said) == "it should be not empty"
    words = {"it should be {expected}": "het moet {expected} zijn", "not empty": "niet leeg"}
    assert said.in_words(words) == "het moet niet leeg zijn"


def test_what_has_no_words_stays_english() -> None:
    assert say("not empty").in_words({"GROUPS": "."}) == "not empty"


def test_braces_can_be_written() -> None:
    assert str(say("{{{name}}}", name="x")) == "{x}"


def test_two_sayings_of_the_same_are_equal() -> None:
    assert say("{a}", a=1) == say("{a}", a=1)
    assert len({say("{a}", a=1), say("{a}", a=1)}) == 1


def test_a_field_without_a_value_is_a_mistake_of_the_writer() -> None:
    with pytest.raises(KeyError):
        str(say("{a}"))
