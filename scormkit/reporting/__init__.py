"""Report -> text, JSON, SARIF, JUnit, GitHub, GitLab. Returns strings and never prints.

Knows diagnostics and nothing of what they are about. A format is a module with one function.
"""

from scormkit.reporting.as_json import to_json
from scormkit.reporting.github import to_github
from scormkit.reporting.gitlab import to_gitlab
from scormkit.reporting.junit import to_junit
from scormkit.reporting.sarif import to_sarif
from scormkit.reporting.text import summary, to_text

__all__ = ["summary", "to_github", "to_gitlab", "to_json", "to_junit", "to_sarif", "to_text"]
