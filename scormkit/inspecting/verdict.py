"""Whether learners keep their progress, per item and for the whole, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from scormkit.checking.vocabulary import Edition
from scormkit.inspecting.comparison import Fate, Inside, ItemChange, Progress
from scormkit.inspecting.overview import Node, Overview, Role
from scormkit.inspecting.printing import count

_MOST_IDS = 5


def judge(
    fate: Fate, old: Node | None, new: Node | None, inside: Inside | None, before: Overview, after: Overview
) -> tuple[Progress, str]:
    """What learners keep of one item, and the reason in words; `inside` is what its page tells of itself."""
    if old is None or not _tracked(old):
        return Progress.NONE, "new" if old is None else "nothing is kept of it"
    if _kind(before) != _kind(after):
        return Progress.LOST, f"what was kept by {_kind(before)} is not read by {_kind(after)}"
    if fate is Fate.GONE or new is None:
        return Progress.LOST, "it is gone, and what was kept under its identifier with it"
    if fate is Fate.REIDENTIFIED:
        return Progress.LOST, f"identifier changed from {old.identifier or '(none)'}: LMSs lose progress here"
    if old.launchable and not new.launchable:
        return Progress.LOST, "it can no longer be launched"
    if old.role is Role.SCO and new.role is not Role.SCO:
        return Progress.LOST, "it is no SCO any more, so nothing that it does is kept"
    if inside and inside.loses:
        return Progress.PARTLY, "; ".join(_losses(inside))
    if old.title != new.title and old.href != new.href:
        return (
            Progress.KEPT,
            "identifier unchanged; where title and launch show other content, it gets the old progress",
        )
    return Progress.KEPT, "identifier unchanged"


def verdict(old: Overview, new: Overview, items: Sequence[ItemChange]) -> tuple[Progress, tuple[str, ...]]:
    """What learners keep of the whole, and the reasons, the weightiest first."""
    kept = [item.progress for item in items if item.progress is not Progress.NONE]
    reasons = list(_reasons(old, new, items))
    if not kept:
        return Progress.NONE, ("the old package has nothing that an LMS keeps progress of", *reasons)
    counts = Counter(kept)
    if counts[Progress.LOST] == len(kept):
        return Progress.LOST, tuple(reasons)
    if counts[Progress.KEPT] < len(kept):
        return Progress.PARTLY, tuple(reasons)
    if reasons:
        return Progress.AT_RISK, tuple(reasons)
    return Progress.KEPT, (f"{count(len(kept), 'item keeps its identifier', 'items keep their identifiers')}",)


def _reasons(old: Overview, new: Overview, items: Sequence[ItemChange]) -> Iterator[str]:
    if _kind(old) != _kind(new):
        yield f"{_kind(old)} became {_kind(new)}: an LMS takes it for another course"
    else:
        lost = [item for item in items if item.progress is Progress.LOST]
        gone = Counter(item.fate for item in lost)
        if gone[Fate.GONE]:
            yield f"{count(gone[Fate.GONE], 'item is', 'items are')} gone"
        if gone[Fate.REIDENTIFIED]:
            yield f"{count(gone[Fate.REIDENTIFIED], 'item has another identifier', 'items have other identifiers')}"
        if gone[Fate.KEPT]:
            yield f"{count(gone[Fate.KEPT], 'item is', 'items are')} not tracked any more"
        partly = sum(item.progress is Progress.PARTLY for item in items)
        if partly:
            yield f"{count(partly, 'item loses', 'items lose')} something inside"
    # The id of a Tin Can package is that of its activity, which is judged as an item.
    if old.identifier != new.identifier and _kind(old) == _kind(new) and new.kind is not Edition.TINCAN:
        what = "course id" if new.kind is Edition.CMI5 else "manifest identifier"
        exception = "" if new.kind is Edition.CMI5 else "; Moodle goes by the items alone"
        yield f"the {what} changed: LMSs that know a course by it start afresh{exception}"


def _tracked(node: Node) -> bool:
    # An LRS keeps statements about every activity, whether it can be launched or not.
    return node.launchable or node.role is Role.ACTIVITY


def _losses(inside: Inside) -> Iterator[str]:
    if inside.unit:
        yield "the page is of another module: notes on the learner's device are lost"
    if inside.activities_gone:
        yield f"answers lost: {_ids(inside.activities_gone)}"
    if inside.activities_changed:
        yield f"answers that may not fit: {_ids(inside.activities_changed)}"
    if inside.pages_gone:
        yield f"pages gone: {_ids(inside.pages_gone)}"


def _ids(ids: Sequence[str]) -> str:
    more = len(ids) - _MOST_IDS
    return ", ".join(ids[:_MOST_IDS]) + (f" and {more:,} more" if more > 0 else "")


def _kind(overview: Overview) -> str:
    return overview.kind.standard if overview.kind else "an unknown kind"
