"""A report as a Code Quality report of GitLab, which merge requests show."""

from __future__ import annotations

import json
from collections.abc import Mapping

from scormkit.diagnostics import Report, Severity
from scormkit.reporting.fingerprints import with_fingerprints

_SEVERITIES: Mapping[Severity, str] = {
    Severity.FATAL: "blocker",
    Severity.ERROR: "critical",
    Severity.WARNING: "major",
    Severity.INFO: "info",
    Severity.USAGE: "info",
}


def to_gitlab(report: Report) -> str:
    """A JSON list of findings, ending in a newline; the line is 1 where a finding is about a whole file.

    Same report, same text; it is pure ASCII.
    """
    found = [
        {
            "description": one.message if one.hint is None else f"{one.message} ({one.hint})",
            "check_name": f"{one.id} {one.alias}",
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[one.severity],
            "location": {"path": one.location.path, "lines": {"begin": one.location.line or 1}},
        }
        for one, fingerprint in with_fingerprints(report)
    ]
    return json.dumps(found, indent=2, ensure_ascii=True) + "\n"
