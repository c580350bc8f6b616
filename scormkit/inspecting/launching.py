"""The address that an LMS opens for an item, and the organization that it shows."""

from __future__ import annotations

from scormkit.checking.href import Href, join
from scormkit.checking.manifest import Item, Manifest, Organization


def address(href: Href, parameters: str | None) -> str:
    """What the browser opens: the href under its `xml:base`, and the item's parameters behind it (CAM 2.3)."""
    opened = join(href.base, href.text.strip())
    rest = (parameters or "").lstrip("?&")
    if not rest or rest.startswith("#"):
        return opened + rest
    return f"{opened}{'&' if '?' in opened else '?'}{rest}"


def title(part: Item | Organization) -> str:
    """The first title of an item or organization, as one line."""
    return " ".join(part.titles[0].text.split()) if part.titles else ""


def shown(manifest: Manifest) -> Organization | None:
    """The organization that `default` names; where it names none, the first, as LMSs have it."""
    organizations = [(group.default, one) for group in manifest.organizations for one in group.organizations]
    first = organizations[0][1] if organizations else None
    return next((one for default, one in organizations if one.identifier == default), first)
