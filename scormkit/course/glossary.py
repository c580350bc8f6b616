"""The glossary: words of the trade, what they mean, and by which forms a text may name them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from pydantic import Field

from scormkit.activities.contract import Id, Line, Markdown, Model


class Term(Model):
    """A word of the trade with its meaning."""

    term: Line = Field(description="The word itself, as in `[[gedeeld opvoederschap]]`.")
    id: Id | None = Field(default=None, description="Short stable name; otherwise it is made from the word.")
    also: tuple[Line, ...] = Field(
        default=(), strict=False, description="Other forms that texts may use, such as a plural or an abbreviation."
    )
    meaning: Markdown = Field(description="What it means, in Markdown.")

    @property
    def forms(self) -> tuple[str, ...]:
        """All that a text may name the term by."""
        return (self.term, *self.also)


class Glossary:
    """All terms of a course, found by any of their forms; capitals do not count."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        """Where two terms share a form, the first one has it."""
        self.terms = tuple(sorted(terms, key=lambda term: (_letters(term.term), term.term)))
        self._ids: dict[Term, str] = {}
        taken = {term.id for term in self.terms if term.id}
        for term in self.terms:
            self._ids[term] = term.id or _free(_identifier(term.term), taken)
            taken.add(self._ids[term])
        self._by_form = {form.casefold(): term for term in reversed(self.terms) for form in term.forms}

    @property
    def forms(self) -> frozenset[str]:
        """All words that texts may name terms by, as they are written in the glossary."""
        return frozenset(form for term in self.terms for form in term.forms)

    def find(self, word: str) -> Term | None:
        """The term that goes by that word."""
        return self._by_form.get(word.casefold())

    def id(self, term: Term) -> str:
        """The term's own id, or one made from its word: small letters, digits and underscores, unlike any other's."""
        return self._ids[term]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text).casefold()))


def _identifier(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c if c.isascii() and c.isalnum() else "_" for c in plain if not unicodedata.combining(c)) or "_"


def _free(wanted: str, taken: set[str]) -> str:
    number = 2
    free = wanted
    while free in taken:
        free, number = f"{wanted}_{number}", number + 1
    return free
