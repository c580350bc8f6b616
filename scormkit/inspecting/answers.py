"""The ids under which a page that scormkit built keeps what a learner does, read from its HTML.

The page's own account is its `data-sk-` attributes: the unit on the body, a page on each section, and id and kind on
each activity. The saved state names pages and activities by these ids, and the player drops what it has no place for.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from scormkit.inspecting.comparison import Inside
from scormkit.inspecting.contents import Contents
from scormkit.inspecting.html import read_html

_DIGITS = 10
_SIGN = b"data-sk-unit"
_WHOLE = "whole.html"


@dataclass(frozen=True, slots=True)
class Kept:
    """What an activity keeps: the kind that reads the answer, and how many characters it has room for."""

    kind: str
    room: int

    def reads(self, older: Kept) -> bool:
        """Whether the answers of an older build are read as they were; longer ones than there is room for are not."""
        return self.kind == older.kind and self.room >= older.room


@dataclass(frozen=True, slots=True)
class Answers:
    """The ids of one page: of course and unit, of its pages in order, and of its activities."""

    unit: tuple[str, str]
    pages: tuple[str, ...]
    activities: Mapping[str, Kept]


def _body(contents: Contents, name: str) -> etree._Element | None:
    root = read_html(contents, name, _SIGN)
    return next((one for one in root.iter("body") if one.get("data-sk-unit")), None) if root is not None else None


def whole_document(contents: Contents, name: str) -> str:
    """The document with all pages of the module that `name` begins: beside it, or the same one."""
    beside = posixpath.join(posixpath.dirname(name), _WHOLE)
    if beside not in contents.names:
        return name
    body = _body(contents, name)
    return beside if body is not None and body.get("data-sk-whole") == _WHOLE else name


def read_answers(contents: Contents, name: str) -> Answers | None:
    """The ids in the document `name`; None where scormkit did not build it or it is too large."""
    body = _body(contents, name)
    if body is None:
        return None
    pages: dict[str, None] = {}
    activities: dict[str, Kept] = {}
    for element in body.iter(etree.Element):
        if page := element.get("data-sk-page"):
            pages[page] = None
        if activity := element.get("data-sk-activity"):
            room = element.get("data-sk-size") or ""
            kind = element.get("data-sk-kind") or ""
            activities[activity] = Kept(kind, int(room) if room.isdecimal() and len(room) < _DIGITS else 0)
    return Answers((body.get("data-sk-course") or "", body.get("data-sk-unit") or ""), tuple(pages), activities)


def compare_answers(old: Answers, new: Answers | None) -> Inside:
    """What is kept of the state of `old` once `new` stands in its place; None is a page that scormkit did not build."""
    new = new or Answers(old.unit, (), {})
    both = [one for one in old.activities if one in new.activities]
    changed = tuple(one for one in both if not new.activities[one].reads(old.activities[one]))
    return Inside(
        unit=old.unit != new.unit,
        pages_gone=_without(old.pages, new.pages),
        pages_new=_without(new.pages, old.pages),
        activities_gone=_without(old.activities, new.activities),
        activities_changed=changed,
        activities_new=_without(new.activities, old.activities),
        activities_kept=len(both) - len(changed),
    )


def _without(these: Iterable[str], those: Iterable[str]) -> tuple[str, ...]:
    known = frozenset(those)
    return tuple(one for one in these if one not in known)
