"""What tests of several rooms need."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

SCHEMAS = Path(__file__).parents[2] / "shared" / "schemas" / "scorm12"


@pytest.fixture(scope="session")
def scorm12_schema(tmp_path_factory: pytest.TempPathFactory) -> etree.XMLSchema:
    """The official XSDs of SCORM 1.2: of IMS Content Packaging with ADL's names."""
    if not SCHEMAS.is_dir():
        pytest.skip("the official schemas are not beside the checkout")
    folder = tmp_path_factory.mktemp("schemas")
    for path in SCHEMAS.glob("*.xsd"):
        # lxml refuses `xml:` as a default namespace, which ims_xml.xsd declares without need.
        text = path.read_text("utf-8").replace('xmlns="http://www.w3.org/XML/1998/namespace"', "")
        (folder / path.name).write_text(text, "utf-8")
    return etree.XMLSchema(etree.parse(str(folder / "adlcp_rootv1p2.xsd")))
