"""Who judges a LOM record in the tests: our two schemas by two engines, and the official ones where they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import xmlschema
from lxml import etree

import scormkit.control_documents

LOM = "http://ltsc.ieee.org/xsd/LOM"
OURS = Path(scormkit.control_documents.__file__).parent / "lom"
SHARED = Path(__file__).parents[3] / "shared"
OFFICIAL = SHARED / "schemas" / "scorm2004_4"
FILES = {"strict": "lom.xsd", "loose": "lomLoose.xsd"}
OFFICIAL_FILES = {"strict": "lomStrict.xsd", "loose": "lomLoose.xsd"}

Judge = Callable[[bytes], bool]


def _by_libxml2(path: Path) -> Judge:
    schema = etree.XMLSchema(etree.parse(str(path)))
    # A new tree each time: validating writes the schema's default attributes into the tree.
    return lambda record: schema.validate(etree.fromstring(record))


@cache
def ours(rules: str) -> Judge:
    return _by_libxml2(OURS / FILES[rules])


@cache
def ours_by_another_engine(rules: str) -> Judge:
    schema = xmlschema.XMLSchema(str(OURS / FILES[rules]), allow="local", defuse="always")
    return lambda record: schema.is_valid(record.decode())


@cache
def official(rules: str) -> Judge:
    return _by_libxml2(OFFICIAL / OFFICIAL_FILES[rules])
