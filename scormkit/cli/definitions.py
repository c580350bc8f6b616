"""All that can be found, by whom: what `check` says, and what else `explain` knows."""

from __future__ import annotations

from scormkit import examining, policy
from scormkit.checking import definitions as of_rules
from scormkit.diagnostics import Definition


def of_check() -> tuple[Definition, ...]:
    """What a report of `scormkit check` may hold, that of courses and of xAPI included."""
    from scormkit.course.problems import DEFINITIONS as COURSE  # these take a while to import, and are seldom needed
    from scormkit.xapi.judging.definitions import DEFINITIONS as XAPI

    return (*of_rules(), *policy.DEFINITIONS, *examining.DEFINITIONS, *COURSE, *XAPI)


def everything() -> tuple[Definition, ...]:
    """What any command may say, sorted by id."""
    from scormkit.concerns import DEFINITIONS as BUILDING

    return tuple(sorted((*of_check(), *BUILDING), key=lambda each: each.id))
