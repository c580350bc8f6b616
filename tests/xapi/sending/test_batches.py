from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.xapi.sending import Limits
from scormkit.xapi.sending.batches import Piece, batches


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 40))), st.integers(1, 4), st.integers(1, 100))
def test_batches_keep_the_order_and_the_limits(given, most, size):
    pieces = [Piece(at, str(name), b'"' + b"x" * length + b'"') for at, (name, length) in enumerate(given)]
    found = list(batches(pieces, Limits(most, size)))
    assert [each for batch in found for each in batch.pieces] == pieces
    for batch in found:
        assert 1 <= len(batch.pieces) <= most
        assert len(batch.body) <= size or len(batch.pieces) == 1
        assert len({each.id for each in batch.pieces}) == len(batch.pieces)
        assert json.loads(batch.body) == [json.loads(each.content) for each in batch.pieces]
    for one, other in pairwise(found):
        first = other.pieces[0]
        full = len(one.pieces) == most or len(one.body) + 1 + len(first.content) > size
        assert full or first.id in {each.id for each in one.pieces}


@pytest.mark.parametrize("limits", [(0, 1), (1, 0)])
def test_limits_that_let_nothing_through(limits):
    with pytest.raises(ValueError, match="at least one"):
        Limits(*limits)
