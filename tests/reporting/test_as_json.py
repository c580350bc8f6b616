"""Reports as JSON."""

from __future__ import annotations

import json

from scormkit.diagnostics import Diagnostic, Location, Report, Severity
from scormkit.reporting import to_json

FULL = Diagnostic(
    "SK-S12-007",
    "default-organization",
    Severity.ERROR,
    Location("b.zip", 7, 18, "imsmanifest.xml"),
    "één",
    "do it",
    "CAM",
    "  <x>",
)
BARE = Diagnostic("SK-PKG-001", "not-a-zip", Severity.FATAL, Location("a.zip"), "no \x1b zip \udc80")


def test_the_shape_is_the_documented_one() -> None:
    assert json.loads(to_json(Report.of([FULL, BARE]), version="1.2.3")) == {
        "tool": {"name": "scormkit", "version": "1.2.3"},
        "diagnostics": [
            {
                "id": "SK-PKG-001",
                "alias": "not-a-zip",
                "severity": "fatal",
                "file": "a.zip",
                "member": None,
                "line": None,
                "column": None,
                "message": "no \x1b zip \udc80",
                "hint": None,
                "reference": None,
                "excerpt": None,
            },
            {
                "id": "SK-S12-007",
                "alias": "default-organization",
                "severity": "error",
                "file": "b.zip",
                "member": "imsmanifest.xml",
                "line": 7,
                "column": 18,
                "message": "één",
                "hint": "do it",
                "reference": "CAM",
                "excerpt": "  <x>",
            },
        ],
        "summary": {"fatal": 1, "error": 1, "warning": 0, "info": 0, "usage": 0},
    }


def test_the_text_is_plain_ascii_ends_in_a_newline_and_does_not_depend_on_the_order_of_finding() -> None:
    text = to_json(Report.of([FULL, BARE]), version="1")
    assert text.isascii()
    assert text.endswith("}\n")
    assert "\x1b" not in text
    assert text == to_json(Report.of([BARE, FULL]), version="1")
