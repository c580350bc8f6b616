"""Which texts a course has, which translation belongs to which, and what a course in another language is."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field

from scormkit.activities.contract import Activity, Id, Line, Markdown, Model, Name, Section
from scormkit.course import problems
from scormkit.course.i18n.entry import OUTDATED, Entry
from scormkit.course.i18n.exchange import Exchanged, bring_in, export, languages
from scormkit.course.i18n.memory import Status, match
from scormkit.course.i18n.problems import NOT_XLIFF, OTHER_LANGUAGE, TRANSLATION_INCOMPLETE
from scormkit.course.i18n.texts import Part, Text, texts
from scormkit.course.i18n.translating import own_text
from scormkit.course.reading import load_course, load_languages, read_files
from scormkit.course.source import Source
from scormkit.course.tree import read_tree

GOOD = Path(__file__).parents[1] / "courses" / "good"

COURSE = """\
id: demo
slug: demo
title: Een cursus
language: nl
translations: [en]
version: "1"
keywords: [opvoeden, samen]
glossary:
  - {term: ouder, also: [ouders], meaning: Wie opvoedt.}
references:
  - {id: de_vries, authors: ["Vries, A."], year: in druk, title: Samen}
modules: [one]
"""
MODULE = """\
id: m1
slug: one
title: Module
pages:
  - id: start
    title: Begin
    content:
      - {kind: text, text: Eerst dit.}
      - kind: choice
        id: q1
        question: |
          Wie zijn [[ouders]]?

          Kies.
        options:
          - {id: a, text: Jij, feedback: Ja.}
          - {id: b, text: Ik}
        feedback: Ja.
      - {kind: text, text: "Dan dit [@de_vries]."}
