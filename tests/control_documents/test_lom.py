"""Our schema of LOM: a table of right and wrong records, and the same verdict as the official schema on anything."""

from __future__ import annotations

import copy
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.control_documents.lom_judges import (
    LOM,
    OFFICIAL,
    OURS,
    SHARED,
    Judge,
    official,
    ours,
    ours_by_another_engine,
)
from tests.rows import table

COMPLETE = (Path(__file__).parent / "complete.xml").read_bytes()
CORPUS = SHARED / "corpus"
BESIDE = pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official schemas are not beside the checkout")
CORPUS_BESIDE = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpus of judged packages is not beside the checkout"
)


def lom(content: str) -> bytes:
    return f'<lom xmlns="{LOM}" xmlns:x="urn:x-other">{content}</lom>'.encode()


def time(value: str) -> str:
    return f"<educational><typicalLearningTime><duration>{value}</duration></typicalLearningTime></educational>"


def moment(value: str) -> str:
    return f"<annotation><date><dateTime>{value}</dateTime></date></annotation>"


def status(source: str, value: str) -> str:
    return f"<lifeCycle><status><source>{source}</source><value>{value}</value></status></lifeCycle>"


def needed(content: str) -> str:
    return f"<technical><requirement><orComposite>{content}</orComposite></requirement></technical>"


# What is right.
RIGHT = {
    "nothing at all": "",
    "categories in any order": "<classification/><rights/><general/>",
    "elements in any order": "<general><keyword/><title/><identifier/><keyword/><identifier/></general>",
    "a text without strings": "<general><title/></general>",
    "white space around a term": status(" LOMv1.0\n", "\tfinal "),
    "a term without its source": "<lifeCycle><status><value>draft</value></status></lifeCycle>",
    "the value before the source": "<rights><cost><value>no</value><source>LOMv1.0</source></cost></rights>",
    "what editors write of uniqueness": '<general><title uniqueElementName="title"/></general>',
    "a language with parts": "<general><language>zh-Hans-CN</language></general>",
    "a size of nothing": "<technical><size>0</size></technical>",
    "a duration of all parts": time("P1Y2M3DT4H5M6.78S"),
    "a duration of many minutes": time("PT90M"),
    "a year": moment("2026"),
    "a month": moment("2026-12"),
    "a day": moment("2026-02-29"),
    "an hour": moment("2026-01-31T23"),
    "a minute": moment("2026-01-31T23:59"),
    "a second": moment("2026-01-31T23:59:59"),
    "a part of a second": moment("2026-01-31T23:59:59.125"),
    "a part of a second in Greenwich": moment("2026-01-31T23:59:59.1Z"),
    "a part of a second elsewhere": moment("2026-01-31T23:59:59.1-03:30"),
    "the year one": moment("0001"),
}

# What is wrong by this schema, and right by one that lets terms and elements in from elsewhere.
FREE = {
    "a source of one's own": status("urn:x-terms", "final"),
    "a term of one's own": status("LOMv1.0", "nearly final"),
    "another's element at the root": "<x:more/>",
    "another's element in a category": "<general><x:more/><title/><x:more>a</x:more></general>",
    "another's element in a text": "<general><title><x:more/></title></general>",
    "another's element beside a term": "<lifeCycle><status><x:more/></status></lifeCycle>",
    "another's element beside a date": "<annotation><date><x:more/></date></annotation>",
    "another's element beside a duration": "<technical><duration><x:more/></duration></technical>",
    "another's element deep inside": "<classification><taxonPath><taxon><x:more/></taxon></taxonPath></classification>",
}

