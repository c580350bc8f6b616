"""The judge on a small grammar of its own: a book with chapters, and notes of another namespace in them."""

from __future__ import annotations

from itertools import islice

import pytest

from scormkit.checking.grammar.judge import judge
from scormkit.checking.grammar.model import Attribute, Child, ElementType, Extension, Foreign, Grammar
from scormkit.checking.grammar.types import (
    ADDRESS,
    ANYTHING,
    BOOLEAN,
    NCNAME,
    NOT_BLANK,
    NOTHING,
    WHOLE,
    Type,
    at_most,
    collapsed,
    decimal,
    one_of,
)
from scormkit.checking.grammar.violations import Violation
from scormkit.checking.source import read_xml
from scormkit.checking.vocabulary import Edition

BOOK = Grammar(
    "urn:book",
    frozenset({Edition.WEB}),
    "BOOK",
    {
        "book": ElementType(
            (
                Child("title", 1, missing="B-1", repeated="B-2"),
                Child("chapter", 1, None, missing="B-3"),
                Child("figure", 0, None, type="leaf", mixed=True),
                Child("index", type="leaf"),
                Child("stop"),
            ),
            (Attribute("id", NCNAME, required=True, clause="B-4", absent="B-5"), Attribute("isbn", WHOLE)),
            foreign=Foreign.AT_THE_END,
            foreign_attributes=True,
            order_clause="B-6",
        ),
        "title": ElementType(text=at_most(10), text_clause="B-7"),
        "chapter": ElementType(
            (Child("p", 0, 2, type="leaf", repeated="B-8"), Child("q", type="leaf")), ordered=False, clause="B-9"
        ),
        "stop": ElementType(),
        "leaf": ElementType(text=ANYTHING, foreign=Foreign.ANYWHERE, repeated="B-10"),
    },
    roots={"book": "book"},
)
NOTE = Grammar(
    "urn:note",
    frozenset({Edition.WEB}),
    "NOTE",
    {"note": ElementType(text=one_of("good", "bad"), text_clause="N-1"), "mark": ElementType()},
    roots={"note": "note"},
    extensions={
        "note": Extension("note", frozenset({"book", "leaf", "p"}), "N-2", "N-3"),
        "mark": Extension("mark", frozenset({"book"}), "N-4", most=None),
    },
    attributes=(Attribute("level", BOOLEAN, clause="N-5", parents=frozenset({"book"}), elsewhere="N-6"),),
)
GRAMMARS = {one.namespace: one for one in (BOOK, NOTE)}
HEAD = '<book xmlns="urn:book" xmlns:n="urn:note" xmlns:o="urn:other" id="b"'


def judged(text: str) -> list[Violation]:
    return list(judge(read_xml(text.encode(), "book.xml"), GRAMMARS))


def clauses(text: str) -> list[str]:
    return [violation.clause for violation in judged(text)]


def in_book(content: str, attributes: str = "") -> str:
    return f"{HEAD} {attributes}>{content}</book>"


GOOD = "<title>One</title><chapter/>"


