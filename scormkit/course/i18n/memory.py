"""Which translation belongs to which text, when texts have been changed, moved, added and removed since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import takewhile
from operator import eq

from scormkit.course.i18n.entry import Entry
from scormkit.course.i18n.texts import Text


class Status(Enum):
    """How a text stands in another language."""

    TRANSLATED = "translated"
    OUTDATED = "outdated"
    """There is a translation of what the text was before."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Match:
    """A text and the translation that belongs to it; None where it has none."""

    text: Text
    entry: Entry | None
    status: Status


@dataclass(frozen=True, slots=True)
class Matches:
    """Every text with its translation, in order, and the translations that belong to none."""

    all: tuple[Match, ...]
    unused: tuple[Entry, ...]

    def of(self, status: Status) -> tuple[Match, ...]:
        """Those of one status."""
        return tuple(match for match in self.all if match.status is status)


def match(texts: Sequence[Text], entries: Iterable[Entry]) -> Matches:
    """Give every text its translation. Of two entries that fit equally well, the first one counts.

    The translation of a text is the one under its id with its very source. Else it is one of the same source under
    another id, the one most like its own: the text was moved, or stands in several places. Else it is the one under its
    id, of what the text was before.
    """
    done = [entry for entry in entries if entry.translated]
    exact: dict[tuple[str, str], Entry] = {}
    by_source: dict[str, list[Entry]] = defaultdict(list)
    by_id: dict[str, list[Entry]] = defaultdict(list)
    for entry in done:
        if not entry.outdated:
            exact.setdefault((entry.id, entry.source), entry)
            by_source[entry.source].append(entry)
        if not entry.kept:
            by_id[entry.id].append(entry)
    found: dict[str, Entry | None] = {
        text.id: exact.get((text.id, text.source)) or _nearest(text.id, by_source[text.source]) for text in texts
    }
    used = {id(entry) for entry in found.values() if entry}
    matches = []
    for text in texts:
        fitting, status = found[text.id], Status.TRANSLATED
        if fitting is None:
            # What was under this id may be the translation of a text that has moved elsewhere.
            fitting = next((each for each in by_id[text.id] if id(each) not in used), None)
            status = Status.OUTDATED if fitting else Status.MISSING
        matches.append(Match(text, fitting, status))
    return Matches(tuple(matches), tuple(_unused(done, [each.entry for each in matches if each.entry])))


def _nearest(name: str, entries: Sequence[Entry]) -> Entry | None:
    return max(entries, key=lambda entry: len(list(takewhile(bool, map(eq, name, entry.id)))), default=None)


def _unused(done: Iterable[Entry], used: Iterable[Entry]) -> Iterable[Entry]:
    """What is worth keeping: no other version of a translation that is in use, and nothing twice."""
    ids, sources = {entry.id for entry in used}, {entry.source for entry in used}
    for entry in done:
        if entry.source not in sources and (entry.kept or entry.id not in ids):
            sources.add(entry.source)
            yield entry
