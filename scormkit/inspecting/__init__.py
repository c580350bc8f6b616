"""Package -> Overview, and two packages -> Comparison: what is inside, and what learners keep of it."""

from __future__ import annotations

from scormkit.inspecting.comparing import compare
from scormkit.inspecting.comparison import Comparison
from scormkit.inspecting.contents import UnreadableError
from scormkit.inspecting.inspection import inspect
from scormkit.inspecting.overview import Overview

__all__ = ["Comparison", "Overview", "UnreadableError", "compare", "inspect"]
