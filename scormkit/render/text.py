"""The texts of a unit: Markdown to HTML as it stands in a page, and to plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from markupsafe import Markup

from scormkit.course.glossary import Glossary, Term
from scormkit.course.references import Bibliography
from scormkit.course.syntax import Work, reader, set_type
from scormkit.course.typography import typeset
from scormkit.render.notes import RULES, NoteWords, note_words
from scormkit.render.prose import is_line, paragraphs

TOP_HEADING = 3
"""The level of a text's largest heading: the module's title is level 1, the page's title level 2."""
CLOSING = re.compile(r"[.,;:!?…)\]’”»]+")
"""Signs that begin no line."""


class Texts:
    """Renders all texts of one unit, in one language, and keeps what they cite, name and note.

    Make one for each HTML document: footnotes are numbered through it, so that no two have one id.
    """

    def __init__(
        self,
        language: str,
        references: Bibliography | None = None,
        terms: Glossary | None = None,
        *,
        has_list: bool = False,
    ) -> None:
        """`has_list` says that the unit shows the list of references: citations then lead to `#ref-` and the key."""
        self.language = language
        self.references = references or Bibliography()
        self.terms = terms or Glossary()
        self._has_list = has_list
        self.words: NoteWords = note_words(language)
        self._notes = 0
        self._cited: dict[str, None] = {}
        self._named: dict[str, Term] = {}

    @property
    def cited(self) -> list[str]:
        """The ids of the works that the texts so far cite, in the order of their first citation."""
        return list(self._cited)

    @property
    def named(self) -> list[Term]:
        """The words of the glossary that the texts so far point to, in the order of their first mention."""
        return list(self._named.values())

    def block(self, text: str) -> Markup:
        """A Markdown text as HTML blocks. Its headings take their place under the page's title, without a gap."""
        if (prose := paragraphs(text)) is not None:
            lines = (f"<p>{escapeHtml(typeset(each, self.language))}</p>\n" for each in prose)
            return Markup("".join(lines))  # noqa: S704 - escaped
        md = _parser(self.language, notes=True)
        env: dict[str, Any] = {"texts": self, "first_note": self._notes + 1}
        tokens = md.parse(text, env)
        self._notes += len(env.get("footnotes", {}).get("list", ()))
        _lower_headings(tokens)
        _align_cells(tokens)
        return _html(md, tokens, env)

    def inline(self, text: str) -> Markup:
        """A Markdown text of one line as HTML without a paragraph around it. It has no footnotes."""
        if is_line(text):
            return Markup(escapeHtml(typeset(text, self.language)))  # noqa: S704 - escaped
        md = _parser(self.language, notes=False)
        env = {"texts": self}
        return _html(md, md.parseInline(text, env), env)

    def line(self, text: str) -> str:
        """A text of one line that is not Markdown, such as a title, with typographic care. It is not HTML."""
        return typeset(text, self.language)

    def plain(self, text: str) -> str:
        """A Markdown text as plain text, a line for each block, without footnotes: for reports and metadata."""
        if (prose := paragraphs(text)) is not None:
            return "\n".join(typeset(each, self.language).replace("\n", " ") for each in prose)
        tokens = _parser(self.language, notes=True).parse(text, {"texts": self})
        return "\n".join(self._lines(tokens))

    def entry(self, key: str) -> Markup:
        """The entry of a work in the list of references. Raises KeyError for an unknown id."""
        return self.inline(self.references.apa(key, self.language))

    def meanings(self) -> Markup:
        """The meanings of the words that the texts so far point to.

        They stand once in the document, outside all that can be hidden: a word opens its meaning over the page.
        """
        parts: list[Markup] = []
        # A meaning may point to further words: these come after it.
        while len(parts) < len(self._named):
            parts.append(self._meaning(list(self._named.values())[len(parts)]))
        return Markup("").join(parts)

    def _meaning(self, term: Term) -> Markup:
        return Markup(
            '<div class="sk-meaning" id="sk-term-{id}" popover role="group" aria-labelledby="sk-term-{id}-name">\n'
            '<p class="sk-meaning-name" id="sk-term-{id}-name"><dfn>{name}</dfn></p>\n{meaning}'
            '<button class="sk-button" type="button" popovertarget="sk-term-{id}" popovertargetaction="hide">{close}'
            "</button>\n</div>\n"
        ).format(
            id=self.terms.id(term),
            name=self.line(term.term),
            meaning=self.block(term.meaning),
            close=self.words.close,
        )

    def _lines(self, tokens: Sequence[Token]) -> Iterator[str]:
        for token in tokens:
            if token.type == "footnote_block_open":
                return
            if token.type == "inline":
                yield "".join(map(self._plain_token, token.children or ()))
            elif token.type in ("fence", "code_block"):
                yield token.content.rstrip("\n")

    def _plain_token(self, token: Token) -> str:
        if token.type in ("softbreak", "hardbreak"):
            return " "
        if token.type == "citation":
            works = self._works(token)
            return f"({'; '.join(map(self.cite, works))})" if works else token.content
        if token.type == "term":
            return self.line(token.meta["shown"] if self.terms.find(token.meta["word"]) else token.content)
        return token.content if token.nesting == 0 and token.type != "footnote_ref" else ""

    def cite(self, work: Work) -> str:
        """One work of a citation, in plain text and without brackets around it."""
        form = self.references.year if work.year_only else self.references.cite
        return typeset(form(work.key, self.language, pages=work.pages), self.language)

    def citation(self, token: Token) -> str:
        """A citation as HTML: each work leads to its entry where the unit has the list."""
        works = self._works(token)
        if not works:
            return escapeHtml(token.content)
        self._cited |= dict.fromkeys(work.key for work in works)
        shown = [escapeHtml(self.cite(work)) for work in works]
        if self._has_list:
            pairs = zip(works, shown, strict=True)
            shown = [f'<a class="sk-cite" href="#ref-{work.key}">{text}</a>' for work, text in pairs]
        return f"({'; '.join(shown)})"

    def _works(self, token: Token) -> list[Work]:
        """The works in the order of the list (APA 8.12); none where one of them is unknown."""
        works: tuple[Work, ...] = token.meta["works"]
        if any(work.key not in self.references for work in works):
            return []
        return sorted(works, key=lambda work: self.references.place(work.key))

    def mention(self, token: Token) -> str:
        """A word of the glossary as HTML: a button that opens its meaning.

        A native popover needs no script, opens and closes by key, touch and mouse, gives the focus back, and leaves the
        reader where they are; a title attribute reaches neither keyboard nor touch, and a link would turn the page.
        """
        term = self.terms.find(token.meta["word"])
        after = escapeHtml(token.meta.get("after", ""))
        if term is None:
            return escapeHtml(token.content) + after
        shown = escapeHtml(self.line(token.meta["shown"]))
        key = self.terms.id(term)
        self._named.setdefault(key, term)
        button = f'<button class="sk-term" type="button" popovertarget="sk-term-{key}">{shown}</button>'
        return f'<span class="sk-whole">{button}{after}</span>' if after else button


