"""What axe, the checker of accessibility, finds on a page."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Frame, Page

from .conftest import ROOT

SCRIPT = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def load_axe(page: Page | Frame) -> None:
    """Bring the checker into a page."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))


def violations(page: Page | Frame) -> list[Any]:
    """All that the checker finds wrong with what a page now shows."""
    found = page.evaluate(
        "runOnly => axe.run({ runOnly, resultTypes: ['violations'] }).then(({ violations }) => violations)", RULES
    )
    return [(each["id"], [(node["target"], node["failureSummary"]) for node in each["nodes"]]) for each in found]
