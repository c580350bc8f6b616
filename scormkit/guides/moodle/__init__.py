"""The literal settings of a SCORM activity in Moodle for each package.

Names and values are keys of Moodle's language packs (`mod/scorm/lang/en/scorm.php`); the words hold them under
`ui_<name>`. What each setting does is from Moodle's own help texts. Which conditions complete an activity is from
`mod/scorm/classes/completion/custom_completion.php`: the statuses of all SCOs and attempts together have to be just
those that are ticked, and "all scos" asks every SCO for one of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scormkit.guides.families import SCORM_12, SCORM_2004, Offer


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting and what to choose; `without` are boxes that stay unticked. `why` is the key of the reason."""

    name: str
    values: tuple[str, ...]
    without: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """Packages that want the same settings."""

    offers: tuple[Offer, ...]
    settings: tuple[Setting, ...]


def cases(offers: Iterable[Offer]) -> tuple[Case, ...]:
    """The SCORM packages among `offers` by the settings that they want, in their order."""
    found: dict[tuple[Setting, ...], list[Offer]] = {}
    for offer in offers:
        if offer.target.name in (SCORM_12, *SCORM_2004):
            found.setdefault(settings(offer), []).append(offer)
    return tuple(Case(tuple(each), wanted) for wanted, each in found.items())


def settings(offer: Offer) -> tuple[Setting, ...]:
    """What to choose for a package, in the order of Moodle's form."""
    # With `failed`, Moodle opens the module for looking back, where nothing is saved; only the entry page then offers
    # a new attempt.
    fails = any(unit.judged and unit.reports_failure for unit in offer.package.units)
    return (
        _one("scormtype", "typelocal"),
        _one("popup", "currentwindow"),
        _told("hidetoc", "sided" if offer.several else "disabled"),
        _told("skipview", "never" if offer.several or fails else "always"),
        _one("hidebrowse", "yes"),
        *_grade(offer),
        _one("maximumattempts", "nolimit"),
        _one("whatgrade", "highestattempt"),
        _one("forcenewattempt", "no"),
        _one("lastattemptlock", "no"),
        *([_one("forcecompleted", "no")] if offer.target.name == SCORM_12 else []),
        _one("autocontinue", "no"),
        _one("autocommit", "yes"),
        # Of SCORM 1.2 alone: it is looked at when LMSFinish is called.
        *([_one("masteryoverride", "no")] if offer.target.name == SCORM_12 else []),
        _statuses(offer),
        *([_one("completionstatusallscos", "yes")] if offer.several else []),
    )


def _one(name: str, value: str) -> Setting:
    return Setting(name, (value,), why=f"why_{name}")


def _told(name: str, value: str) -> Setting:
    """A setting whose reason depends on what is chosen."""
    return Setting(name, (value,), why=f"why_{name}_{value}")


def _grade(offer: Offer) -> tuple[Setting, ...]:
    count = len(offer.scored_units)
    if not count:
        return (_told("grademethod", "gradescoes"),)
    return _told("grademethod", "gradehighest" if count == 1 else "gradeaverage"), _one("maximumgrade", "100")


def _statuses(offer: Offer) -> Setting:
    """Which statuses the modules end in. SCORM 2004 has two of them: who passes has also completed."""
    judged = [unit.judged for unit in offer.package.units]
    completes = not all(judged) or offer.target.name != SCORM_12
    ends = {"completionstatus_passed": any(judged), "completionstatus_completed": completes}
    ticked = tuple(name for name, is_end in ends.items() if is_end)
    unticked = tuple(name for name, is_end in ends.items() if not is_end)
    return Setting("completionstatusrequired", ticked, unticked, "why_completionstatusrequired")
