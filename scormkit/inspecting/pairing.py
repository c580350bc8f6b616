"""Which item of the new package is which of the old one, and which of them stand elsewhere now."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass

from scormkit.inspecting.comparison import Fate
from scormkit.inspecting.overview import Node, Overview


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A node and the identifier of what it stands in: "" for the top of the organization that an LMS shows."""

    node: Node
    parent: str


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """The same item before and after; one of the two is None where it is gone or new. `moved`: it stands elsewhere."""

    fate: Fate
    old: Placed | None
    new: Placed | None
    moved: bool = False


def pairs(old: Overview, new: Overview) -> tuple[Pair, ...]:
    """The items of both, in the order of the new package, those that are gone at the end in their old order.

    Items are the same where their identifier is. What is left is matched by title and launch file, then by launch
    file, then by title, where that leaves no doubt.
    """
    before, after = list(_placed(old)), list(_placed(new))
    partner: dict[Placed, tuple[Placed, Fate]] = {}
    first = {}
    for one in reversed(before):
        if one.node.identifier:
            first[one.node.identifier] = one
    for one in after:
        if same := first.pop(one.node.identifier, None):
            partner[one] = same, Fate.KEPT
    for key in (_title_and_launch, _launch, _title):
        taken = {same for same, _ in partner.values()}
        left = [one for one in before if one not in taken]
        for one, same in _unmistakable(key, left, [one for one in after if one not in partner]):
            partner[one] = same, Fate.REIDENTIFIED
    moved = _moved(before, after, {one: same for one, (same, _) in partner.items()})
    found = []
    for one in after:
        if one in partner:
            same, fate = partner[one]
            found.append(Pair(fate, same, one, one in moved))
        else:
            found.append(Pair(Fate.NEW, None, one))
    taken = {same for same, _ in partner.values()}
    return (*found, *(Pair(Fate.GONE, one, None) for one in before if one not in taken))


def _placed(overview: Overview) -> Iterator[Placed]:
    for organization in overview.organizations:
        top = "" if organization.default else organization.identifier
        waiting = [Placed(node, top) for node in reversed(organization.nodes)]
        while waiting:
            one = waiting.pop()
            yield one
            waiting.extend(Placed(child, one.node.identifier) for child in reversed(one.node.children))


def _launch(one: Placed) -> Hashable:
    return one.node.member or one.node.href


def _title(one: Placed) -> Hashable:
    return one.node.title.casefold() or None


def _title_and_launch(one: Placed) -> Hashable:
    return (_title(one), _launch(one)) if _title(one) and _launch(one) else None


def _unmistakable(
    key: Callable[[Placed], Hashable], before: Iterable[Placed], after: Iterable[Placed]
) -> Iterator[tuple[Placed, Placed]]:
    """The pairs, new and old, whose key no other item has; what is launched is no pair with what is not."""
    olds, news = ({one: key(one) for one in some if key(one)} for some in (before, after))
    old_counts, new_counts = Counter(olds.values()), Counter(news.values())
    by_key = {value: one for one, value in olds.items()}
    for one, value in news.items():
        if old_counts[value] == new_counts[value] == 1 and by_key[value].node.launchable == one.node.launchable:
            yield one, by_key[value]


def _moved(before: list[Placed], after: list[Placed], partner: dict[Placed, Placed]) -> set[Placed]:
    """The new items that stand in another part than before, or in another order among those beside them."""
    renamed = {same.node.identifier: one.node.identifier for one, same in partner.items()}
    moved = {one for one, same in partner.items() if renamed.get(same.parent, same.parent) != one.parent}
    rank = {one: n for n, one in enumerate(before)}
    beside: defaultdict[str, list[Placed]] = defaultdict(list)
    for one in after:
        if one in partner and one not in moved:
            beside[one.parent].append(one)
    for group in beside.values():
        ranks = [rank[partner[one]] for one in group]
        stayed = _longest_rising(ranks)
        moved.update(one for one, n in zip(group, ranks, strict=True) if n not in stayed)
    return moved


def _longest_rising(numbers: list[int]) -> set[int]:
    """The longest run of different numbers that rise, not all side by side: what stands in its old order."""
    tops: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tops, number)
        before[number] = tops[at - 1] if at else None
        tops[at : at + 1] = [number]
    kept: set[int] = set()
    last = tops[-1] if tops else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept
