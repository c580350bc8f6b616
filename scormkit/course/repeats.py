"""Names that stand twice in a course, where each has to be the only one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from scormkit.course import problems
from scormkit.course.lists import items
from scormkit.course.tree import Node
from scormkit.diagnostics import Diagnostic, Location

_NOT_TRACKED = ("reference", "glossary", "topic", "module slug", "part")


def repeats_in_course(tree: Node) -> Iterator[Diagnostic]:
    """Ids of references, terms, topics and parts that stand twice in `course.yaml`, and words that two terms go by."""
    for what, key in (
        ("reference", "references"),
        ("glossary", "glossary"),
        ("topic", "topics"),
        ("part", "parts"),
    ):
        yield from _repeated(f"{what} id", (item.find(["id"]) for item in items(tree, key) if "id" in item.keys), {})
    yield from _shared_words(tree)


@dataclass(frozen=True, slots=True)
class ModuleRepeats:
    """Finds ids and slugs that stand twice, in modules that come one by one. Of each it remembers these two alone."""

    _ids: dict[str, Location] = field(default_factory=dict)
    _slugs: dict[str, Location] = field(default_factory=dict)

    def found_in(self, module: Node) -> Iterator[Diagnostic]:
        """Those of the module that one before it has, and those of pages and of activities that it has twice."""
        for key, first in (("id", self._ids), ("slug", self._slugs)):
            yield from _repeated(f"module {key}", [module.find([key])] if key in module.keys else [], first)
        pages = items(module, "pages")
        activities = (activity for page in pages for activity in _activities(page))
        for what, nodes in (("page", pages), ("activity", activities)):
            yield from _repeated(f"{what} id", (node.find(["id"]) for node in nodes if "id" in node.keys), {})


def _activities(node: Node) -> Iterator[Node]:
    """Every mapping that says its `kind`, at any depth."""
    if isinstance(node.value, dict) and "kind" in node.value:
        yield node
    children = node.value.values() if isinstance(node.value, dict) else node.value
    for child in children if not isinstance(children, str | int | float | None) else ():
        yield from _activities(child)


def _shared_words(tree: Node) -> Iterator[Diagnostic]:
    """Words that two terms of the glossary go by: a text that names one of them could mean either."""
    first: dict[str, tuple[int, Location]] = {}
    for n, term in enumerate(items(tree, "glossary")):
        for node in (term.find([name]) for name in ("term", "also") if name in term.keys):
            for each in node.value if isinstance(node.value, list) else [node]:
                if not isinstance(each.value, str):
                    continue
                place = Location(each.source.display, each.mark.line, each.mark.column)
                other, earlier = first.setdefault(each.value.casefold(), (n, place))
                if other != n:
                    message = f"the word `{each.value}` stands in the glossary again; first in {earlier}"
                    yield each.problem(problems.DUPLICATE_ID, message, "leave it to one of the two terms")


def _repeated(what: str, nodes: Iterable[Node], first: dict[str, Location]) -> Iterator[Diagnostic]:
    """The nodes whose text is in `first`, which learns where each text stands that is not."""
    for node in nodes:
        if not isinstance(node.value, str):
            continue
        if earlier := first.get(node.value):
            hint = f"give one of them another {what.split()[-1]}"
            if not what.startswith(_NOT_TRACKED):
                hint += "; the newer one, since learners' progress hangs on it"
            message = f"the {what} `{node.value}` stands here again; first in {earlier}"
            yield node.problem(problems.DUPLICATE_ID, message, hint)
        else:
            first[node.value] = Location(node.source.display, node.mark.line, node.mark.column)