"""
ENGLISH = {
    "course.yaml:title": "A course",
    "course.yaml:glossary.1.term": "parent",
    "course.yaml:glossary.1.also.1": "parents",
    "m1:q1:question": "Who are [[parents]]?\n\nChoose.",
    "m1:q1:options.a.feedback": "Yes.",
    "m1:pages.start.title": "Start",
}


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one").mkdir()
    (tmp_path / "course.yaml").write_text(COURSE)
    (tmp_path / "one" / "module.yaml").write_text(MODULE)
    return tmp_path


def change(file: Path | str, before: str, after: str) -> None:
    path = Path(file)
    content = path.read_text()
    assert before in content
    path.write_text(content.replace(before, after))


def translate(english: Mapping[str, str], file: str = "i18n/en.xlf", state: str = "translated") -> Path:
    """What a translator does to a file: puts a target after the source of some units."""
    path = Path(file)
    lines = path.read_text().split("\n")
    made, wanted = [], None
    for line in lines:
        if "<unit " in line:
            wanted = english.get(line.split('id="')[1].split('"')[0])
        if wanted is not None:
            line = line.replace('state="initial"', f'state="{state}"')
        if wanted is not None and line.lstrip().startswith("<target>"):
            continue
        made.append(line)
        if wanted is not None and line.endswith("</source>"):
            made.append(f"        <target>{wanted}</target>")
    path.write_text("\n".join(made))
    return path


def statuses(done: Exchanged) -> dict[Status, list[str]]:
    return {status: [each.text.id for each in done.matches.of(status)] for status in Status}


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


def entry(name: str, source: str, target: str | None = "T", **more: object) -> Entry:
    return Entry(name, source, target, **{"state": "translated", **more})  # type: ignore[arg-type]


def matched(sources: Mapping[str, str], *entries: Entry) -> Iterator[tuple[str, str, str | None]]:
    wanted = [Text(name, "m", name, source, None, "", True, None) for name, source in sources.items()]
    for each in match(wanted, entries).all:
        yield each.text.id, each.status.value, each.entry and each.entry.target


def test_the_same_source_under_the_same_id_comes_first() -> None:
    own, other = entry("m:b", "Ja", "Yes"), entry("m:a", "Ja", "Aye")
    assert [*matched({"m:a": "Ja", "m:b": "Ja", "m:c": "Ja"}, own, other)] == [
        ("m:a", "translated", "Aye"),
        ("m:b", "translated", "Yes"),
        ("m:c", "translated", "Yes"),
    ]


def test_a_repeated_text_has_the_translation_of_the_one_that_is_nearest() -> None:
    far, near = entry("x:q:a", "Ja", "Oui"), entry("m:q1:b", "Ja", "Yes")
    assert [*matched({"m:q1:c": "Ja"}, far, near)] == [("m:q1:c", "translated", "Yes")]


def test_numbers_that_shift_take_their_translations_along() -> None:
    before = [entry("m:text1", "Een", "One"), entry("m:text2", "Twee", "Two")]
    assert [*matched({"m:text1": "Nul", "m:text2": "Een", "m:text3": "Twee"}, *before)] == [
        ("m:text1", "missing", None),
        ("m:text2", "translated", "One"),
        ("m:text3", "translated", "Two"),
    ]


def test_a_changed_text_keeps_its_old_translation_as_outdated() -> None:
    assert [*matched({"m:a": "Nieuw"}, entry("m:a", "Oud", "Old"))] == [("m:a", "outdated", "Old")]
    marked = entry("m:a", "Nieuw", "Old", state="initial", sub_state=OUTDATED)
    assert [*matched({"m:a": "Nieuw"}, marked)] == [("m:a", "outdated", "Old")]


def test_an_empty_target_and_a_copy_of_the_source_are_no_translation() -> None:
    nothing = [entry("m:a", "A", None), entry("m:a", "A", " "), entry("m:a", "A", "A", state="initial")]
    assert [*matched({"m:a": "A"}, *nothing)] == [("m:a", "missing", None)]
    assert [*matched({"m:a": "A"}, entry("m:a", "A", "A"))] == [("m:a", "translated", "A")]


def test_what_belongs_to_no_text_is_kept_once() -> None:
    gone = [entry("m:a", "Weg", "Gone"), entry("m:b", "Weg", "Gone too"), entry("m:c", "Oud", "Old")]
    found = match([Text("m:c", "m", "c", "Nieuw", None, "", True, None)], [*gone, entry("m:c", "Nieuw", "New")])
    assert [each.target for each in found.unused] == ["Gone"]


def test_a_course_in_another_language_falls_back_to_its_own(course: Path) -> None:
    export(course, "en")
    translate(ENGLISH)
    own, english = load_languages(".")
    assert (own.translation, english.translation) == (None, "en")
    assert own.course is not None
    assert english.course is not None
    assert own.course.about.title == "Een cursus"
    about, module = english.course.about, english.course.modules[0]
    assert (about.language, about.translations, about.title) == ("en", (), "A course")
    assert about.glossary[0].forms == ("parent", "parents")
    assert (module.id, module.title, module.pages[0].title) == ("m1", "Module", "Start")
    choice = module.pages[0].content[1].model_dump()
    assert choice["question"] == "Who are [[parents]]?\n\nChoose."
    assert [option["text"] for option in choice["options"]] == ["Jij", "Ik"]
    # The same text elsewhere has the same translation.
    assert (choice["options"][0]["feedback"], choice["feedback"]) == ("Yes.", "Yes.")
    (missing,) = english.report
    assert missing.id == TRANSLATION_INCOMPLETE.id
    assert missing.message.startswith("9 of 16 texts are not translated into `en`: `course.yaml:keywords.1`, ")
    assert missing.message.endswith(" and 6 more")
    assert str(missing.location) == "i18n/en.xlf"


def test_only_the_languages_that_are_asked_for_are_read(course: Path) -> None:
    export(course, "en")
    assert [each.translation for each in load_languages(".", ["en"])] == ["en"]
    assert [each.translation for each in load_languages(".", ["nl"])] == [None]
    (french,) = load_languages(".", ["fr"])
    assert [each.message for each in french.report] == ["the course is not translated into `fr`"]
    assert load_course(".", "nl").translation is None
    assert load_course(".", "en").translation == "en"


def test_a_course_with_errors_has_no_languages(course: Path) -> None:
    change("course.yaml", "title: Een cursus", "title: 3")
    (own,) = load_languages(".")
    assert own.course is None
    assert export(course, "en").file is None
    assert bring_in(course, [])[0].report.has_errors


def test_an_error_in_a_translated_text_is_in_the_translation_file(course: Path) -> None:
    export(course, "en")
    translate(ENGLISH | {"m1:q1:question": "Who are\n\nthe [[parrents]]?", "m1:pages.start.title": "x" * 201})
    found = {each.id: each for each in load_course(".", "en").report}
    lines = Path("i18n/en.xlf").read_text().split("\n")
    term = found[problems.UNKNOWN_TERM.id].location
    assert (term.file, term.line) == ("i18n/en.xlf", lines.index("the [[parrents]]?</target>") + 1)
    assert term.column == len("the ") + 1
    title = found[problems.OUT_OF_RANGE.id].location
    assert title.file == "i18n/en.xlf"
    assert "x" * 201 in lines[(title.line or 0) - 1]


def test_a_translation_is_brought_to_the_form_of_its_text() -> None:
    line = Text("m:a", "m", "a", "Een regel", None, "", False, None)
    assert own_text(line, "\n   One\n   line \n") == "One line"
    block = Text("m:a", "m", "a", "Een stuk", None, "", True, None)
    assert own_text(block, "\n    One\n    piece\n") == "One\n    piece"
    code = Text("m:a", "m", "a", "    code", None, "", True, None)
    assert own_text(code, "    code\r\n") == "    code"


def test_exports_are_the_same_and_keep_what_is_done(course: Path) -> None:
    assert statuses(export(course, "en"))[Status.TRANSLATED] == []
    first = Path("i18n/en.xlf").read_bytes()
    export(course, "en")
    assert Path("i18n/en.xlf").read_bytes() == first
    translate(ENGLISH, state="initial")
    done = export(course, "en")
    # The feedback of the question reads as that of its option does.
    assert set(statuses(done)[Status.TRANSLATED]) == {*ENGLISH, "m1:q1:feedback"}
    assert Path("i18n/en.xlf").read_text().count('state="translated"') == 7
    second = Path("i18n/en.xlf").read_bytes()
    export(course, "en")
    assert Path("i18n/en.xlf").read_bytes() == second


def test_changed_and_removed_texts_lose_nothing(course: Path) -> None:
    export(course, "en")
    translate(ENGLISH)
    change("course.yaml", "title: Een cursus", "title: Onze cursus")
    change("one/module.yaml", "    title: Begin\n", "    title: Start\n")
    change("course.yaml", "also: [ouders], ", "")
    change("one/module.yaml", "[[ouders]]", "[[ouder]]")
    done = export(course, "en")
    outdated = ["course.yaml:title", "m1:pages.start.title", "m1:q1:question"]
    assert statuses(done)[Status.OUTDATED] == outdated
    assert [each.id for each in done.matches.unused] == ["course.yaml:glossary.1.also.1"]
    content = Path("i18n/en.xlf").read_text()
    assert content.count('state="initial" subState="scormkit:outdated"') == 3
    assert 'appliesTo="source">Een cursus</note>' in content
    change("course.yaml", "{term: ouder, ", "{term: ouder, also: [ouders], ")
    change("one/module.yaml", "[[ouder]]", "[[ouders]]")
    again = export(course, "en")
    assert "course.yaml:glossary.1.also.1" in statuses(again)[Status.TRANSLATED]
    assert again.matches.unused == ()


def test_what_comes_back_is_taken_in(course: Path) -> None:
    export(course, "en", Path("out/to-jane.xlf"))
    assert not Path("i18n").exists()
    file = translate(ENGLISH, "out/to-jane.xlf")
    (done,) = bring_in(course, [file])
    assert done.file == Path("i18n/en.xlf").absolute()
    assert (done.count(Status.TRANSLATED), done.count(Status.MISSING), done.listed) == (7, 9, True)
    loaded = load_course(".", "en").course
    assert loaded is not None
    assert loaded.about.title == "A course"
    assert sorted(each.name for each in Path("i18n").iterdir()) == ["en.xlf"]


def test_what_comes_back_after_the_course_has_changed_is_outdated(course: Path) -> None:
    export(course, "en", Path("out.xlf"))
    translate(ENGLISH | {"m1:unknown": "?"}, "out.xlf")
    change("out.xlf", 'id="m1:title"', 'id="m1:was_title"')
    translate({"m1:was_title": "Gone"}, "out.xlf")
    change("out.xlf", "<source>Module</source>", "<source>Moduul</source>")
    change("course.yaml", "title: Een cursus", "title: Onze cursus")
    (done,) = bring_in(course, [Path("out.xlf")])
    assert statuses(done)[Status.OUTDATED] == ["course.yaml:title"]
    assert done.unknown == ("m1:was_title",)
    assert "<target>Gone</target>" in Path("i18n/en.xlf").read_text()


def test_an_import_never_undoes_what_is_up_to_date(course: Path) -> None:
    export(course, "en")
    translate({"course.yaml:title": "A course"})
    change("course.yaml", "title: Een cursus", "title: Onze cursus")
    export(course, "en", Path("out.xlf"))
    export(course, "en")
    translate({"course.yaml:title": "Our course"})
    (done,) = bring_in(course, [Path("out.xlf")])
    assert statuses(done)[Status.OUTDATED] == []
    assert "<target>Our course</target>" in Path("i18n/en.xlf").read_text()


def test_an_outdated_translation_that_was_changed_is_done_whatever_its_state(course: Path) -> None:
    export(course, "en")
    translate({"course.yaml:title": "A course"})
    change("course.yaml", "title: Een cursus", "title: Onze cursus")
    export(course, "en", Path("out.xlf"))
    (same,) = bring_in(course, [Path("out.xlf")])
    assert same.count(Status.OUTDATED) == 1
    change("out.xlf", "<target>A course</target>", "<target>Our course</target>")
    (done,) = bring_in(course, [Path("out.xlf")])
    assert done.count(Status.OUTDATED) == 0


def test_a_translation_with_an_error_is_not_taken_in(course: Path) -> None:
    export(course, "en")
    before = Path("i18n/en.xlf").read_bytes()
    export(course, "en", Path("out.xlf"))
    translate({"m1:q1:feedback": "&lt;b&gt;Yes&lt;/b&gt;"}, "out.xlf")
    (done,) = bring_in(course, [Path("out.xlf")])
    assert done.file is None
    assert [(each.id, each.location.file) for each in done.report] == [(problems.RAW_HTML.id, "out.xlf")]
    assert Path("i18n/en.xlf").read_bytes() == before


def test_files_of_several_languages_come_at_once(course: Path) -> None:
    for language, title in (("en", "A course"), ("de", "Ein Kurs")):
        export(course, language, Path(f"{language}.xlf"))
        translate({"course.yaml:title": title}, f"{language}.xlf")
    done = bring_in(course, [Path("de.xlf"), Path("en.xlf")])
    assert [(each.language, each.listed) for each in done] == [("de", False), ("en", True)]
    change("en.xlf", 'srcLang="nl"', 'srcLang="fr"')
    (refused,) = bring_in(course, [Path("de.xlf"), Path("en.xlf")])
    assert [each.id for each in refused.report] == [OTHER_LANGUAGE.id]


def test_nobody_translates_a_course_into_its_own_language(course: Path) -> None:
    with pytest.raises(ValueError, match="written in nl"):
        export(course, "nl")
    export(course, "en", Path("out.xlf"))
    change("out.xlf", 'trgLang="en"', 'trgLang="nl"')
    with pytest.raises(ValueError, match="written in nl"):
        bring_in(course, [Path("out.xlf")])


def test_a_stored_file_that_cannot_be_read_is_left_alone(course: Path) -> None:
    export(course, "en")
    Path("out.xlf").write_bytes(Path("i18n/en.xlf").read_bytes())
    Path("i18n/en.xlf").write_text("<xliff")
    for done in (export(course, "en"), *bring_in(course, [Path("out.xlf")])):
        assert done.file is None
        assert [each.id for each in done.report] == [NOT_XLIFF.id]
    assert Path("i18n/en.xlf").read_text() == "<xliff"


def test_a_failed_write_leaves_the_old_file(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export(course, "en")
    before = Path("i18n/en.xlf").read_bytes()
    change("course.yaml", "title: Een cursus", "title: Onze cursus")

    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space left"):
        export(course, "en")
    assert Path("i18n/en.xlf").read_bytes() == before
    assert [each.name for each in Path("i18n").iterdir()] == ["en.xlf"]


def test_every_text_of_every_kind_can_be_translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole of a course, each text replaced by itself: the same course, but for blanks at the ends of texts."""
    shutil.copytree(GOOD, tmp_path / "good")
    monkeypatch.chdir(tmp_path / "good")
    export(".", "nl", Path("out.xlf"))
    parts = read_files(".").parts
    wanted = {text.id: escape(text.source) for text in texts(parts)}
    (done,) = bring_in(".", [translate(wanted, "out.xlf")])
    assert (done.count(Status.TRANSLATED), done.count(Status.MISSING)) == (len(wanted), 0)
    change("course.yaml", "language: en\n", "language: en\ntranslations: [nl]\n")
    assert languages(".") == ("nl",)
    own, dutch = load_languages(".")
    assert own.course is not None
    assert dutch.course is not None
    assert stripped(tuple(dutch.course.modules)) == stripped(tuple(own.course.modules))
    assert len(dutch.report) == 0


def stripped(value: object) -> object:
    if isinstance(value, Model):
        return {name: stripped(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, tuple):
        return [stripped(each) for each in value]
    return value.rstrip() if isinstance(value, str) else value


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
