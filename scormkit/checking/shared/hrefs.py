"""Hrefs: does each name a file of the package, in a way that every LMS understands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.href import Base, Href, Trouble
from scormkit.checking.package import Package
from scormkit.checking.rule import Finding
from scormkit.hints import did_you_mean
from scormkit.said import say


def local(package: Package) -> Iterator[Href]:
    """The hrefs of the manifest that are what they should be: relative paths inside the package."""
    return local_of(package.manifest.hrefs)


def local_of(hrefs: Iterable[Href]) -> Iterator[Href]:
    """Those of the hrefs that are relative paths inside the package."""
    return (href for href in hrefs if href.trouble is None and href.text.strip())


def missing(package: Package, hrefs: Iterable[Href]) -> Iterator[Finding]:
    """A file that the manifest names is not in the package, under no spelling of its letter case."""
    reported: set[str] = set()
    # The `file` elements come after their resource; naming a missing page once, at its `file`, is enough.
    for href in sorted(hrefs, key=lambda href: href.element.name.local == "resource"):
        if package.has(href.path) or package.in_other_case(href.path) or href.path in reported:
            continue
        reported.add(href.path)
        message = say("`{path}` is not in the package", path=href.path)
        if not href.path:
            message = say("`{text}` names no file", text=href.text)
        elif href.base:
            message = say("`{path}` (with xml:base `{base}`) is not in the package", path=href.path, base=href.base)
        hint = did_you_mean(href.path, package.order, say("add the file to the package, or correct the href"))
        yield Finding(href.place, message, hint)


def in_other_case(package: Package, hrefs: Iterable[Href]) -> Iterator[Finding]:
    """An href has other capitals than the file."""
    for href in hrefs:
        if not package.has(href.path) and (found := package.in_other_case(href.path)):
            message = say("`{path}` is called `{found}` in the package", path=href.path, found=found)
            yield Finding(href.place, message, say("write the name as the file has it: {found}", found=found))


def with_slash(places: Iterable[Href | Base]) -> Iterator[Finding]:
    """An address begins with a slash, and so at the root of the server."""
    for found in troubled(places, Trouble.SLASH):
        hint = say("write {path}", path=found.text.strip().lstrip("/"))
        yield Finding(found.place, say("`{text}` begins with a slash", text=found.text), hint)


def with_backslash(places: Iterable[Href | Base]) -> Iterator[Finding]:
    """An address has a backslash."""
    for found in troubled(places, Trouble.BACKSLASH):
        hint = say("write {path}", path=found.text.strip().replace("\\", "/"))
        yield Finding(found.place, say("`{text}` has a backslash", text=found.text), hint)


def outside(places: Iterable[Href | Base], *troubles: Trouble) -> Iterator[Finding]:
    """An address climbs above the package, or names the disk of its maker: as far as it is one of these `troubles`."""
    hint = say("put the file in the package and write its path from the manifest")
    for found in troubled(places, *troubles):
        message = say("`{text}` names a file on somebody's own disk", text=found.text)
        if found.trouble is Trouble.OUTSIDE:
            message = say("`{text}` leads out of the package", text=found.text)
        yield Finding(found.place, message, hint)


def external(package: Package) -> Iterator[Finding]:
    """What learners open lies on the web; metadata may."""
    reported: set[str] = set()
    for href in troubled(package.manifest.hrefs, Trouble.EXTERNAL):
        # A resource and its `file` name the same page; once is enough.
        if href.element.name.namespace not in (v.ADLCP_12, v.ADLCP_2004) and href.text not in reported:
            reported.add(href.text)
            message = say("`{text}` lies outside the package, on the web", text=href.text)
            yield Finding(href.place, message, say("put the file in the package and name it by a relative path"))


def base_on_resources(package: Package) -> Iterator[Finding]:
    """An `xml:base` stands on `resources`, where Moodle does not look."""
    for base in package.manifest.bases:
        if base.element.name.local == "resources" and base.trouble is None and base.text.strip():
            tag = str(base.element.name)
            message = say("xml:base is `{text}` on <{tag}>, where Moodle ignores it", text=base.text, tag=tag)
            hint = say("set it on each <resource>, or write whole paths in the hrefs")
            yield Finding(base.place, message, hint)


def troubled(places: Iterable[Href | Base], *troubles: Trouble) -> Iterator[Href | Base]:
    """Those of the addresses that have one of these troubles."""
    return (found for found in places if found.trouble in troubles)
