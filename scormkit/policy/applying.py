"""Report + settings -> Report: what a team does not want to hear is left out, and what it asked for in vain is told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from scormkit.diagnostics import Definition, Diagnostic, Location, Report, Severity
from scormkit.policy.baseline import Accepted, Baseline, recognized
from scormkit.policy.definitions import STALE_BASELINE, UNUSED_IGNORE, UNUSED_PATH_IGNORE
from scormkit.policy.names import Chosen, Names
from scormkit.policy.patterns import PathPattern, seen_from
from scormkit.policy.settings import Entry, Settings
from scormkit.said import ENGLISH, Said, say

_OF_SETTINGS = "SK-CFG-"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a report is about: the paths that were judged, as they are called in it, and the rules that nobody asked.

    Those of LMSs that a package is not meant for, for example: nothing can be said of what is ignored of them.
    """

    paths: Collection[str]
    unasked: Collection[str] = ()


def apply(
    report: Report,
    settings: Settings,
    names: Names,
    checked: Checked,
    *,
    baseline: Baseline | None = None,
    words: Mapping[str, str] = ENGLISH,
) -> Report:
    """What of a report is told by these settings, with remarks on the settings themselves (SK-CFG), in `words`.

    In this order: rules that are not selected are left out, then those that are ignored, everywhere or for paths; what
    is left gets the severity that the settings give it; what the baseline accepts is left out last. That a package
    could not be judged at all (fatal) is left out only where its rule is ignored by its own id or alias.
    """
    return _Policy(settings, names, checked, words).applied(report, baseline)


