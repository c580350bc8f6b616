"""The rules of SCORM 1.2 (Content Aggregation Model 1.2), by the part of the manifest that they are about."""
