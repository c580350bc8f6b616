"""Which items launch a SCO, in any edition of SCORM."""

from __future__ import annotations

from scormkit.checking import vocabulary as v
from scormkit.checking.package import Package


def is_sco(package: Package, identifierref: str | None) -> bool:
    """Whether this reference of an item is to a SCO."""
    resource = package.resource(identifierref)
    if resource is None:
        return False
    types = (resource.element.get("scormtype", v.ADLCP_12), resource.element.get("scormType", v.ADLCP_2004))
    return "sco" in types
