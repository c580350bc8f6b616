"""What an LMS delivers to learners when they come to an item."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from scormkit.checking import vocabulary as v
from scormkit.checking.manifest import Item
from scormkit.checking.package import Package
from scormkit.checking.shared.resources import scorm_type
from scormkit.checking.source import Element


class Delivery(Enum):
    """What there is at an item. Where its reference or its resource is broken there is no telling."""

    SCO = "sco"
    ASSET = "asset"
    CLUSTER = "cluster"
    UNKNOWN = "unknown"


def delivery(package: Package, item: Item) -> Delivery:
    """What an item delivers."""
    if item.items:
        return Delivery.CLUSTER
    told = scorm_type(package, package.launches(item))
    return {"sco": Delivery.SCO, "asset": Delivery.ASSET}.get(told or "", Delivery.UNKNOWN)


def holders(package: Package, local: str, namespace: str = v.ADLCP_2004) -> Iterator[tuple[Item, Element, Delivery]]:
    """The items that have such an element, each with the first of them and with what the item delivers."""
    for item in package.manifest.items:
        for child in item.element.children:
            if (child.name.namespace, child.name.local) == (namespace, local):
                yield item, child, delivery(package, item)
                break
