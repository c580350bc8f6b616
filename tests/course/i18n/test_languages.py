"""What a course in another language is."""

import shutil
from pathlib import Path

import pytest

from scormkit.activities.contract import Model
from scormkit.course import problems
from scormkit.course.i18n.exchange import bring_in, export, languages
from scormkit.course.i18n.memory import Status
from scormkit.course.i18n.problems import TRANSLATION_INCOMPLETE
from scormkit.course.i18n.texts import Text, texts
from scormkit.course.i18n.translating import own_text
from scormkit.course.reading import load_course, load_languages, read_files
from tests.course.i18n.translators import ENGLISH, change, translate

GOOD = Path(__file__).parents[2] / "courses" / "good"


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
