"""A name for a finding that stays the same from run to run, for the services that tell new findings from known ones."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from scormkit.diagnostics import Diagnostic, Report


def with_fingerprints(report: Report) -> Iterator[tuple[Diagnostic, str]]:
    """Each diagnostic in order with its fingerprint, 64 hexadecimal digits, all different.

    It is made of the id, the file, the member and what is said, and of no line: a finding that has moved is the same
    one. Of findings that are alike in all that, the second, third and so on are numbered.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for one in report:
        key = (one.id, one.location.file, one.location.member or "", one.message, (one.excerpt or "").strip())
        seen[key] += 1
        yield one, hashlib.sha256(repr((*key, seen[key])).encode()).hexdigest()
