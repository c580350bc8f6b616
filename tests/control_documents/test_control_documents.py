"""The control documents of each edition: which they are, that they hold together, and what is said where they lack."""

from __future__ import annotations

import re
import shutil
from pathlib import Path, PurePosixPath
from typing import get_args

import pytest
from lxml import etree

import scormkit.control_documents as room
from scormkit.archive.naming import unsafe
from scormkit.control_documents import ControlDocuments, Edition, control_documents
from tests.control_documents.lom_judges import LOM, OURS, SHARED

EDITIONS: tuple[Edition, ...] = get_args(Edition)
SCORM_2004 = EDITIONS[1:]
IMSSS = "auxresource control delivery limit objective random rollup seqrule util"
SET_2004 = {f"imsss_v1p0{part}.xsd" for part in ("", *IMSSS.split())} | {
    *("imscp_v1p1.xsd", "adlcp_v1p3.xsd", "adlseq_v1p3.xsd", "adlnav_v1p3.xsd"),
    *("xml.xsd", "XMLSchema.dtd", "datatypes.dtd"),
}
ASKED_FOR = {
    "scorm12": {"imscp_rootv1p1p2.xsd", "adlcp_rootv1p2.xsd", "imsmd_rootv1p2p1.xsd", "ims_xml.xsd"},
    "scorm2004-3": SET_2004,
    "scorm2004-4": SET_2004,
}
LOM_PARTS = {path.name for path in OURS.glob("lom_*.xsd")}

each = pytest.mark.parametrize("edition", EDITIONS)


@pytest.fixture
def lacking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The room in an installation that was built without a network."""
    here = tmp_path / "control_documents"
    shutil.copytree(Path(room.__file__).parent, here, ignore=shutil.ignore_patterns("official"))
    monkeypatch.setattr(room, "_HERE", here)
    return here


def whole(edition: Edition) -> ControlDocuments:
    """The documents of an edition, where this installation has them all."""
    found = control_documents(edition)
    if found.missing:
        pytest.skip("scormkit was installed without the official control documents")
    return found


@each
def test_what_conformance_asks_for_is_here_or_missing(edition: Edition) -> None:
    found = control_documents(edition)
    names = [name for name, _ in found.files]
    assert names == sorted(names)
    assert list(found.missing) == sorted(found.missing)
    own = set() if edition == "scorm12" else {"lom.xsd", *LOM_PARTS}
    assert {*names, *found.missing} == ASKED_FOR[edition] | own
    assert not own & set(found.missing)
    assert not any(unsafe(name) or "/" in name for name in names)
    assert control_documents(edition) == found


@each
def test_without_the_official_sets_our_own_are_given_and_the_others_named(edition: Edition, lacking: Path) -> None:
    found = control_documents(edition)
    assert set(found.missing) == ASKED_FOR[edition]
    assert {name for name, _ in found.files} == (set() if edition == "scorm12" else {"lom.xsd", *LOM_PARTS})
    assert found.schema_location == ("" if edition == "scorm12" else f"{LOM} lom.xsd")


def test_a_file_that_is_not_what_it_should_be_is_missing(lacking: Path) -> None:
    folder = lacking / "official" / "scorm12"
    folder.mkdir(parents=True)
    (folder / "ims_xml.xsd").write_bytes(b"<schema/>")
    (folder / "stranger.xsd").write_bytes(b"<schema/>")
    found = control_documents("scorm12")
    assert found.files == ()
    assert "ims_xml.xsd" in found.missing


def test_an_edition_without_control_documents_is_refused() -> None:
    with pytest.raises(ValueError, match="cmi5"):
        control_documents("cmi5")  # type: ignore[arg-type]


@each
def test_each_namespace_is_described_by_the_file_that_is_named_for_it(edition: Edition) -> None:
    documents = whole(edition)
    files, words = dict(documents.files), documents.schema_location.split()
    pairs = list(zip(words[::2], words[1::2], strict=True))
    assert len(pairs) == (3 if edition == "scorm12" else 6)
    for namespace, name in pairs:
        assert etree.fromstring(files[name]).get("targetNamespace") == namespace


@each
def test_whatever_a_schema_refers_to_is_in_the_package(edition: Edition) -> None:
    """Nothing has to be fetched to validate a manifest, but for W3C's own note in xml.xsd of where it comes from."""
    files = dict(whole(edition).files)
    for name, content in files.items():
        text = content.decode("utf-8-sig" if b"encoding" not in content[:80] else "iso-8859-1")
        uncommented = re.sub(r"<!--.*?-->|<(xsd?:)?documentation.*?</(xsd?:)?documentation>", "", text, flags=re.DOTALL)
        referred = re.findall(r'schemaLocation\s*=\s*"([^"]*)"', uncommented)
        if name.endswith(".xsd"):
            referred += re.findall(r'<!DOCTYPE[^>"]*"[^"]*"\s*"([^"]*)"', uncommented)
        assert set(referred) <= files.keys(), name


@pytest.mark.parametrize("edition", SCORM_2004)
def test_the_schemas_of_2004_can_be_used_together_with_ours(edition: Edition, tmp_path: Path) -> None:
    documents = whole(edition)
    for name, content in documents.files:
        (tmp_path / name).write_bytes(content)
    imported = r'<xs:import namespace="\1" schemaLocation="\2"/>'
    imports = re.sub(r"(\S+) (\S+) ?", imported, documents.schema_location)
    (tmp_path / "all.xsd").write_text(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>')
    schema = etree.XMLSchema(etree.parse(str(tmp_path / "all.xsd"), etree.XMLParser(no_network=True)))
    manifest = """<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="m"><metadata>
        <schema>ADL SCORM</schema><schemaversion>2004</schemaversion>
        <lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general>{}</general></lom></metadata>
        <organizations default="o"><organization identifier="o"><title>T</title>
        <item identifier="i"><title>I</title>
        <sequencing xmlns="http://www.imsglobal.org/xsd/imsss"><controlMode flow="{}"/></sequencing>
        </item></organization></organizations><resources/></manifest>"""
    assert schema.validate(etree.fromstring(manifest.format("<title/>", "true"))), schema.error_log
    assert not schema.validate(etree.fromstring(manifest.format("<title/><title/>", "true")))
    assert not schema.validate(etree.fromstring(manifest.format("<title/>", "often")))


# The official fourth edition has another remark in its DTDs and has xml.xsd fetched; ours finds it in the package.
DIFFERENT = {"scorm2004-4": {"XMLSchema.dtd", "datatypes.dtd", "imscp_v1p1.xsd"}}


@each
def test_they_are_the_files_that_were_published(edition: Edition) -> None:
    folder = SHARED / "schemas" / edition.replace("-", "_")
    if not folder.is_dir():
        pytest.skip("the official schemas are not beside the checkout")
    files = dict(whole(edition).files)
    unlike = {
        name
        for name in ASKED_FOR[edition]
        if files[name].replace(b"\r\n", b"\n") != (folder / name).read_bytes().replace(b"\r\n", b"\n")
    }
    assert unlike == DIFFERENT.get(edition, set())


def test_our_schemas_are_plain_text_that_any_tool_reads() -> None:
    for path in OURS.iterdir():
        content = path.read_bytes()
        assert PurePosixPath(path.name).suffix == ".xsd"
        assert content.isascii()
        assert b"\r" not in content
        assert content.endswith(b"</xs:schema>\n")
