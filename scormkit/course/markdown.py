"""Markdown as courses use it: which parser reads it, and what may not stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from scormkit.course.problems import MARKDOWN_IMAGE, MARKDOWN_LINK, RAW_HTML
from scormkit.diagnostics import Definition

_LINKS_OUT = ("http://", "https://", "mailto:", "tel:", "#p-")


@cache
def parser(*, html: bool) -> MarkdownIt:
    """CommonMark with tables and strikethrough; `html` says whether raw HTML is told apart or taken as text."""
    return MarkdownIt("commonmark", {"html": html}).enable(["table", "strikethrough"])


@dataclass(frozen=True, slots=True)
class TextProblem:
    """Something that may not stand in a text: `fragment` is what, `line` is where, from 0 within the text."""

    definition: Definition
    line: int
    fragment: str
    message: str
    hint: str


def judge(text: str) -> TextProblem | None:
    """The first thing in a Markdown text that may not stand there; None where all is well."""
    # HTML needs a "<", pictures and links a "<" or a "[": most texts of a course need not be parsed to be let through.
    if "<" not in text and "[" not in text:
        return None
    return next(_problems(text), None)


def _problems(text: str) -> Iterator[TextProblem]:
    for block in parser(html=True).parse(text):
        line = block.map[0] if block.map else 0
        for token in (block, *(block.children or ())):
            yield from _judge_token(token, line)
            if token.type in ("softbreak", "hardbreak"):
                line += 1


def _judge_token(token: Token, line: int) -> Iterator[TextProblem]:
    if token.type in ("html_block", "html_inline"):
        html = token.content.strip().splitlines()[0]
        yield TextProblem(RAW_HTML, line, html, f"raw HTML is not let through: `{html}`", "write it in Markdown")
    elif token.type == "image":
        src = str(token.attrGet("src") or "")
        hint = "make it a part of `content:`, with `kind: figure`, `image:` and `alt:`"
        yield TextProblem(MARKDOWN_IMAGE, line, src, f"the picture `{src}` stands inside text", hint)
    elif token.type == "link_open":
        href = str(token.attrGet("href") or "")
        if not href.lower().startswith(_LINKS_OUT):
            hint = "begin it with https:// or mailto:, or link to a page of this module with #p- and its id"
            yield TextProblem(MARKDOWN_LINK, line, href, f"the link `{href}` leads nowhere in a package", hint)
