"""Profiles, read and judged, and statements held against them (xAPI Profiles 1.0).

`profile_problems` judges a profile, `read_profile` reads it, and `judge` holds statements against xAPI and profiles.
Pure: JSON values in, values out; nothing is fetched.
"""

from scormkit.xapi.judging.definitions import DEFINITIONS
from scormkit.xapi.judging.document import Fault, profile_problems
from scormkit.xapi.judging.judging import judge
from scormkit.xapi.judging.model import Concept, Pattern, Profile, Rule, Template
from scormkit.xapi.judging.reading import is_profile, read_profile
from scormkit.xapi.judging.templates import Breach, Fit
from scormkit.xapi.judging.verdict import Finding, JudgedStatement, Session, Verdict

__all__ = [
    "DEFINITIONS",
    "Breach",
    "Concept",
    "Fault",
    "Finding",
    "Fit",
    "JudgedStatement",
    "Pattern",
    "Profile",
    "Rule",
    "Session",
    "Template",
    "Verdict",
    "is_profile",
    "judge",
    "profile_problems",
    "read_profile",
]
