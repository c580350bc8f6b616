"""What a page may fetch: its Content-Security-Policy (W3C Content Security Policy Level 3)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

from scormkit.archive.pressed import Pressed
from scormkit.render.site import SiteFile

POLICY = Markup("; ").join(
    Markup(each)  # noqa: S704 - quotes that an attribute in double quotes may hold as they are
    for each in [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "media-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
)
"""Nothing but the package's own files, and no script or style that stands in the page itself."""


def reaching_out(page: SiteFile) -> SiteFile:
    """The same page, allowed to talk to a learning record store: its address is known only when a learner launches it.

    Raises ValueError for a page without the policy.
    """
    return _with(page, b"connect-src https: http:")


def showing_captions(page: SiteFile) -> SiteFile:
    """The same page, allowed to show captions that it holds itself. Raises ValueError for a page without the policy."""
    return _with(page, b"media-src 'self' data:")


def _with(page: SiteFile, directive: bytes) -> SiteFile:
    """The same page with one directive of the policy in the place of the one by that name."""
    content = b"" if isinstance(page.content, Path) else bytes(page.content)
    closed = directive.split()[0] + b" 'self'"
    if closed not in content:
        raise ValueError(f"{page.path} is no page with the policy of one")
    # The policy comes before anything that an author wrote, who may well write of policies.
    return replace(page, content=Pressed(content.replace(closed, directive, 1)))
