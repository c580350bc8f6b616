"""What tests of several rooms need."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from lxml import etree

# Speed is measured in benchmarks; a busy machine is no reason for a test to fail.
settings.register_profile("untimed", deadline=None)
settings.register_profile("quick", settings.get_profile("untimed"), max_examples=15)
settings.load_profile("untimed")

SCHEMAS = Path(__file__).parents[2] / "shared" / "schemas"
"""The official schemas, where they are beside the checkout."""

_2004 = {
    "http://www.w3.org/XML/1998/namespace": "xml.xsd",
    "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
    "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
    "http://www.adlnet.org/xsd/adlseq_v1p3": "adlseq_v1p3.xsd",
    "http://www.adlnet.org/xsd/adlnav_v1p3": "adlnav_v1p3.xsd",
    "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
}

collect_ignore = ["packages", "courses", "course/mistakes"]
"""Folders of material, thousands of them, in none of which is a test."""


# The tests themselves are hundreds of thousands of objects that stay to the end: nothing to look through for garbage.
def pytest_collection() -> None:
    gc.disable()


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def scorm12_schema(tmp_path_factory: pytest.TempPathFactory) -> etree.XMLSchema:
    """The official XSDs of SCORM 1.2: of IMS Content Packaging with ADL's names."""
    folder = tmp_path_factory.mktemp("schemas")
    for path in _official("scorm12").glob("*.xsd"):
        # lxml refuses `xml:` as a default namespace, which ims_xml.xsd declares without need.
        text = path.read_text("utf-8").replace('xmlns="http://www.w3.org/XML/1998/namespace"', "")
        (folder / path.name).write_text(text, "utf-8")
    return etree.XMLSchema(etree.parse(str(folder / "adlcp_rootv1p2.xsd")))


@pytest.fixture(scope="session")
def imsmd_schema(tmp_path_factory: pytest.TempPathFactory) -> etree.XMLSchema:
    """The official XSD of metadata in SCORM 1.2, without the wildcards that make its content models ambiguous.

    So it lets nothing pass but the elements that it names.
    """
    folder = tmp_path_factory.mktemp("metadata")
    for name in ("ims_xml.xsd", "imsmd_rootv1p2p1.xsd"):
        text = (_official("scorm12") / name).read_text("utf-8")
        tree = etree.fromstring(text.replace('xmlns="http://www.w3.org/XML/1998/namespace"', "").encode())
        for wildcard in list(tree.iter("{http://www.w3.org/2001/XMLSchema}any")):
            wildcard.getparent().remove(wildcard)
        (folder / name).write_bytes(etree.tostring(tree))
    return etree.XMLSchema(etree.parse(str(folder / "imsmd_rootv1p2p1.xsd")))


@pytest.fixture(scope="session")
def scorm2004_schemas() -> dict[str, etree.XMLSchema]:
    """The official XSDs of SCORM 2004 by target, each with strict LOM, which only the 4th edition's set has."""
    lom = {"http://ltsc.ieee.org/xsd/LOM": _official("scorm2004_4") / "lom.xsd"}
    return {
        f"scorm2004-{edition}": _together(
            {name: _official(f"scorm2004_{edition}") / file for name, file in _2004.items()} | lom
        )
        for edition in ("3", "4")
    }


@pytest.fixture(scope="session")
def cmi5_schema() -> etree.XMLSchema:
    """The official XSD of a cmi5 course structure."""
    return etree.XMLSchema(etree.parse(str(_official("cmi5") / "CourseStructure.xsd")))


def _official(name: str) -> Path:
    if not SCHEMAS.is_dir():
        pytest.skip("the official schemas are not beside the checkout")
    return SCHEMAS / name


def _together(schemas: Mapping[str, Path]) -> etree.XMLSchema:
    """One schema out of several namespaces."""
    root = etree.Element("{http://www.w3.org/2001/XMLSchema}schema")
    for namespace, file in schemas.items():
        etree.SubElement(
            root, "{http://www.w3.org/2001/XMLSchema}import", namespace=namespace, schemaLocation=file.as_uri()
        )
    return etree.XMLSchema(root)
