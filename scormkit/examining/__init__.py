"""The conductor of the checker: a path -> Report, whatever there is at the path.

`examine` judges one path here and now; `examine_all` judges many, each in a process that can be stopped.
"""

from __future__ import annotations

from scormkit.examining.definitions import DEFINITIONS
from scormkit.examining.kinds import Kind, Subject, kind_of, subjects
from scormkit.examining.many import DEFAULT_TIMEOUT, examine_all
from scormkit.examining.one import Examined, Options, examine

__all__ = [
    "DEFAULT_TIMEOUT",
    "DEFINITIONS",
    "Examined",
    "Kind",
    "Options",
    "Subject",
    "examine",
    "examine_all",
    "kind_of",
    "subjects",
]
