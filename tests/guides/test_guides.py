"""The guides beside the packages: which there are, what each names, and that every language says the same."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import get_args

import pytest
from markdown_it import MarkdownIt

from scormkit.course.model import Language
from scormkit.course.publishing import Contact
from scormkit.guides import guides
from scormkit.guides.families import FAMILIES
from scormkit.guides.pages import guide_words, plain
from scormkit.guides.privacy.written import WRITTEN
from scormkit.render.site import Site, Unit
from scormkit.targets.registry import TARGETS
from tests.guides.courses import FAILING, JUDGED, PLAIN, SCORED, SITE, TITLES, packages_of, rows, site_of, write

FIVE = ["install-moodle", "install-brightspace", "install-blackboard", "install-canvas", "install-other"]
LANGUAGES = get_args(Language)


def kinds(files: dict[str, str]) -> list[str]:
    return [name.split(".")[0] for name in files]


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        (("scorm12",), [*FIVE, "privacy"]),
        (("scorm2004-3",), [*FIVE, "privacy"]),
        (("tincan",), ["install-blackboard", "install-other", "privacy"]),
        (("cmi5",), ["install-other", "privacy"]),
        (("web",), ["privacy"]),
        (tuple(TITLES), [*FIVE, "privacy"]),
    ],
)
def test_there_is_a_guide_where_there_is_something_to_upload(targets: tuple[str, ...], expected: list[str]) -> None:
    assert kinds(write(SITE, *targets)) == expected


def test_without_packages_there_is_nothing() -> None:
    assert write(site_of(), whole=False) == {}


def test_moodle_gets_no_guide_where_nothing_works_in_it() -> None:
    whole = replace(SITE, units=(JUDGED, SCORED))
    several = [each for each in packages_of(whole, "scorm2004-4") if each[1].whole]
    assert "install-moodle.en.md" not in [file.path for file in guides(whole, several)]
    mapped = replace(whole, shared_objectives=True)
    assert "install-moodle" not in kinds(write(mapped, "scorm2004-4"))
    found = write(mapped, "scorm12", "scorm2004-4")["install-moodle.en.md"]
    assert "shared objectives" in found
    assert [row[3] for row in rows(found, "## Which file")].count("**Not in this LMS**") == 3


def test_all_targets_are_known() -> None:
    assert set(WRITTEN) >= set(TARGETS)
    assert {target for family in FAMILIES for target in family.targets} >= set(TARGETS)


def test_every_package_is_named_where_it_concerns() -> None:
    files = write(SITE)
    for family in FAMILIES:
        table = rows(files[f"install-{family.name}.en.md"], "## Which file")
        expected = {f"`{package.name}.zip`" for target, package in packages_of(SITE) if target.name in family.targets}
        assert {row[0] for row in table} == expected
        assert len(table) == len(expected)


@pytest.mark.parametrize(
    ("family", "targets", "whole", "first"),
    [
        ("moodle", ("scorm2004-3", "scorm12"), True, ["c-judged-scorm12", "c-plain-scorm12"]),
        ("brightspace", ("scorm2004-3", "scorm2004-4"), True, ["c-judged-scorm2004-4", "c-plain-scorm2004-4"]),
        ("blackboard", ("tincan",), True, ["c-judged-tincan", "c-plain-tincan"]),
        ("other", ("web", "cmi5"), False, ["c-judged-cmi5", "c-plain-cmi5"]),
    ],
)
def test_the_modules_of_the_best_target_come_first(
    family: str, targets: tuple[str, ...], whole: bool, first: list[str]
) -> None:
    files = write(site_of(JUDGED, PLAIN), *targets, whole=whole)
    table = rows(files[f"install-{family}.en.md"], "## Which file")
    assert [row[0] for row in table if row[3] == "**Start with this**"] == [f"`{name}.zip`" for name in first]
    assert [row[0] for row in table[: len(first)]] == [f"`{name}.zip`" for name in first]


def test_the_whole_course_comes_first_where_it_comes_alone() -> None:
    site = site_of(JUDGED, PLAIN)
    only = [each for each in packages_of(site, "scorm12") if each[1].whole]
    content = {file.path: file.content for file in guides(site, only)}["install-moodle.en.md"]
    assert isinstance(content, bytes)
    (row,) = rows(content.decode(), "## Which file")
    assert row == ["`c-whole-scorm12.zip`", "The whole course (2 modules)", "SCORM 1.2", "**Start with this**"]
    assert "There is a file for each module" not in content.decode()


def test_a_module_says_how_it_ends() -> None:
    table = rows(write(SITE)["install-canvas.en.md"], "## What each module reports")
    assert {row[0]: row[2] for row in table} == {
        "Module judged": "`passed` once all that the module asks for is done and the score is 70% or more; until then"
        " `incomplete`",
        "Module failing": "`incomplete` until all that the module asks for is done; then `passed` where the score is"
        " 70% or more, and `failed` for as long as it is lower",
        "Module scored": "`completed`, and a score from 0 to 100",
        "Module plain": "`completed`, without a score",
        "Module reading": "`completed`, without a score",
    }


@pytest.mark.parametrize(
    ("unit", "targets", "family", "said"),
    [
        (JUDGED, ("scorm12",), "moodle", None),
        (PLAIN, ("scorm2004-4",), "moodle", None),
        (JUDGED, ("scorm12", "scorm2004-4", "cmi5"), "canvas", "with `passed` in SCORM 2004 4th edition."),
        (JUDGED, ("cmi5", "tincan", "web"), "other", "with `passed` in cmi5, Tin Can (xAPI)."),
        (FAILING, ("scorm2004-3",), "moodle", "with `passed` and with `failed` in SCORM 2004 3rd edition."),
    ],
)
def test_where_two_statuses_come_together_they_are_told(
    unit: Unit, targets: tuple[str, ...], family: str, said: str | None
) -> None:
    text = write(site_of(unit), *targets)[f"install-{family}.en.md"]
    lines = [line for line in text.splitlines() if line.startswith("`completed` comes")]
    assert lines == ([] if said is None else [f"`completed` comes {said}"])


def test_a_course_to_take_in_order_says_so() -> None:
    linear = "meant to be taken in their order"
    assert linear not in write(SITE, "scorm12")["install-moodle.en.md"]
    assert linear in write(replace(SITE, linear=True), "scorm12")["install-moodle.en.md"]
    assert linear not in write(replace(SITE, units=(JUDGED,), linear=True), "scorm12")["install-moodle.en.md"]


def test_scorm_12_can_ask_for_an_order() -> None:
    text = write(replace(SITE, linear=True), "scorm12")["install-moodle.en.md"]
    assert "in SCORM 1.2 (with prerequisites)" in text
    assert "nor can SCORM 1.2" not in text


@pytest.mark.parametrize(
    ("language", "alone"),
    [
        ("en", "The whole course (one module)"),
        ("nl", "De hele cursus (één module)"),
        ("de", "Der ganze Kurs (ein Modul)"),
        ("fr", "Le cours entier (un seul module)"),
    ],
)
def test_a_course_of_one_module_is_not_told_as_one_of_several(language: str, alone: str) -> None:
    site = replace(site_of(JUDGED), language=language)
    words = guide_words("moodle", language)
    both = write(site, "scorm12")[f"install-moodle.{language}.md"]
    module = write(site, "scorm12", whole=False)[f"install-moodle.{language}.md"]
    whole = [each for each in packages_of(site, "scorm12") if each[1].whole]
    (only,) = [file.content.decode() for file in guides(site, whole) if file.path.startswith("install-moodle.")]
    assert f"| {alone} |" in both
    assert f"| {alone} |" in only
    assert [words["why_one"] in text for text in (both, module, only)] == [True, False, False]
    for text in (both, module, only):
        assert words["why_modules"] not in text
        assert words["why_whole"] not in text


def test_settings_elsewhere_depend_on_the_score() -> None:
    files = write(site_of(JUDGED, PLAIN), "scorm12")
    (brightspace, *_) = rows(files["install-brightspace.en.md"], "## Settings")
    expected = (
        "Create one, out of 100, for: `c-judged-scorm12.zip`, `c-whole-scorm12.zip`. None for: `c-plain-scorm12.zip`"
    )
    assert brightspace[1] == expected
    assert rows(files["install-blackboard.en.md"], "## Settings") == [
        ["`c-judged-scorm12.zip`", "**Grade SCORM** on, maximum score 100", "**SCORM Score**"],
        ["`c-plain-scorm12.zip`", "**Grade SCORM** off", "**SCORM Completion**"],
        [
            "`c-whole-scorm12.zip`",
            "**Grade SCORM** on, maximum score 100; **Grade individual SCOs** for: Module judged",
            "**SCORM Score**",
        ],
    ]
    assert [row[1] for row in rows(files["install-canvas.en.md"], "## Settings")] == [
        "Graded, out of 100 points",
        "Not graded",
        "Graded, out of 100 points",
    ]
    assert "take no grade" in write(site_of(PLAIN), "scorm12")["install-other.en.md"]


def test_long_names_are_told_where_they_matter() -> None:
    site = site_of(replace(JUDGED, id="a_module_with_a_name"), PLAIN)
    long = "- `c-a_module_with_a_name-scorm12.zip`"
    text = write(site, "scorm12")["install-other.en.md"]
    assert long in text
    assert "- `c-plain-scorm12.zip`" not in text


def test_who_to_ask_stands_at_the_end() -> None:
    asked = replace(SITE, contact=Contact(name="A *name*", email="a@example.org", url="https://example.org/"))
    for text in write(asked).values():
        assert text.endswith("- A \\*name\\*\n- <a@example.org>\n- <https://example.org/>\n")
    assert all("Questions about the course" not in text for text in write(SITE).values())


def test_what_an_author_writes_shows_as_it_is() -> None:
    text = "A | *b* [c](d) `e` <f> #g {h}\n_i_"
    (_, inline, _) = MarkdownIt().enable("table").parse(plain(text))
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}
    assert "".join(child.content for child in inline.children or ()) == "A | *b* [c](d) `e` <f> #g {h} _i_"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_is_whole_and_well_formed_in_every_language(language: str) -> None:
    for name, text in write(replace(SITE, language=language, linear=True, translation=language)).items():
        assert name.endswith(f".{language}.md")
        assert not re.search(r"[{}]|None%|Undefined", re.sub(r"\\[{}]", "", text)), name
        assert re.search(r"[^\n]\n\Z", text), name
        assert "\n\n\n" not in text, name
        assert not re.search(r"[ \t]$", text, re.MULTILINE), name
        for before, line in pairwise(text.splitlines()):
            assert not line.startswith("#") or before == "", f"{name}: {line}"
            if line.startswith("|"):
                cells = len(re.findall(r"(?<!\\)\|", line))
                assert not before.startswith("|") or cells == len(re.findall(r"(?<!\\)\|", before)), f"{name}: {line}"
                assert before.startswith("|") or before == "", f"{name}: {line}"
                assert "|  |" not in line, f"{name}: {line}"


def shape(text: str) -> list[tuple[str, int]]:
    """What a page is made of: its headings, lists and tables, and how much is in each, whatever they say."""
    tokens = MarkdownIt().enable("table").parse(text)
    depth = [token for token in tokens if token.type.endswith("_open")]
    return [(token.tag, token.level) for token in depth if token.tag != "p"]


@pytest.mark.parametrize("language", sorted({*LANGUAGES} - {"en"}))
def test_every_language_has_the_same_headings_lists_and_tables(language: str) -> None:
    english = write(SITE)
    other = write(replace(SITE, language=language))
    assert [name.replace(f".{language}.", ".en.") for name in other] == list(english)
    for name, text in english.items():
        translated = other[name.replace(".en.", f".{language}.")]
        assert shape(translated) == shape(text), name
        # Names of files, elements and statuses are the same everywhere.
        assert sorted(re.findall(r"`[^`]+`", translated)) == sorted(re.findall(r"`[^`]+`", text)), name


def test_the_same_site_gives_the_same_bytes() -> None:
    assert write(SITE) == write(SITE)


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(FileNotFoundError, match="no words in the language xx"):
        guide_words("moodle", "xx")


def test_no_sentence_is_left_in_english() -> None:
    def sentences(site: Site) -> set[str]:
        text = "\n".join(write(site).values())
        return {line for line in text.splitlines() if line.count(" ") > 8 and "**" not in line and "`" not in line}

    english = sentences(SITE)
    for language in sorted({*LANGUAGES} - {"en"}):
        assert not english & sentences(replace(SITE, language=language)), language
