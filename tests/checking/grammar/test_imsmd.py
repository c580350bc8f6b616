"""The grammar of SCORM 1.2's metadata against the official schema: a floor for findings, a ceiling for errors.

The schema is ambiguous ("any element" follows the optional ones), so only a processor that tolerates that can read it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import xmlschema
from lxml import etree

from scormkit.checking.grammar.bindings import grammars_of
from scormkit.checking.grammar.judge import judge
from scormkit.checking.source import read_xml
from scormkit.checking.vocabulary import Edition
from tests.checking.mutations import Change, begun_by, called, ended_by, moved, saying
from tests.control_documents.lom_judges import SHARED

OFFICIAL = SHARED / "schemas" / "scorm12"
BESIDE = pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official schemas are not beside the checkout")
IMSMD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def text(content: str = "a", language: str = "en") -> str:
    return f'<langstring xml:lang="{language}">{content}</langstring>'


def term(value: str) -> str:
    return f"<source>{text('LOMv1.0', 'x-none')}</source><value>{text(value, 'x-none')}</value>"


FULL = f"""<lom xmlns="{IMSMD}">
<general><identifier>a</identifier><title>{text()}{text("b", "nl")}</title>
  <catalogentry><catalog>URI</catalog><entry>{text("urn:a", "x-none")}</entry></catalogentry>
  <language>en</language><description>{text()}</description><keyword>{text()}</keyword><keyword>{text()}</keyword>
  <coverage>{text()}</coverage><structure>{term("Linear")}</structure><aggregationlevel>{term("2")}</aggregationlevel>
</general>
<lifecycle><version>{text("1")}</version><status>{term("Final")}</status>
  <contribute><role>{term("Author")}</role><centity><vcard>BEGIN:VCARD</vcard></centity>
    <date><datetime>2026-09-01</datetime><description>{text()}</description></date></contribute></lifecycle>
<metametadata><metadatascheme>ADL SCORM 1.2</metadatascheme><language>en</language></metametadata>
<technical><format>text/html</format><size>1000</size><location type="URI">index.html</location>
  <requirement><type>{term("Browser")}</type><name>{term("Any")}</name><minimumversion>1</minimumversion></requirement>
  <installationremarks>{text()}</installationremarks><duration><datetime>PT1H</datetime></duration></technical>
<educational><interactivitytype>{term("Mixed")}</interactivitytype><context>{term("Other")}</context>
  <typicallearningtime><datetime>PT1H</datetime></typicallearningtime><description>{text()}</description></educational>
<rights><cost>{term("no")}</cost><description>{text()}</description></rights>
<relation><kind>{term("Requires")}</kind><resource><description>{text()}</description></resource></relation>
<annotation><person><vcard>BEGIN:VCARD</vcard></person><description>{text()}</description></annotation>
<classification><purpose>{term("Idea")}</purpose>
  <taxonpath><source>{text()}</source><taxon><id>1</id><entry>{text()}</entry></taxon></taxonpath></classification>
</lom>"""


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> xmlschema.XMLSchema:
    """The official one; the schema of `xml:` beside it, which binds a reserved prefix, is mended."""
    folder = tmp_path_factory.mktemp("imsmd")
    mended = (OFFICIAL / "ims_xml.xsd").read_bytes().replace(b'xmlns="http://www.w3.org/XML/1998/namespace"', b"", 1)
    (folder / "ims_xml.xsd").write_bytes(mended)
    path = folder / "imsmd_rootv1p2p1.xsd"
    path.write_bytes((OFFICIAL / path.name).read_bytes())
    return xmlschema.XMLSchema(str(path), validation="lax", allow="local", defuse="always")


def found(record: bytes) -> set[str]:
    return {one.clause for one in judge(read_xml(record, "metadata.xml"), grammars_of(Edition.SCORM_12))}


def changes(element: etree._Element) -> Iterator[tuple[str, Change]]:
    name = etree.QName(element).localname
    if element.getparent() is not None:
        yield from moved(element)
        yield from called(f"{{{IMSMD}}}{name}s", f"{{{IMSMD}}}string", name)
    others = [f"{{{IMSMD}}}{other}" for other in ("title", "langstring", "source")]
    yield from begun_by(*others)
    yield from ended_by(*others)
    yield from saying("", "text")
    for attribute, value in ((LANG, "in Dutch"), ("language", "nl"), ("type", "URI"), ("type", "IRI")):
        yield f"{attribute}={value}", lambda one, key=attribute, value=value: one.set(key, value)


def mutations() -> Iterator[tuple[str, bytes]]:
    for index, element in enumerate(etree.fromstring(FULL).iter()):
        for what, change in changes(element):
            tree = etree.fromstring(FULL)
            change(list(tree.iter())[index])
            yield f"{etree.QName(element).localname} {what}", etree.tostring(tree)


def test_the_full_record_is_let_in() -> None:
    assert found(FULL.encode()) == set()


@BESIDE
def test_the_schema_lets_the_full_record_in(schema: xmlschema.XMLSchema) -> None:
    assert schema.is_valid(FULL)


@pytest.mark.slow
@BESIDE
def test_what_the_schema_refuses_is_found_and_what_it_lets_in_is_no_error(schema: xmlschema.XMLSchema) -> None:
    missed, wronged, refused = [], [], 0
    for what, record in mutations():
        right, clauses = schema.is_valid(record.decode()), found(record)
        refused += not right
        if not right and not clauses:
            missed.append(what)
        if right and clauses - {"L-104"}:
            wronged.append((what, clauses))
    assert (missed, wronged) == ([], [])
    assert refused > 300
