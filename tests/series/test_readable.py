"""The series is as long as it should be, and reads easily: plain Dutch (B1), for someone who is tired.

The measure is Flesch-Douma, the Dutch form of the reading ease of Flesch (W. H. Douma, *De leesbaarheid van
landbouwbladen*, 1960): `206.835 - 0.93 * words per sentence - 77 * syllables per word`. On its scale 60 to 70 is
plain and 70 to 80 fairly easy. `textstat` counts with the constants of this formula, and takes the places where Pyphen
lets a Dutch word be hyphenated for its syllables. That leaves out a syllable of one letter at an end (`o-pen`), which
makes a text about four points easier than it is; the bounds here take that into account.

What is not a sentence (a name, a heading, an item of three words) would make every mean look easier, and is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pytest
from textstat import textstat

from .written import MODULES, Written, count, ended, read_in, series

WORDS = range(1200, 2501)
MINUTES = range(30, 61)
EASE_OF_MODULE, EASE_OF_PAGE = 75, 64
MEAN_LENGTH = 12
"""Words per sentence, in a module."""
LONG, LONG_ONES = 20, 4
"""From how many words on a sentence is long, and how many such sentences a module may have."""
LONGEST = 26
"""Words in any sentence, but for those that are quoted."""
SENTENCE = 4
"""From how many words on it is taken for a sentence."""
NAMES_ONLY = ("verder",)
"""Pages that hold titles, names and links, which are as they are."""


@pytest.fixture(autouse=True)
def _dutch() -> None:
    textstat.set_lang("nl")


def sentences(texts: Iterable[Written]) -> list[tuple[str, str]]:
    """What counts as a sentence, each with its place."""
    return [(each.place, one) for each in texts for one in each.sentences if count(one) >= SENTENCE]


def ease(found: Iterable[tuple[str, str]]) -> float:
    """How easily sentences read together, by Flesch-Douma."""
    return float(textstat.flesch_reading_ease(" ".join(ended(one) for _, one in found)))


def worst(found: list[tuple[str, str]], most: int = 5) -> str:
    """The hardest sentences, each with its place, for a message."""
    hardest = sorted(found, key=lambda each: ease([each]))[:most]
    return "\n".join(f"  {ease([each]):.0f}  {each[0]}: {each[1]}" for each in hardest)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_has_neither_too_few_nor_too_many_words(module: str) -> None:
    pages: dict[str, int] = defaultdict(int)
    for each in read_in(module):
        pages[each.page or "(top)"] += each.words
    assert sum(pages.values()) in WORDS, f"{module} has {sum(pages.values())} words: {dict(pages)}"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_how_long_it_takes(module: str) -> None:
    (found,) = (each for each in series().modules if each.id == module)
    assert found.minutes in MINUTES


@pytest.mark.parametrize("module", MODULES)
def test_a_module_reads_easily(module: str) -> None:
    found = sentences(read_in(module))
    assert ease(found) >= EASE_OF_MODULE, f"{module} reads at {ease(found):.0f}:\n{worst(found)}"


@pytest.mark.parametrize("module", MODULES)
def test_every_page_reads_easily(module: str) -> None:
    pages: dict[str, list[Written]] = defaultdict(list)
    for each in read_in(module):
        pages[each.page].append(each)
    for page, texts in pages.items():
        found = sentences(texts)
        if page not in NAMES_ONLY and found:
            assert ease(found) >= EASE_OF_PAGE, f"{module} {page} reads at {ease(found):.0f}:\n{worst(found)}"


@pytest.mark.parametrize("module", MODULES)
def test_sentences_are_short(module: str) -> None:
    found = sentences(read_in(module))
    mean = sum(count(one) for _, one in found) / len(found)
    by_length = sorted(((count(one), place, one) for place, one in found), reverse=True)
    told = "\n".join(f"  {length}  {place}: {one}" for length, place, one in by_length[: LONG_ONES + 2])
    assert mean <= MEAN_LENGTH, f"{module} has {mean:.1f} words per sentence:\n{told}"
    assert sum(length > LONG for length, *_ in by_length) <= LONG_ONES, f"{module} has long sentences:\n{told}"
    assert by_length[0][0] <= LONGEST, f"{module} has a sentence too long:\n{told}"
