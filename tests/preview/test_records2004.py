from __future__ import annotations

import pytest

from scormkit.preview.faults import Conditions
from scormkit.preview.records2004 import Record2004, seconds, timeinterval


def suspended(**elements):
    return Record2004({"cmi.exit": "suspend", **elements})


def test_the_first_attempt_begins_with_what_the_manifest_gives():
    entry = Record2004().begin(Conditions(), resumed=False, data=[("cmi.launch_data", "x")])
    assert entry["cmi.entry"] == "ab-initio"
    assert entry["cmi.total_time"] == "PT0H0M0S"
    assert entry["cmi.launch_data"] == "x"
    assert (entry["cmi.mode"], entry["cmi.credit"]) == ("normal", "credit")
    assert "cmi.completion_status" not in entry


def test_a_suspended_attempt_goes_on_with_all_it_had():
    record = suspended(**{"cmi.suspend_data": "s", "cmi.session_time": "PT30S", "cmi.total_time": "PT1M"})
    entry = record.begin(Conditions(), resumed=True)
    assert entry["cmi.entry"] == "resume"
    assert entry["cmi.suspend_data"] == "s"
    assert entry["cmi.total_time"] == "PT0H1M30S"
    assert "cmi.exit" not in entry
    assert "cmi.session_time" not in entry


@pytest.mark.parametrize(
    ("record", "resumed"),
    [
        (suspended(**{"cmi.suspend_data": "s", "cmi.total_time": "PT1M"}), False),
        (Record2004({"cmi.suspend_data": "s", "cmi.total_time": "PT1M"}), True),
        (Record2004({"cmi.exit": "normal", "cmi.suspend_data": "s", "cmi.total_time": "PT1M"}), True),
    ],
    ids=["the sequencer begins anew", "no exit was said", "a normal exit"],
)
def test_a_new_attempt_knows_nothing_of_the_one_before(record, resumed):
    entry = record.begin(Conditions(), resumed=resumed)
    assert entry["cmi.entry"] == "ab-initio"
    assert "cmi.suspend_data" not in entry
    assert entry["cmi.total_time"] == "PT0H0M0S"


def test_what_was_kept_can_be_read_until_the_next_commit():
    record = Record2004({"cmi.exit": "normal", "cmi.completion_status": "completed"})
    record.begin(Conditions(), resumed=False)
    assert record.elements["cmi.completion_status"] == "completed"


def test_suspending_everything_suspends_whatever_the_sco_says():
    record = Record2004({"cmi.location": "3"}, suspended=True)
    assert record.begin(Conditions(), resumed=True)["cmi.location"] == "3"
    assert record.begin(Conditions(), resumed=True)["cmi.entry"] == "ab-initio"


def test_the_conditions_of_the_launch_are_in_the_entry():
    entry = Record2004().begin(Conditions(mode="review", credit="no-credit"), resumed=False)
    assert (entry["cmi.mode"], entry["cmi.credit"]) == ("review", "no-credit")


@pytest.mark.parametrize(
    ("text", "length"),
    [("PT0S", 0), ("PT1H2M3.5S", 3723.5), ("P1DT1S", 86401), ("PT90M", 5400), ("", 0), ("1:00", 0), ("P", 0)],
)
def test_the_length_of_an_interval(text, length):
    assert seconds(text) == length


def test_timeinterval():
    assert timeinterval(3 * 3600 + 62.25) == "PT3H1M2.25S"
    assert seconds(timeinterval(12345.67)) == 12345.67
