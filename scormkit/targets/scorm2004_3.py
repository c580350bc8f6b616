"""SCORM 2004 3rd edition: a course is completed once all its modules are, whatever each of them weighs."""

from __future__ import annotations

from typing import Final

from scormkit.targets.scorm2004 import Sequencing, target

NAME: Final = "scorm2004-3"

TARGET = target(
    NAME,
    title="SCORM 2004 3rd edition",
    key="s43",
    schema_version="2004 3rd Edition",
    additions=Sequencing(),
)