class _Policy:
    def __init__(self, settings: Settings, names: Names, checked: Checked, words: Mapping[str, str]) -> None:
        self._settings, self._names, self._checked, self._words = settings, names, checked, words
        self._select = Chosen(names, [each.name for each in settings.select])
        self._ignore = Chosen(names, [each.name for each in settings.ignore])
        self._severity = Chosen(names, [name for name, _ in settings.severity])
        self._path_ignores = [
            (PathPattern(each.pattern), Chosen(names, [rule.name for rule in each.rules]))
            for each in settings.path_ignores
        ]
        self._used: set[tuple[int | None, int]] = set()
        self._matched: set[int] = set()
        self._paths: dict[str, tuple[str, ...]] = {}

    def applied(self, report: Report, baseline: Baseline | None) -> Report:
        for path in self._checked.paths:
            self._note_matches(self._parts(path))
        left = list(self._left(report))
        remarks = [*self._unused_ignores(), *self._unused_path_ignores()]
        if baseline is not None:
            left, stale = self._against(left, baseline, report)
            remarks += stale
        return Report.of([*left, *self._left(remarks)])

    def _left(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Those that are selected and not ignored, with their severity."""
        for each in diagnostics:
            selected = not self._settings.select or each.severity is Severity.FATAL or self._select.covering(each)
            if selected and not self._ignored(each):
                chosen = self._severity.covering(each)
                yield replace(each, severity=self._settings.severity[chosen[0]][1]) if chosen else each

    def _ignored(self, one: Diagnostic) -> bool:
        found: list[tuple[int | None, int]] = [(None, number) for number in self._ignore.covering(one)]
        if self._path_ignores:
            member = tuple(one.location.member.split("/")) if one.location.member else ()
            path = (*self._parts(one.location.file), *member)
            for at, (pattern, rules) in enumerate(self._path_ignores):
                if pattern.matches(path):
                    self._matched.add(at)
                    found += [(at, number) for number in rules.covering(one)]
        self._used.update(found)
        return bool(found)

    def _parts(self, file: str) -> tuple[str, ...]:
        """The path of a file from the folder of the settings, part by part."""
        if file not in self._paths:
            self._paths[file] = PurePosixPath(seen_from(self._settings.folder, file)).parts
        return self._paths[file]

    def _note_matches(self, path: tuple[str, ...]) -> None:
        self._matched.update(at for at, (pattern, _) in enumerate(self._path_ignores) if pattern.matches(path))

    def _unused_ignores(self) -> Iterator[Diagnostic]:
        for number, each in enumerate(self._settings.ignore):
            if (None, number) not in self._used and self._was_asked(each.name):
                message = say("`{rule}` is ignored, and nothing that was checked breaks it", rule=each.name)
                yield self._remark(UNUSED_IGNORE, each, message, say("take it out of what is ignored"))

    def _unused_path_ignores(self) -> Iterator[Diagnostic]:
        for at, each in enumerate(self._settings.path_ignores):
            if at not in self._matched:
                message = say("nothing that was checked matches `{pattern}`", pattern=each.pattern)
                hint = say("mend the pattern: it starts from the folder of this file, and letter case counts")
                yield from (self._remark(UNUSED_PATH_IGNORE, rule, message, hint) for rule in each.rules[:1])
                continue
            for number, rule in enumerate(each.rules):
                if (at, number) not in self._used and self._was_asked(rule.name):
                    message = say(
                        "`{rule}` is ignored for `{pattern}`, and nothing there breaks it",
                        rule=rule.name,
                        pattern=each.pattern,
                    )
                    hint = say("take it out of what is ignored for this pattern")
                    yield self._remark(UNUSED_PATH_IGNORE, rule, message, hint)

    def _was_asked(self, name: str) -> bool:
        """Whether one of the rules of this name was asked and could be told, so that its silence means something."""
        meant = self._names.beginning(name) | {self._names.exact(name) or ""}
        return bool(self._checked.paths) and any(
            identifier not in self._checked.unasked
            and (not self._settings.select or self._select.covers(identifier))
            and not identifier.startswith(_OF_SETTINGS)
            for identifier in meant
            if identifier
        )

    def _remark(self, definition: Definition, entry: Entry, message: Said, hint: Said) -> Diagnostic:
        told = message.in_words(self._words)
        return definition.at(entry.where, told, hint=hint.in_words(self._words), excerpt=entry.excerpt)

    def _against(
        self, diagnostics: list[Diagnostic], baseline: Baseline, report: Report
    ) -> tuple[list[Diagnostic], list[Diagnostic]]:
        """Those that are not accepted, and remarks on what is accepted and there no more."""
        counts = dict(baseline.counts)
        left = []
        for each, known in zip(diagnostics, recognized(diagnostics, baseline.file), strict=True):
            if each.severity is Severity.FATAL or counts.get(known, 0) < 1:
                left.append(each)
            else:
                counts[known] -= 1
        here = {seen_from(baseline.file.parent, path) for path in self._checked.paths}
        unjudged = {
            seen_from(baseline.file.parent, each.location.file) for each in report if each.severity is Severity.FATAL
        }
        stale = [
            self._stale(known, count, baseline)
            for known, count in sorted(counts.items())
            if count
            and _among(known.package, here)
            and not _among(known.package, unjudged)
            and self._told(known, baseline)
        ]
        return left, stale

    def _told(self, known: Accepted, baseline: Baseline) -> bool:
        """Whether a finding would be told if it were there: by its rule, which may be ignored or not selected."""
        if not self._was_asked(known.rule) or self._ignore.covers(known.rule):
            return False
        member = known.member.split("/") if known.member else ()
        path = (*self._parts(str(baseline.file.parent / known.package)), *member)
        return not any(rules.covers(known.rule) and pattern.matches(path) for pattern, rules in self._path_ignores)

    def _stale(self, known: Accepted, count: int, baseline: Baseline) -> Diagnostic:
        place = f"{known.package}/{known.member}" if known.member else known.package
        said = baseline.messages.get(known, "")
        message = say(
            "{rule} is accepted in {place} ({count} times), and is no longer there: {message}",
            rule=known.rule,
            place=place,
            count=count,
            message=said,
        )
        if count == 1:
            message = say(
                "{rule} is accepted in {place}, and is no longer there: {message}",
                rule=known.rule,
                place=place,
                message=said,
            )
        hint = say("write the baseline again with --write-baseline, so that it cannot come back unseen")
        return STALE_BASELINE.at(
            Location(str(baseline.file)), message.in_words(self._words), hint=hint.in_words(self._words)
        )


def _among(path: str, paths: Collection[str]) -> bool:
    """Whether a path is one of these, or lies within one of them."""
    where = PurePosixPath(path)
    return path in paths or any(str(parent) in paths for parent in where.parents)
