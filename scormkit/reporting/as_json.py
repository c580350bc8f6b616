"""A report as JSON for programs.

The shape is stable: names are added, never changed or removed.

    {
      "tool": {"name": "scormkit", "version": "0.1.0"},
      "diagnostics": [
        {
          "id": "SK-S12-007", "alias": "default-organization", "severity": "error",
          "file": "course.zip", "member": "imsmanifest.xml", "line": 7, "column": 18,
          "message": "…", "hint": "…", "reference": "…", "excerpt": "…"
        }
      ],
      "summary": {"fatal": 0, "error": 1, "warning": 0, "info": 0, "usage": 0}
    }

`member` is null for a file of its own, and `line`, `column`, `hint`, `reference` and `excerpt` are null where unknown.
Lines and columns count from 1, columns in characters. `report.schema.json` says the same to programs.
"""

from __future__ import annotations

import json
from pathlib import Path

from scormkit.diagnostics import Diagnostic, Report, Severity

SCHEMA = Path(__file__).with_name("report.schema.json")
"""The file that describes the shape as a JSON Schema, draft-07."""


def to_json(report: Report, *, version: str) -> str:
    """The report in the order of its diagnostics, ending in a newline; `version` is that of scormkit.

    Same report, same text. It is pure ASCII, so that no name in a hostile package can play with a terminal, and any
    console can show it.
    """
    severities = [diagnostic.severity for diagnostic in report]
    document = {
        "tool": {"name": "scormkit", "version": version},
        "diagnostics": [_object(diagnostic) for diagnostic in report],
        "summary": {severity.value: severities.count(severity) for severity in Severity},
    }
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def _object(diagnostic: Diagnostic) -> dict[str, str | int | None]:
    location = diagnostic.location
    return {
        "id": diagnostic.id,
        "alias": diagnostic.alias,
        "severity": diagnostic.severity.value,
        "file": location.file,
        "member": location.member,
        "line": location.line,
        "column": location.column,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "reference": diagnostic.reference,
        "excerpt": diagnostic.excerpt,
    }
