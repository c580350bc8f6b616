"""Cards by keyboard: they open as the parts of an accordion do."""

from tests.browser.walks.accordion import walk

__all__ = ["walk"]
