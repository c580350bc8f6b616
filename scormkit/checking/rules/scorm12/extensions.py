"""What ADL adds to the items of SCORM 1.2."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.package import Package
from scormkit.checking.source import Element


def extensions(package: Package, local: str) -> Iterator[Element]:
    """ADL's elements of this name, as far as they stand in items."""
    for item in package.manifest.items:
        for child in item.element.children:
            if child.name.namespace == v.ADLCP_12 and child.name.local == local:
                yield child
