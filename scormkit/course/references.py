"""References: what a course leans on, cited in text and listed as APA asks.

The forms are those of the *Publication Manual of the American Psychological Association*, 7th edition: 8.11 to 8.23
for citations, 9.7 to 9.12 for authors, 9.44 to 9.49 for the order of the list. Only what is given is printed: a
reference without a title has none, and no text in brackets is made up for it (9.22).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, Discriminator, Field, StringConstraints, Tag

from scormkit.activities.contract import Line, Model, Name, mistake
from scormkit.course.problems import BAD_FORMAT

CiteKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""A short name to cite by: a small letter, then at most 39 small letters, digits or underscores."""

_Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]

_INITIALS = re.compile(r"(?:[A-ZÀ-ÞŁ-Ž]\.[ -]?)+")


def _judge_author(name: str) -> str:
    if _INITIALS.fullmatch(name):
        hint = 'put a name that holds a comma between quotes, as in `"Rogers, C. R."`'
        raise mistake(BAD_FORMAT, f"`{name}` alone is no author", hint)
    return name


Author = Annotated[Name, AfterValidator(_judge_author)]
"""An author as the list has it. Initials alone are what is left of a name whose comma was taken for the next item's."""

Year = Annotated[
    Annotated[int, Tag("(number)")] | Annotated[Line, Tag("(words)")],
    Discriminator(lambda value: "(number)" if isinstance(value, int) else "(words)"),
]
"""A year, or words that stand in its place."""

_PREFIXES = "van|von|zu|de|der|den|het|ten|ter|te|in|op|aan|'t|’t|la|le|du|des|di|da|dos|el|al"
_GIVEN = re.compile(rf"[A-ZÀ-ÞŁ-Ž][\w.’'-]*(?:[ -][A-ZÀ-ÞŁ-Ž][\w.’'-]*)*(?: (?:{_PREFIXES}))*(?:, (?:[JS]r\.|[IVX]+))?")
_ACTIVE = re.compile(r"[\\`*_\[\]<>#&~^{}|]")
_SEVERAL_PAGES = re.compile(r"\d\s*(?:[-–,;&]|en|and|und|et)\s*\d")


class Reference(Model):
    """One thing that the course leans on: an article, a book, a chapter, a report or a web page."""

    id: CiteKey = Field(description="Short name to cite it by, as in `[@haans2021]`.")
    authors: tuple[Author, ...] = Field(
        min_length=1,
        strict=False,
        description="The authors in order: a person as `Van Holen, F.`, an organisation by its name.",
    )
    year: Year | None = Field(default=None, description="The year, or words such as `in druk`.")
    title: Name | None = Field(default=None, description="The title of the work itself.")
    edition: Line | None = Field(default=None, description="Which edition, as it is to stand there: `2e druk`.")
    journal: Name | None = Field(default=None, description="The journal that an article is in.")
    volume: Name | None = Field(default=None, description="The volume of the journal.")
    issue: Name | None = Field(default=None, description="The issue of the volume.")
    book: Name | None = Field(default=None, description="The title of the book that a chapter is in.")
    editors: tuple[Author, ...] = Field(default=(), strict=False, description="The editors of that book.")
    pages: Name | None = Field(default=None, description="The pages of the article or chapter, as `12-34`.")
    publisher: Name | None = Field(default=None, description="Who published it.")
    url: _Url | None = Field(default=None, description="Where it can be read; a DOI as https://doi.org/….")


@dataclass(frozen=True, slots=True)
class _Words:
    """What a citation says in a language: joined in running text, joined elsewhere, and so on."""

    and_: str
    ampersand: str
    last_comma: str
    no_date: str
    page: str
    pages: str
    within: str
    editor: str
    editors: str


_WORDS = {
    "nl": _Words("en", "&", ",", "z.d.", "p.", "pp.", "In", "Red.", "Red."),
    "en": _Words("and", "&", ",", "n.d.", "p.", "pp.", "In", "Ed.", "Eds."),
    "de": _Words("und", "&", "", "o. D.", "S.", "S.", "In", "Hrsg.", "Hrsg."),
    "fr": _Words("et", "et", "", "s. d.", "p.", "p.", "Dans", "dir.", "dir."),
}


def _words(language: str) -> _Words:
    return _WORDS.get(language.partition("-")[0], _WORDS["en"])


