"""Organizations, in whatever edition."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.manifest import Organizations
from scormkit.checking.package import Package


def without_any(package: Package) -> Iterator[Organizations]:
    """The `organizations` of a file in which there is no organization at all, as in a package of resources.

    One with a `default` names an organization that is not there: that is the business of another rule.
    """
    groups = package.manifest.organizations
    if not any(group.organizations for group in groups):
        yield from (group for group in groups if group.default is None)
