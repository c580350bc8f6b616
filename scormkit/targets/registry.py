"""All targets by name."""

from __future__ import annotations

from types import MappingProxyType

from scormkit.targets import scorm12
from scormkit.targets.package import Target

TARGETS: MappingProxyType[str, Target] = MappingProxyType({target.name: target for target in (scorm12.TARGET,)})
