"""The rules of SCORM 1.2 (Content Aggregation Model 1.2), by the part of the manifest that they are about."""

from scormkit.checking.rules.scorm12 import hrefs, identity, items, organizations, resources, structure, tracking

__all__ = ["hrefs", "identity", "items", "organizations", "resources", "structure", "tracking"]
