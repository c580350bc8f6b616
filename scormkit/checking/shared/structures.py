"""What is asked of cmi5.xml and of tincan.xml alike: the root element, ids, languages, and what a URL's query holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from scormkit.checking.href import Href
from scormkit.checking.rule import Finding
from scormkit.checking.source import Element, Name
from scormkit.checking.structures.parameters import parameters
from scormkit.identifiers import is_language_tag
from scormkit.said import Said, say

Named = tuple[Element, str | None]
"""An element and its id."""


def wrong_root(root: Element, expected: Name, standard: str) -> Iterator[Finding]:
    """What is wrong with the root element of a file of this standard."""
    if root.name == expected:
        return
    hint = say('begin with <{tag} xmlns="{namespace}">', tag=expected.local, namespace=expected.namespace)
    if root.name.local != expected.local:
        message = say("the root element is <{tag}>, not <{expected}>", tag=str(root.name), expected=expected.local)
        yield Finding(root.place(), message, hint)
    elif not root.name.namespace:
        yield Finding(root.place(), say("<{tag}> is in no namespace", tag=str(root.name)), hint)
    else:
        message = say(
            "<{tag}> is in the namespace {namespace}, not in that of {standard}",
            tag=str(root.name),
            namespace=root.name.namespace,
            standard=standard,
        )
        yield Finding(root.place(f"xmlns:{root.name.prefix}" if root.name.prefix else "xmlns"), message, hint)


def doubles(named: Iterable[Named]) -> Iterator[Finding]:
    """A finding for each that has the id of an earlier one."""
    first: dict[str, Element] = {}
    for element, identifier in named:
        if identifier is not None and (other := first.setdefault(identifier, element)) is not element:
            yield double(element, identifier, other)


def double(element: Element, identifier: str, other: Element) -> Finding:
    """The finding that `element` has the id of `other`, which stands before it."""
    message = say(
        "the id `{value}` is that of the <{tag}> in line {line} already",
        value=identifier,
        tag=str(other.name),
        line=other.line,
    )
    return Finding(element.place("id"), message, say("give it an id of its own"))


def no_language(element: Element, hint: Said | None = None) -> Finding:
    """The finding that a text does not say in which language it is."""
    message = say("<{tag}> has no `lang`", tag=str(element.name))
    return Finding(element.place(), message, hint or say('add lang="en" or the tag of whatever language it is'))


def ill_formed(element: Element, attribute: Name) -> Iterator[Finding]:
    """A finding if the tag in this attribute is none by the grammar of RFC 5646, 2.1."""
    tag = element.attributes[attribute]
    if not is_language_tag(tag.strip()):
        message = say("`{value}` is no well-formed language tag", value=tag)
        yield Finding(element.place(attribute), message, say("write a tag such as `en` or `nl-BE`"))


def taken_parameters(hrefs: Iterable[Href], taken: Collection[str]) -> Iterator[Finding]:
    """A finding for each parameter in a query that the LMS adds one of the same name to."""
    for href in hrefs:
        for name in parameters(href.query, taken):
            message = say("the query of `{url}` has the parameter `{name}`", url=href.text.strip(), name=name)
            yield Finding(href.place, message, say("the LMS adds one of that name at launch; choose another"))


def in_other_case(name: str) -> Said:
    """The hint that a file differs from what is written in letter case alone."""
    return say("the file is called {name}; upper and lower case count", name=name)
