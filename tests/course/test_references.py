"""References as APA asks: cited in text, listed in order."""

from random import Random

import pytest
from pydantic import ValidationError

from scormkit.course.references import Bibliography, Reference, apa, cite, ordered


def reference(**values: object) -> Reference:
    return Reference.model_validate({"id": "x", "authors": ("Oomen, P.",), "year": 2019} | values)


FIVE = reference(id="vanholen", authors=("Van Holen", "Geys", "West", "Gypen", "Vanderfaeillie"))
ARTICLE = reference(
    id="haans",
    authors=("Haans, G.", "Aartsen, M.", "Klein Entink, R."),
    year=2021,
    title="Wie doet wat?",
    journal="Jeugd_zorg",
    volume="12",
    issue="3",
    pages="12-34",
    url="https://doi.org/10.1/a_b",
)
CHAPTER = reference(
    title="Ouders",
    book="Het *boek*",
    editors=("Hendriksen, J.", "Jansen, K."),
    edition="2e druk",
    pages="3-9",
    publisher="Boom",
)
MINISTRY = reference(authors=("Ministerie van Volksgezondheid, Welzijn en Sport",), year=None, title="Jeugdwet")
TWO = reference(authors=("Van de Koot, C.", "Noordegraaf, M."), year=2018)


@pytest.mark.parametrize(
    ("which", "language", "options", "text"),
    [
        (FIVE, "nl", {}, "Van Holen et al., 2019"),
        (FIVE, "nl", {"narrative": True}, "Van Holen et al. (2019)"),
        (FIVE, "en", {"names": 2}, "Van Holen, Geys, et al., 2019"),
        (FIVE, "en", {"names": 4}, "Van Holen, Geys, West, Gypen, & Vanderfaeillie, 2019"),
        (TWO, "nl", {"pages": "p. 24"}, "Van de Koot & Noordegraaf, 2018, p. 24"),
        (TWO, "nl", {"pages": "24"}, "Van de Koot & Noordegraaf, 2018, p. 24"),
        (TWO, "de", {"pages": "24-26"}, "Van de Koot & Noordegraaf, 2018, S. 24–26"),
        (TWO, "en", {"pages": "24-26", "narrative": True}, "Van de Koot and Noordegraaf (2018, pp. 24–26)"),
        (TWO, "nl", {"narrative": True}, "Van de Koot en Noordegraaf (2018)"),
        (TWO, "fr", {}, "Van de Koot et Noordegraaf, 2018"),
        (MINISTRY, "nl", {}, "Ministerie van Volksgezondheid, Welzijn en Sport, z.d."),
        (MINISTRY, "en-GB", {"mark": "b"}, "Ministerie van Volksgezondheid, Welzijn en Sport, n.d.-b"),
        (reference(year="in druk"), "nl", {"mark": "a"}, "Oomen, in druk-a"),
        (reference(authors=("Holen, F. van",)), "nl", {"mark": "a"}, "Holen, 2019a"),
        (reference(authors=("King, M. L., Jr.",)), "en", {}, "King, 2019"),
    ],
)
def test_citation(which: Reference, language: str, options: dict[str, object], text: str) -> None:
    assert cite(which, language, **options) == text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("which", "language", "text"),
    [
        (FIVE, "nl", "Van Holen, Geys, West, Gypen, & Vanderfaeillie. (2019)."),
        (
            ARTICLE,
            "nl",
            "Haans, G., Aartsen, M., & Klein Entink, R. (2021). Wie doet wat? *Jeugd\\_zorg*, *12*(3), 12–34."
            " <https://doi.org/10.1/a_b>",
        ),
        (
            CHAPTER,
            "nl",
            "Oomen, P. (2019). Ouders. In J. Hendriksen \\& K. Jansen (Red.), *Het \\*boek\\** (2e druk, pp. 3–9)."
            " Boom.",
        ),
        (MINISTRY, "nl", "Ministerie van Volksgezondheid, Welzijn en Sport. (z.d.). *Jeugdwet*."),
        (TWO, "en", "Van de Koot, C., & Noordegraaf, M. (2018)."),
        (TWO, "de", "Van de Koot, C. & Noordegraaf, M. (2018)."),
        (reference(authors=("NVP",), title="Regels", publisher="NVP"), "nl", "NVP. (2019). *Regels*."),
        (reference(title="Nu?", edition="3e druk"), "nl", "Oomen, P. (2019). *Nu?* (3e druk)."),
        (reference(journal="Kind", issue="4"), "nl", "Oomen, P. (2019). *Kind*, (4)."),
    ],
)
def test_entry_prints_what_is_given(which: Reference, language: str, text: str) -> None:
    assert apa(which, language) == text


def test_of_more_than_twenty_authors_the_last_closes_the_row() -> None:
    many = reference(authors=tuple(f"A{n:02}, B." for n in range(25)))
    assert apa(many, "en").endswith("A18, B., … A24, B. (2019).")


def test_order_is_by_letters_then_year_then_title() -> None:
    rows = [
        ("Oomen, P.", None, "z"),
        ("Oomen, P.", 2018, "b"),
        ("Oomen, P.", 2019, "a"),
        ("Oomen, P.", 2019, "b"),
        ("Oomen, P.", "in druk", "a"),
        ("Öömen, Q.", 2000, "a"),
        ("Vanderfaeillie, J.", 2000, "a"),
        ("van Holen, F.", 2000, "a"),
        ("Van Zon, F.", 2000, "a"),
    ]
    sorted_ = [reference(id=f"r{n}", authors=(a,), year=y, title=t) for n, (a, y, t) in enumerate(rows)]
    for seed in range(5):
        shuffled = sorted_.copy()
        Random(seed).shuffle(shuffled)
        assert ordered(shuffled) == tuple(sorted_)


def test_one_author_stands_before_the_same_with_others() -> None:
    alone, together = reference(id="a", year=2020), reference(id="b", authors=("Oomen, P.", "Aa, B."), year=2001)
    assert ordered([together, alone]) == (alone, together)


def test_equal_author_and_year_get_letters_in_the_order_of_the_list() -> None:
    works = [reference(id="c", title="Zee"), reference(id="d", title="Aarde"), reference(id="e", year=2020)]
    bibliography = Bibliography(works)
    assert [bibliography.cite(key, "nl") for key in "cde"] == ["Oomen, 2019b", "Oomen, 2019a", "Oomen, 2020"]
    assert bibliography.apa("d", "nl") == "Oomen, P. (2019a). *Aarde*."
    assert bibliography.year("c", "nl", pages="3") == "2019b, p. 3"


def test_names_are_added_until_two_works_differ() -> None:
    works = [
        reference(id="a", authors=("Smit, A.", "Bos, B.", "Vos, C.", "Das, D.")),
        reference(id="b", authors=("Smit, A.", "Bos, B.", "Wolf, C.", "Das, D.")),
        reference(id="c", authors=("Smit, A.", "Bos, B.", "Vos, C."), year=2001),
    ]
    bibliography = Bibliography(works)
    assert bibliography.cite("a", "nl") == "Smit, Bos, Vos, & Das, 2019"
    assert bibliography.cite("b", "nl") == "Smit, Bos, Wolf, & Das, 2019"
    assert bibliography.cite("c", "nl") == "Smit et al., 2001"


def test_a_key_is_small_and_a_work_has_an_author() -> None:
    for wrong in ({"id": "Haans2021"}, {"authors": ()}, {"url": "example.org"}):
        with pytest.raises(ValidationError):
            reference(**wrong)
