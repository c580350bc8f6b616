"""What a package is, by its own account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from scormkit.checking import vocabulary as v
from scormkit.checking.source import Element
from scormkit.checking.vocabulary import Edition

_VERSIONS = {
    "1.2": Edition.SCORM_12,
    "1.3": Edition.SCORM_2004,
    "CAM 1.3": Edition.SCORM_2004,
    "2004 3rd Edition": Edition.SCORM_2004,
    "2004 4th Edition": Edition.SCORM_2004,
}
_ROOTS = {v.CP_12: Edition.SCORM_12, v.CP_2004: Edition.SCORM_2004}
_EXTENSIONS = {v.ADLCP_12: Edition.SCORM_12, v.ADLCP_2004: Edition.SCORM_2004}


def detect(names: Collection[str], root: Element | None) -> Edition | None:
    """The edition of a package with these member names and this manifest; None when there is no telling.

    A manifest has three witnesses: the namespace of its root, the ADL namespace it uses, and its schemaversion. The
    majority decides, and the root where they are even, so that one slip is reported as a slip and not as an edition.
    A manifest without any witness counts as SCORM 1.2, which is what Moodle takes it for.
    """
    if root is None:
        if v.MANIFEST in names:
            return None
        if v.CMI5_STRUCTURE in names:
            return Edition.CMI5
        if v.TINCAN_STRUCTURE in names:
            return Edition.TINCAN
        return Edition.WEB if v.WEB_SITE in names else None
    if root.name.local != "manifest":
        return None
    if "/imsccv" in root.name.namespace:
        return Edition.COMMON_CARTRIDGE
    votes = Counter(filter(None, (_ROOTS.get(root.name.namespace), _by_extension(root), _by_version(root))))
    if not votes:
        return Edition.SCORM_12
    most = max(votes.values())
    return next(edition for edition, count in votes.items() if count == most)


def _by_extension(root: Element) -> Edition | None:
    """The edition whose ADL namespace is used most in the file."""
    uses: Counter[Edition] = Counter()
    for element in root.iter():
        for name in (element.name, *element.attributes):
            if edition := _EXTENSIONS.get(name.namespace):
                uses[edition] += 1
    return uses.most_common(1)[0][0] if uses else None


def _by_version(root: Element) -> Edition | None:
    for metadata in root.children:
        if metadata.name.local == "metadata":
            for child in metadata.children:
                if child.name.local == "schemaversion":
                    return _VERSIONS.get(" ".join(child.text.split()))
    return None