# What is wrong by any.
WRONG = {
    "an unknown category": "<generals/>",
    "an unknown element": "<general><languag>nl</languag></general>",
    "an element of another category": "<rights><title/></rights>",
    "an element without a namespace": '<general xmlns=""/>',
    "two of category 1": "<general/><rights/><general/>",
    "two of category 6": "<rights/><rights/>",
    "two titles": "<general><title/><keyword/><title/></general>",
    "two structures": "<general><structure/><structure/></general>",
    "two catalogues of a name": "<general><identifier><catalog/><catalog/></identifier></general>",
    "two entries of a record's name": "<metaMetadata><identifier><entry/><entry/></identifier></metaMetadata>",
    "two sources of a term": "<rights><cost><source>LOMv1.0</source><source>LOMv1.0</source></cost></rights>",
    "two terms": "<educational><context><value>school</value><value>other</value></context></educational>",
    "two roles": "<lifeCycle><contribute><role/><role/></contribute></lifeCycle>",
    "two moments": "<annotation><date><dateTime>2026</dateTime><dateTime>2025</dateTime></date></annotation>",
    "two descriptions of a date": "<annotation><date><description/><description/></date></annotation>",
    "two languages of a record": "<metaMetadata><language>nl</language><language>en</language></metaMetadata>",
    "two sizes": "<technical><size>1</size><size>2</size></technical>",
    "two durations in one": time("P1D</duration><duration>P2D"),
    "two lowest versions": needed("<minimumVersion/><minimumVersion/>"),
    "two descriptions of rights": "<rights><description/><description/></rights>",
    "two resources of a relation": "<relation><resource/><resource/></relation>",
    "two who annotate": "<annotation><entity/><entity/></annotation>",
    "two purposes": "<classification><purpose/><purpose/></classification>",
    "two sources of a path": "<classification><taxonPath><source/><source/></taxonPath></classification>",
    "two signs of a class": "<classification><taxonPath><taxon><id/><id/></taxon></taxonPath></classification>",
    "words for a language": "<general><language>english language</language></general>",
    "no language": "<general><language></language></general>",
    "words for the language of a string": '<general><title><string language="in English"/></title></general>',
    "an unknown attribute": '<general><title><string lang="nl"/></title></general>',
    "text between elements": "<general>About</general>",
    "a string in a string": "<general><title><string><string/></string></title></general>",
    "a size with a unit": "<technical><size>3 MB</size></technical>",
    "a negative size": "<technical><size>-1</size></technical>",
    "a duration in words": time("1 hour"),
    "a duration without its T": time("P1H"),
    "a duration with its parts turned": time("PT5M1H"),
    "a duration of half an hour": time("PT0.5H"),
    "a duration with blanks": time(" PT1H "),
    "the year zero": moment("0000"),
    "a thirteenth month": moment("2026-13"),
    "a thirty-second day": moment("2026-01-32"),
    "an hour too late": moment("2026-01-31T24"),
    "a blank for the T": moment("2026-01-31 12"),
    "a zone after whole seconds": moment("2026-01-31T12:00:00Z"),
    "a date of slashes": moment("2026/01/31"),
    "a short year": moment("26"),
}


# The standard gives the resource of a relation one description at most (7.2.2), but the official schema does not count.
STRICTER = "<relation><resource><description/><description/></resource></relation>"


@pytest.mark.parametrize("judge", [ours, ours_by_another_engine])
def test_records_are_judged(judge: Callable[[], Judge]) -> None:
    with table() as rows:
        for name, text in (RIGHT | FREE | WRONG | {"two descriptions of a resource": STRICTER}).items():
            with rows.row(name):
                assert judge()(lom(text)) is (name in RIGHT)


@BESIDE
def test_the_official_schema_judges_the_table_alike() -> None:
    with table() as rows:
        for name, text in (RIGHT | FREE | WRONG).items():
            with rows.row(name):
                assert ours()(lom(text)) is official()(lom(text))


@BESIDE
def test_the_official_schema_counts_one_thing_less() -> None:
    assert official()(lom(STRICTER))


@pytest.mark.parametrize("judge", [ours, ours_by_another_engine])
def test_a_complete_record_is_right(judge: Callable[[], Judge]) -> None:
    assert judge()(COMPLETE)


# How often each element may stand in its parent, by IEEE 1484.12.1: those that may be there once only.
ONCE = {
    "lom": "general lifeCycle metaMetadata technical rights",
    "general": "title structure aggregationLevel",
    "identifier": "catalog entry",
    "lifeCycle": "version status",
    "contribute": "role date",
    "metaMetadata": "language",
    "technical": "size installationRemarks duration",
    "orComposite": "type name minimumVersion maximumVersion",
    "educational": "interactivityType interactivityLevel semanticDensity difficulty typicalLearningTime",
    "rights": "cost copyrightAndOtherRestrictions description",
    "relation": "kind resource",
    "resource": "description",
    "annotation": "entity date description",
    "classification": "purpose description",
    "taxonPath": "source",
    "taxon": "id entry",
    "date": "dateTime description",
    "duration": "duration description",
    "typicalLearningTime": "duration description",
}


def test_every_element_is_counted_as_the_standard_counts_it() -> None:
    """Each element of the complete record is doubled in turn."""
    tree = etree.fromstring(COMPLETE)
    for place in range(1, len(list(tree.iter("*")))):
        doubled = copy.deepcopy(tree)
        element = list(doubled.iter("*"))[place]
        name, parent = etree.QName(element).localname, element.getparent()
        assert parent is not None
        parent_name = etree.QName(parent).localname
        element.addnext(copy.deepcopy(element))
        term = name == "value" or (name == "source" and parent_name != "taxonPath")
        once = term or name in ONCE.get(parent_name, "").split()
        assert ours()(etree.tostring(doubled)) is not once, doubled.getroottree().getpath(element)