def cite(
    reference: Reference,
    language: str,
    *,
    narrative: bool = False,
    pages: str | None = None,
    names: int = 1,
    mark: str = "",
) -> str:
    """The citation in plain text: `Van Holen et al., 2019, p. 24`, or narrative `Van Holen et al. (2019, p. 24)`.

    `pages` is a locator; one that begins with a digit gets its `p.`. `names` is how many of three or more authors stand
    before *et al.* and `mark` the letter after the year; `Bibliography` knows both.
    """
    words = _words(language)
    families = [_split(author)[0] for author in reference.authors]
    if len(families) > 2 and names < len(families) - 1:
        who = f"{', '.join(families[:names])}{',' if names > 1 else ''} et al."
    else:
        who = _join(families, words.and_ if narrative else words.ampersand, words.last_comma)
    when = _year(reference, language, mark) + _locator(pages, words)
    return f"{who} ({when})" if narrative else f"{who}, {when}"


def apa(reference: Reference, language: str, *, mark: str = "") -> str:
    """The entry in the reference list, in Markdown: titles of whole works in italics, the address as a link."""
    words = _words(language)
    parts = [_stop(_listed(reference.authors, words)), f"({_escape(_year(reference, language, mark))})."]
    if reference.title:
        inside = reference.journal or reference.book
        title = _escape(reference.title) if inside else f"*{_escape(reference.title)}*"
        edition = f" ({_escape(reference.edition)})" if reference.edition and not inside else ""
        parts.append(_stop(title + edition))
    if reference.journal:
        parts.append(_stop(_journal(reference)))
    elif reference.book:
        parts.append(_stop(_book(reference, words)))
    if reference.publisher and (reference.publisher,) != reference.authors:
        parts.append(_stop(_escape(reference.publisher)))
    if reference.url:
        parts.append(f"<{reference.url.replace('<', '%3C').replace('>', '%3E')}>")
    return " ".join(parts)


