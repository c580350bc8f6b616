"""Statement templates, held against one statement (xAPI Profiles 1.0, part three, 2.1: `validates`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from scormkit.xapi.judging.model import Rule, Template
from scormkit.xapi.judging.rules import breaches
from scormkit.xapi.judging.values import member, objects, text_at

Outcome = Literal["success", "invalid", "unmatched"]


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing in which a statement does not do what a template that applies to it asks.

    `rule` is None where the StatementRef is what fails. `where` is the place in the statement, `text` what was found
    and what is asked.
    """

    template: Template
    rule: Rule | None
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Fit:
    """A template that applies to a statement, since all its determining properties are there, and what it lacks."""

    template: Template
    breaches: tuple[Breach, ...] = ()

    @property
    def followed(self) -> bool:
        """Whether all that the template asks for is done."""
        return not self.breaches


def outcome(fits: Iterable[Fit]) -> Outcome:
    """What `validates` of part three, 2.1 says of a statement to which these templates apply."""
    found = list(fits)
    if not found:
        return "unmatched"
    return "success" if all(fit.followed for fit in found) else "invalid"


class Templates:
    """Some templates, found by their verb: what asks about ten thousand statements looks at few of them each time."""

    def __init__(self, templates: Iterable[Template]) -> None:
        """Take these templates; of what is found, the order is theirs."""
        self._by_verb: dict[str | None, list[tuple[int, Template]]] = {}
        for order, template in enumerate(templates):
            self._by_verb.setdefault(template.verb, []).append((order, template))

    def fits(self, statement: Any) -> tuple[Fit, ...]:
        """The templates that apply, and what of their rules is broken. What StatementRefs lead to is not looked at.

        `statement` may be any JSON value; it has arrays as context activities (`with_arrays`).
        """
        return tuple(
            Fit(template, tuple(_rules_broken(template, statement))) for template in self.applicable(statement)
        )

    def applicable(self, statement: Any) -> list[Template]:
        """The templates whose determining properties the statement has, all of them (Prof 8.0)."""
        verb = text_at(statement, "verb", "id")
        likely = self._by_verb.get(None, []) + (self._by_verb.get(verb, []) if verb is not None else [])
        if not likely:
            return []
        traits = _Traits(statement)
        return [template for _, template in sorted(filter(lambda each: traits.suit(each[1]), likely), key=_order)]


def _order(numbered: tuple[int, Template]) -> int:
    return numbered[0]


class _Traits:
    """What of a statement determines its templates."""

    def __init__(self, statement: Any) -> None:
        about = member(statement, "object")
        is_activity = isinstance(about, dict) and about.get("objectType", "Activity") == "Activity"
        self._object_type = text_at(about, "definition", "type") if is_activity else None
        activities = member(statement, "context", "contextActivities")
        self._types = {
            role: {
                found for each in objects(member(activities, role)) if (found := text_at(each, "definition", "type"))
            }
            for role in (activities if isinstance(activities, dict) else ())
        }
        attachments = objects(member(statement, "attachments"))
        self._attachments = {found for each in attachments if (found := text_at(each, "usageType"))}

    def suit(self, template: Template) -> bool:
        if template.object_type is not None and template.object_type != self._object_type:
            return False
        if not template.attachments <= self._attachments:
            return False
        return all(asked <= self._types.get(role, set()) for role, asked in template.types.items())


def _rules_broken(template: Template, statement: Any) -> Iterator[Breach]:
    for rule in template.rules:
        for text in breaches(statement, rule):
            yield Breach(template, rule, rule.where, text)
