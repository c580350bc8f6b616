"""The names that the standards gave to things: namespaces and file names."""

from __future__ import annotations

from enum import Enum


class Edition(Enum):
    """What a package is by its own account; the value is how people call it."""

    SCORM_12 = "SCORM 1.2"
    SCORM_2004_2 = "SCORM 2004 2nd Edition"
    SCORM_2004_3 = "SCORM 2004 3rd Edition"
    SCORM_2004_4 = "SCORM 2004 4th Edition"
    CMI5 = "cmi5"
    TINCAN = "Tin Can (xAPI)"
    COMMON_CARTRIDGE = "IMS Common Cartridge"
    IMS_CONTENT = "IMS Content Package"
    WEB = "web site"

    @property
    def standard(self) -> str:
        """The standard that it is an edition of, as people call it."""
        return self.value.partition(" 2004 ")[0] + " 2004" if " 2004 " in self.value else self.value


SCORM_12 = frozenset({Edition.SCORM_12})
SCORM_2004 = frozenset({Edition.SCORM_2004_2, Edition.SCORM_2004_3, Edition.SCORM_2004_4})
SCORM = SCORM_12 | SCORM_2004
CMI5 = frozenset({Edition.CMI5})
TINCAN = frozenset({Edition.TINCAN})

MANIFEST = "imsmanifest.xml"
CMI5_STRUCTURE = "cmi5.xml"
TINCAN_STRUCTURE = "tincan.xml"
STRUCTURES = (MANIFEST, CMI5_STRUCTURE, TINCAN_STRUCTURE)
"""The files that describe a package, in the order in which they count."""
STRUCTURE_OF = {"manifest": MANIFEST, "courseStructure": CMI5_STRUCTURE, "tincan": TINCAN_STRUCTURE}
"""Which of them has which root element."""
OWN_STRUCTURES = frozenset(STRUCTURE_OF) - {"manifest"}
"""The root elements of those that are not SCORM."""
WEB_SITE = "scormkit.webmanifest"
"""By this file (a W3C Web Application Manifest) a zip says that it is a site, and no package without its manifest.

The name is scormkit's own: others are in many a package, by what drew its icons.
"""

CP_12 = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
CP_2004 = "http://www.imsglobal.org/xsd/imscp_v1p1"
ADLCP_12 = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
ADLCP_2004 = "http://www.adlnet.org/xsd/adlcp_v1p3"
ADLSEQ = "http://www.adlnet.org/xsd/adlseq_v1p3"
ADLNAV = "http://www.adlnet.org/xsd/adlnav_v1p3"
IMSSS = "http://www.imsglobal.org/xsd/imsss"
LOM = "http://ltsc.ieee.org/xsd/LOM"
IMSMD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
CMI5_COURSE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
TINCAN_COURSE = "http://projecttincan.com/tincan.xsd"
XML_SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
XML = "http://www.w3.org/XML/1998/namespace"

CP_OF = {Edition.SCORM_12: CP_12} | dict.fromkeys(SCORM_2004, CP_2004)
"""The content packaging namespace that each edition demands of the manifest."""

USUAL_PREFIX = {ADLCP_12: "adlcp", ADLCP_2004: "adlcp", ADLSEQ: "adlseq", ADLNAV: "adlnav", IMSSS: "imsss"}
"""The prefixes that the books use, and that some LMSs take for the names themselves."""
