"""A test of a whole table fails if one row does, and says which."""

from __future__ import annotations

import pytest

from tests.rows import table


def taken(**rows: BaseException | None) -> list[str]:
    """The names of rows, of which some raise what they are given for."""
    names = []
    with table() as these:
        for name, raised in rows.items():
            with these.row(name):
                names.append(name)
                if raised is not None:
                    raise raised
    return names


def test_every_row_is_taken_and_each_that_fails_is_named() -> None:
    wrong, odd = AssertionError("no"), KeyError("none")
    with pytest.raises(ExceptionGroup) as caught:
        taken(one=wrong, two=None, three=odd, four=None)
    assert caught.value.message == "one; three"
    assert caught.value.exceptions == (wrong, odd)
    assert [error.__notes__ for error in (wrong, odd)] == [["in the row: one"], ["in the row: three"]]


def test_rows_that_cannot_be_tested_are_seen_but_hide_no_failure() -> None:
    skipped = pytest.skip.Exception("no schema")
    with pytest.raises(pytest.skip.Exception, match="1 rows, of which the first is one: no schema"):
        taken(one=skipped, two=None)
    with pytest.raises(ExceptionGroup) as caught:
        taken(one=skipped, two=AssertionError())
    assert caught.value.message == "two"


def test_a_table_without_a_fault_is_no_failure() -> None:
    assert taken(one=None, two=None) == ["one", "two"]
