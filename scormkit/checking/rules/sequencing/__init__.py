"""The rules of sequencing in SCORM 2004: IMS Simple Sequencing as CAM 5.1 binds it, and what SN 3 makes of it.

`REQ_…` in a reference is the requirement's number in ADL's test suite of the 4th Edition.
"""