@pytest.mark.parametrize(
    "text",
    [
        in_book(GOOD),
        in_book("<title>One</title><figure/><chapter/><figure/><chapter/><index/>"),
        in_book("<title>One</title><chapter><q/><p/><p/></chapter>"),
        in_book(GOOD + "<n:note> good </n:note><n:mark/><n:mark/><o:what><o:ever a='1'>x</o:ever></o:what>"),
        in_book("<title>One</title><chapter><p><o:x/>text<n:note>bad</n:note></p></chapter>"),
        in_book(GOOD + "\n <stop><!-- nothing --></stop>\n"),
        in_book(GOOD, "n:level='true' o:any='thing' isbn=' 12 '"),
        in_book(GOOD, "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a b'"),
        "<o xmlns='urn:other'>text<title xmlns='urn:book'>a title that is no root and so not judged</title></o>",
    ],
)
def test_what_the_grammar_allows_is_no_violation(text: str) -> None:
    assert judged(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (in_book("<chapter/>"), ["B-1"]),
        (in_book("<title/><title/><title/><chapter/>"), ["B-2"]),
        (in_book("<title/>"), ["B-3"]),
        (in_book(GOOD, "isbn='x'"), ["BOOK"]),
        (in_book(GOOD, "colour='red'"), ["BOOK"]),
        (in_book("<chapter/><title/>"), ["B-6"]),
        (in_book("<title/><index/><figure/><chapter/>"), ["B-6", "B-6"]),
        (in_book("<title/><o:what/><chapter/>"), ["B-6"]),
        (in_book("<title>Eleven letters</title><chapter/>"), ["B-7"]),
        (in_book("<title/><chapter><p/><p/><p/><p/></chapter>"), ["B-8"]),
        (in_book("<title/><chapter>text</chapter>"), ["B-9"]),
        (in_book("<title/><chapter><r/></chapter>"), ["B-9"]),
        (in_book("<title/><chapter><o:r/></chapter>"), ["B-9"]),
        (in_book("<title/><chapter><title/></chapter>"), ["B-9"]),
        (in_book("<title/><chapter/><none xmlns=''/>"), ["BOOK"]),
        (in_book(GOOD + "<n:note>so</n:note>"), ["N-1"]),
        (in_book("<title/><chapter><n:note>good</n:note></chapter>"), ["N-2"]),
        (in_book(GOOD + "<n:note>good</n:note><n:note>bad</n:note>"), ["N-3"]),
        (in_book("<title/><chapter><p><n:note>good</n:note><n:note>bad</n:note></p></chapter>"), ["B-10"]),
        (in_book(GOOD + "<stop> </stop>"), ["BOOK"]),
        (in_book(GOOD + "<n:what/>"), ["NOTE"]),
        (in_book(GOOD, "n:level='high'"), ["N-5"]),
        (in_book("<title n:level='true'/><chapter/>"), ["N-6"]),
        (in_book("<title o:x='1'/><chapter/>"), ["BOOK"]),
        (in_book(GOOD, "n:depth='1'"), ["NOTE"]),
        (in_book(GOOD + "<o:x><o:y><n:note>so</n:note></o:y></o:x>"), ["N-1"]),
        ("<book xmlns='urn:book'><title/><chapter/></book>", ["B-5"]),
        ("<book xmlns='urn:book' id='1'><title/><chapter/></book>", ["B-4"]),
        ("<b:book xmlns:b='urn:book' id='b' b:isbn='1'><b:title/><b:chapter/></b:book>", ["BOOK"]),
        (
            "<book xmlns='urn:book' id='1'>text<title/><chapter><r/></chapter><r/></book>",
            ["B-4", "BOOK", "BOOK", "B-9"],
        ),
    ],
)
def test_what_it_forbids_breaks_its_clause(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (in_book("<chapter/>"), "<book> has no <title>", "add it"),
        (in_book("<chapter/><title/>"), "<title> stands after <chapter>; in <book> it comes before it",
         "move it before the <chapter> of line 1"),
        (in_book(GOOD + "<n:note/>"), "<n:note> is empty", "it should be one of `good`, `bad`"),
        (in_book(GOOD + "<n:note>goood</n:note>"), "<n:note> may not be `goood`", "did you mean `good`?"),
        (in_book(GOOD, "ibsn='1'"), "there is no attribute `ibsn` of <book>", "did you mean `isbn`?"),
        (in_book("<title/><chapter>text</chapter>"), "the text `text` stands in <chapter>, which holds none",
         "remove it, or put it in the element that it belongs to"),
        (in_book("<title/><chapter><x/></chapter>"), "<x> has no place in <chapter>", "<chapter> may hold: p, q"),
        (in_book("<title/><chapter><n:note/></chapter>"), "<n:note> has no place in <chapter>",
         "it belongs in <book>, <leaf>, <p>"),
        (in_book(GOOD + "<isbn>1</isbn>"), "<isbn> has no place in <book>",
         'write it as an attribute: <book isbn="…">'),
        (in_book(GOOD, "title='A'"), "there is no attribute `title` of <book>",
         "write it as an element in <book>: <title>…</title>"),
        (in_book("<title/><title/><chapter/>"), "<book> has a second <title>; one is allowed",
         "remove it, or join the two"),
        (in_book("<title/><chapter><p/><p/><p/></chapter>"), "<chapter> has more than 2 <p>",
         "remove it, or join the two"),
        (in_book("<title n:level='1'/><chapter/>"), "<title> has the attribute `n:level`", "it belongs to <book>"),
        (in_book(GOOD, f"isbn='{'x' * 100}'"), f"isbn may not be `{'x' * 60}…`",
         "it should be a whole number of 0 or more"),
    ],
)  # fmt: skip
def test_a_violation_says_what_is_wrong_and_what_to_do(text: str, message: str, hint: str) -> None:
    violations = judged(text)
    assert message in [str(one.message) for one in violations]
    assert hint in [str(one.hint) for one in violations]


def test_a_violation_stands_where_the_problem_is() -> None:
    first, second = judged(f"{HEAD}\n isbn='x'>\n<title/>\n  <chapter><r/></chapter></book>")
    place = first.element.place(first.attribute)
    assert (place.line, place.column) == (2, 2)
    place = second.element.place(second.attribute)
    assert (place.line, place.column) == (4, 12)


@pytest.mark.slow
def test_violations_of_a_hostile_file_come_one_by_one() -> None:
    text = in_book("<title/><chapter>" + "<chaptre/>" * 20_000 + "</chapter>")
    root = read_xml(text.encode(), "book.xml")
    assert len(list(islice(judge(root, GRAMMARS), 3))) == 3
    assert sum(1 for _ in judge(root, GRAMMARS)) == 20_000


@pytest.mark.parametrize(
    ("type_", "held", "refused"),
    [
        (BOOLEAN, ["true", " false\n", "1", "0"], ["True", "yes", "", "\u00a0true", "tr ue"]),
        (WHOLE, ["0", "+7", " 12 ", "-0"], ["-1", "1.0", "", "one", "٣"]),
        (NCNAME, ["a", "_1", "é-1.b·", " a "], ["1", "", "a b", "a:b", "-a", "²a", "a×b"]),
        (ADDRESS, ["", "a b/é?x=%20#y", "urn:x"], ["50%", "%zz", "a#b#c"]),
        (NOT_BLANK, ["x", " x "], ["", " \n"]),
        (decimal("0", "1"), ["0", "1.000", ".5", " 0.5 ", "+0.1"], ["1.01", "-0.1", "1e-1", "NaN", "", ".", "0,5"]),
        (one_of("a", "b c"), ["a", " b  c "], ["A", "bc", ""]),
        (one_of("a", exact=True), ["a"], [" a"]),
        (at_most(3), ["", "abc"], ["abcd"]),
        (NOTHING, [], ["", "x"]),
        (ANYTHING, ["", "x"], []),
    ],
)
def test_types_hold_what_xml_schema_has_them_hold(type_: Type, held: list[str], refused: list[str]) -> None:
    assert [text for text in held if not type_.holds(text)] == []
    assert [text for text in refused if type_.holds(text)] == []


def test_white_space_is_collapsed_as_xml_has_it() -> None:
    assert collapsed("\t a \r\n b\u00a0 ") == "a b\u00a0"
