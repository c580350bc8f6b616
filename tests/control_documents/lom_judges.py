"""Who judges a LOM record in the tests: our schema by two engines, and the official one where it is."""

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

Judge = Callable[[bytes], bool]


def _by_libxml2(path: Path) -> Judge:
    schema = etree.XMLSchema(etree.parse(str(path)))
    # A new tree each time: validating writes the schema's default attributes into the tree.
    return lambda record: schema.validate(etree.fromstring(record))


@cache
def ours() -> Judge:
    return _by_libxml2(OURS / "lom.xsd")


@cache
def ours_by_another_engine() -> Judge:
    schema = xmlschema.XMLSchema(str(OURS / "lom.xsd"), allow="local", defuse="always")
    return lambda record: schema.is_valid(record.decode())


@cache
def official() -> Judge:
    return _by_libxml2(OFFICIAL / "lomStrict.xsd")
