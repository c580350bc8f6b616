"""How a module can end, as an LMS hears of it."""

from __future__ import annotations

from scormkit.render.site import Unit


def is_scored(unit: Unit) -> bool:
    """Whether the unit reports a score: some question in it has a right answer."""
    return any(trackable.weight > 0 for trackable in unit.trackables)


def is_judged(unit: Unit) -> bool:
    """Whether a learner passes the unit, rather than completing it: it has a score to reach, and a score."""
    return unit.passing_score is not None and is_scored(unit)
