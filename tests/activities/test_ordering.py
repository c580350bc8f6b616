"""Ordering: what the learner finds, what it reports, and how large its answer gets."""

from __future__ import annotations

from string import ascii_lowercase

from hypothesis import given
from hypothesis import strategies as st

from scormkit.activities.ordering import Ordering


def make(ids: str, name: str = "steps", **more: object) -> Ordering:
    items = tuple({"id": each, "text": each.upper()} for each in ids)
    return Ordering.model_validate({"kind": "ordering", "id": name, "question": "How?", "items": items, **more})


distinct = st.lists(st.sampled_from(ascii_lowercase), min_size=2, max_size=20, unique=True).map("".join)
names = st.from_regex(r"[a-z][a-z0-9_]{0,19}", fullmatch=True)


@given(distinct, names)
def test_the_right_order_is_never_shown(ids: str, name: str) -> None:
    shown = "".join(item.id for item in make(ids, name).shown)
    assert sorted(shown) == sorted(ids)
    assert shown != ids


@given(distinct)
def test_what_is_shown_depends_on_the_ids_alone(ids: str) -> None:
    first = make(ids)
    other = first.model_copy(update={"items": tuple(item.model_copy(update={"text": "?"}) for item in first.items)})
    assert [item.id for item in first.shown] == [item.id for item in other.shown]


def test_it_reports_the_right_order() -> None:
    tracking = make("cab").tracking()
    assert tracking.interaction == "sequencing"
    assert tracking.correct == ("c", "a", "b")
    assert sorted(each.id for each in tracking.components) == ["a", "b", "c"]
    assert tracking.state_size == len("cab")


def test_an_order_of_ones_own_is_shown_as_written_and_earns_nothing() -> None:
    own = make("cab", scored=False)
    assert [item.id for item in own.shown] == ["c", "a", "b"]
    assert own.tracking().correct is None
    assert not own.tracking().scored
    assert own.tracking().asks
