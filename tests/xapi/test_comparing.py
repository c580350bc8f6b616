from __future__ import annotations

import copy

import pytest

from scormkit.xapi.comparing import same_statement

ONE = {"mbox": "mailto:one@example.org"}
TWO = {"mbox": "mailto:two@example.org"}
STATEMENT = {
    "actor": {"objectType": "Group", "member": [ONE, TWO]},
    "verb": {"id": "https://example.org/v", "display": {"en": "did"}},
    "object": {"id": "https://example.org/o", "definition": {"name": {"en": "It"}}},
    "context": {"contextActivities": {"parent": [{"id": "https://example.org/p"}]}},
    "timestamp": "2026-01-02T03:04:05Z",
}


@pytest.mark.parametrize(
    "change",
    [
        {"stored": "2026-01-02T03:04:06Z", "authority": ONE, "version": "1.0.0"},
        {"timestamp": "2026-01-02T04:04:05+01:00"},
        {"actor": {"objectType": "Group", "member": [TWO, {**ONE, "objectType": "Agent"}]}},
        {"verb": {"id": "https://example.org/v"}},
        {"object": {"objectType": "Activity", "id": "https://example.org/o"}},
        {"context": {"contextActivities": {"parent": {"id": "https://example.org/p"}}}},
    ],
)
def test_what_a_store_may_change_makes_no_difference(change):
    assert same_statement(STATEMENT, copy.deepcopy(STATEMENT) | change)


def test_a_timestamp_that_was_filled_in_makes_no_difference():
    assert same_statement(STATEMENT, {key: value for key, value in STATEMENT.items() if key != "timestamp"})


@pytest.mark.parametrize(
    "change",
    [
        {"timestamp": "2026-01-02T03:04:06Z"},
        {"actor": ONE},
        {"verb": {"id": "https://example.org/other"}},
        {"object": {"id": "https://example.org/other"}},
        {"object": {"objectType": "SubStatement", "actor": ONE, "verb": STATEMENT["verb"], "object": {"id": "x:y"}}},
        {"result": {"success": True}},
        {"context": {"contextActivities": {"other": [{"id": "https://example.org/p"}]}}},
    ],
)
def test_anything_else_does(change):
    assert not same_statement(STATEMENT, copy.deepcopy(STATEMENT) | change)
