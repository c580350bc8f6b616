"""The rules, grouped by the book they come from. Importing a module of this package declares the rules in it."""

from scormkit.checking.rule import registered
from scormkit.checking.rules import entries, names, package, scorm12, xml

__all__ = ["ALL_RULES", "entries", "names", "package", "scorm12", "xml"]

ALL_RULES = registered()
"""Every rule, ordered by id within its book."""
