"""`scormkit i18n`, and building a course in several languages."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from scormkit.cli import main

GOOD = Path(__file__).parents[1] / "courses" / "good"
NS = "{urn:oasis:names:tc:xliff:document:2.0}"
IMSCP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good course as ./course."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(GOOD, tmp_path / "course"))


def translate(file: Path, prefix: str = "NL ") -> None:
    """Every text translated, as a tool would write it."""
    tree = etree.parse(file)
    for segment in tree.iter(NS + "segment"):
        segment.set("state", "final")
        target = segment.find(NS + "target")
        target = etree.SubElement(segment, NS + "target") if target is None else target
        target.text = prefix + (segment.findtext(NS + "source") or "")
    tree.write(file, encoding="utf-8", xml_declaration=True)


def listed(course: Path, languages: str = "nl") -> None:
    file = course / "course.yaml"
    file.write_text(file.read_text().replace("language: en\n", f"language: en\ntranslations: [{languages}]\n"))


def manifest(package: Path) -> etree._Element:
    with zipfile.ZipFile(package) as archive:
        return etree.fromstring(archive.read("imsmanifest.xml"))


def test_out_and_back_and_built(course: Path) -> None:
    out = run("i18n", "export", "--to", "nl", "-o", "nl.xlf")
    assert (out.exit_code, out.stdout.split("  ")[0]) == (0, "nl.xlf")
    assert "0 translated, 0 outdated, " in out.stdout
    assert out.stderr == "To build the course in this language, add it in course.yaml: translations: [nl]\n"
    translate(Path("nl.xlf"))
    back = run("i18n", "import", "nl.xlf")
    assert (back.exit_code, back.stdout.split("  ")[0]) == (0, "course/i18n/nl.xlf")
    assert " 0 outdated, 0 missing\n" in back.stdout
    listed(course)
    built = run("build")
    assert (built.exit_code, built.stderr) == (0, "")
    assert [Path(line.split("  ")[0]).name for line in built.stdout.splitlines()] == [
        "good-m1-every-kind-scorm12.zip",
        "good-m2-reading-only-scorm12.zip",
        "good-a-good-course-scorm12.zip",
        "good-m1-every-kind-scorm12-nl.zip",
        "good-m2-reading-only-scorm12-nl.zip",
        "good-a-good-course-scorm12-nl.zip",
    ]
    record = json.loads(Path("dist/build.json").read_text())
    assert record["course"]["language"] == "en"
    assert [package["language"] for package in record["packages"]] == ["en"] * 3 + ["nl"] * 3
    with zipfile.ZipFile("dist/good-m1-every-kind-scorm12-nl.zip") as archive:
        page = archive.read("m1/whole.html").decode()
    assert '<html lang="nl">' in page
    assert "NL I want the" in page
    assert "Controleer" in page or "Antwoord" in page


@pytest.mark.slow
def test_an_lms_tells_the_languages_apart_and_a_learner_keeps_their_place(course: Path) -> None:
    run("i18n", "export", "--to", "nl")
    translate(course / "i18n" / "nl.xlf")
    listed(course)
    run("build")
    packages = sorted(Path("dist").glob("*.zip"))
    assert len({manifest(package).get("identifier") for package in packages}) == len(packages) == 6
    for name in ("good-m1-every-kind-scorm12", "good-a-good-course-scorm12"):
        own, dutch = manifest(Path(f"dist/{name}.zip")), manifest(Path(f"dist/{name}-nl.zip"))
        for tag in ("organization", "item", "resource"):
            ids = [[each.get("identifier") for each in root.iter(IMSCP + tag)] for root in (own, dutch)]
            assert ids[0] == ids[1]
        titles = [root.findtext(f".//{IMSCP}item/{IMSCP}title") for root in (own, dutch)]
        assert titles[1] == f"NL {titles[0]}"


@pytest.mark.slow
def test_one_language_alone_is_built(course: Path) -> None:
    run("i18n", "export", "--to", "nl")
    translate(course / "i18n" / "nl.xlf")
    listed(course)
    run("build", "-o", "all")
    assert run("build", "-o", "one", "-l", "nl").exit_code == 0
    names = sorted(file.name for file in Path("one").glob("*.zip"))
    assert names == sorted(file.name for file in Path("all").glob("*-nl.zip"))
    assert all(Path("one", name).read_bytes() == Path("all", name).read_bytes() for name in names)
    absent = run("build", "-l", "de", "-o", "none")
    assert absent.exit_code == 1
    assert "SK-SRC-071: the course is not translated into `de`" in absent.stderr
    assert run("build", "-l", "xx").exit_code == 2


@pytest.mark.slow
def test_what_is_missing_is_said_once_and_built(course: Path) -> None:
    listed(course)
    run("i18n", "export")
    built = run("build")
    assert built.exit_code == 0
    assert built.stderr.count("SK-SRC-075") == 1
    page = zipfile.ZipFile("dist/good-m1-every-kind-scorm12-nl.zip").read("m1/whole.html").decode()
    assert '<html lang="nl">' in page
    assert "I want the" in page


def test_an_error_in_a_translation_builds_nothing(course: Path) -> None:
    listed(course)
    run("i18n", "export")
    translate(course / "i18n" / "nl.xlf", "<b>x</b> ")
    built = run("build")
    assert built.exit_code == 1
    assert "course/i18n/nl.xlf:" in built.stderr
    assert not Path("dist").exists()


def test_export_goes_to_all_languages_of_the_course(course: Path) -> None:
    listed(course, "nl, fr")
    out = run("i18n", "export")
    assert [line.split("  ")[0] for line in out.stdout.splitlines()] == ["course/i18n/nl.xlf", "course/i18n/fr.xlf"]
    assert out.stderr == ""
    several = run("i18n", "export", "-o", "x.xlf")
    assert (several.exit_code, several.stderr) == (2, "Error: one file holds one language: say which one, with --to\n")


def test_what_cannot_run_is_exit_2() -> None:
    assert run("i18n", "export").exit_code == 2
    own = run("i18n", "export", "--to", "en")
    assert (own.exit_code, own.stderr) == (2, "Error: the course is written in en\n")
    absent = run("i18n", "import", "absent.xlf")
    assert absent.exit_code == 2
    assert absent.stderr == "Error: cannot read or write absent.xlf: No such file or directory\n"
    assert run("i18n", "import").exit_code == 2
    Path("file").write_text("")
    assert run("i18n", "export", "--to", "nl", "-o", "file/x.xlf").exit_code == 2


def test_errors_are_exit_1(course: Path) -> None:
    Path("old.xlf").write_text('<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>')
    refused = run("i18n", "import", "old.xlf")
    assert refused.exit_code == 1
    assert refused.stderr.startswith("old.xlf:1:1: fatal SK-SRC-072: the file is XLIFF 1.2")
    assert refused.stderr.endswith("Nothing was taken in: 1 fatal error in 1 file.\n")
    (course / "course.yaml").write_text("id: good\n")
    broken = run("i18n", "export", "--to", "nl")
    assert broken.exit_code == 1
    assert broken.stderr.endswith("nl: nothing was written: 5 errors in 1 file.\n")
    assert run("i18n", "export", "--to", "nl", "elsewhere").exit_code == 1


def test_an_unknown_text_is_said_and_kept(course: Path) -> None:
    listed(course)
    run("i18n", "export", "--to", "nl", "-o", "nl.xlf")
    translate(Path("nl.xlf"))
    content = Path("nl.xlf").read_text()
    Path("nl.xlf").write_text(content.replace("m2:title", "m2:was").replace(">Reading only<", ">Reading alone<"))
    back = run("i18n", "import", "nl.xlf", "--course", course)
    assert back.exit_code == 0
    assert ", 1 unknown\n" in back.stdout
    assert "since the course has no such text: m2:was\n" in back.stderr
    assert "m2:was" in (course / "i18n" / "nl.xlf").read_text()
