"""Several profiles that may use each other's templates and patterns (Prof 9.0)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scormkit.xapi.judging import definitions as say
from scormkit.xapi.judging.model import CONTEXT_TYPES, Pattern, Profile, Template
from scormkit.xapi.judging.patterns import PatternError, judge_depth
from scormkit.xapi.judging.values import member
from scormkit.xapi.judging.verdict import Finding

_EXTENSIONS = {
    "ContextExtension": "the context",
    "ResultExtension": "the result",
    "ActivityExtension": "the definition of an activity",
}
"""Where each kind of extension stands (Prof 7.2)."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A profile with all that it uses: its own, and what its patterns name of other profiles, as if it were its own.

    `declared` are its primary patterns, `primary` those of them that can be followed; `faults` say why others cannot.
    """

    profile: Profile
    templates: Mapping[str, Template]
    patterns: Mapping[str, Pattern]
    declared: tuple[Pattern, ...]
    primary: tuple[Pattern, ...]
    faults: tuple[Finding, ...]


class Library:
    """All profiles that statements are judged by."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """Put the profiles side by side; of two parts with one id the first counts."""
        self.templates: dict[str, Template] = {}
        self._patterns: dict[str, Pattern] = {}
        self._kinds: dict[str, str] = {}
        for profile in profiles:
            for template in profile.templates:
                self.templates.setdefault(template.id, template)
            for pattern in profile.patterns:
                self._patterns.setdefault(pattern.id, pattern)
            self._kinds.update((each.id, each.type) for each in profile.concepts if each.type in _EXTENSIONS)
        self.shelves = tuple(map(self._shelf, profiles))

    def misplaced_extensions(self, index: int, statement: Any) -> Iterator[Finding]:
        """The extensions of the statement that their profile describes for another place (Prof 7.2)."""
        if not self._kinds:
            return
        for here, path, owner in _with_extensions(statement):
            extensions = member(owner, "extensions")
            for name in extensions if isinstance(extensions, dict) else ():
                kind = self._kinds.get(name, here)
                if kind != here:
                    place = _EXTENSIONS[kind]
                    text, hint = f"the extension {name} belongs into {place}", f"move it into {place}"
                    where = f"{path}.extensions"
                    yield Finding(say.EXTENSION_MISPLACED, index, where, text, hint, "Profiles 7.2")

    def _shelf(self, profile: Profile) -> Shelf:
        templates = {each.id: each for each in profile.templates}
        patterns = {each.id: each for each in profile.patterns}
        faults: list[Finding] = []
        primary = []
        waiting = [name for pattern in profile.patterns for name in pattern.members]
        while waiting:
            name = waiting.pop()
            if name in templates or name in patterns:
                continue
            if name in self.templates:
                templates[name] = self.templates[name]
            elif name in self._patterns:
                patterns[name] = self._patterns[name]
                waiting.extend(patterns[name].members)
        for pattern in profile.primary:
            try:
                judge_depth(pattern, patterns)
            except PatternError as error:
                text = f"“{pattern}” of {profile} cannot be followed: {error}"
                faults.append(Finding(say.PATTERN_NOT_FOLLOWED, None, "$", text, "mend the profile", "Profiles 9.0"))
            else:
                primary.append(pattern)
        named = {name for pattern in profile.patterns for name in pattern.members}
        missing = sorted(named - templates.keys() - patterns.keys())
        if missing:
            text = f"the patterns of {profile} name {missing[0]}, which no given profile has"
            more = f", and {len(missing) - 1} more" if len(missing) > 1 else ""
            hint = "give the profiles that have them"
            faults.append(Finding(say.PATTERN_NOT_FOLLOWED, None, "$", text + more, hint, "Profiles 9.0"))
        return Shelf(profile, templates, patterns, profile.primary, tuple(primary), tuple(faults))


def _with_extensions(statement: Any) -> Iterator[tuple[str, str, Any]]:
    """What of a statement may have extensions: the kind that belongs there, the place, and what stands there."""
    yield "ContextExtension", "$.context", member(statement, "context")
    yield "ResultExtension", "$.result", member(statement, "result")
    yield "ActivityExtension", "$.object.definition", member(statement, "object", "definition")
    for role in CONTEXT_TYPES.values():
        given = member(statement, "context", "contextActivities", role)
        for number, each in enumerate(given if isinstance(given, list) else ()):
            path = f"$.context.contextActivities.{role}[{number}].definition"
            yield "ActivityExtension", path, member(each, "definition")
