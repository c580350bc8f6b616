"""A local LMS in the browser: launches the SCOs of a package, keeps their data, and can misbehave on request.

Needs the extra `preview`. Knows packages and nothing of what made them.
"""

from scormkit.preview.faults import Conditions, Fault
from scormkit.preview.host import Call, PackageHost

__all__ = ["Call", "Conditions", "Fault", "PackageHost"]
