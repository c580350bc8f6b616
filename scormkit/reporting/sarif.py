"""A report as SARIF 2.1.0 (OASIS), which code scanning services and editors read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from scormkit.diagnostics import Definition, Diagnostic, Location, Report, Severity
from scormkit.reporting.fingerprints import with_fingerprints

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {
    Severity.FATAL: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
    Severity.USAGE: "note",
}


def to_sarif(report: Report, *, version: str, definitions: Iterable[Definition]) -> str:
    """One run of scormkit `version`, ending in a newline; of `definitions` those are told that the report makes use of.

    A place in a package is told as the package's path with the member's behind it: of a folder that is the file itself.
    Paths that are relative stay relative, as code scanning wants them. Same report, same text; it is pure ASCII.
    """
    used = {one.id for one in report}
    rules = sorted({one.id: one for one in definitions if one.id in used}.values(), key=lambda one: one.id)
    index = {one.id: number for number, one in enumerate(rules)}
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "scormkit", "version": version, "rules": [_rule(one) for one in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, name, index) for one, name in with_fingerprints(report)],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def _rule(definition: Definition) -> dict[str, Any]:
    title, _, explanation = definition.explanation.partition("\n")
    text = f"{explanation.strip() or title}\n\n{definition.reference}".strip()
    return {
        "id": definition.id,
        "name": definition.alias,
        "shortDescription": {"text": title},
        "fullDescription": {"text": text},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[definition.severity]},
    }


def _result(diagnostic: Diagnostic, fingerprint: str, index: Mapping[str, int]) -> dict[str, Any]:
    text = diagnostic.message if diagnostic.hint is None else f"{diagnostic.message} ({diagnostic.hint})"
    known = {"ruleIndex": index[diagnostic.id]} if diagnostic.id in index else {}
    return {
        "ruleId": diagnostic.id,
        **known,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _place(diagnostic.location, diagnostic.excerpt)}],
        "partialFingerprints": {"scormkit/v1": fingerprint},
    }


def _place(location: Location, excerpt: str | None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(location)}}
    if location.line is not None:
        region: dict[str, Any] = {"startLine": location.line}
        if location.column is not None:
            region["startColumn"] = location.column
        if excerpt is not None:
            region["snippet"] = {"text": excerpt}
        place["region"] = region
    return place


def _uri(location: Location) -> str:
    if (file := PurePath(location.file)).is_absolute():
        return file.as_uri() + ("" if location.member is None else "/" + _quoted(location.member))
    return _quoted(location.path)


def _quoted(path: str) -> str:
    return quote(path, errors="surrogatepass")
