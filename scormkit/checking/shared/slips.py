"""Names with a slip in them: what is misspelt is not missing as well, and the rules on unknown names tell of it."""

from __future__ import annotations

from scormkit.checking.source import Element
from scormkit.hints import is_slip


def has_misspelt(element: Element, attribute: str) -> bool:
    """Whether an attribute of this element is meant to be the one with this name."""
    return any(not name.namespace and is_slip(name.local, attribute) for name in element.attributes)


def holds_misspelt(element: Element, local: str) -> bool:
    """Whether a child of this element is meant to be one with this name."""
    return any(
        child.name.namespace == element.name.namespace and is_slip(child.name.local, local)
        for child in element.children
    )
