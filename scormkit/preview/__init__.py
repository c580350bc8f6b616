"""A local LMS in the browser: launches what a package offers, keeps its data, and can misbehave on request.

Needs the extra `preview`. Knows packages and nothing of what made them.
"""

from scormkit.preview.faults import Conditions, Fault
from scormkit.preview.host import Call, PackageHost
from scormkit.preview.network import Exchange, NetworkFault
from scormkit.preview.records2004 import Tracking
from scormkit.preview.xapi_host import XapiConditions, XapiHost

__all__ = [
    "Call",
    "Conditions",
    "Exchange",
    "Fault",
    "NetworkFault",
    "PackageHost",
    "Tracking",
    "XapiConditions",
    "XapiHost",
]
