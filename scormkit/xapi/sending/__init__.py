"""Statements on their way to an LRS: in batches, again where it failed, and nothing lost (xAPI 1.0.3, Comm 2.1).

Needs httpx, which is imported when sending begins.
"""

from scormkit.xapi.sending.access import Access
from scormkit.xapi.sending.batches import Limits
from scormkit.xapi.sending.outcome import Fate, Outcome, Result
from scormkit.xapi.sending.patience import Patience
from scormkit.xapi.sending.sender import Progress, Sending

__all__ = ["Access", "Fate", "Limits", "Outcome", "Patience", "Progress", "Result", "Sending"]
