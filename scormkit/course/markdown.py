"""What may not stand in a Markdown text of a course."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from scormkit.course.problems import (
    MARKDOWN_ATTRIBUTE,
    MARKDOWN_FOOTNOTE,
    MARKDOWN_IMAGE,
    MARKDOWN_LINK,
    RAW_HTML,
    UNKNOWN_REFERENCE,
    UNKNOWN_TERM,
)
from scormkit.course.syntax import REFUSED, flat, reader
from scormkit.diagnostics import Definition
from scormkit.hints import did_you_mean, nearest

_OPENING = re.compile(r"<([A-Za-z][\w-]*)")
_CLOSING = re.compile(r"</([A-Za-z][\w-]*)\s*>")
_PAGE = "#p-"
_LINKS_OUT = ("http://", "https://", "mailto:", "tel:", _PAGE)


@dataclass(frozen=True, slots=True)
class TextProblem:
    """Something that may not stand in a text: `fragment` is what, `line` is where, from 0 within the text."""

    definition: Definition
    line: int
    fragment: str
    message: str
    hint: str


def judge(
    text: str,
    references: Collection[str] | None = (),
    terms: Collection[str] | None = (),
    pages: Collection[str] | None = None,
) -> tuple[TextProblem, ...]:
    """All that may not stand in a Markdown text.

    `references` are the ids that can be cited, `terms` all forms of the words in the glossary, `pages` the ids of the
    pages that can be linked to; None where any of these is not known, so that all may be named.
    """
    # HTML needs a "<", attributes a "{", all else a "[": most texts of a course need not be parsed to be let through.
    if "<" not in text and "[" not in text and "{" not in text:
        return ()
    found = dict.fromkeys(_problems(text, Names(references, terms, pages)))
    # A closing tag says nothing that the tag that it closes does not say.
    opened = {name[1] for each in found if (name := _OPENING.match(each.fragment)) and each.definition is RAW_HTML}
    return tuple(each for each in found if not ((name := _CLOSING.match(each.fragment)) and name[1] in opened))


@dataclass(frozen=True, slots=True)
class Names:
    """What texts may name: see `judge`."""

    references: Collection[str] | None
    terms: Collection[str] | None
    pages: Collection[str] | None


@cache
def _judge_reader() -> MarkdownIt:
    return reader(html=True)


def _problems(text: str, names: Names) -> Iterator[TextProblem]:
    env: dict[str, Any] = {}
    blocks = _judge_reader().parse(text, env)
    noted = {block.meta["label"] for block in blocks if block.type == "footnote_reference_open"}
    used: set[str] = set()
    for block in blocks:
        line = block.map[0] if block.map else 0
        for token in flat([block], env):
            yield from _judge_token(token, line, names.pages)
            yield from _judge_attributes(token, line)
            yield from _judge_names(token, line, names)
            if token.type == "footnote_ref" and (label := token.meta.get("label")):
                used.add(label)
                if label not in noted:
                    hint = f"write the footnote in a paragraph of its own that begins with `[^{label}]:`"
                    yield TextProblem(MARKDOWN_FOOTNOTE, line, f"[^{label}]", f"`[^{label}]` has no footnote", hint)
            if token.type in ("softbreak", "hardbreak"):
                line += 1
    yield from _unused_notes(blocks, used)


def _unused_notes(blocks: Sequence[Token], used: set[str]) -> Iterator[TextProblem]:
    for block in blocks:
        if block.type == "footnote_reference_open" and (label := block.meta["label"]) not in used:
            message, hint = f"nothing refers to the footnote `[^{label}]`", f"write `[^{label}]` where it belongs"
            yield TextProblem(MARKDOWN_FOOTNOTE, block.map[0] if block.map else 0, f"[^{label}]:", message, hint)


def _judge_token(token: Token, line: int, pages: Collection[str] | None) -> Iterator[TextProblem]:
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
        elif pages is not None and href.lower().startswith(_PAGE) and href[len(_PAGE) :] not in pages:
            page = href[len(_PAGE) :]
            guess = nearest(page, pages)
            hint = f"did you mean `{_PAGE}{guess}`?" if guess else f"its pages are: {', '.join(pages)}"
            yield TextProblem(MARKDOWN_LINK, line, href, f"the module has no page `{page}`", hint)


def _judge_attributes(token: Token, line: int) -> Iterator[TextProblem]:
    for name, value in token.meta.get(REFUSED, {}).items():
        if name == "class":
            message, hint = (
                f"the class `{value}` belongs to the page itself",
                "choose one that does not begin with `sk-`",
            )
        elif name == "lang":
            message, hint = f"`{value}` is not the name of a language", "write it as in `lang=fr` or `lang=nl-BE`"
        else:
            message, hint = f"the attribute `{name}` is not let through", "use a class, as in `{.name}`, or `lang=`"
        yield TextProblem(MARKDOWN_ATTRIBUTE, line, str(value), message, hint)


def _judge_names(token: Token, line: int, names: Names) -> Iterator[TextProblem]:
    if token.type == "citation" and names.references is not None:
        for work in token.meta["works"]:
            if work.key not in names.references:
                hint = did_you_mean(
                    work.key, names.references, "add it to the references, or write `\\[@` for a bracket"
                )
                message = f"there is no reference `{work.key}`"
                yield TextProblem(UNKNOWN_REFERENCE, line, f"@{work.key}", message, hint)
    elif token.type == "term" and names.terms is not None:
        yield from _judge_term(token, line, names.terms)


def _judge_term(token: Token, line: int, terms: Collection[str]) -> Iterator[TextProblem]:
    word = token.meta["word"]
    if word.casefold() not in {each.casefold() for each in terms}:
        hint = did_you_mean(word, terms, "add it to the glossary, or write `\\[` to mean no word of it")
        yield TextProblem(UNKNOWN_TERM, line, token.content, f"the glossary has no `{word}`", hint)
