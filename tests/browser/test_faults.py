"""What the learner keeps when the LMS, the network, the tab or the saved state fails, in a real browser: every row of
the fault table."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from scormkit import build

from .conftest import ROOT, WHOLE, Packages
from .faults import TABLE, Row, check
from .faults.connectors import CONNECTORS, SCORM, Host, learner
from .faults.courses import LIMITS, filled, write
from .faults.listening import LISTENER

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def play(built: Callable[..., Packages], serve: Callable[..., Host], context: BrowserContext) -> Callable[[Row], None]:
    """Plays a row: with the second of four small modules, which asks five questions."""

    def play(row: Row) -> None:
        target = CONNECTORS[row.connector].target

        def package(edit: Callable[..., object], *values: object) -> Path:
            name = "-".join(map(str, (edit.__name__, *values, target)))
            made: Path = built(name, partial(write, edit(*values) if values else edit), (target,))[target, "m2"]
            return made

        context.add_init_script(LISTENER)
        someone = learner(
            row.connector, context, serve(built("four")[target, WHOLE if target == "web" else "m2"], target)
        )
        someone.package = package
        row.story(someone)
        check(row, someone)

    return play


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.id)
def test_fault(row: Row, play: Callable[[Row], None]) -> None:
    play(row)


@pytest.mark.parametrize("name", SCORM)
def test_a_state_that_might_get_longer_than_its_limit_is_not_built(name: str, tmp_path: Path) -> None:
    target = CONNECTORS[name].target
    course = write(filled(LIMITS[name], more=1), tmp_path / "course")
    result = build(course, tmp_path / "dist", targets=(target,))
    assert [each.id for each in result.report] == ["SK-BLD-001"]


def test_the_table_for_administrators_tells_of_every_fault() -> None:
    text = (ROOT / "docs" / "faults.md").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    told = {name for line in lines for name in re.findall(r"`([a-z]\w+)`", line.rsplit(" | ", 1)[1])}
    assert told == {row.fault for row in TABLE}
