"""Control documents: the XML schemas that a SCORM package carries at its root, so that its manifest can be validated.

| folder or file | what it is |
|---|---|
| `official.toml` | which files the official sets consist of, their digests, and where they are taken from |
| `official/<edition>/` | the sets of IMS and ADL, brought in by scormkit's own build (`hatch_build.py`) |
| `lom/` | scormkit's own XML Schema of Learning Object Metadata (IEEE 1484.12.3), which SCORM 2004 packages carry too |

An installation whose build had no network lacks the official sets: packages are then built without them, and
`ControlDocuments.missing` says which files conformance still asks for.

Sources: ADL's test suites, which refuse a package where a schema that the manifest refers to is not at the root, or one
that those include is not there (SCORM 2004: RequiredFilesChecker and SchemaValidation; SCORM 1.2: its four files).
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal

Edition = Literal["scorm12", "scorm2004-3", "scorm2004-4"]
"""The editions of SCORM that have control documents."""

_HERE = Path(__file__).parent

_2004 = (
    ("http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"),
    ("http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"),
    ("http://www.adlnet.org/xsd/adlseq_v1p3", "adlseq_v1p3.xsd"),
    ("http://www.adlnet.org/xsd/adlnav_v1p3", "adlnav_v1p3.xsd"),
    ("http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"),
    ("http://ltsc.ieee.org/xsd/LOM", "lom.xsd"),
)

_SCHEMAS: Mapping[Edition, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "scorm12": (
            ("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"),
            ("http://www.imsglobal.org/xsd/imsmd_rootv1p2p1", "imsmd_rootv1p2p1.xsd"),
            ("http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"),
        ),
        "scorm2004-3": _2004,
        "scorm2004-4": _2004,
    }
)


@dataclass(frozen=True, slots=True)
class ControlDocuments:
    """The control documents of one edition.

    `files` are those that are here, as path in the package and content, in the order of the paths. `missing` are the
    paths of those that conformance asks for and this installation does not have whole, in order; mostly none, or all
    that are not scormkit's own.
    """

    edition: Edition
    files: tuple[tuple[str, bytes], ...]
    missing: tuple[str, ...]

    @property
    def schema_location(self) -> str:
        """The value of `xsi:schemaLocation` for a manifest: each namespace with the file that describes it.

        It names only what is here, since a file that a manifest refers to has to be in the package. In an installation
        without the official sets it is empty, or has LOM alone.
        """
        here = dict(self.files)
        return " ".join(f"{namespace} {file}" for namespace, file in _SCHEMAS[self.edition] if file in here)


def control_documents(edition: Edition) -> ControlDocuments:
    """What a package of `edition` carries at its root; for SCORM 2004 with the schemas of LOM.

    A file that is not, byte for byte, what it should be counts as missing. ValueError for an edition that has none.
    """
    if edition not in _SCHEMAS:
        raise ValueError(f"there are no control documents for {edition}")
    files: dict[str, bytes] = {}
    missing = []
    for name, digest in _official(edition).items():
        content = _read(_HERE / "official" / edition / name)
        if content is not None and hashlib.sha256(content).hexdigest() == digest:
            files[name] = content
        else:
            missing.append(name)
    if edition != "scorm12":
        files |= {path.name: path.read_bytes() for path in (_HERE / "lom").glob("*.xsd")}
    return ControlDocuments(edition, tuple(sorted(files.items())), tuple(sorted(missing)))


def _official(edition: Edition) -> dict[str, str]:
    """The files of the official set of an edition, with their SHA-256 in hexadecimal."""
    sets = tomllib.loads((_HERE / "official.toml").read_text("utf-8"))
    return dict(sets["editions"][edition]["sha256"])


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
