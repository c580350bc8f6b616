"""Report -> text or JSON. Knows diagnostics and nothing of what they are about; returns strings and never prints."""

from scormkit.reporting.as_json import to_json
from scormkit.reporting.text import summary, to_text

__all__ = ["summary", "to_json", "to_text"]
