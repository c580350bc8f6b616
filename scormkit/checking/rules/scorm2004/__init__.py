"""SCORM 2004: content packaging and ADL's extensions of it."""
