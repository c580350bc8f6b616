"""The same learner has the same module open in two windows."""

from __future__ import annotations

from .connectors import CONNECTORS, Connector
from .row import Keeps, Row


def _other(learner: Connector) -> Connector:
    """The same learner in another window, launched by the LMS as well."""
    someone = learner.someone
    other = type(learner)(type(someone)(someone.context, someone.host, someone.sco))
    other.given, other.promised = dict(learner.given), dict(learner.promised)
    other.launch()
    return other


def _join(learner: Connector, other: Connector) -> None:
    learner.told += other.told
    learner.given |= other.given
    learner.gave += other.gave
    learner.promised |= other.promised
    learner.someone.problems += other.someone.problems


def both_answer(learner: Connector) -> None:
    """One question is answered before the other window is there, and then one in each."""
    learner.launch()
    learner.answer()
    learner.settle()
    other = _other(learner)
    for each in (learner, other):
        each.wait_for_word("two_windows")
    learner.answer()
    learner.settle()
    other.given |= learner.given
    other.answer()
    other.settle()
    for each in (learner, other):
        each.leave()
    _join(learner, other)


def the_first_is_abandoned(learner: Connector) -> None:
    """To an LMS of cmi5 the second launch ends the first session; what is answered there is not kept."""
    learner.launch()
    learner.answer()
    learner.settle()
    other = _other(learner)
    other.answer()
    other.settle()
    learner.given |= other.given
    learner.answer()
    learner.settle("failing")
    other.leave()
    learner.left = False
    learner.leave()
    learner.left = True
    _join(learner, other)


ROWS = tuple(
    Row("two_windows", name, the_first_is_abandoned, ("two_windows", "failing", "session_over"), Keeps.CONFIRMED)
    if name == "cmi5"
    else Row("two_windows", name, both_answer, ("two_windows",))
    for name in CONNECTORS
    if name != "web"
)
