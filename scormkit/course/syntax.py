"""The Markdown that courses use, as a parser.

CommonMark with tables, strikethrough, footnotes (`[^1]`, `^[…]`), definition lists, attributes
(`[texte]{.class lang=fr}`), citations (`[@key, p. 24]`) and words of the glossary (`[[term]]`, `[[shown|term]]`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from scormkit.course.typography import OBJECT, spread

ATTRIBUTES = ("class", "lang")
"""The attributes that a text may give. An id could clash with one of the page's, a style with the theme."""

REFUSED = "insecure_attrs"
"""Where a token's meta keeps the attributes that were not let through; the name is the plugin's."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

_CITATION = re.compile(r"\[(-?@[^\s,;\[\]@]+(?:,[^;\[\]\n]*)?(?:;\s*-?@[^\s,;\[\]@]+(?:,[^;\[\]\n]*)?)*)\](?!\()")
_TERM = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]|\n]+))?\]\](?!\()")


class Work(NamedTuple):
    """One work in a citation: its key, where in it, and whether the text itself names the authors (`[-@key]`)."""

    key: str
    pages: str
    year_only: bool


def reader(*, html: bool = False, notes: bool = True) -> MarkdownIt:
    """A new parser. `html` tells raw HTML apart instead of taking it as text; without `notes` it knows no footnotes.

    Making one is slow, reading with it is not: keep it. Its tokens `citation` and `term` hold what was written as their
    content; in their meta stand `works`, a tuple of `Work`, or the `shown` text and the `word`. Neither can stand in
    the text of a link: as links cannot, they keep what is around them from being one.
    """
    md = MarkdownIt("commonmark", {"html": html}).enable(["table", "strikethrough"])
    md.use(deflist_plugin)
    md.use(attrs_plugin, after=("code_inline", "link_close", "span_close"), spans=True, allowed=ATTRIBUTES)
    md.use(attrs_block_plugin, allowed=ATTRIBUTES)
    if notes:
        # When judging, footnotes stay where they are written and references without a footnote are told apart.
        md.use(footnote_plugin, move_to_end=not html, always_match_refs=html)
    md.core.ruler.after("inline", "refuse", _refuse)
    md.inline.ruler.before("link", "citation", _read_citation)
    md.inline.ruler.before("link", "term", _read_term)
    return md


def set_type(md: MarkdownIt, language: str) -> MarkdownIt:
    """Make a parser take typographic care in that language."""
    md.core.ruler.before("text_join", "typography", partial(_set_type, language=language))
    return md


def _read_citation(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith(("[@", "[-@"), state.pos):
        return False
    match = _CITATION.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = match[0]
        token.meta = {"works": tuple(_works(match[1]))}
    state.pos = match.end()
    return True


def _works(inside: str) -> Iterator[Work]:
    for work in inside.split(";"):
        name, _, pages = work.partition(",")
        key = name.strip()
        yield Work(key.lstrip("-@"), pages.strip(), key.startswith("-"))


def _read_term(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[[", state.pos):
        return False
    match = _TERM.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("term", "", 0)
        token.content = match[0]
        token.meta = {"shown": match[1].strip(), "word": (match[2] or match[1]).strip()}
    state.pos = match.end()
    return True


def flat(tokens: Sequence[Token], env: MutableMapping[str, Any]) -> Iterator[Token]:
    """All tokens in the order of the text: blocks, what stands in them, and what stands in inline footnotes."""
    notes = env.get("footnotes", {}).get("list", {})
    for token in tokens:
        yield token
        yield from flat(token.children or (), env)
        if token.type == "footnote_ref":
            yield from flat(notes[token.meta["id"]].get("tokens", ()), env)


def _refuse(state: StateCore) -> None:
    """Take away attributes that the plugin lets through by their name, but whose value could do harm."""
    if "{" not in state.src:
        return
    for token in flat(state.tokens, state.env):
        classes = str(token.attrs.get("class", "")).split()
        language = str(token.attrs.get("lang", "en"))
        refused = {}
        if own := next((name for name in classes if name.startswith("sk-")), None):
            refused["class"] = own
        if not _LANGUAGE.fullmatch(language):
            refused["lang"] = language
        for name in refused:
            del token.attrs[name]
        if refused:
            token.meta[REFUSED] = refused | token.meta.get(REFUSED, {})


def _set_type(state: StateCore, *, language: str) -> None:
    for block in state.tokens:
        if block.type != "inline":
            continue
        pieces: list[str] = []
        texts: list[Token | None] = []
        in_address = False
        for token in block.children or ():
            if token.nesting:
                in_address = token.type == "link_open" and token.info == "auto"
                continue
            is_text = token.type == "text" and not in_address
            texts.append(token if is_text else None)
            is_break = token.type in ("softbreak", "hardbreak")
            pieces.append(token.content if is_text else "\n" if is_break else OBJECT)
        for text, piece in zip(texts, spread(pieces, language), strict=True):
            if text:
                text.content = piece
