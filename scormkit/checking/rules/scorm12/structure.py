"""The grammar of the manifest: which element stands where, and with which attributes."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.manifest import Manifest
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_12, Finding, rule
from scormkit.checking.source import Element
from scormkit.diagnostics import Severity
from scormkit.hints import did_you_mean
from scormkit.said import say, shortened

# The content model of imscp_rootv1p1p2.xsd: children in their order; a star marks those that may be repeated. Elements
# of other namespaces come after all of them.
_CHILDREN = {
    "manifest": ("metadata", "organizations", "resources", "manifest*"),
    "metadata": ("schema", "schemaversion"),
    "organizations": ("organization*",),
    "organization": ("title", "item*", "metadata"),
    "item": ("title", "item*", "metadata"),
    "resources": ("resource*",),
    "resource": ("metadata", "file*", "dependency*"),
    "file": ("metadata",),
    "dependency": (),
}
_ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "manifest": ("identifier", "version"),
    "metadata": (),
    "organizations": ("default",),
    "organization": ("identifier", "structure"),
    "item": ("identifier", "identifierref", "isvisible", "parameters"),
    "resources": (),
    "resource": ("identifier", "type", "href"),
    "file": ("href",),
    "dependency": ("identifierref",),
}
# Elements that hold text and nothing else, with the attributes that they may have; the last six are ADL's.
_TEXTS: dict[str, tuple[str, ...]] = {
    "title": (),
    "schema": (),
    "schemaversion": (),
    "location": (),
    "prerequisites": ("type",),
    "maxtimeallowed": (),
    "timelimitaction": (),
    "datafromlms": (),
    "masteryscore": (),
}
_COUNTED_ELSEWHERE = {"organizations", "resources"}
_NAMES_2004 = {
    v.ADLCP_2004: "adlcp_v1p3",
    v.ADLSEQ: "adlseq_v1p3",
    v.ADLNAV: "adlnav_v1p3",
    v.IMSSS: "imsss",
    v.CP_2004: "imscp_v1p1",
}


@rule("SK-S12-038", "2004-in-1.2", Severity.ERROR, "SCORM 1.2 CAM: its own namespaces only", SCORM_12)
def scorm_2004_constructs(package: Package) -> Iterator[Finding]:
    """Nothing of SCORM 2004 stands in a SCORM 1.2 manifest.

    A 1.2 LMS does not know sequencing, navigation or the 2004 names, and ignores them: the course behaves otherwise
    than its maker saw.

    Take them out, or export the course as SCORM 2004 as a whole.

    Bad: `<item …><imsss:sequencing>…</imsss:sequencing></item>` under schemaversion 1.2

    Good: the order of the items, and `adlcp:prerequisites` where one comes before another
    """
    # A root in the 2004 namespace is the business of the rule on the root element.
    root = package.manifest.root
    skipped = {root.name.namespace}
    for element in root.iter():
        for name, attribute in ((element.name, None), *((key, key) for key in element.attributes)):
            if name.namespace in _NAMES_2004 and name.namespace not in skipped:
                skipped.add(name.namespace)
                message = say(
                    "`{name}` belongs to SCORM 2004 ({book}), not to SCORM 1.2",
                    name=name,
                    book=_NAMES_2004[name.namespace],
                )
                hint = say("take out what belongs to SCORM 2004, or export the course as SCORM 2004")
                yield Finding(element.place(attribute), message, hint)


@rule("SK-S12-039", "child-order", Severity.ERROR, "imscp_rootv1p1p2.xsd, content models", SCORM_12)
def child_order(package: Package) -> Iterator[Finding]:
    """Elements stand in the order, and as often, as the binding has them.

    For instance in an item: title, items, metadata, and then what has the ADL prefix. LMSs that check the manifest
    against the schema refuse anything else, others read past it.

    Put the element in its place, or correct its name.

    Bad: `<item …><adlcp:masteryscore>80</adlcp:masteryscore><title>Test</title></item>`

    Good: `<item …><title>Test</title><adlcp:masteryscore>80</adlcp:masteryscore></item>`
    """
    for element in _bound(package):
        if element.name.local in _CHILDREN:
            yield from _misplaced(package.manifest, element)
        elif element.name.local in _TEXTS:
            for child in element.children:
                message = say(
                    "<{child}> has no place in <{tag}>, which holds text only",
                    child=child.name,
                    tag=element.name,
                )
                yield Finding(child.place(), message, say("remove it, or move it out of <{tag}>", tag=element.name))


@rule("SK-S12-040", "unknown-attribute", Severity.ERROR, "imscp_rootv1p1p2.xsd, attributes", SCORM_12)
def unknown_attribute(package: Package) -> Iterator[Finding]:
    """Elements have no attributes that the binding does not know.

    It is nearly always a misspelt one, and then the right one is missing. (Attributes with a prefix may be added
    freely.)

    Correct the name, or remove the attribute.

    Bad: `<item identifer="I1">`

    Good: `<item identifier="I1">`
    """
    for element in _bound(package):
        local = element.name.local
        known = _TEXTS.get(local, _ATTRIBUTES.get(local))
        if known is None:
            continue
        # Elements of text alone, and metadata, may not even have attributes of another namespace. ADL's own names are
        # the business of other rules.
        closed = local in _TEXTS or local == "metadata"
        for name in element.attributes:
            foreign = bool(name.namespace)
            if name.namespace != v.ADLCP_12 and (closed if foreign else name.local not in known):
                otherwise = say("remove it; <{tag}> knows no attributes", tag=element.name)
                if known:
                    otherwise = say("remove it; <{tag}> knows {names}", tag=element.name, names=", ".join(known))
                message = say("<{tag}> has no attribute `{name}`", tag=element.name, name=name)
                hint = did_you_mean(name.local, known, otherwise)
                if not foreign and name.local.lower() == "scormtype":
                    hint = say(
                        "it belongs to the namespace {namespace}, so write it with the prefix of that",
                        namespace=v.ADLCP_12,
                    )
                yield Finding(element.place(name), message, hint)


@rule("SK-S12-041", "stray-text", Severity.ERROR, "imscp_rootv1p1p2.xsd, element content", SCORM_12)
def stray_text(package: Package) -> Iterator[Finding]:
    """There is no text between the elements of the manifest.

    Only titles and the like hold text. Text elsewhere is usually what is left of a tag that was half deleted, and a
    manifest with it is not valid.

    Remove the text, or restore the tag around it.

    Bad: `<item identifier="I1">Start</item>`

    Good: `<item identifier="I1"><title>Start</title></item>`
    """
    for element in package.manifest.elements:
        if element.name.local in _CHILDREN and (text := element.text.strip()):
            message = say(
                "the text `{text}` stands in <{tag}>, which holds none",
                text=shortened(text),
                tag=element.name,
            )
            yield Finding(element.place(), message, say("remove it, or put it in a <title>"))


@rule("SK-S12-042", "scormtype-elsewhere", Severity.ERROR, "SCORM 1.2 CAM, resource: scormtype", SCORM_12)
def scormtype_elsewhere(package: Package) -> Iterator[Finding]:
    """`adlcp:scormtype` stands on resources only.

    On an item or a file it has no meaning, and the resource that should have it is taken for an asset.

    Move it to the resource.

    Bad: `<item identifier="I1" identifierref="R1" adlcp:scormtype="sco">`

    Good: `<resource identifier="R1" adlcp:scormtype="sco" …>`
    """
    for element in package.manifest.root.iter():
        if package.manifest.is_cp(element) and element.name.local == "resource":
            continue
        for name in element.attributes:
            if name.namespace == v.ADLCP_12 and name.local == "scormtype":
                yield Finding(
                    element.place(name),
                    say("<{tag}> has {name}", tag=element.name, name=name),
                    say("move it to the <resource>"),
                )


def _bound(package: Package) -> Iterator[Element]:
    """The elements that the binding describes: those of content packaging and ADL's own."""
    for element in package.manifest.root.iter():
        if element.name.namespace == v.ADLCP_12 or package.manifest.is_cp(element):
            yield element


