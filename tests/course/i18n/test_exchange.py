"""Texts go out for translation, and what comes back is taken in: nothing that was done is lost."""

from pathlib import Path

import pytest

from scormkit.course import problems
from scormkit.course.i18n.exchange import bring_in, export
from scormkit.course.i18n.memory import Status
from scormkit.course.i18n.problems import NOT_XLIFF, OTHER_LANGUAGE
from scormkit.course.reading import load_course
from tests.course.i18n.translators import ENGLISH, change, statuses, translate


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
