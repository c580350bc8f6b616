"""Small changes of one XML element, each with its name: to ask a checker and an official schema the same questions."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator

from lxml import etree

Change = Callable[[etree._Element], None]
Named = Iterator[tuple[str, Change]]


def moved(element: etree._Element) -> Named:
    """Gone, there twice, first or last among its siblings; a root element stays where it is."""
    if element.getparent() is not None:
        yield "removed", lambda one: one.getparent().remove(one)
        yield "doubled", lambda one: one.addnext(copy.deepcopy(one))
        yield "moved to the end", lambda one: one.getparent().append(one)
        yield "moved to the front", lambda one: one.getparent().insert(0, one)


def called(*tags: str) -> Named:
    """Under other names."""
    for tag in tags:
        yield f"called {tag}", lambda one, tag=tag: setattr(one, "tag", tag)


def ended_by(*tags: str) -> Named:
    """With an empty element more at its end."""
    for tag in tags:
        yield f"ended by {tag}", lambda one, tag=tag: one.append(etree.Element(tag))


def begun_by(*tags: str) -> Named:
    """With an empty element more at its front."""
    for tag in tags:
        yield f"begun by {tag}", lambda one, tag=tag: one.insert(0, etree.Element(tag))


def saying(*texts: str) -> Named:
    """With other text."""
    for text in texts:
        yield f"with text `{text:.9}`", lambda one, text=text: setattr(one, "text", text)


def attributed(element: etree._Element, values: Iterable[str], others: Iterable[str], of_others: str) -> Named:
    """Without each attribute, with each of the `values` in it, and with those of the `others` that it has not yet."""
    for name in element.attrib:
        yield f"without {name}", lambda one, name=name: one.attrib.pop(name)
        for value in values:
            yield f"with {name}={value:.12}", lambda one, name=name, value=value: one.set(name, value)
    for name in others:
        if name not in element.attrib:
            yield f"with {name}", lambda one, name=name: one.set(name, of_others)
