"""Which targets there are: every module beside this one that has a `TARGET`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

import scormkit.targets as here
from scormkit.targets.package import Target


def _found() -> dict[str, Target]:
    names = [each.name for each in iter_modules(here.__path__) if each.name != "registry"]
    modules = [import_module(f"{here.__name__}.{name}") for name in names]
    targets = [module.TARGET for module in modules if hasattr(module, "TARGET")]
    return {target.name: target for target in sorted(targets, key=lambda target: target.name)}


TARGETS: MappingProxyType[str, Target] = MappingProxyType(_found())
"""All targets by name, in alphabetical order."""
