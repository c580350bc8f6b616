"""The rules, grouped by the book they come from. A module in here, or in a folder of a book, declares those in it."""

from importlib import import_module
from pkgutil import walk_packages

from scormkit.checking.rule import registered

for _module in walk_packages(__path__, prefix=f"{__name__}."):
    import_module(_module.name)

ALL_RULES = registered()
"""Every rule, in the order of the ids."""
