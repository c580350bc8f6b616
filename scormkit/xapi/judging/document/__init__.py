"""Whether a JSON value is a profile, by every rule of xAPI Profiles 1.0, part two. Pure: a value in, faults out."""

from scormkit.xapi.judging.document.faults import Fault
from scormkit.xapi.judging.document.whole import profile_problems

__all__ = ["Fault", "profile_problems"]
