"""Statement templates, held against one statement (xAPI Profiles 1.0, part three, 2.1: `validates`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Literal, TypeAlias

from scormkit.xapi.judging.model import CONTEXT_TYPES, Rule, Template
from scormkit.xapi.judging.rules import breaches
from scormkit.xapi.judging.values import member, objects, text_at

Outcome = Literal["success", "invalid", "unmatched"]

_Trait: TypeAlias = tuple[str, str]
"""Something that determines templates: a role and what stands in it."""
_ANY: _Trait = ("", "")
"""Under this are kept the templates that ask for nothing."""


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
    """Some templates, found by what determines them, so that each statement is held against few of them.

    A template is kept under the rarest thing that it asks for: a type in the context, an attachment, the type of the
    object, or, if nothing else, the verb.
    """

    def __init__(self, templates: Iterable[Template]) -> None:
        """Take these templates; of what is found, the order is theirs."""
        self._kept: defaultdict[_Trait, list[tuple[int, Template]]] = defaultdict(list)
        for order, template in enumerate(templates):
            self._kept[next(_asked(template), _ANY)].append((order, template))

    def fits(self, statement: Any) -> tuple[Fit, ...]:
        """The templates that apply, and what of their rules is broken. What StatementRefs lead to is not looked at.

        `statement` may be any JSON value; it has arrays as context activities (`with_arrays`).
        """
        return tuple(
            Fit(template, tuple(_rules_broken(template, statement))) for template in self.applicable(statement)
        )

    def applicable(self, statement: Any) -> list[Template]:
        """The templates whose determining properties the statement has, all of them (Prof 8.0)."""
        traits = set(_traits(statement))
        found = [
            (order, template)
            for trait in (*traits, _ANY)
            for order, template in self._kept.get(trait, ())
            if traits.issuperset(_asked(template))
        ]
        return [template for _, template in sorted(found, key=itemgetter(0))]


def _asked(template: Template) -> Iterator[_Trait]:
    """What a statement has to have for the template to apply, the rarest first."""
    for role, types in sorted(template.types.items()):
        yield from ((role, each) for each in sorted(types))
    yield from (("attachment", each) for each in sorted(template.attachments))
    if template.object_type is not None:
        yield "object", template.object_type
    if template.verb is not None:
        yield "verb", template.verb


def _traits(statement: Any) -> Iterator[_Trait]:
    """What of a statement determines its templates."""
    activities = member(statement, "context", "contextActivities")
    for role in CONTEXT_TYPES.values():
        for each in objects(member(activities, role)):
            if found := text_at(each, "definition", "type"):
                yield role, found
    for each in objects(member(statement, "attachments")):
        if found := text_at(each, "usageType"):
            yield "attachment", found
    about = member(statement, "object")
    if isinstance(about, dict) and about.get("objectType", "Activity") == "Activity":
        yield "object", text_at(about, "definition", "type") or ""
    yield "verb", text_at(statement, "verb", "id") or ""


def _rules_broken(template: Template, statement: Any) -> Iterator[Breach]:
    for rule in template.rules:
        for text in breaches(statement, rule):
            yield Breach(template, rule, rule.where, text)
