"""Doing any activity by keyboard: each kind has a walk of its own under `walks`."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from playwright.sync_api import Locator

from tests.browser.keyboard import Hand, Keyboard
from tests.browser.readers import Reader

WALKS = Path(__file__).with_name("walks")


def walk(keys: Keyboard, place: Locator) -> None:
    """Do one activity; what is only read needs nothing done."""
    kind = str(place.get_attribute("data-sk-kind")).replace("-", "_")
    if (WALKS / f"{kind}.py").is_file():
        import_module(f"tests.browser.walks.{kind}").walk(keys, place)


def walk_pages(reader: Reader, pages: Sequence[str]) -> None:
    """See these pages, and do all there is to do on them, by hand."""
    assert reader.page is not None
    hand = Hand(reader.page, reader.frame)
    for page in pages:
        reader.go(page)
        for place in reader.frame.locator(f"#p-{page} > .sk-activity").all():
            walk(hand, place)
