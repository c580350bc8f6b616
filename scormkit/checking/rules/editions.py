"""The editions of SCORM 2004: what a package says that it is, what it uses, and which schemas it brings along."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.types import collapsed
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.checking.schemas import published_sets
from scormkit.checking.source import Element, Name, Place
from scormkit.checking.vocabulary import Edition
from scormkit.diagnostics import Severity
from scormkit.said import say

_OLDER = frozenset({Edition.SCORM_2004_2, Edition.SCORM_2004_3})
_SECOND = frozenset({Edition.SCORM_2004_2})
_SETS: Mapping[str, Edition] = {
    "scorm12": Edition.SCORM_12,
    "scorm2004-3": Edition.SCORM_2004_3,
    "scorm2004-4": Edition.SCORM_2004_4,
}
_BUTTON = Name(v.ADLNAV, "hideLMSUI")
_LATER_BUTTONS = frozenset({"exitAll", "abandonAll", "suspendAll"})
_OF_SCORM_12 = frozenset({v.CP_12, v.ADLCP_12})


@rule(
    "SK-EDN-002",
    "edition-feature",
    Severity.WARNING,
    "adlcp_v1p3.xsd and adlseq_v1p3.xsd of the 3rd and of the 4th Edition; ADL's test suite of the 4th",
    _OLDER,
)
def edition_feature(package: Package) -> Iterator[Finding]:
    """What came with the 4th Edition stands in a package of the 4th Edition only.

    Shared data (`adlcp:data`, `sharedDataGlobalToSystem`), `adlseq:objectives` and the attributes of
    `completionThreshold` are new in it. An LMS goes by `schemaversion`: one that says an older edition makes it ignore
    them, or refuse the package. ADL's own test suite of the 4th Edition lets it pass with a warning, so this is one.

    Write `2004 4th Edition` as schemaversion if the LMS knows it, or do without.

    Bad: `<schemaversion>2004 3rd Edition</schemaversion>` and `<adlcp:data>…`

    Good: `<schemaversion>2004 4th Edition</schemaversion>` and `<adlcp:data>…`
    """
    yield from broken(package, "E-02")


@rule(
    "SK-EDN-012",
    "edition-buttons",
    Severity.ERROR,
    "adlnav_v1p3.xsd of the 2nd and of the 3rd Edition, hideLMSUI",
    _SECOND,
)
def edition_buttons(package: Package) -> Iterator[Finding]:
    """A package of the 2nd Edition hides only buttons that this edition knows.

    They are `previous`, `continue`, `exit` and `abandon`. `exitAll`, `abandonAll` and `suspendAll` came with the 3rd.

    Leave them out, or write `2004 3rd Edition` as schemaversion.

    Bad: `<adlnav:hideLMSUI>suspendAll</adlnav:hideLMSUI>` in a package of `CAM 1.3`

    Good: `<adlnav:hideLMSUI>exit</adlnav:hideLMSUI>`
    """
    for element in package.root.iter() if package.root else ():
        if element.name == _BUTTON and (button := collapsed(element.text)) in _LATER_BUTTONS:
            message = say("`{button}` came with the 3rd Edition", button=button)
            hint = say("leave it out, or write {version} as schemaversion", version="2004 3rd Edition")
            yield Finding(element.place(), message, hint)


@rule(
    "SK-EDN-003",
    "schemas-of-another-edition",
    Severity.WARNING,
    "the published XSDs of SCORM 1.2 and of SCORM 2004 3rd and 4th Edition",
    frozenset({Edition.SCORM_2004_3, Edition.SCORM_2004_4}),
)
def schemas_of_another_edition(package: Package) -> Iterator[Finding]:
    """The XSDs in a package are those of its edition.

    The files of the 3rd and the 4th Edition have the same names and differ inside. With those of the other edition a
    program that validates the manifest refuses what is new, or lets pass what is not allowed yet.

    Copy the whole set of the edition that `schemaversion` names.

    Bad: `2004 4th Edition` with the `adlcp_v1p3.xsd` of the 3rd

    Good: `2004 4th Edition` with all XSDs of the 4th
    """
    if package.edition is None:
        return
    sets = {_SETS[name]: meanings for name, meanings in published_sets().items()}
    own = sets.get(package.edition, {})
    for member, schema in package.controls.items():
        name = posixpath.basename(member)
        if name in own and schema.meaning != own[name]:
            others = [edition for edition in sets if sets[edition].get(name) == schema.meaning]
            for other in others[:1]:
                message = say("`{name}` is that of {edition}", name=member, edition=other.value)
                hint = say("replace it by that of {edition}", edition=package.edition.value)
                yield Finding(Place(member), message, hint)


@rule(
    "SK-EDN-004",
    "edition-contradiction",
    Severity.WARNING,
    "SCORM 2004 4th Ed. CAM 3.4.1, <schemaversion>; namespaces of SCORM 1.2 and SCORM 2004",
    SCORM_2004,
)
def edition_contradiction(package: Package) -> Iterator[Finding]:
    """A package of SCORM 2004 uses no names of SCORM 1.2.

    LMSs tell the editions apart by schemaversion, by the namespace of the manifest or by that of ADL, each in its own
    way. Where these contradict one another, one LMS takes the package for SCORM 1.2 and the next for SCORM 2004; and
    what is written in the names of the other edition is ignored by both.

    Write all of it in the namespaces of one edition.

    Bad: `xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"` in SCORM 2004

    Good: `xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"`
    """
    if package.root is None or package.root.name.namespace in _OF_SCORM_12:
        return  # the namespace of the root is a problem of its own
    reported: set[str] = set()
    for element, name in _names(package.root):
        if name.namespace in _OF_SCORM_12 and name.namespace not in reported:
            reported.add(name.namespace)
            old, new = name.namespace, v.CP_2004 if name.namespace == v.CP_12 else v.ADLCP_2004
            message = say("`{name}` is in the namespace of SCORM 1.2, {namespace}", name=str(name), namespace=old)
            place = element.place(None if name is element.name else name)
            yield Finding(place, message, say("write {namespace}", namespace=new))


def _names(root: Element) -> Iterator[tuple[Element, Name]]:
    for element in root.iter():
        yield element, element.name
        for name in element.attributes:
            yield element, name
