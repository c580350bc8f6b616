"""What single LMSs refuse, ignore or break on, beyond the standards: asked only where a package is to run there.

Only what was measured, or what the LMS's makers or users have documented, is here; each rule names its source.
"""
