"""Which items launch a SCO."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.manifest import Item
from scormkit.checking.package import Package
from scormkit.checking.shared.resources import scorm_type


def scos(package: Package) -> Iterator[Item]:
    """The items that launch a SCO, in the order of the manifest."""
    return (item for item in package.manifest.items if scorm_type(package, package.launches(item)) == "sco")
