"""How footnotes, citations and words of the glossary stand in a page.

Footnotes carry the roles of the *Digital Publishing WAI-ARIA Module 1.1*. Their ids begin with `sk-`, as no id of an
author's making does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from markdown_it.token import Token

Rule = Callable[..., str]


@dataclass(frozen=True, slots=True)
class NoteWords:
    """The interface words that stand in texts; `{n}` is the number of a footnote."""

    notes: str
    note: str
    back: str
    close: str


_WORDS = {
    "nl": NoteWords("Noten", "Noot {n}", "Terug naar de tekst bij noot {n}", "Sluiten"),
    "en": NoteWords("Notes", "Note {n}", "Back to the text at note {n}", "Close"),
    "de": NoteWords("Anmerkungen", "Anmerkung {n}", "Zurück zum Text bei Anmerkung {n}", "Schließen"),
    "fr": NoteWords("Notes", "Note {n}", "Retour au texte, note {n}", "Fermer"),
}


def note_words(language: str) -> NoteWords:
    """The words in that language, or in English."""
    return _WORDS.get(language.partition("-")[0], _WORDS["en"])


def _reference(_: Any, tokens: Sequence[Token], index: int, __: Any, env: Mapping[str, Any]) -> str:
    number = _number(tokens[index], env)
    name = env["texts"].words.note.replace("{n}", str(number))
    return (
        f'<sup class="sk-noteref"><a id="{_place(tokens[index], env)}" href="#sk-note-{number}"'
        f' role="doc-noteref" aria-label="{name}">{number}</a></sup>'
    )


def _block_open(_: Any, __: Sequence[Token], ___: int, ____: Any, env: Mapping[str, Any]) -> str:
    notes = env["texts"].words.notes
    return f'<div class="sk-notes" role="group" aria-label="{notes}">\n<ol start="{env["first_note"]}">\n'


def _block_close(*_: Any) -> str:
    return "</ol>\n</div>\n"


def _open(_: Any, tokens: Sequence[Token], index: int, __: Any, env: Mapping[str, Any]) -> str:
    return f'<li id="sk-note-{_number(tokens[index], env)}">'


def _close(*_: Any) -> str:
    return "</li>\n"


def _back(_: Any, tokens: Sequence[Token], index: int, __: Any, env: Mapping[str, Any]) -> str:
    again = tokens[index].meta["subId"]
    name = env["texts"].words.back.replace("{n}", str(_number(tokens[index], env))) + (
        f" ({again + 1})" if again else ""
    )
    # The variation selector keeps the arrow from becoming an emoji.
    return (
        f' <a class="sk-noteback" href="#{_place(tokens[index], env)}" role="doc-backlink"'
        f' aria-label="{name}">\u21a9\ufe0e</a>'
    )


def _number(token: Token, env: Mapping[str, Any]) -> int:
    return int(env["first_note"]) + int(token.meta["id"])


def _place(token: Token, env: Mapping[str, Any]) -> str:
    """The id of the place that refers to a note; a note may be referred to more than once."""
    again = token.meta.get("subId", 0)
    return f"sk-noteref-{_number(token, env)}" + (f"-{again + 1}" if again else "")


def _citation(_: Any, tokens: Sequence[Token], index: int, __: Any, env: Mapping[str, Any]) -> str:
    return str(env["texts"].citation(tokens[index]))


def _mention(_: Any, tokens: Sequence[Token], index: int, __: Any, env: Mapping[str, Any]) -> str:
    return str(env["texts"].mention(tokens[index]))


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "footnote_ref": _reference,
        "footnote_block_open": _block_open,
        "footnote_block_close": _block_close,
        "footnote_open": _open,
        "footnote_close": _close,
        "footnote_anchor": _back,
        "citation": _citation,
        "term": _mention,
    }
)
"""How to render the tokens that Markdown alone does not have; `env["texts"]` is the unit's `Texts`."""