def _html(md: MarkdownIt, tokens: Sequence[Token], env: dict[str, Any]) -> Markup:
    _open_links_outside(tokens)
    _close_after_words(tokens)
    return Markup(md.renderer.render(tokens, md.options, env))  # noqa: S704 - the renderer escapes


@cache
def _parser(language: str, *, notes: bool) -> MarkdownIt:
    md = set_type(reader(notes=notes), language)
    for name, rule in RULES.items():
        md.add_render_rule(name, rule)
    return md


def _lower_headings(tokens: Sequence[Token]) -> None:
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    top = min((int(token.tag[1]) for token in headings), default=TOP_HEADING)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) - top + TOP_HEADING, 6)}"


def _align_cells(tokens: Sequence[Token]) -> None:
    """A column's alignment is a class: the page's security policy lets no inline style through."""
    for token in tokens:
        if token.type in ("th_open", "td_open") and (style := token.attrs.pop("style", None)):
            token.attrSet("class", f"sk-at-{str(style).removeprefix('text-align:')}")


def _open_links_outside(tokens: Sequence[Token]) -> None:
    """Links out of the course open beside it: in an LMS's frame they would end the learner's session."""
    for token in tokens:
        if token.children:
            _open_links_outside(token.children)
        if token.type == "link_open" and not str(token.attrGet("href")).startswith("#"):
            token.attrSet("target", "_blank")
            token.attrSet("rel", "noopener noreferrer")


def _close_after_words(tokens: Sequence[Token]) -> None:
    """What closes right after a word of the glossary goes with it, since a line may break around a button."""
    for token in tokens:
        children = token.children or []
        for word, text in pairwise(children):
            if word.type == "term" and text.type == "text" and (after := CLOSING.match(text.content)):
                word.meta["after"] = after.group()
                text.content = text.content[after.end() :]
