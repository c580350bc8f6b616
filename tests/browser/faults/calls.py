"""A function of a SCORM API fails: it throws, answers "false" or nothing, once, a few times, or for ever."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scormkit.preview import Conditions, Fault

from .connectors import SCORM, Connector, Scorm
from .row import Keeps, Row
from .visits import visit

LAST = {"LMS": "LMSFinish", "": "Terminate"}


def under(prefix: str, function: str, how: Any = "throw", times: int = 999, **more: Any) -> Conditions:
    """A launch where this function fails."""
    name = LAST[prefix] if function == "Finish" else prefix + function
    return Conditions(faults=(Fault(name, how, times, **more),))


def without_an_lms(learner: Connector) -> None:
    """The module can be done to its end."""
    learner.launch(Conditions(api=False))
    learner.someone.finish_all()
    assert learner.someone.outcome == "passed"
    assert learner.frame.locator("#sk-exit").is_hidden()
    assert learner.someone.calls == []
    learner.left = False
    learner.leave()
    learner.left = True


def _mended(learner: Connector) -> None:
    assert isinstance(learner, Scorm)
    learner.mend()


def _rows(name: str, prefix: str) -> Iterator[Row]:
    # Whether an LMS is there shows at once, and the page says so.
    no_lms = ("no_lms", "unkept")
    always = under(prefix, "Initialize")
    yield Row("initialize_throws_once", name, visit(under(prefix, "Initialize", times=1)))
    yield Row("initialize_throws_always", name, visit(always, saving="unkept", heard=False), no_lms, Keeps.NOTHING)
    for times, word in ((1, "once"), (999, "always")):
        yield Row(f"finish_throws_{word}", name, visit(under(prefix, "Finish", times=times), heard=False))
        yield Row(f"get_last_error_throws_{word}", name, visit(under(prefix, "GetLastError", times=times)))
    yield Row("get_value_throws_once", name, visit(under(prefix, "GetValue", times=1), earlier=True))
    yield Row(
        "get_value_throws_always",
        name,
        visit(under(prefix, "GetValue"), earlier=True, saving="unkept", heard=False),
        no_lms,
        Keeps.CONFIRMED,
    )
    state = {"element": "cmi.suspend_data"}
    yield Row("reading_the_state_throws_once", name, visit(under(prefix, "GetValue", times=1, **state), earlier=True))
    for function, word in (("SetValue", "set_value"), ("Commit", "commit")):
        throws = under(prefix, function)
        yield Row(f"{word}_throws_once", name, visit(under(prefix, function, times=1)), ("failing",))
        yield Row(f"{word}_throws_until_it_is_mended", name, visit(throws, mend=_mended), ("failing",))
        yield Row(
            f"{word}_throws_always",
            name,
            visit(throws, earlier=True, saving="failing", end="kill"),
            ("failing",),
            Keeps.CONFIRMED,
        )
    yield Row("commit_fails_3_times", name, visit(under(prefix, "Commit", "false", 3)), ("failing",))
    for how in ("throw", "silent", "false"):
        faults = tuple(
            Fault(prefix + call, how, times) for call, times in (("SetValue", 8), ("Commit", 4), ("GetLastError", 999))
        )
        yield Row(f"everything_fails_for_a_while_{how}", name, visit(Conditions(faults=faults)), ("failing",))
    yield Row("no_lms", name, without_an_lms, no_lms, Keeps.NOTHING)


ROWS = tuple(row for name, prefix in SCORM.items() for row in _rows(name, prefix))
