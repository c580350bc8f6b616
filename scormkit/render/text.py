"""Markdown to HTML, as it stands in a page."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token
from markupsafe import Markup

from scormkit.course.markdown import parser

TOP_HEADING = 3
"""The level of a text's largest heading: the module's title is level 1, the page's title level 2."""


def markdown(text: str) -> Markup:
    """A text as HTML blocks. Its headings take their place under the page's title, without a gap in the levels."""
    md = parser(html=False)
    tokens = md.parse(text)
    _lower_headings(tokens)
    _open_links_outside(tokens)
    return Markup(md.renderer.render(tokens, md.options, {}))  # noqa: S704 - the renderer escapes


def markdown_inline(text: str) -> Markup:
    """One line of text as HTML without a paragraph around it."""
    md = parser(html=False)
    tokens = md.parseInline(text)
    _open_links_outside(tokens)
    return Markup(md.renderer.render(tokens, md.options, {}))  # noqa: S704 - the renderer escapes


def _lower_headings(tokens: Sequence[Token]) -> None:
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    top = min((int(token.tag[1]) for token in headings), default=TOP_HEADING)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) - top + TOP_HEADING, 6)}"


def _open_links_outside(tokens: Sequence[Token]) -> None:
    """Links out of the course open beside it: in an LMS's frame they would end the learner's session."""
    for token in tokens:
        _open_links_outside(token.children or ())
        if token.type == "link_open" and not str(token.attrGet("href")).startswith("#"):
            token.attrSet("target", "_blank")
            token.attrSet("rel", "noopener noreferrer")
