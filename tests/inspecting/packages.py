"""Small packages for the tests of this room."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

CP_12 = 'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"'
CP_2004 = (
    'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" '
    'xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3" xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3" '
    'xmlns:imsss="http://www.imsglobal.org/xsd/imsss"'
)


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def item(identifier: str, title: str, resource: str | None = None, inside: str = "", attributes: str = "") -> str:
    ref = f' identifierref="{resource}"' if resource else ""
    return f'<item identifier="{identifier}"{ref} {attributes}><title>{title}</title>{inside}</item>'


def sco(identifier: str, href: str, inside: str = "") -> str:
    return (
        f'<resource identifier="{identifier}" type="webcontent" adlcp:scormtype="sco" adlcp:scormType="sco" '
        f'href="{href}"><file href="{href}"/>{inside}</resource>'
    )


def manifest(
    items: str,
    resources: str,
    *,
    metadata: str = "<schemaversion>1.2</schemaversion>",
    namespaces: str = CP_12,
    identifier: str = "course",
    organization: str = "org",
    inside: str = "",
    after: str = "",
) -> str:
    return (
        f'<manifest identifier="{identifier}" version="3" {namespaces}><metadata>{metadata}</metadata>'
        f'<organizations default="{organization}"><organization identifier="{organization}"><title>The course</title>'
        f"{items}{inside}</organization></organizations><resources>{resources}</resources>{after}</manifest>"
    )


CMI5 = """<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id="https://example.org/c"><title><langstring lang="nl">Cursus</langstring>
<langstring lang="en">Course</langstring>
</title><description><langstring lang="nl">Over iets</langstring></description></course>
<block id="https://example.org/c/b"><title><langstring lang="nl">Blok</langstring></title>
<description><langstring lang="nl">Deel</langstring></description>
<au id="https://example.org/c/1" moveOn="CompletedAndPassed" masteryScore="0.8" launchMethod="OwnWindow">
<title><langstring lang="nl">Een</langstring></title><description><langstring lang="nl">E</langstring></description>
<url>one/index.html</url><launchParameters>a=b</launchParameters></au></block>
<au id="https://example.org/c/2"><title><langstring lang="nl">Twee</langstring></title>
<description><langstring lang="nl">T</langstring></description><url>https://example.org/two/</url></au>
</courseStructure>"""

TINCAN = """<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities>
<activity id="https://example.org/t" type="http://adlnet.gov/expapi/activities/course"><name lang="nl">Cursus</name>
<description lang="nl">Over iets</description><launch lang="nl">index.html</launch></activity>
<activity id="https://example.org/t/q" type="http://adlnet.gov/expapi/activities/question"><name>Vraag</name></activity>
</activities></tincan>"""


def page(activities: Mapping[str, str], pages: tuple[str, ...] = ("start",), unit: str = "m1", room: int = 4) -> str:
    """A page as scormkit builds it, as far as its ids go."""
    inside = "".join(
        f'<div data-sk-kind="{kind}" data-sk-activity="{name}" data-sk-size="{room}"></div>'
        for name, kind in activities.items()
    )
    sections = "".join(f'<section data-sk-page="{one}"></section>' for one in pages)
    return f'<!DOCTYPE html><html><body data-sk-course="c" data-sk-unit="{unit}">{sections}{inside}</body></html>'
