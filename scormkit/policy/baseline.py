"""The findings that a team has accepted, in a file: what is new is told, what was there is not.

    {
      "baseline": 1,
      "language": "en",
      "findings": [
        {"package": "dist/a.zip", "member": "imsmanifest.xml", "rule": "SK-S12-007", "digest": "0f…", "count": 1,
         "message": "…"}
      ]
    }

A finding is known again by its package (from the folder of the file), its member, its rule and what stands there: the
digest is of the source line, without the blanks around it, where there is one of ordinary length, and of the message
otherwise. So findings stay accepted when lines move. `message` is for who reads the file, and takes no part.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from scormkit.diagnostics import Diagnostic, Report, Severity
from scormkit.policy.definitions import DEFINITIONS
from scormkit.policy.patterns import seen_from
from scormkit.policy.settings import SettingsError, SettingsProblem

MAX_BYTES = 64 * 1024 * 1024
"""How large a baseline may be: some hundred thousand findings."""

_VERSION = 1
_LONGEST_LINE = 300
"""Lines longer than this many characters hold more than the finding: all of a manifest that was made without breaks."""
_AGAIN = "write it again with --write-baseline"


class Accepted(NamedTuple):
    """What a finding is known again by."""

    package: str
    member: str
    rule: str
    digest: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """Accepted findings: how many there are of each, and the message of the first."""

    file: Path
    counts: dict[Accepted, int]
    messages: dict[Accepted, str]
    language: str = "en"

    @classmethod
    def of(cls, report: Report, file: Path, language: str) -> Baseline:
        """All of a report but remarks on settings, and that a package could not be judged: that is never accepted."""
        remarks = {each.id for each in DEFINITIONS}
        found = [each for each in report if each.severity is not Severity.FATAL and each.id not in remarks]
        counts: Counter[Accepted] = Counter()
        messages: dict[Accepted, str] = {}
        for each, known in zip(found, recognized(found, file), strict=True):
            counts[known] += 1
            messages.setdefault(known, each.message)
        return cls(file, dict(counts), messages, language)

    def text(self) -> str:
        """The baseline as it stands in its file: sorted, pure ASCII, the same for the same findings."""
        findings = [
            {**known._asdict(), "count": self.counts[known], "message": self.messages[known]}
            for known in sorted(self.counts)
        ]
        document = {"baseline": _VERSION, "language": self.language, "findings": findings}
        return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def recognized(diagnostics: Iterable[Diagnostic], file: Path) -> Iterable[Accepted]:
    """What each diagnostic is known by in the baseline `file`."""
    packages: dict[str, str] = {}
    for each in diagnostics:
        name = each.location.file
        if name not in packages:
            packages[name] = seen_from(file.parent, name)
        line = (each.excerpt or "").strip()
        known_by = line if line and len(line) <= _LONGEST_LINE else each.message
        digest = hashlib.sha256(known_by.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        yield Accepted(packages[name], each.location.member or "", each.id, digest)


def read_baseline(path: Path, language: str) -> Baseline:
    """The baseline in a file, for findings told in `language`.

    Raises `SettingsError` for a file that cannot be read, is none, or was written in another language: messages are
    part of what findings are known by.
    """

    def fail(message: str, hint: str = _AGAIN) -> SettingsError:
        return SettingsError(str(path), SettingsProblem("", message, hint))

    try:
        if not path.is_file():
            what = "it is no file" if path.exists() else "there is no such file"
            raise fail(what, "write it with --write-baseline")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise fail(f"it cannot be read: {error.strerror or error}", "name a file that is there and is yours") from None
    if len(data) > MAX_BYTES:
        raise fail(f"it is larger than {MAX_BYTES:,} bytes", "accept fewer findings")
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        raise fail("it is not JSON") from None
    if not isinstance(document, dict) or document.get("baseline") != _VERSION:
        raise fail("it is no baseline of this version of scormkit")
    if document.get("language") != language:
        hint = f"ask for the findings in that language, or {_AGAIN}"
        raise fail(f"it was written in the language {document.get('language')!r}, not {language!r}", hint)
    counts: dict[Accepted, int] = {}
    messages: dict[Accepted, str] = {}
    findings = document.get("findings")
    for number, one in enumerate(findings if isinstance(findings, list) else [None]):
        known, count = _read(one)
        if known is None:
            raise fail(f"`findings[{number}]` is no finding")
        counts[known] = counts.get(known, 0) + count
        messages.setdefault(known, str(one.get("message", "")))
    return Baseline(path, counts, messages, language)


def _read(one: Any) -> tuple[Accepted | None, int]:
    if not isinstance(one, dict):
        return None, 0
    parts = [part for name in Accepted._fields if isinstance(part := one.get(name), str)]
    count = one.get("count")
    if len(parts) != len(Accepted._fields) or not isinstance(count, int) or count < 1:
        return None, 0
    return Accepted(*parts), count
