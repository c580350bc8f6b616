"""The tree of a cmi5 course structure (cmi5 13) and of a `tincan.xml` (the convention published by Rustici).

Of a plain web site it knows the name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import quote

from scormkit.checking import vocabulary as v
from scormkit.checking.href import resolve
from scormkit.checking.source import Element
from scormkit.checking.vocabulary import XML
from scormkit.inspecting.contents import Contents
from scormkit.inspecting.links import module_links
from scormkit.inspecting.overview import Fact, Metadata, Node, Organization, Phrase, Role

_LONGEST_SITE = 100_000
_AU_FACTS = ("moveOn", "masteryScore", "launchMethod")


def cmi5(contents: Contents, root: Element) -> Organization:
    """The course of a `courseStructure`, with its blocks and assignable units."""
    course = next(_named(root, "course"), root)
    return Organization(
        identifier=_identifier(course),
        title=_first(_strings(course, "title")),
        default=True,
        facts=(),
        metadata=_described(course),
        nodes=tuple(_cmi5_nodes(contents, root)),
    )


def tincan(contents: Contents, root: Element) -> Organization:
    """The activities of a `tincan.xml`; the one with a launch address gives the package its name."""
    elements = [one for activities in _named(root, "activities") for one in _named(activities, "activity")]
    if not elements:
        return Organization("", "", True, (), None, ())
    nodes = tuple(_activity(contents, one) for one in elements)
    at = next((n for n, node in enumerate(nodes) if node.launchable), 0)
    nodes = tuple(_led_to(contents, elements, nodes, nodes[at].member))
    return Organization(nodes[at].identifier, nodes[at].title, True, (), nodes[at].metadata, nodes)


def site_name(contents: Contents) -> str:
    """What the web app manifest (W3C, `name`) of a plain web site calls it."""
    data = contents.bytes(v.WEB_SITE, _LONGEST_SITE)
    try:
        name = json.loads(data or b"{}")["name"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    return " ".join(name.split()) if isinstance(name, str) else ""


def _cmi5_nodes(contents: Contents, parent: Element) -> Iterator[Node]:
    for child in parent.children:
        if child.name.local == "block":
            yield Node(
                identifier=_identifier(child),
                title=_first(_strings(child, "title")),
                role=Role.GROUP,
                facts=tuple(_objectives(child)),
                metadata=_described(child),
                children=tuple(_cmi5_nodes(contents, child)),
            )
        elif child.name.local == "au":
            yield _au(contents, child)


def _au(contents: Contents, element: Element) -> Node:
    href = next(_texts(element, "url"), None)
    stated = [Fact(name, value) for name in _AU_FACTS if (value := (element.get(name) or "").strip())]
    return Node(
        identifier=_identifier(element),
        title=_first(_strings(element, "title")),
        role=Role.AU,
        href=href,
        member=_member(contents, element, href),
        parameters=next(_texts(element, "launchParameters"), ""),
        type=element.get("activityType") or "",
        facts=(*stated, *_objectives(element)),
        metadata=_described(element),
    )


def _objectives(element: Element) -> Iterator[Fact]:
    found = [one.get("idref") or "" for each in _named(element, "objectives") for one in each.children]
    if found:
        yield Fact("objectives", ", ".join(found))


def _activity(contents: Contents, element: Element) -> Node:
    href = next(_texts(element, "launch"), None)
    names = _phrases(_named(element, "name"))
    descriptions = _phrases(_named(element, "description"))
    return Node(
        identifier=_identifier(element),
        title=_first(names),
        role=Role.ACTIVITY,
        href=href,
        member=_member(contents, element, href),
        type=(element.get("type") or "").strip(),
        metadata=Metadata(element.source.member, title=names, description=descriptions) if names else None,
    )


def _led_to(
    contents: Contents, elements: Iterable[Element], nodes: Iterable[Node], launched: str | None
) -> Iterator[Node]:
    """The activities, those without a launch address with the page that the launched page leads to."""
    links = module_links(contents, launched) if launched else {}
    for element, node in zip(elements, nodes, strict=True):
        if node.launchable or node.identifier not in links:
            yield node
        else:
            yield replace(node, member=_member(contents, element, links[node.identifier], quote(launched or "")))


def _member(contents: Contents, element: Element, href: str | None, base: str = "") -> str | None:
    """The file of the package that an address names, seen from the page `base`."""
    if href is None:
        return None
    found = resolve(element, None, href, base)
    return found.path if found.trouble is None and found.path in contents.names else None


def _described(element: Element) -> Metadata | None:
    titles, descriptions = _strings(element, "title"), _strings(element, "description")
    if not titles and not descriptions:
        return None
    return Metadata(element.source.member, title=titles, description=descriptions)


def _identifier(element: Element) -> str:
    return (element.get("id") or "").strip()


def _named(element: Element, local: str) -> Iterator[Element]:
    return (child for child in element.children if child.name.local == local)


def _texts(element: Element, local: str) -> Iterator[str]:
    return (text for one in _named(element, local) if (text := one.text.strip()))


def _strings(element: Element, local: str) -> tuple[Phrase, ...]:
    """The `langstring`s of a title or description."""
    return _phrases(one for each in _named(element, local) for one in _named(each, "langstring"))


def _phrases(elements: Iterable[Element]) -> tuple[Phrase, ...]:
    return tuple(
        Phrase(one.get("lang") or one.get("lang", XML) or "", text)
        for one in elements
        if (text := " ".join(one.text.split()))
    )


def _first(phrases: tuple[Phrase, ...]) -> str:
    return phrases[0].text if phrases else ""
