"""Names of objectives: those that an activity uses, held against those that it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from scormkit.checking.rule import Finding
from scormkit.checking.sequencing import Activity, Sequencing
from scormkit.checking.shared.naming import called
from scormkit.checking.source import Element
from scormkit.hints import did_you_mean
from scormkit.said import Said, say

_MOST_SHOWN = 10


def unknown_objectives(
    sequencing: Sequencing,
    attribute: str,
    part: Callable[[Activity], Element | None],
    references: Callable[[Element], Iterable[tuple[str, Element]]],
) -> Iterator[Finding]:
    """A finding for each reference in a part of an activity that names none of its objectives, in this `attribute`.

    Both the part and the objectives can be shared by thousands of activities. So what a part names is gathered once,
    and a pair of the two is compared once: a comparison costs no more than the smaller of both, or it finds something.
    """
    names: dict[Element, dict[str, list[Element]]] = {}
    known: dict[Element | None, frozenset[str]] = {None: frozenset()}
    compared: set[tuple[Element, Element | None]] = set()
    for activity in sequencing.activities:
        using, objectives = part(activity), activity.part("objectives")
        if using is None or (using, objectives) in compared:
            continue
        compared.add((using, objectives))
        if using not in names:
            gathered = names[using] = {}
            for name, element in references(using):
                gathered.setdefault(name.strip(), []).append(element)
        if objectives not in known:
            found = (one.identifier for one in sequencing.objectives(objectives))
            known[objectives] = frozenset(name for one in found if one and (name := one.strip()))
        for name, elements in names[using].items():
            if name not in known[objectives]:
                message, hint = _message(attribute, name, activity), _hint(name, sorted(known[objectives]))
                yield from (Finding(element.place(attribute), message, hint) for element in elements)


def _message(attribute: str, name: str, activity: Activity) -> Said:
    return say(
        "{attribute} is `{name}`, which is no objective of the <{tag}> `{identifier}`",
        attribute=attribute,
        name=name,
        tag=activity.element.name,
        identifier=called(activity.element),
    )


def _hint(name: str, known: list[str]) -> Said:
    if not known:
        return say("give the activity an objective of that name first")
    listed = ", ".join(f"`{one}`" for one in known[:_MOST_SHOWN])
    return did_you_mean(name, known, say("its objectives are: {names}", names=listed))
