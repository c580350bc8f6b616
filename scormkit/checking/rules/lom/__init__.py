"""The rules of metadata: Learning Object Metadata, and IMS Learning Resource Metadata in SCORM 1.2."""
