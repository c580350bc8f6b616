from __future__ import annotations

from datetime import timedelta

import pytest

from scormkit.preview.cmi5.rules import duration
from scormkit.preview.cmi5.sessions import lms_id, meets
from scormkit.preview.structures import Au
from scormkit.xapi.vocabulary import COMPLETED, FAILED, PASSED, WAIVED


@pytest.mark.parametrize(
    ("move_on", "enough"),
    [
        ("NotApplicable", [set(), {COMPLETED}, {PASSED}, {COMPLETED, PASSED}]),
        ("Passed", [{PASSED}, {COMPLETED, PASSED}]),
        ("Completed", [{COMPLETED}, {COMPLETED, PASSED}]),
        ("CompletedAndPassed", [{COMPLETED, PASSED}]),
        ("CompletedOrPassed", [{COMPLETED}, {PASSED}, {COMPLETED, PASSED}]),
    ],
)
def test_when_a_learner_moves_on(move_on, enough):
    au = Au("a", "", "", move_on, None, "AnyWindow", "", "")
    for achieved in (set(), {COMPLETED}, {PASSED}, {COMPLETED, PASSED}):
        assert meets(au, achieved) == meets(au, achieved | {FAILED}) == (achieved in enough)
        assert meets(au, achieved | {WAIVED})


def test_the_lms_has_ids_of_its_own_that_stay():
    assert lms_id("https://example.org/a") == lms_id("https://example.org/a") != lms_id("https://example.org/b")
    assert lms_id("https://example.org/a").startswith("urn:uuid:")


def test_durations_have_hundredths_and_are_not_negative():
    assert [duration(timedelta(seconds=each)) for each in (-1, 0, 83.456)] == ["PT0.00S", "PT0.00S", "PT83.46S"]
