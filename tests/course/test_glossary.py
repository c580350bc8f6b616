"""The glossary: terms found by any form."""

from scormkit.course.glossary import Glossary, Term


def term(word: str, **values: object) -> Term:
    return Term.model_validate({"term": word, "meaning": "m"} | values)


def test_a_term_is_found_by_any_form_whatever_its_capitals() -> None:
    shared = term("gedeeld opvoederschap", also=("GO", "gedeelde zorg"))
    glossary = Glossary([shared])
    assert glossary.find("Gedeeld Opvoederschap") is glossary.find("go") is shared
    assert glossary.find("iets") is None
    assert glossary.forms == {"gedeeld opvoederschap", "GO", "gedeelde zorg"}


def test_terms_stand_in_the_order_of_their_letters() -> None:
    assert [each.term for each in Glossary(map(term, ["zorg", "Één", "eend", "Aa"])).terms] == [
        "Aa",
        "Één",
        "eend",
        "zorg",
    ]


def test_ids_are_given_or_made_and_never_shared() -> None:
    glossary = Glossary([term("één"), term("een"), term("a-b"), term("x", id="een_2"), term("家")])
    assert {each.term: glossary.id(each) for each in glossary.terms} == {
        "a-b": "a_b",
        "een": "een",
        "één": "een_3",
        "x": "een_2",
        "家": "_",
    }


def test_of_two_terms_with_one_form_the_first_has_it() -> None:
    first, second = term("aap", also=("dier",)), term("beer", also=("dier",))
    assert Glossary([second, first]).find("dier") is first
