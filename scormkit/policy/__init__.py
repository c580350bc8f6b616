"""Report + settings -> Report: which findings a team wants to hear of, how bad they are to it, and what it accepted.

Knows diagnostics and sentences, and nothing of packages or of how a report is shown.
"""

from scormkit.policy.applying import Checked, apply
from scormkit.policy.baseline import Baseline, read_baseline
from scormkit.policy.definitions import DEFINITIONS
from scormkit.policy.names import Names
from scormkit.policy.reading import find_settings, read_settings
from scormkit.policy.settings import Entry, PathIgnore, Settings, SettingsError, SettingsProblem
from scormkit.policy.tables import Known

__all__ = [
    "DEFINITIONS",
    "Baseline",
    "Checked",
    "Entry",
    "Known",
    "Names",
    "PathIgnore",
    "Settings",
    "SettingsError",
    "SettingsProblem",
    "apply",
    "find_settings",
    "read_baseline",
    "read_settings",
]