def test_every_element_has_its_number() -> None:
    """The numbers of the data elements of IEEE 1484.12.1, all of them and no others, in the order of the standard."""
    texts = [
        text
        for path in OURS.glob("*.xsd")
        for text in etree.parse(str(path)).xpath("//*[local-name()='documentation']/text()")
    ]
    said = {number for text in texts for number in re.findall(r"(?:^|, |and )([1-9](?:\.\d+)*)(?=[:, ]|$)", text)}
    upto = {"": 9, "1": 8, "1.1": 2, "2": 3, "2.3": 3, "3": 4, "3.1": 2, "3.2": 3, "4": 7, "4.4": 1, "4.4.1": 4}
    upto |= {"5": 11, "6": 3, "7": 2, "7.2": 2, "7.2.1": 2, "8": 3, "9": 4, "9.2": 2, "9.2.2": 2}
    numbers = {f"{parent}.{child}".lstrip(".") for parent, last in upto.items() for child in range(1, last + 1)}
    assert said == numbers


NAMES = sorted({etree.QName(element).localname for element in etree.fromstring(COMPLETE).iter("*")})
TEXTS = ["", " ", "none", "nl", "en-GB", "x-", "LOMv1.0", "yes", "medium", "author", "creator", "browser", "any", "1"]
TEXTS += [
    "2",
    "-1",
    "+3",
    "1.5",
    "PT1H",
    "P",
    "PT",
    "P1YT",
    "2026",
    "2026-02-30T10:00:00.5+24:00",
    "10000",
    "\u00e9",
    "text",
]
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["drop", "double", "rename", "say", "move", "add", "turn", "label"]),
        st.integers(0, 400),
        st.integers(0, 400),
    ),
    max_size=3,
)


def changed(changes: list[tuple[str, int, int]], alone: int) -> bytes:
    """The complete record, or one category of it, after some changes."""
    tree = etree.fromstring(COMPLETE)
    if alone < len(tree):
        tree[:] = [tree[alone]]
    for what, first, second in changes:
        elements = list(tree.iter("*"))
        element = elements[first % len(elements)]
        parent = element.getparent()
        match what:
            case "drop" if parent is not None:
                parent.remove(element)
            case "double" if parent is not None:
                parent.append(copy.deepcopy(element))
            case "rename":
                element.tag = f"{{{LOM}}}{NAMES[second % len(NAMES)]}"
            case "say" if len(element) == 0:
                element.text = TEXTS[second % len(TEXTS)]
            case "move":
                elements[second % len(elements)].append(copy.deepcopy(element))
            case "add":
                etree.SubElement(
                    element, "{urn:x-other}more" if second % 2 else f"{{{LOM}}}{NAMES[second % len(NAMES)]}"
                )
            case "turn":
                element[:] = reversed(element)
            case "label":
                element.set("language", TEXTS[second % len(TEXTS)])
    return etree.tostring(tree)


@pytest.mark.slow
@BESIDE
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(changes=CHANGES, alone=st.integers(0, 20))
def test_the_official_schema_judges_anything_alike(changes: list[tuple[str, int, int]], alone: int) -> None:
    record = changed(changes, alone)
    resources = etree.fromstring(record).iter(f"{{{LOM}}}resource")
    assume(all(len(resource.findall(f"{{{LOM}}}description")) < 2 for resource in resources))
    assert ours()(record) is official()(record), record


def records(package: Path) -> list[bytes]:
    """The LOM in the manifest of a package."""
    with zipfile.ZipFile(package) as archive:
        if "imsmanifest.xml" not in archive.namelist():
            return []
        try:
            tree = etree.fromstring(archive.read("imsmanifest.xml"))
        except etree.XMLSyntaxError:
            return []
    return [etree.tostring(found, with_tail=False) for found in tree.iter(f"{{{LOM}}}lom")]


def verdicts(package: Path, judge: Judge) -> set[bool]:
    return {judge(record) for record in records(package)}


@CORPUS_BESIDE
def test_the_corpus_is_judged_as_it_is_labelled() -> None:
    """Packages whose one mistake is in LOM are refused, all others have right LOM or none."""
    packages = sorted(CORPUS.glob("*/scorm2004_4/*.zip"))
    mistaken = {path for path in packages if path.name.startswith("mut_lom_")}
    assert len(mistaken) == 4
    assert all(verdicts(path, ours()) == {False} for path in mistaken)
    others = [verdicts(path, ours()) for path in packages if path not in mistaken]
    assert others.count({True}) > 50
    assert not any(False in found for found in others)
