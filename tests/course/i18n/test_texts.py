"""Which texts a course has, and what they are called."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from scormkit.activities.contract import Activity, Id, Line, Markdown, Model, Name, Section
from scormkit.course.i18n.texts import Part, Text, texts
from scormkit.course.reading import read_files
from scormkit.course.source import Source
from scormkit.course.tree import read_tree
from tests.course.i18n.translators import change


def ids(path: Path) -> list[str]:
    return [text.id for text in texts(read_files(path).parts)]


def test_ids_are_made_of_the_ids_of_the_source(course: Path) -> None:
    assert ids(course) == [
        "course.yaml:title",
        "course.yaml:keywords.1",
        "course.yaml:keywords.2",
        "course.yaml:glossary.1.term",
        "course.yaml:glossary.1.also.1",
        "course.yaml:glossary.1.meaning",
        "course.yaml:references.de_vries.year",
        "m1:title",
        "m1:pages.start.title",
        "m1:pages.start.content.text1.text",
        "m1:q1:question",
        "m1:q1:options.a.text",
        "m1:q1:options.a.feedback",
        "m1:q1:options.b.text",
        "m1:q1:feedback",
        "m1:pages.start.content.text2.text",
    ]


def test_an_id_moves_with_its_activity(course: Path) -> None:
    before = [each for each in ids(course) if ":q1:" in each]
    change(
        course / "one" / "module.yaml",
        "      - kind: choice\n",
        "      - {kind: text, text: Nieuw.}\n  - id: other\n    title: Anders\n    content:\n      - kind: choice\n",
    )
    assert [each for each in ids(course) if ":q1:" in each] == before


class Part1(Model):
    """A part without an id."""

    shape: Literal["square"]
    name: Name
    label: Line | None = None


class Part2(Model):
    """Another shape of part."""

    shape: Literal["round"]
    says: Markdown


class Holder(Section):
    """Something with activities inside."""

    id: Id


class Strange(Activity):
    """A kind of activity that nobody has thought of."""

    kind: Literal["strange"]
    word: Literal["all"] | Line = "all"
    parts: tuple[Part1 | Part2, ...] = ()
    by_role: dict[str, Markdown] = Field(default_factory=dict)
    holders: tuple[Holder, ...] = ()
    limited: Annotated[Line, Field(max_length=9)] | None = None
    number: int | Line = 1


def strange(yaml: str) -> list[Text]:
    tree, wrong = read_tree(Source(Path("s.yaml"), "s.yaml", yaml))
    assert tree is not None
    assert not wrong
    return list(texts([Part("m", "s.yaml", Path("s.yaml"), Strange, tree)]))


def test_a_new_kind_needs_nothing() -> None:
    found = strange("""\
kind: strange
id: s1
word: all
number: 3
limited: Kort
parts:
  - {shape: square, name: a.png, label: Een}
  - {shape: round, says: Twee}
by_role: {de moeder: Drie}
holders:
  - id: h1
    content:
      - {kind: text, text: Vier}
      - {kind: text, id: t9, text: Vijf}
""")
    assert [(text.id, text.source, text.markdown) for text in found] == [
        ("m:s1:limited", "Kort", False),
        ("m:s1:parts.1.label", "Een", False),
        ("m:s1:parts.2.says", "Twee", True),
        ("m:s1:by_role.de-20-moeder", "Drie", True),
        ("m:s1:holders.h1.content.text1.text", "Vier", True),
        ("m:t9:text", "Vijf", True),
    ]
    assert found[0].longest == 9
    assert [text.kind for text in found] == ["strange"] * 4 + ["text"] * 2


def test_a_word_of_the_course_is_not_a_text_and_other_words_are() -> None:
    assert strange("{kind: strange, word: all}") == []
    assert [text.source for text in strange("{kind: strange, word: other, number: veel}")] == ["other", "veel"]


def test_what_is_not_as_the_model_wants_it_is_passed_over() -> None:
    assert strange("{kind: strange, word: [a], parts: x, by_role: [b], holders: {id: c}, limited: {a: b}}") == []
    twice = strange("{kind: strange, id: s, parts: [{id: a, shape: round, says: A}, {id: a, shape: round, says: B}]}")
    assert [text.id for text in twice] == ["m:s:parts.a.says", "m:s:parts.a.says-2"]
