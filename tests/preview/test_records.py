from __future__ import annotations

from scormkit.preview.faults import Conditions
from scormkit.preview.records import Record, timespan


def test_the_first_session_starts_with_nothing():
    entry = Record().begin(Conditions())
    assert entry["cmi.core.entry"] == "ab-initio"
    assert entry["cmi.core.total_time"] == "00:00:00.00"
    assert "cmi.suspend_data" not in entry
    assert "cmi.core.lesson_status" not in entry


def test_a_suspended_session_is_resumed_with_all_it_had_and_its_time_counted_once():
    record = Record()
    record.begin(Conditions())
    record.elements = {
        "cmi.core.exit": "suspend",
        "cmi.core.session_time": "00:01:30.5",
        "cmi.core.lesson_status": "incomplete",
        "cmi.core.lesson_location": "two",
        "cmi.suspend_data": "state",
        "cmi.interactions.0.id": "q",
    }
    entry = record.begin(Conditions())
    assert entry["cmi.core.entry"] == "resume"
    assert entry["cmi.suspend_data"] == "state"
    assert entry["cmi.core.lesson_location"] == "two"
    assert entry["cmi.interactions.0.id"] == "q"
    assert entry["cmi.core.total_time"] == "00:01:30.50"
    assert "cmi.core.exit" not in entry
    assert "cmi.core.session_time" not in entry
    assert record.begin(Conditions())["cmi.core.total_time"] == "00:01:30.50"


def test_a_session_that_did_not_ask_for_it_is_not_resumed():
    record = Record()
    record.begin(Conditions())
    record.elements = {
        "cmi.core.lesson_status": "completed",
        "cmi.core.score.raw": "80",
        "cmi.core.lesson_location": "two",
        "cmi.suspend_data": "state",
    }
    entry = record.begin(Conditions())
    assert entry["cmi.core.entry"] == ""
    assert entry["cmi.core.lesson_status"] == "completed"
    assert entry["cmi.core.score.raw"] == "80"
    assert "cmi.suspend_data" not in entry
    assert "cmi.core.lesson_location" not in entry


def test_the_conditions_of_the_launch_are_in_the_entry():
    entry = Record().begin(Conditions(mode="review", credit="no-credit"))
    assert (entry["cmi.core.lesson_mode"], entry["cmi.core.credit"]) == ("review", "no-credit")


def test_a_session_time_that_is_none_counts_for_nothing():
    record = Record(elements={"cmi.core.session_time": "PT5M"})
    assert record.begin(Conditions())["cmi.core.total_time"] == "00:00:00.00"


def test_timespan():
    assert timespan(0) == "00:00:00.00"
    assert timespan(3 * 3600 + 62.25) == "03:01:02.25"
