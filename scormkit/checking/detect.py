"""What a package is, by its own account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from types import MappingProxyType

from scormkit.checking import vocabulary as v
from scormkit.checking.source import Element
from scormkit.checking.vocabulary import Edition

SCHEMA_VERSIONS: Mapping[str, Edition] = MappingProxyType(
    {
        "1.2": Edition.SCORM_12,
        "1.3": Edition.SCORM_2004_2,
        "CAM 1.3": Edition.SCORM_2004_2,
        "2004 3rd Edition": Edition.SCORM_2004_3,
        "2004 4th Edition": Edition.SCORM_2004_4,
    }
)
"""What each value of `schemaversion` says (CAM of 1.2 and 2004, schemaversion; 1.3 was a draft of the 2nd Edition)."""

_STRUCTURES = {"courseStructure": Edition.CMI5, "tincan": Edition.TINCAN}
_ROOTS = {v.CP_12: v.SCORM_12, v.CP_2004: v.SCORM_2004}
_SCORM = "ADL SCORM"
_OF_SCORM = frozenset({v.ADLCP_12, v.ADLCP_2004, v.ADLSEQ, v.ADLNAV, v.IMSSS})
_EXTENSIONS = {v.ADLCP_12: v.SCORM_12, v.ADLCP_2004: v.SCORM_2004}


def detect(names: Collection[str], root: Element | None) -> Edition | None:
    """The edition of a package with these member names and this manifest; None when there is no telling.

    A manifest has three witnesses: the namespace of its root, the ADL namespace it uses, and its schemaversion. The
    majority decides between 1.2 and 2004, and the root where they are even, so that one slip is reported as a slip and
    not as an edition. Which edition of 2004 it is the schemaversion tells alone; where it does not, the 4th is meant.
    A manifest without any witness counts as SCORM 1.2, which is what Moodle takes it for; one in the namespace that
    SCORM 2004 took over from IMS, and with nothing of SCORM in it, is the content package of IMS that it says it is.
    """
    if root is None:
        if v.MANIFEST in names:
            return None
        if v.CMI5_STRUCTURE in names:
            return Edition.CMI5
        if v.TINCAN_STRUCTURE in names:
            return Edition.TINCAN
        return Edition.WEB if v.WEB_SITE in names else None
    if root.name.local in _STRUCTURES:
        return _STRUCTURES[root.name.local]
    if root.name.local != "manifest":
        return None
    if "/imsccv" in root.name.namespace:
        return Edition.COMMON_CARTRIDGE
    told = SCHEMA_VERSIONS.get(schema_version(root) or "")
    if _is_content_only(root, told):
        return Edition.IMS_CONTENT
    by_version = next((family for family in (v.SCORM_12, v.SCORM_2004) if told in family), None)
    votes = Counter(filter(None, (_ROOTS.get(root.name.namespace), _by_extension(root), by_version)))
    if not votes:
        return Edition.SCORM_12
    most = max(votes.values())
    family = next(family for family, count in votes.items() if count == most)
    if family == v.SCORM_12:
        return Edition.SCORM_12
    return told if told in v.SCORM_2004 else Edition.SCORM_2004_4


def _by_extension(root: Element) -> frozenset[Edition] | None:
    """The editions whose ADL namespace is used most in the file."""
    uses: Counter[frozenset[Edition]] = Counter()
    for element in root.iter():
        for name in (element.name, *element.attributes):
            if family := _EXTENSIONS.get(name.namespace):
                uses[family] += 1
    return uses.most_common(1)[0][0] if uses else None


def _is_content_only(root: Element, told: Edition | None) -> bool:
    """Whether this is a content package of IMS with nothing in it that an LMS could track.

    By its `schema` it is another's (`IMS Content`, a test of QTI), and no resource is a SCO or an asset; or it has no
    `schema`, and says nothing in any word of SCORM.
    """
    schema = _in_metadata(root, "schema")
    if root.name.namespace != v.CP_2004 or schema == _SCORM:
        return False
    if schema:
        return not any(name.local.lower() == "scormtype" for element in root.iter() for name in element.attributes)
    return told is None and not any(
        name.namespace in _OF_SCORM for element in root.iter() for name in (element.name, *element.attributes)
    )


def schema_version(root: Element) -> str | None:
    """What the manifest says of its own edition, white space collapsed; None where it does not."""
    return _in_metadata(root, "schemaversion")


def _in_metadata(root: Element, local: str) -> str | None:
    for metadata in root.children:
        if metadata.name.local == "metadata":
            for child in metadata.children:
                if child.name.local == local:
                    return " ".join(child.text.split())
    return None
