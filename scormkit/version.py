"""The version of scormkit; in a module of its own, so that any room may say it without knowing the others."""

__version__ = "0.1.0"
