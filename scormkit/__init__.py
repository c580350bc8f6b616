"""scormkit: one course definition in, packages for any LMS out, and a checker for anyone's packages."""

__version__ = "0.1.0"
