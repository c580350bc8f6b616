"""Answers that a learner can give to a trackable, as statements have them."""

from __future__ import annotations

from itertools import product

from scormkit.activities.contract import Tracking

BETWEEN = "[,]"
"""Stands between the parts of an answer (xAPI 1.0.3, Data 2.4.4.1)."""


def parts(tracking: Tracking) -> tuple[str, ...]:
    """All that an answer can be made of, each as it is written; none where that cannot be told."""
    ids = [component.id for component in tracking.components]
    if tracking.interaction in ("choice", "sequencing", "likert"):
        return tuple(ids)
    if tracking.interaction == "matching":
        return tuple(f"{source}[.]{target.id}" for source, target in product(ids, tracking.targets))
    return ("true", "false") if tracking.interaction == "true-false" else ()


def example(tracking: Tracking) -> str:
    """An answer that can be given: the right one, where there is one."""
    given = tracking.correct or tracking.example or _any(tracking)
    if tracking.interaction == "numeric":
        return next((bound for bound in given if bound), "0")
    if tracking.interaction in ("matching", "performance"):
        return BETWEEN.join(each.replace(".", "[.]") for each in given)
    return BETWEEN.join(map(_plain, given))


def _any(tracking: Tracking) -> tuple[str, ...]:
    """An answer where none is right or wrong."""
    ids = tuple(component.id for component in tracking.components)
    if tracking.interaction == "matching" and tracking.targets:
        return tuple(f"{each}.{tracking.targets[0].id}" for each in ids)
    if tracking.interaction == "numeric":
        return ("1",)
    return ids if tracking.interaction == "sequencing" else ids[:1]


def _plain(text: str) -> str:
    """A text of the learner's as the player writes it (`plain` in `scormkit/player/notation.js`)."""
    text = text.replace(BETWEEN, "[ , ]")
    return f" {text}" if text.startswith("{") else text
