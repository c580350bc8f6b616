"""The series names nothing that it was not given: no source, finding, figure, quotation or organisation of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from scormkit.activities.contract import Activity, Model, inside
from scormkit.activities.perspectives import Perspectives
from scormkit.activities.reflection import OtherView
from scormkit.activities.scenario import Scenario
from scormkit.activities.story import Story
from scormkit.activities.video import Video

from .named import Work, named
from .written import BRIEF, SERIES, Written, references, series, written

_URL = re.compile(r"https?://[^\s)\]>]+|www\.[^\s)\]>]+")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_CITED = re.compile(r"\[-?@([^\s,;\[\]@]+)")
_NUMBER = r"(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|honderd|duizend)"
_FIGURES = re.compile(
    rf"""\d+(?:[.,]\d+)?\s?% | \bprocent\b | \b{_NUMBER}\s+op\s+de\s+{_NUMBER}\b | \b\d+\s+van\s+de\s+\d+\b
      | \bde\s+helft\s+van\b
      | \bde\s+meeste\s+(?:ouders|kinderen|jongeren|gezinnen|opvoeders|pleegouders|mensen)\b | \bmeerderheid\b
      | \bgemiddeld\b | \bstatistiek | \bcijfers\b | \b(?:een|twee|drie)\s?derde\b | \bkwart\s+van\b""",
    re.IGNORECASE | re.VERBOSE,
)
_FINDINGS = re.compile(
    r"""\bonderzoe\w*\s+(?:blijkt|blijken|laat|laten|toont|tonen|wijst|wijzen|zegt|zeggen|bewijst|vond|vonden|leert)\b
      | \bblijkt\s+uit\b | \bblijkt\s+dat\b | \bbewezen\b | \bbewijs\b | \baangetoond\b | \bwetenschap | \bevidence\b
      | \bstudies?\s+(?:laat|laten|toont|tonen)\b | \bis\s+bekend\s+dat\b | \bexperts?\b | \bdeskundigen\b""",
    re.IGNORECASE | re.VERBOSE,
)
FIGURES = {"80%": "the score that module 2 asks for"}
"""Figures that say nothing of the world."""
_BIOLOGICAL = re.compile(r"\bbiologische?\s+(?:ouder|moeder|vader)", re.IGNORECASE)
_INSIDE = re.compile(r"(?<=[a-zà-þ,;] )[A-ZÀ-Þ][\w-]+")
"""A word with a capital in the midst of a sentence."""
_WINDOW = 6
"""So many words in a row are a quotation."""


def told(pattern: re.Pattern[str], texts: Iterator[tuple[str, str]]) -> list[str]:
    """Everything that a pattern finds, with its place."""
    return [f"{place}: {match[0]!r}" for place, text in texts for match in pattern.finditer(text)]


def plain() -> Iterator[tuple[str, str]]:
    """Every block of every text in plain words, without addresses, with its place."""
    for each in written():
        for block in each.blocks:
            yield each.place, _MAIL.sub(" ", _URL.sub(" ", block))


def without_citations() -> Iterator[tuple[str, str]]:
    """Every block in plain words, with a full stop where something stood that may be cited."""
    for place, text in plain():
        for work in named().works:
            text = work.cited.sub(". ", text)
        yield place, text


def models() -> Iterator[tuple[str, Model]]:
    """Every model in the modules, with the page that it is on."""
    for module in series().modules:
        for page in module.pages:
            for _, model in inside(page):
                yield f"{module.id} {page.id}", model


def words(text: str) -> list[str]:
    """The words of a text, as they are compared: quote signs, stops and line ends say nothing."""
    return re.findall(r"\w+", text.lower())


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (_YEAR, "Dat vonden Jansen & Smit (2015)."),
        (_FIGURES, "Voor 1 op de 3 ouders geldt dat."),
        (_FIGURES, "De helft van de ouders komt niet."),
        (_FIGURES, "Dat zegt 64 % van de kinderen."),
        (_FIGURES, "De meeste ouders willen dat."),
        (_FINDINGS, "Uit onderzoek blijkt dat dit helpt."),
        (_FINDINGS, "Onderzoek laat zien dat dit helpt."),
        (_FINDINGS, "Het is bewezen."),
        (_BIOLOGICAL, "De biologische moeder belt."),
        (_INSIDE, "Zij werkt bij Veilig Thuis."),
        (_URL, "Kijk op www.example.org."),
    ],
)
def test_what_is_made_up_would_be_told(pattern: re.Pattern[str], text: str) -> None:
    assert told(pattern, iter([("here", text)]))


@pytest.mark.parametrize(
    "text",
    [
        "Haans, Aartsen & Klein Entink (2021)",
        "(Haans et al., 2021)",
        "Oomen (2019)",
        "J. Hendriksen, Intervisie bij werkproblemen, 2000",
        "(Van de Koot & Noordegraaf, 2018, p. 24)",
    ],
)
def test_what_may_be_cited_is_known_in_every_form(text: str) -> None:
    assert any(work.cited.search(text) for work in named().works)


def test_no_year_is_named_but_in_what_may_be_cited() -> None:
    assert told(_YEAR, without_citations()) == []


def test_nothing_is_cited_but_what_may_be() -> None:
    keys = {reference.id for reference in references()}
    cited = [(each.place, key) for each in written() for key in _CITED.findall(each.source)]
    assert [each for each in cited if each[1] not in keys] == []


def test_the_references_say_no_more_than_may_be_said() -> None:
    found = []
    for reference in references():
        said = {name for name in reference.model_fields_set if getattr(reference, name)}
        families = tuple(author.partition(",")[0] for author in reference.authors)
        found.append((families, reference.year, reference.title))
        assert said <= {"id", "authors", "year", "title"}, f"{reference.id} says more: {said}"
    assert sorted(found, key=str) == sorted(((work.families, work.year, work.title) for work in named().works), key=str)


def test_every_address_may_be_named() -> None:
    links = {*named().links, *(re.sub(r"^http://|/$", "", link) for link in named().links)}
    found = [(each.place, address) for each in written() for address in _URL.findall(each.source)]
    assert [(place, address) for place, address in found if address.rstrip(".,") not in links] == []
    mail = [(each.place, address) for each in written() for address in _MAIL.findall(each.source)]
    assert [each for each in mail if each[1] not in named().mail] == []


def test_no_figure_is_given() -> None:
    found = told(_FIGURES, plain())
    assert [each for each in found if not any(f"'{figure}'" in each for figure in FIGURES)] == []


def test_no_finding_is_claimed() -> None:
    assert told(_FINDINGS, plain()) == []


def test_who_is_named_is_made_up_or_cited() -> None:
    known = {*named().made_up}
    titles = re.compile("|".join(re.escape(each.source) for each in written() if each.key == "title"))
    found = [
        f"{place}: {name}"
        for place, text in without_citations()
        for name in _INSIDE.findall(titles.sub(". ", text))
        if name not in known and name.removesuffix("s") not in known
    ]
    assert found == []


def test_parents_are_called_parents() -> None:
    assert told(_BIOLOGICAL, ((each.place, each.source) for each in written())) == []
    for file in SERIES.rglob("*.*"):
        if file.suffix in (".yaml", ".md", ".vtt", ".svg"):
            assert not _BIOLOGICAL.search(file.read_text(encoding="utf-8")) or file.name == "README.md", file


def test_only_the_mother_is_quoted_and_with_her_source() -> None:
    quoted = [(place, model) for place, model in models() if isinstance(model, Story | OtherView) and not model.fiction]
    assert quoted, "she opens the series"
    for place, model in quoted:
        assert model.voice == "Moeder", place
        assert model.source == named().mother_said_in, place
        assert words(model.text) == words(named().mother), f"{place}: her words stand there as they are"


def test_her_words_stand_nowhere_without_their_source() -> None:
    hers = words(named().mother)
    rows = {tuple(hers[n : n + _WINDOW]) for n in range(len(hers) - _WINDOW + 1)}
    sources = {place for place, model in models() if isinstance(model, Story) and not model.fiction}

    def quotes(each: Written) -> bool:
        own = words(each.plain)
        return any(tuple(own[n : n + _WINDOW]) in rows for n in range(len(own) - _WINDOW + 1))

    alone = [
        each.place
        for each in written()
        if quotes(each) and f"{each.module} {each.page}" not in sources and named().mother_said_in not in each.plain
    ]
    assert alone == []


def test_every_voice_is_called_fiction_where_it_is() -> None:
    for place, model in models():
        if isinstance(model, Story | OtherView):
            assert model.fiction != (model.source is not None), place
        elif isinstance(model, Perspectives):
            assert model.fiction, place
        elif isinstance(model, Scenario):
            assert re.search(r"verzonnen|fictie", model.question, re.IGNORECASE), f"{place}: says that it is made up"


def test_films_are_called_made_up_before_they_are_shown() -> None:
    for module in series().modules:
        shown = [n for n, page in enumerate(module.pages) if any(isinstance(each, Video) for _, each in inside(page))]
        if not shown:
            continue
        before = {page.id for page in module.pages[: shown[0] + 1]}
        said = [each.plain for each in written() if each.module == module.id and each.page in before and each.read]
        assert any(re.search(r"films?\b.*\bverzonnen", text) for text in said), f"{module.id}: films are made up"


@pytest.mark.parametrize("module", ["m1", "m3", "m4"])
def test_nothing_is_right_or_wrong_but_in_module_2(module: str) -> None:
    (found,) = (each for each in series().modules if each.id == module)
    assert [each.id for each in found.activities() if _judges(each)] == []
    assert found.completion.passing_score is None


def _judges(activity: Activity) -> bool:
    tracking = activity.tracking()
    return tracking is not None and tracking.scored


def brief() -> str:
    """The deck and what it asks for, with single blanks."""
    if not BRIEF.is_dir():
        pytest.skip("the brief is not beside the checkout")
    return " ".join(" ".join(file.read_text(encoding="utf-8") for file in sorted(BRIEF.iterdir())).split())


@pytest.mark.parametrize("work", named().works, ids=lambda work: work.families[0])
def test_every_work_is_named_in_the_brief(work: Work) -> None:
    text = re.sub(r",? &", " &", brief())
    parts = [re.escape(work.authors)]
    if work.title:
        parts.append(rf"\*?{re.escape(work.title)}\*?")
    assert re.search(rf"{', '.join(parts)}\*?,? \(?{work.year}", text), work


def test_the_links_and_the_mail_address_are_those_of_the_deck() -> None:
    text = brief().lower()
    assert [each for each in (*named().links, *named().mail) if each.lower() not in text] == []


def test_the_mothers_words_are_those_of_the_deck() -> None:
    text = "".join(brief().split())
    strip = str.maketrans("", "", "'’‘\"")
    assert "".join(named().mother.split()).translate(strip) in text.translate(strip)
