"""What findings tell people: about files that others made, in their own kinds of mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormkit.checking import check
from scormkit.diagnostics import Diagnostic
from tests.packages.cases import base, case, cases, laid_out

HEAD = """<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
 xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="o"><organization identifier="o"><title>T</title>
<item identifier="i" identifierref="r"><title>T</title></item></organization></organizations>
<resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="index.html">
<file href="index.html"/></resource></resources></manifest>"""
COURSE = """<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id="https://example.org/c"><title><langstring lang="en">C</langstring></title>
<description><langstring lang="en">C</langstring></description></course>
<au id="https://example.org/c/1"><title><langstring lang="en">U</langstring></title>
<description><langstring lang="en">U</langstring></description><url>https://example.org/u</url></au>
</courseStructure>"""


def only(path: Path, text: str) -> Diagnostic:
    path.write_text(text, encoding="utf-8")
    (found,) = check(path)
    return found


def test_a_structure_file_on_its_own_is_the_file_that_was_given(tmp_path: Path) -> None:
    path = tmp_path / "imsmanifest.xml"
    found = only(path, HEAD.replace('default="o"', 'default="p"'))
    assert str(found.location) == f"{path}:4:16"
    assert found.location.member is None


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("<manifest ", '<manifest xsi:schemaLocation="a b" ',
         'declare the prefix: xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" on the root element'),
        ("</metadata>", "<lom:lom/></metadata>", 'declare the prefix: xmlns:lom="…" on the root element'),
        ("</metadata>", "<lom:lom a:b=''/></metadata>", 'declare the prefix: xmlns:prefix="…" on the root element'),
    ],
)  # fmt: skip
def test_a_prefix_that_is_not_declared_is_named(tmp_path: Path, old: str, new: str, hint: str) -> None:
    found = only(tmp_path / "imsmanifest.xml", HEAD.replace(old, new, 1))
    assert (found.id, found.hint) == ("SK-XML-001", hint)


def test_a_mistyped_namespace_is_named_where_its_attribute_is_missed(tmp_path: Path) -> None:
    found = only(tmp_path / "imsmanifest.xml", HEAD.replace("http://www.adlnet.org", "http://adlnet.org"))
    assert found.message == "adlcp:scormtype is in the namespace http://adlnet.org/xsd/adlcp_rootv1p2"
    assert found.hint == 'write xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" on the root element'


def test_a_resource_without_an_identifier_is_called_by_its_page(tmp_path: Path) -> None:
    path = tmp_path / "imsmanifest.xml"
    text = HEAD.replace(' identifierref="r"', "").replace('identifier="r" ', "").replace(' adlcp:scormtype="sco"', "")
    path.write_text(text, encoding="utf-8")
    assert "the resource `index.html` has no adlcp:scormtype" in [found.message for found in check(path)]


def test_an_attribute_of_cmi5_that_is_written_as_an_element(tmp_path: Path) -> None:
    found = only(tmp_path / "cmi5.xml", COURSE.replace("</au>", "<moveOn>Passed</moveOn></au>"))
    assert found.message == "<moveOn> has no place in <au>"
    assert found.hint == 'write it as an attribute: <au moveOn="…">'


def test_a_relative_address_without_a_zip_says_what_to_check_instead(tmp_path: Path) -> None:
    found = only(tmp_path / "cmi5.xml", COURSE.replace("https://example.org/u", "index.html"))
    assert found.id == "SK-CM5-016"
    assert found.hint is not None
    assert found.hint.startswith("if the files come along, check their folder or zip")


def test_a_mistyped_namespace_of_sequencing_is_told_with_the_right_one(tmp_path: Path) -> None:
    text = (
        HEAD.replace("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "http://www.imsglobal.org/xsd/imscp_v1p1")
        .replace("http://www.adlnet.org/xsd/adlcp_rootv1p2", "http://www.adlnet.org/xsd/adlcp_v1p3")
        .replace("scormtype", "scormType")
        .replace("1.2<", "2004 4th Edition<")
        .replace("</item>", '<sequencing xmlns="http://www.imsglobal.org/xsd/imssequencing_v1p0"/></item>')
    )
    path = tmp_path / "imsmanifest.xml"
    path.write_text(text, encoding="utf-8")
    (found,) = (one for one in check(path) if one.id == "SK-XML-010")
    assert found.hint is not None
    assert "for the `sequencing` of SCORM write the namespace http://www.imsglobal.org/xsd/imsss;" in found.hint


def test_pages_that_all_depend_on_each_other_are_one_problem(tmp_path: Path) -> None:
    every = range(20)
    pages = "".join(
        f'<resource identifier="p{me}" type="webcontent" adlcp:scormType="asset"><file href="{me}.html"/>'
        + "".join(f'<dependency identifierref="p{one}"/>' for one in every if one != me)
        + "</resource>"
        for me in every
    )
    text = (
        HEAD.replace("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "http://www.imsglobal.org/xsd/imscp_v1p1")
        .replace("http://www.adlnet.org/xsd/adlcp_rootv1p2", "http://www.adlnet.org/xsd/adlcp_v1p3")
        .replace("scormtype", "scormType")
        .replace("1.2<", "2004 4th Edition<")
        .replace("</resource>", '<dependency identifierref="p0"/></resource>')
        .replace("</resources>", f"{pages}</resources>")
    )
    path = tmp_path / "imsmanifest.xml"
    path.write_text(text, encoding="utf-8")
    (found,) = (one for one in check(path) if one.id == "SK-S24-319")
    assert found.message == "resources depend on each other in a circle: p0 → p1 → p0"


def test_inline_scripts_are_told_once_a_package(tmp_path: Path) -> None:
    (case,) = [one for one in cases() if one.folder.name == "OWN-inline-scripts-on-two-pages-info"]
    (found,) = check(laid_out(case.files, tmp_path), display="course")
    assert (found.message, found.location.member) == ("2 pages hold scripts, this one first", "index.html")


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        (b"Rar!\x1a\x07\x01\x00", "this file is a RAR archive, not a zip", "unpack it, and make a zip of its files"),
        (b"7z\xbc\xaf\x27\x1c", "this file is a 7-Zip archive, not a zip", "unpack it, and make a zip of its files"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this file is a document of an old version of Office, not a zip",
         "give the zip that an authoring tool exports for an LMS"),
        (b"<!DOCTYPE html><title>Log in</title>", "this file is a web page, not a zip",
         "open it in a browser: a server may have sent an error or a log-in page in place of the package"),
        (b"\x00" * 100, "this file is not a zip", "make the zip again and check that all of it arrives"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_zip_is_called_what_it_is(tmp_path: Path, data: bytes, message: str, hint: str) -> None:
    path = tmp_path / "package.zip"
    path.write_bytes(data)
    (found,) = check(path)
    assert (found.id, found.message, found.hint) == ("SK-PKG-001", message, hint)


def test_a_zip_that_is_something_else_is_called_what_it_is(tmp_path: Path) -> None:
    for name, what in (("word-document", "a Word document"), ("epub", "an EPUB"), ("h5p-activity", "an H5P activity")):
        (found,) = check(laid_out(case(f"other/PKG-02-{name}-error").files, tmp_path / name))
        assert found.message == f"this is {what}, and no package: it has no imsmanifest.xml"


@pytest.mark.parametrize(
    ("standard", "old", "new", "hint"),
    [
        ("scorm12", 'adlcp:scormtype="sco"', 'scormtype="sco"',
         "it belongs to the namespace http://www.adlnet.org/xsd/adlcp_rootv1p2, so write it with the prefix of that"),
        ("scorm2004", 'adlcp:scormType="sco"', 'scormType="sco"',
         "it belongs to the namespace http://www.adlnet.org/xsd/adlcp_v1p3, so write it with the prefix of that"),
        ("scorm2004", "<title>To read</title>", '<title xmlns="">To read</title>',
         "it is in no namespace; write it in that of <item>"),
        ("scorm2004", "<title>To read</title>", "<titel>To read</titel>", "did you mean `title`?"),
        ("scorm12", "<title>Start</title>",
         "<adlcp:masteryscore>80</adlcp:masteryscore><title>Start</title><metadata/>",
         "move it before the <adlcp:masteryscore> of line 13"),
        ("scorm12", '<file href="course.js"/>', '<file href="course.js"/><file href="#top"/>',
         "add the file to the package, or correct the href"),
    ],
)  # fmt: skip
def test_one_slip_gets_one_finding_that_cures_it(tmp_path: Path, standard: str, old: str, new: str, hint: str) -> None:
    files = base(f"{standard}/base")
    manifest = files["imsmanifest.xml"].decode()
    assert old in manifest
    files["imsmanifest.xml"] = manifest.replace(old, new).encode()
    (found,) = check(laid_out(files, tmp_path))
    assert found.hint == hint


def test_one_wrong_declaration_of_a_namespace_is_told_once(tmp_path: Path) -> None:
    files = base("scorm2004/base")
    manifest = files["imsmanifest.xml"].decode()
    files["imsmanifest.xml"] = manifest.replace("http://www.adlnet.org/xsd/adlcp_v1p3", "urn:example:adlcp").encode()
    assert [one.id for one in check(laid_out(files, tmp_path))].count("SK-S24-303") == 1


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("R & D", "write a bare & as &amp;"),
        ("a&nbsp;b", "write &#160; instead of &nbsp;, which is HTML"),
        ("&logo;", "write the character itself instead of &logo;, or a bare & as &amp;"),
    ],
)
def test_an_ampersand_that_xml_does_not_know_is_cured(tmp_path: Path, written: str, hint: str) -> None:
    found = only(tmp_path / "imsmanifest.xml", HEAD.replace("<title>T</title>", f"<title>{written}</title>", 1))
    assert (found.id, found.hint) == ("SK-XML-001", hint)


def test_a_zip_that_holds_the_package_is_told_to_be_unpacked(tmp_path: Path) -> None:
    found = {one.id: one for one in check(laid_out({"course.zip": b"PK\x05\x06" + b"\x00" * 18}, tmp_path))}
    assert set(found) == {"SK-PKG-002", "SK-PKG-009"}
    assert found["SK-PKG-002"].hint == "unpack it: the package may be course.zip, which lies in it"


def test_what_a_hint_writes_can_stand_in_a_manifest(tmp_path: Path) -> None:
    name = 'Q&A "5 %" #1?.txt'
    found = {one.id: one for one in check(laid_out(base("scorm12/base") | {name: b"x"}, tmp_path))}
    href = "Q&amp;A &quot;5 %25&quot; %231%3F.txt"
    assert f'add <file href="{href}"/>' in (found["SK-PKG-008"].hint or "")
    manifest = (tmp_path / "imsmanifest.xml").read_text("utf-8")
    listed = manifest.replace('<file href="index.html"/>', f'<file href="index.html"/><file href="{href}"/>')
    (tmp_path / "imsmanifest.xml").write_text(listed, "utf-8")
    assert {one.id for one in check(tmp_path)} == {"SK-PKG-018"}


def test_what_is_too_long_is_told_by_its_length(tmp_path: Path) -> None:
    files = base("scorm2004/base")
    files["imsmanifest.xml"] = files["imsmanifest.xml"].replace(b"To read", b"x" * 201)
    (found,) = check(laid_out(files, tmp_path))
    assert (found.message, found.hint) == (
        "<title> is 201 characters long",
        "it should be at most 200 characters long",
    )
