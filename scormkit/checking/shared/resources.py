"""Resources: what can be launched, and what it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scormkit.checking import vocabulary as v
from scormkit.checking.href import Href
from scormkit.checking.manifest import Resource
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_12, Finding
from scormkit.checking.shared.slips import has_misspelt
from scormkit.checking.source import Element
from scormkit.hints import did_you_mean, is_slip
from scormkit.said import say, shortened

_PAGES = (".html", ".htm")


def without_scorm_type(package: Package, attribute: str, judged: Sequence[str]) -> Iterator[Finding]:
    """A resource does not say whether it is a SCO or an asset; `attribute` is the name that the edition has for it.

    One that is misspelt, in one of the namespaces that are `judged` for the edition, is the business of other rules;
    the first of these that is one at all is the right one. In another namespace it is as good as not there; that is
    reported once, since it is one declaration that has to be corrected.
    """
    right = next(namespace for namespace in judged if namespace)
    reported: set[str] = set()
    for resource in package.manifest.resources:
        attributes = resource.element.attributes
        if any(name.namespace in judged and _is_scorm_type(name.local) for name in attributes):
            continue
        found = [name for name in attributes if name.local.lower() == "scormtype"]
        message = say("the resource `{name}` has no {attribute}", name=called(resource), attribute=attribute)
        hint = say('add {attribute}="sco" or "asset"', attribute=attribute)
        if found:
            stray = found[0]
            if stray.namespace in reported:
                continue
            reported.add(stray.namespace)
            message = say("{name} is in the namespace {namespace}", name=str(stray), namespace=stray.namespace)
            prefix = str(stray).partition(":")[0]
            hint = say('write xmlns:{prefix}="{namespace}" on the root element', prefix=prefix, namespace=right)
        yield Finding(resource.element.place(found[0] if found else None), message, hint)


def _is_scorm_type(local: str) -> bool:
    """Whether it is the name that one edition or the other has for it, though it may be misspelt."""
    return local == "scormtype" or is_slip(local, "scormtype")


def scorm_type(package: Package, resource: Resource | None) -> str | None:
    """What the manifest calls a resource, `sco` or `asset`, by the name that its edition has for it."""
    if resource is None:
        return None
    if package.edition in SCORM_12:
        return resource.element.get("scormtype", v.ADLCP_12)
    return resource.element.get("scormType", v.ADLCP_2004)


def called(resource: Resource) -> str:
    """What to call a resource in a message: its identifier, or else the page that it opens."""
    return resource.identifier or (resource.href.text.strip() if resource.href else "") or "…"


def of_other_type(resource: Resource) -> Iterator[Finding]:
    """A resource is not of the type `webcontent`; one without a type is not asked."""
    if resource.type is not None and resource.type != "webcontent":
        message = say("the type is `{type}`, not `webcontent`", type=shortened(resource.type))
        yield Finding(resource.element.place("type"), message, say('write type="webcontent"'))


def launched_without_href(package: Package) -> Iterator[Finding]:
    """An item launches a resource that has no page to open."""
    launched = {item.identifierref for item in package.manifest.items}
    for resource in package.manifest.resources:
        if resource.href is None and has_misspelt(resource.element, "href"):
            continue
        if resource.identifier and resource.identifier in launched and not (resource.href and resource.href.text):
            name = resource.identifier
            message = say("an item launches the resource `{name}`, which has no href", name=name)
            pages = [file.href.text for file in resource.files if file.href and file.href.path.endswith(_PAGES)]
            hint = say('add href="{page}"', page=pages[0]) if pages else say('add href="…" with the page to open')
            yield Finding(resource.element.place(), message, hint)


def without_its_page(package: Package) -> Iterator[Finding]:
    """The page that a resource launches is not among its files, whatever their letter case."""
    for resource in package.manifest.resources:
        href = resource.href
        if href is None or not href.text or href.trouble is not None:
            continue
        if href.path.lower() not in {file.href.path.lower() for file in resource.files if file.href}:
            message = say(
                "the href `{text}` is not among the files of the resource `{name}`",
                text=href.text,
                name=called(resource),
            )
            yield Finding(href.place, message, say('add <file href="{page}"/> to it', page=page_of(href)))


def page_of(href: Href) -> str:
    """An href as it is written, without query and fragment."""
    return href.text.strip().partition("#")[0].partition("?")[0]


def without_target(package: Package, element: Element) -> Iterator[Finding]:
    """A dependency names something that is no resource; one that names nothing at all is not asked."""
    target = element.get("identifierref")
    if target is not None and package.resource(target) is None:
        message = say("the dependency names `{target}`, but no resource has that identifier", target=target)
        names = [resource.identifier for resource in package.manifest.resources if resource.identifier]
        hint = did_you_mean(target, names, say("write the identifier of a resource"))
        yield Finding(element.place("identifierref"), message, hint)
