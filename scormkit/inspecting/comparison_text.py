"""A comparison as text for people: the verdict first, then item by item, then the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from scormkit.inspecting.comparison import Comparison, Detail, Files, Inside, ItemChange, Progress
from scormkit.inspecting.printing import count, line, rendered, shortened, text

_MOST_FILES = 20
_STYLES = {
    Progress.KEPT: "green",
    Progress.NONE: "dim",
    Progress.AT_RISK: "yellow",
    Progress.PARTLY: "yellow",
    Progress.LOST: "red",
}


def to_text(comparison: Comparison, *, color: bool = False) -> str:
    """The comparison, ending in a newline. With `color` it holds ANSI escape sequences; what comes from the packages
    is made harmless.
    """
    return rendered(_parts(comparison), color=color)


def _parts(comparison: Comparison) -> Iterator[Text]:
    old, new = comparison.old, comparison.new
    yield line(text(old.package, "bold"), f" ({old.edition}) -> ", text(new.package, "bold"), f" ({new.edition})")
    yield from _details(comparison.details, "  ")
    yield line("learners' progress: ", _progress(comparison.progress))
    yield from (line("  ", text(reason)) for reason in comparison.reasons)
    yield Text("")
    for item in comparison.items:
        yield from _item(item)
    yield Text("")
    yield from _files(comparison.files)
    yield from (line(Text("remark: ", "yellow"), text(remark)) for remark in comparison.remarks)


def _progress(progress: Progress) -> Text:
    return Text(progress.value, _STYLES[progress])


def _item(item: ItemChange) -> Iterator[Text]:
    yield line(
        f"{item.fate.value}: {item.role.value} ",
        text(item.title or "(no title)", "bold"),
        "  ",
        text(item.identifier, "dim"),
    )
    yield from _details(item.details, "    ")
    if item.inside:
        yield from _inside(item.inside)
    if item.progress is not Progress.NONE:
        yield line("    progress ", _progress(item.progress), ": ", text(item.reason))


def _details(details: Sequence[Detail], indent: str) -> Iterator[Text]:
    for detail in details:
        if detail.name == "place":
            yield line(f"{indent}moved", text(_place(detail)))
        else:
            yield line(f"{indent}{detail.name}: ", text(_value(detail.old)), " -> ", text(_value(detail.new)))


def _place(detail: Detail) -> str:
    if detail.old == detail.new:
        return " among the items beside it"
    return f": from {detail.old or 'the top'} to {detail.new or 'the top'}"


def _value(value: str) -> str:
    return shortened(value) or "(none)"


def _inside(inside: Inside) -> Iterator[Text]:
    yield line(f"    inside: {count(inside.activities_kept, 'activity', 'activities')} kept")
    for label, ids in (
        ("new activities", inside.activities_new),
        ("activities gone", inside.activities_gone),
        ("activities changed", inside.activities_changed),
        ("new pages", inside.pages_new),
        ("pages gone", inside.pages_gone),
    ):
        if ids:
            yield line(f"      {label}: ", text(shortened(", ".join(ids))))


def _files(files: Files) -> Iterator[Text]:
    groups = (("changed", files.changed), ("added", files.added), ("removed", files.removed))
    counts = ", ".join(f"{len(names):,} {label}" for label, names in groups)
    yield line(f"files: {counts}, {files.same:,} the same")
    for label, names in groups:
        yield from (line(f"  {label:<8} ", text(name)) for name in names[:_MOST_FILES])
        if len(names) > _MOST_FILES:
            yield line(f"  {label:<8} … and {len(names) - _MOST_FILES:,} more")
