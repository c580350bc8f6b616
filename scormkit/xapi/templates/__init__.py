"""Statements ready to send: one for each template of a course's profile, with places to fill in."""

from scormkit.xapi.templates.files import TemplateFile, template_files, template_paths
from scormkit.xapi.templates.filling import FillError, FillProblem, NoTemplateError, fill
from scormkit.xapi.templates.outdated import outdated_templates

__all__ = [
    "FillError",
    "FillProblem",
    "NoTemplateError",
    "TemplateFile",
    "fill",
    "outdated_templates",
    "template_files",
    "template_paths",
]
