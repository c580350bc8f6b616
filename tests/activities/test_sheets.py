"""Sheets that a learner writes on: what the LMS hears of them, and how much of its state they can take."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from scormkit.activities.reflection import Reflection
from scormkit.activities.self_assessment import SelfAssessment
from scormkit.activities.summary import Summary
from scormkit.activities.worksheet import LONGEST_DATE, Worksheet

BASE = {"id": "note", "question": "What do you see?"}
OPTIONS = [{"id": "x", "text": "Here"}, {"id": "y", "text": "There"}]
FIELDS = [
    {"type": "heading", "label": "Before"},
    {"id": "a", "label": "What happened?"},
    {"id": "b", "type": "line", "label": "Where?"},
    {"id": "c", "type": "choice", "label": "With whom?", "options": OPTIONS},
    {"id": "d", "type": "date", "label": "When?"},
]


def reflection(**more: Any) -> Reflection:
    return Reflection.model_validate({"kind": "reflection", **BASE, **more})


def worksheet(**more: Any) -> Worksheet:
    return Worksheet.model_validate({"kind": "worksheet", **BASE, "fields": FIELDS, **more})


def self_assessment(*counts: int, **more: Any) -> SelfAssessment:
    ids = iter("abcdefghijklmnopqrstuvwxyz0123456789")
    groups = [
        {"id": str(n), "title": "G", "statements": [{"id": next(ids), "text": "I do."} for _ in range(count)]}
        for n, count in enumerate(counts)
    ]
    data = {"kind": "self-assessment", **BASE, "scale": ["No", "Yes"], "groups": groups}
    return SelfAssessment.model_validate(data | more)


@pytest.mark.parametrize("make", [reflection, worksheet, lambda **more: self_assessment(2, 3, **more)])
def test_the_lms_hears_that_it_was_done_and_no_more_unless_the_author_wants_it(make: Any) -> None:
    for storage in ("none", "device"):
        sheet = make(storage=storage)
        tracking = sheet.tracking()
        assert (tracking.state_size, tracking.interaction, tracking.correct, tracking.asks) == (1, None, None, False)
        assert tracking.personal == storage
        assert list(sheet.remarks()) == []
    stored = make(storage="lms")
    assert stored.tracking().interaction is None
    assert stored.tracking().personal == "lms"
    assert [remark.definition.id for remark in stored.remarks()] == ["SK-SRC-051"]


def test_what_the_lms_keeps_is_never_longer_than_declared() -> None:
    # 1, the field's id, its packed text.
    assert reflection(storage="lms", room=250).tracking().state_size == 1 + 1 + 250
    # 1, and four fields with two characters between them: each its id and what stands in it.
    fields = (1 + 250) + (1 + 250) + (1 + 1) + (1 + LONGEST_DATE)
    assert worksheet(storage="lms", room=250).tracking().state_size == 1 + fields + 3 * 2
    # 1, the field's id, and for each statement its id and its value.
    assert self_assessment(2, 3, storage="lms").tracking().state_size == 1 + 1 + 2 * 5


def test_the_room_of_a_self_assessment_holds_every_value() -> None:
    largest = self_assessment(12, 12, 12, storage="lms")
    assert largest.room == 72
    assert largest.tracking().state_size == 2 + largest.room


def test_a_summary_reports_nothing() -> None:
    assert Summary(kind="summary").tracking() is None


def test_bounds() -> None:
    with pytest.raises(ValidationError):
        self_assessment(1, scale=["Only"])
    with pytest.raises(ValidationError):
        self_assessment(1, scale=list("12345678"))
    with pytest.raises(ValidationError):
        self_assessment(*[1] * 9)
    with pytest.raises(ValidationError):
        worksheet(fields=[])