def _misplaced(manifest: Manifest, element: Element) -> Iterator[Finding]:
    model = _CHILDREN[element.name.local]
    order = {name.rstrip("*"): index for index, name in enumerate(model)}
    repeatable = {name.rstrip("*") for name in model if name.endswith("*")} | _COUNTED_ELSEWHERE
    seen: set[str] = set()
    last: Element | None = None
    for child in element.children:
        local = child.name.local
        if not manifest.is_cp(child):
            last = child
        elif local not in order:
            otherwise = say("<{tag}> may hold text only", tag=element.name)
            if order:
                otherwise = say("<{tag}> may hold: {names}", tag=element.name, names=", ".join(order))
            message = say("<{child}> has no place in <{tag}>", child=child.name, tag=element.name)
            yield Finding(child.place(), message, did_you_mean(local, order, otherwise))
        elif local in seen and local not in repeatable:
            message = say("<{tag}> has a second <{child}>; one is allowed", tag=element.name, child=child.name)
            yield Finding(child.place(), message, say("remove one of them"))
        else:
            seen.add(local)
            if last is not None and (not manifest.is_cp(last) or order[last.name.local] > order[local]):
                message = say(
                    "<{child}> stands after <{last}>; in <{tag}> it comes before it",
                    child=child.name,
                    last=last.name,
                    tag=element.name,
                )
                yield Finding(
                    child.place(),
                    message,
                    say("move it before the <{last}> of line {line}", last=last.name, line=last.line),
                )
                # One foreign element before its time is one problem, however many of our own come after it.
                last = last if manifest.is_cp(last) else child
            else:
                last = child
