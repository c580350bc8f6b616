"""How content talks to the LMS: the run-time environment of SCORM."""