def ordered(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """The references as a list has them: letter by letter by the authors' names as given, then year, then title.

    Spaces, punctuation, accents and capitals do not count, so that `Van Holen` follows `Vanderfaeillie` and the order
    is the same on every machine. Works without a date come first, those in press last.
    """
    return tuple(sorted(references, key=_order))


class Bibliography:
    """All references of a course, and what only becomes plain among them: order, letters after years, names to show."""

    def __init__(self, references: Iterable[Reference] = ()) -> None:
        """Two references with one id are a mistake that reading the course tells; the later one counts here."""
        self.references = ordered(references)
        self._by_id = {reference.id: (place, reference) for place, reference in enumerate(self.references)}

    def __contains__(self, key: str) -> bool:
        """Whether there is a reference of that id."""
        return key in self._by_id

    def place(self, key: str) -> int:
        """The place in the list, from 0. Raises KeyError for an unknown id."""
        return self._by_id[key][0]

    def cite(self, key: str, language: str, *, narrative: bool = False, pages: str | None = None) -> str:
        """The citation, see `cite`. Raises KeyError for an unknown id."""
        reference = self._by_id[key][1]
        names, mark = self._names.get(key, 1), self._marks.get(key, "")
        return cite(reference, language, narrative=narrative, pages=pages, names=names, mark=mark)

    def year(self, key: str, language: str, *, pages: str | None = None) -> str:
        """What stays of the citation where the text itself names the authors: `2019, p. 24`."""
        return _year(self._by_id[key][1], language, self._marks.get(key, "")) + _locator(pages, _words(language))

    def apa(self, key: str, language: str) -> str:
        """The entry in the list, see `apa`. Raises KeyError for an unknown id."""
        return apa(self._by_id[key][1], language, mark=self._marks.get(key, ""))

    @cached_property
    def _marks(self) -> Mapping[str, str]:
        """The letters that tell works of the same authors and year apart (8.19), in the order of the list."""
        alike: dict[object, list[str]] = defaultdict(list)
        for reference in self.references:
            alike[_authors_order(reference), reference.year].append(reference.id)
        groups = (keys for keys in alike.values() if len(keys) > 1)
        return MappingProxyType({key: _letters(place) for keys in groups for place, key in enumerate(keys)})

    @cached_property
    def _names(self) -> Mapping[str, int]:
        """How many names tell works apart that `et al.` would make look the same (8.18)."""
        alike: dict[object, list[Reference]] = defaultdict(list)
        for reference in self.references:
            if len(reference.authors) > 2:
                alike[_authors_order(reference)[0], reference.year].append(reference)
        found: dict[str, int] = {}
        for group in alike.values():
            for reference in group:
                own = _authors_order(reference)
                others = [other for each in group if (other := _authors_order(each)) != own]
                found[reference.id] = max((_shared(own, other) + 1 for other in others), default=1)
        return MappingProxyType(found)


def _split(author: str) -> tuple[str, str]:
    """Family name and given names of a person; an organisation has no given names, even with a comma in its name."""
    family, comma, given = author.partition(", ")
    return (family, given) if comma and _GIVEN.fullmatch(given) else (author, "")


def _join(names: list[str], and_: str, last_comma: str) -> str:
    if len(names) < 2:
        return "".join(names)
    comma = last_comma if len(names) > 2 else ""
    return f"{', '.join(names[:-1])}{comma} {and_} {names[-1]}"


def _listed(authors: tuple[str, ...], words: _Words) -> str:
    """All authors of an entry; of more than twenty the first nineteen and the last (9.8)."""
    names = [_escape(author) for author in authors]
    if len(names) > 20:
        return f"{', '.join(names[:19])}, … {names[-1]}"
    # A comma stands before the last of two persons as well, since their names hold commas themselves (9.8).
    comma = words.last_comma if any(_split(author)[1] for author in authors) or len(names) > 2 else ""
    return f"{', '.join(names[:-1])}{comma} {words.ampersand} {names[-1]}" if len(names) > 1 else names[0]


def _journal(reference: Reference) -> str:
    volume = f", *{_escape(reference.volume)}*" if reference.volume else ""
    issue = f"({_escape(reference.issue)})" if reference.issue else ""
    gap = ", " if issue and not volume else ""
    pages = f", {_escape(_range(reference.pages))}" if reference.pages else ""
    return f"*{_escape(reference.journal or '')}*{volume}{gap}{issue}{pages}"


def _book(reference: Reference, words: _Words) -> str:
    names = [" ".join(filter(None, (given, family))) for family, given in map(_split, reference.editors)]
    role = words.editors if len(names) > 1 else words.editor
    editors = f"{_escape(_join(names, words.ampersand, words.last_comma))} ({role}), " if names else ""
    details = [_escape(reference.edition)] if reference.edition else []
    if reference.pages:
        details.append(_escape(_locator(_range(reference.pages), words).removeprefix(", ")))
    inside = f" ({', '.join(details)})" if details else ""
    return f"{words.within} {editors}*{_escape(reference.book or '')}*{inside}"


def _locator(pages: str | None, words: _Words) -> str:
    if not pages:
        return ""
    if not pages[0].isdigit():
        return f", {pages}"
    return f", {words.pages if _SEVERAL_PAGES.search(pages) else words.page} {_range(pages)}"


def _range(pages: str) -> str:
    return re.sub(r"(?<=\d) ?--? ?(?=\d)", "–", pages)


def _year(reference: Reference, language: str, mark: str) -> str:
    year = _words(language).no_date if reference.year is None else str(reference.year)
    return f"{year}{'-' if mark and not year[-1].isdigit() else ''}{mark}"


def _stop(text: str) -> str:
    return text if text.rstrip("*").endswith((".", "?", "!", "…")) else f"{text}."


def _escape(text: str) -> str:
    return _ACTIVE.sub(r"\\\g<0>", text)


def _letters(place: int) -> str:
    """The letters a to z, then aa, ab and so on."""
    more, last = divmod(place, 26)
    return (_letters(more - 1) if more else "") + chr(ord("a") + last)


def _shared(one: tuple[object, ...], other: tuple[object, ...]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _plain_letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text).casefold()))


def _authors_order(reference: Reference) -> tuple[tuple[str, str], ...]:
    return tuple((_plain_letters(family), _plain_letters(given)) for family, given in map(_split, reference.authors))


def _order(reference: Reference) -> tuple[object, ...]:
    year = reference.year
    when = (1, year, "") if isinstance(year, int) else (0 if _is_undated(year) else 2, 0, year or "")
    return (_authors_order(reference), when, _plain_letters(reference.title or ""), reference.id)


def _is_undated(year: str | None) -> bool:
    return year is None or year in {words.no_date for words in _WORDS.values()}
