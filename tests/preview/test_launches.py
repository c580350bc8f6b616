from __future__ import annotations

import pytest

from scormkit.checking.source import XmlError
from scormkit.preview.launches import Launch, launches

MANIFEST = """<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" {manifest}>
  <organizations default="{default}">
    <organization identifier="o1"><item identifier="i0" identifierref="r1"><title>Other</title></item></organization>
    <organization identifier="o2">
      <title>All</title>
      <item identifier="group"><title>Group</title>
        <item identifier="i1" identifierref="r1" {item}><title> One </title></item>
      </item>
      <item identifier="i2" identifierref="r2"/>
      <item identifier="i3" identifierref="nowhere"><title>Three</title></item>
      <item identifier="i4" identifierref="r3"><title>Four</title></item>
    </organization>
  </organizations>
  <resources {resources}>
    <resource identifier="r1" href="one.html" {resource}/>
    <resource identifier="r2" href="two.html"/>
    <resource identifier="r3"/>
  </resources>
</manifest>"""


def read(**parts):
    values = {"manifest": "", "item": "", "resources": "", "resource": "", "default": "o2"} | parts
    return launches(MANIFEST.format(**values).encode())


def test_the_default_organization_in_order_and_only_what_can_be_launched():
    assert read() == (Launch("i1", "One", "one.html"), Launch("i2", "", "two.html"))


def test_without_a_valid_default_the_first_organization_is_taken():
    assert [each.identifier for each in read(default="gone")] == ["i0"]


def test_the_bases_add_up():
    found = read(manifest='xml:base="a/"', resources='xml:base="b/"', resource='xml:base="c/"')
    assert [each.href for each in found] == ["a/b/c/one.html", "a/b/two.html"]


@pytest.mark.parametrize(
    ("parameters", "href"),
    [
        ("x=1", "one.html?x=1"),
        ("?x=1", "one.html?x=1"),
        ("&amp;x=1", "one.html?x=1"),
        ("#p", "one.html#p"),
        ("?#p", "one.html#p"),
        ("", "one.html"),
    ],
)
def test_the_parameters_follow_the_address(parameters, href):
    assert read(item=f'parameters="{parameters}"')[0].href == href


def test_parameters_are_added_to_those_that_the_address_has():
    assert launches(
        MANIFEST.format(manifest="", item='parameters="?y=2"', resources="", resource="", default="o2")
        .replace('"one.html"', '"one.html?x=1"')
        .encode()
    )[0].href.endswith("?x=1&y=2")


def test_the_namespace_does_not_matter():
    assert launches(
        b'<manifest><organizations><organization><item identifier="i" identifierref="r"/></organization>'
        b"</organizations>"
        b'<resources><resource identifier="r" href="a.html"/></resources></manifest>'
    ) == (Launch("i", "", "a.html"),)


def test_what_is_no_manifest_is_refused():
    with pytest.raises(ValueError, match="no organization"):
        launches(b"<manifest/>")
    with pytest.raises(XmlError):
        launches(b"<manifest>")


def test_a_manifest_that_could_pull_in_other_files_is_refused():
    manifest = b"""<!DOCTYPE manifest [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
      <manifest><organizations><organization>
        <item identifier="i" identifierref="r"><title>&secret;</title></item>
      </organization></organizations><resources><resource identifier="r" href="a.html"/></resources></manifest>"""
    with pytest.raises(XmlError, match="DOCTYPE"):
        launches(manifest)
