"""Two packages -> their comparison: what learners keep when the one replaces the other.

What an LMS keeps, it keeps under identifiers: Moodle under the item's, and deletes the rest on an update; a cmi5 LMS
under the AU's (cmi5 13.1.4); an LRS under the activity's (xAPI 1.0.3, Data 2.4.4.1).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from scormkit.checking.vocabulary import Edition
from scormkit.inspecting.answers import compare_answers, read_answers, whole_document
from scormkit.inspecting.comparison import Comparison, Detail, Files, Inside, ItemChange, Side
from scormkit.inspecting.contents import Contents, UnreadableError, open_package
from scormkit.inspecting.inspection import overview
from scormkit.inspecting.overview import Fact, Node, Overview
from scormkit.inspecting.pairing import Pair, Placed, pairs
from scormkit.inspecting.verdict import judge, verdict


@dataclass(frozen=True, slots=True)
class _Opened:
    """A package that is open, and what is in it."""

    contents: Contents
    overview: Overview


def compare(old: str | os.PathLike[str], new: str | os.PathLike[str]) -> Comparison:
    """What becomes of learners' progress when the package `new` replaces `old`.

    Both are whatever `inspect` takes. Files are told apart by checksum and size. Raises `OSError` when a path is
    missing or cannot be read, and `UnreadableError` when one is no package or its structure file cannot be read.
    """
    with ExitStack() as stack:
        before, after = (_open(stack, path) for path in (old, new))
        items = tuple(_item(pair, before, after) for pair in pairs(before.overview, after.overview))
        details = tuple(_details(before.overview, after.overview))
        progress, reasons = verdict(before.overview, after.overview, items)
        return Comparison(
            old=_side(before.overview),
            new=_side(after.overview),
            details=details,
            items=items,
            files=_files(before.contents, after.contents),
            progress=progress,
            reasons=reasons,
            remarks=tuple(
                f"{one.overview.package}: {remark}" for one in (before, after) for remark in one.contents.remarks
            ),
        )


def _open(stack: ExitStack, path: str | os.PathLike[str]) -> _Opened:
    contents = Contents(stack.enter_context(open_package(Path(path))))
    name = os.fspath(path)
    seen = overview(contents, name)
    if not seen.organizations:
        if seen.kind is Edition.WEB:
            raise UnreadableError(f"{name} cannot be compared: it is a web site, of which no LMS keeps progress")
        why = seen.remarks[0] if seen.remarks else "it has no items"
        raise UnreadableError(f"{name} cannot be compared: {why} (scormkit check tells more)")
    return _Opened(contents, seen)


def _side(seen: Overview) -> Side:
    return Side(seen.package, seen.edition, seen.identifier, seen.version, seen.title)


def _details(old: Overview, new: Overview) -> Iterator[Detail]:
    for name in ("edition", "identifier", "version", "title"):
        yield from _differs(name, getattr(old, name), getattr(new, name))
    # cmi5 and Tin Can have no organization: their one tree bears the name of the whole.
    if new.kind not in (Edition.CMI5, Edition.TINCAN) and old.shown and new.shown:
        yield from _differs("organization", old.shown.identifier, new.shown.identifier)
        yield from _facts(old.shown.facts, new.shown.facts)


def _differs(name: str, old: str, new: str) -> Iterator[Detail]:
    if old != new:
        yield Detail(name, old, new)


def _facts(old: Sequence[Fact], new: Sequence[Fact]) -> Iterator[Detail]:
    names = dict.fromkeys(fact.name for fact in (*old, *new))
    for name in names:
        before, after = ("; ".join(fact.value for fact in some if fact.name == name) for some in (old, new))
        yield from _differs(name, before, after)


def _item(pair: Pair, before: _Opened, after: _Opened) -> ItemChange:
    old, new = pair.old, pair.new
    shown = new or old
    assert shown is not None  # noqa: S101 - a pair has at least one side
    inside = _inside(old.node, new.node, before.contents, after.contents) if old and new else None
    progress, reason = judge(
        pair.fate, old.node if old else None, new.node if new else None, inside, before.overview, after.overview
    )
    return ItemChange(
        fate=pair.fate,
        identifier=shown.node.identifier,
        title=shown.node.title,
        role=shown.node.role,
        details=tuple(_item_details(old, new, pair.moved)) if old and new else (),
        inside=inside,
        progress=progress,
        reason=reason,
    )


def _item_details(old: Placed, new: Placed, moved: bool) -> Iterator[Detail]:
    yield from _differs("identifier", old.node.identifier, new.node.identifier)
    yield from _differs("title", old.node.title, new.node.title)
    if moved:  # within one part the two are the same: it stands in another order there
        yield Detail("place", old.parent, new.parent)
    yield from _differs("launch", old.node.href or "", new.node.href or "")
    yield from _differs("role", old.node.role.value, new.node.role.value)
    yield from _differs("visible", _yes(old.node.visible), _yes(new.node.visible))
    yield from _facts(old.node.facts, new.node.facts)


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _inside(old: Node, new: Node, before: Contents, after: Contents) -> Inside | None:
    """What the page of an item has lost, where scormkit built the old one and the new one is another file."""
    if old.member is None:
        return None
    had = whole_document(before, old.member)
    has = whole_document(after, new.member) if new.member is not None else None
    if has is None:
        # What is launched may be on the web, where nobody sees it; what a link led to has no page without the link.
        if old.launchable or new.launchable:
            return None
    elif before.fingerprint(had) == after.fingerprint(has):
        return None
    answers = read_answers(before, had)
    if answers is None:
        return None
    return compare_answers(answers, read_answers(after, has) if has is not None else None)


def _files(old: Contents, new: Contents) -> Files:
    both = sorted(old.names & new.names)
    changed = tuple(name for name in both if old.fingerprint(name) != new.fingerprint(name))
    return Files(
        added=tuple(sorted(new.names - old.names)),
        removed=tuple(sorted(old.names - new.names)),
        changed=changed,
        same=len(both) - len(changed),
    )
