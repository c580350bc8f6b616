"""What the checker reads from the XSDs and DTDs of a package."""

from __future__ import annotations

import tomllib
from typing import get_args

import pytest

from scormkit.checking import schemas
from scormkit.checking.schemas import MOST_NEEDED, member_at, published, read_schema
from scormkit.control_documents import Edition, control_documents

XSD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x">{}</xs:schema>'


def of(inner: str, member: str = "x.xsd") -> schemas.Schema:
    return read_schema(XSD.format(inner).encode(), member)


@pytest.mark.parametrize("edition", get_args(Edition))
def test_the_meanings_of_the_published_schemas_are_those_that_are_written_down(edition: Edition) -> None:
    documents = control_documents(edition)
    if set(documents.missing):
        pytest.skip("this installation lacks the official control documents")
    told = tomllib.loads((schemas.SETS).read_text("utf-8"))[edition]
    files = {name: read_schema(content, name) for name, content in documents.files if not name.startswith("lom")}
    assert told == {name: schema.meaning for name, schema in files.items() if name.endswith(".xsd")}
    for name, meaning in told.items():
        assert meaning in published()[name]


def test_layout_comments_and_annotations_do_not_change_what_a_schema_means() -> None:
    plain = of('<xs:element name="a" type="xs:string"/>')
    spread = of('\n <!-- c -->\n<xs:annotation><xs:documentation>d</xs:documentation></xs:annotation>'
                "<xs:element\n type='xs:string'   name='a'></xs:element>\n")  # fmt: skip
    assert plain.digest != spread.digest
    assert plain.meaning == spread.meaning
    assert of('<xs:element name="a" type="xs:token"/>').meaning != plain.meaning
    assert of('<xs:element name="a" type="xs:string"><xs:b/></xs:element>').meaning != plain.meaning


def test_the_place_of_another_schema_is_needed_and_means_nothing() -> None:
    here = of('<xs:import namespace="urn:y" schemaLocation="y.xsd"/><xs:include schemaLocation="../z%20z.xsd"/>')
    there = of('<xs:import namespace="urn:y" schemaLocation="http://example.org/y.xsd"/><xs:include/>')
    assert here.needs == ("y.xsd", "../z%20z.xsd")
    assert here.members("common/x.xsd") == ("common/y.xsd", "z z.xsd")
    assert there.members("x.xsd") == ()
    assert here.meaning == there.meaning


def test_what_stands_in_a_comment_or_an_annotation_is_not_needed() -> None:
    inside = '<xs:annotation><xs:appinfo><xs:import schemaLocation="no.xsd"/></xs:appinfo></xs:annotation>'
    assert of(f'<!-- <xs:include schemaLocation="no.xsd"/> -->{inside}').needs == ()


def test_a_dtd_that_a_schema_is_written_by_is_needed_and_so_is_what_it_names() -> None:
    doctype = b'<!DOCTYPE xs:schema PUBLIC "-//W3C//DTD XMLSCHEMA 200102//EN" "XMLSchema.dtd">'
    assert read_schema(doctype + XSD.format("").encode(), "xml.xsd").needs == ("XMLSchema.dtd",)
    assert read_schema(b"<!ELEMENT a ANY>", "XMLSchema.dtd").needs == ("datatypes.dtd",)


def test_an_entity_is_never_expanded_and_broken_xml_means_its_bytes() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "' + b"c" * 1000 + b'">]><a>&b;</a>'
    for data in (bomb, b"<a>", b"", b"\xff\xfe\x00"):
        schema = read_schema(data, "x.xsd")
        assert schema.meaning == schema.digest


def test_a_schema_that_needs_endlessly_many_is_followed_to_a_limit() -> None:
    many = "".join(f'<xs:include schemaLocation="{number}.xsd"/>' for number in range(MOST_NEEDED + 5))
    assert len(of(many).needs) == MOST_NEEDED


@pytest.mark.parametrize(
    ("location", "member", "found"),
    [
        ("a.xsd", "imsmanifest.xml", "a.xsd"),
        ("a.xsd", "meta/one.xml", "meta/a.xsd"),
        ("../a.xsd", "meta/one.xml", "a.xsd"),
        ("../a.xsd", "imsmanifest.xml", "../a.xsd"),
        ("http://www.w3.org/2001/xml.xsd", "imsmanifest.xml", None),
    ],
)
def test_a_location_is_a_member_beside_the_file_that_names_it(location: str, member: str, found: str | None) -> None:
    assert member_at(location, member) == found
