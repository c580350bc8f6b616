"""Whatever the official schema of SCORM 1.2 refuses, `check` refuses too.

The schema is a floor: it is asked about hundreds of small changes to one manifest that uses all of the binding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from lxml import etree

from scormkit.checking import check
from tests.checking.mutations import Change, attributed, begun_by, called, ended_by, moved, saying

CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADLCP = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
XML = "{http://www.w3.org/XML/1998/namespace}"
FULL = """\
<manifest identifier="M12" version="1.1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="O1"><organization identifier="O1" structure="hierarchical"><title>Course</title>
    <item identifier="I1" identifierref="R1" isvisible="true" parameters="?a=1"><title>One</title>
      <adlcp:prerequisites type="aicc_script">I2</adlcp:prerequisites>
      <adlcp:maxtimeallowed>0001:00:00</adlcp:maxtimeallowed>
      <adlcp:timelimitaction>exit,no message</adlcp:timelimitaction>
      <adlcp:datafromlms>x</adlcp:datafromlms><adlcp:masteryscore>80</adlcp:masteryscore></item>
    <item identifier="I2"><title>Two</title><item identifier="I3" identifierref="R1"><title>Three</title></item></item>
  </organization></organizations>
  <resources>
    <resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="index.html"><metadata/>
      <file href="index.html"><metadata/></file><dependency identifierref="R2"/></resource>
    <resource identifier="R2" type="webcontent" adlcp:scormtype="asset"/>
  </resources>
</manifest>
"""

TAGS = (CP + "title", CP + "metadata", CP + "file", ADLCP + "location")
ATTRIBUTES = ("foo", "href", "identifier", ADLCP + "foo", ADLCP + "scormtype", XML + "lang")


def changes(element: etree._Element) -> Iterator[tuple[str, Change]]:
    yield from moved(element)
    yield from called(CP + "titel", element.tag.rpartition("}")[2], CP + "item")
    yield from begun_by(*TAGS)
    yield from ended_by(*TAGS)
    yield from saying("", "x" * 300, " text ")
    yield from attributed(element, ("", "x" * 3000, "1 bad value"), ATTRIBUTES, "v")


@pytest.mark.slow
def test_what_the_schema_refuses_is_an_error(
    scorm12_schema: etree.XMLSchema, make_zip: Callable[[Mapping[str, bytes]], Path], good_files: dict[str, bytes]
) -> None:
    official = scorm12_schema
    missed, refused = [], 0
    for index, element in enumerate(etree.fromstring(FULL).iter()):
        for what, change in changes(element):
            tree = etree.fromstring(FULL)
            change(list(tree.iter())[index])
            data = etree.tostring(tree)
            if not official.validate(etree.fromstring(data)):
                refused += 1
                if not check(make_zip({**good_files, "imsmanifest.xml": data})).has_errors:
                    missed.append(f"{element.tag} {what}: {official.error_log.last_error}")
    assert missed == []
    assert refused > 300
    assert official.validate(etree.fromstring(FULL))
    assert not check(make_zip({**good_files, "imsmanifest.xml": FULL.encode()})).has_errors
