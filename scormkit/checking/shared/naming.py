"""What to call things in messages."""

from __future__ import annotations

from scormkit.checking.source import Element


def called(element: Element) -> str:
    """The identifier of an element; an ellipsis where it has none."""
    return element.get("identifier") or "…"
