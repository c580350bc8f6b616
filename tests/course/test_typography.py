"""Quotes, apostrophes, dashes and no-break spaces, by language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.course.typography import NARROW_NO_BREAK, NO_BREAK, OBJECT, spread, typeset

# In the tables `_` is a no-break space and `·` a narrow one.
DUTCH = [
    ('"Ja," zei ze.', "“Ja,” zei ze."),
    ("'Ja', zei ze.", "‘Ja’, zei ze."),
    ("\"Hij zei: 'ja'\"", "“Hij zei: ‘ja’”"),
    ("'s Avonds en 's ochtends", "’s Avonds en ’s ochtends"),
    ("\"'t Is zo'n dag\"", "“’t Is zo’n dag”"),
    ("'n Kop thee in 's-Hertogenbosch", "’n Kop thee in ’s-Hertogenbosch"),
    ("foto's van opa's auto's", "foto’s van opa’s auto’s"),
    ("Hans' boek en Liz' fiets", "Hans’ boek en Liz’ fiets"),
    ("jeugdzorg-'cliënten'", "jeugdzorg-‘cliënten’"),
    ("de letter 's' en de jaren '70", "de letter ‘s’ en de jaren ’70"),
    ('("zo")', "(“zo”)"),
    ('"... zo"', "“… zo”"),
    ("een scherm van 15\" en 5'", 'een scherm van 15" en 5’'),
    ('"Eerste alinea.', "“Eerste alinea."),
    ("Zo - en niet anders", "Zo – en niet anders"),
    ("Zo -- en niet anders --- nooit", "Zo – en niet anders — nooit"),
    ("pleeg-ouder, 06-1234, a-b - c", "pleeg-ouder, 06-1234, a-b – c"),
    ("a --> b, ---- en <!-- x", "a --> b, ---- en <!-- x"),
    ("En toen... niets. ....", "En toen… niets. ...."),
    ("p. 24, pp. 3, blz. 3, Blz. 4", "p._24, pp._3, blz._3, Blz._4"),
    ("Stop. 24 keer, help. 3", "Stop. 24 keer, help. 3"),
    ("80 % van 10 km, € 5, 20 °C, 10 uur", "80_% van 10_km, €_5, 20_°C, 10_uur"),
    ("10 mensen, 10 minder", "10 mensen, 10 minder"),
    ("kijk op https://a.nl/x--y...z of www.a.nl/'q'.", "kijk op https://a.nl/x--y...z of www.a.nl/'q’."),
    ("mail o'neil--x@a-b.nl...", "mail o’neil--x@a-b.nl…"),
    ("“Al goed” – en ‘zo’ ook…", "“Al goed” – en ‘zo’ ook…"),
    ("a \" b ' c", "a \" b ' c"),
]
ENGLISH = [
    ("\"It's the '90s,\" he said--twice.", "“It’s the ’90s,” he said–twice."),
    ("'Tis 5 km. The parents' home", "’Tis 5_km. The parents’ home"),
]
GERMAN = [
    ("Er sagte: \"Sie rief 'nein'.\"", "Er sagte: „Sie rief ‚nein‘.“"),
    ("Wie geht's? 's ist S. 5, § 3, 10 Uhr", "Wie geht’s? ’s ist S._5, §_3, 10_Uhr"),
]
FRENCH = [
    ('Il dit: "Quoi ?" ', "Il dit_: «·Quoi·?·» "),
    ("C'est l'\"ami\"!", "C’est l’«·ami·»·!"),
    ("« ici » et «là»", "«·ici·» et «·là·»"),
    ("Quoi?! à 10:30; n° 5", "Quoi·?! à 10:30·; n°_5"),
    ("(?) www.a.fr/?x=1", "(?) www.a.fr/?x=1"),
]


@pytest.mark.parametrize(
    ("language", "typed", "set_"),
    [(lang, *row) for lang, rows in [("nl", DUTCH), ("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH)] for row in rows],
)
def test_text_is_set_as_the_language_asks(language: str, typed: str, set_: str) -> None:
    wanted = set_.replace("_", NO_BREAK).replace("·", NARROW_NO_BREAK)
    assert typeset(typed, language) == wanted
    assert typeset(wanted, language) == wanted


def test_a_region_has_its_languages_habits_and_an_unknown_language_english_ones() -> None:
    assert typeset('"a"', "de-AT") == "„a“"
    assert typeset('"a"', "xx") == "“a”"


def test_a_quotation_may_run_over_pieces() -> None:
    assert spread(['Ze zei "', "nooit", '" - en ', OBJECT, "'s huis"], "nl") == [
        "Ze zei “",
        "nooit",
        "” – en ",
        OBJECT,
        "’s huis",
    ]


languages = st.sampled_from(["nl", "en", "de", "fr"])
crumbs = st.sampled_from(
    [
        *" \n'\"-.…–—«»“”‘’„‚;:!?()5a%€°",
        "'s ",
        "p. ",
        "km",
        "www.",
        "http://x",
        "@b.nl",
        NO_BREAK,
        NARROW_NO_BREAK,
        OBJECT,
    ]
)
texts = st.one_of(st.text(), st.lists(crumbs, max_size=12).map("".join))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@given(texts, languages)
def test_care_is_taken_once_and_loses_nothing(text: str, language: str) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once
    assert _letters(once) == _letters(text)


@given(st.lists(texts, max_size=6), languages)
def test_pieces_keep_their_letters(pieces: list[str], language: str) -> None:
    done = spread(pieces, language)
    assert [_letters(piece) for piece in done] == [_letters(piece) for piece in pieces]


@given(texts, languages)
def test_one_piece_is_set_as_a_whole_text(text: str, language: str) -> None:
    assert spread([text], language) == [typeset(text, language)]
