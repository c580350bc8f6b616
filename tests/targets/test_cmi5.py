"""The cmi5 target: its course structure."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from lxml import etree

from scormkit.archive.pressed import Pressed
from scormkit.render.site import Site
from scormkit.targets.cmi5 import NAMESPACE, TARGET

from .conftest import EACH_COURSE, root_of
from .test_scorm2004 import Make

C = f"{{{NAMESPACE}}}"
IRI = "https://example.org/xapi/four"


@pytest.mark.parametrize("course", EACH_COURSE)
def test_structures_are_valid_and_their_ids_are_iris_of_their_own(
    make: Make, cmi5_schema: etree.XMLSchema, course: str
) -> None:
    for package in make(course, "cmi5"):
        root = root_of(package)
        cmi5_schema.assertValid(root)
        ids = [each.get("id") for each in root.iter() if each.get("id")]
        assert all(each.startswith("https://") for each in ids)
        assert max(Counter(ids).values()) == 1
        assert {each.get("idref") for each in root.iter(f"{C}objective") if each.get("idref")} <= set(ids)
        names = {file.path for file in package.files}
        assert {each.text for each in root.iter(f"{C}url")} <= names


def test_an_au_moves_on_when_it_is_done_or_passed(make: Make) -> None:
    *_, whole = make("four", "cmi5")
    assert [(au.get("id"), au.get("moveOn"), au.get("masteryScore")) for au in root_of(whole).iter(f"{C}au")] == [
        (f"{IRI}/m1", "Completed", None),
        (f"{IRI}/m2", "CompletedAndPassed", "0.8"),
        (f"{IRI}/m3", "Completed", None),
        (f"{IRI}/m4", "Completed", None),
    ]


def test_an_au_is_the_same_alone_and_in_the_series_and_in_blocks(make: Make) -> None:
    first, *_, whole = make("four", "cmi5")
    *_, full = make("full", "cmi5")
    (alone,) = (au.get("id") for au in root_of(first).iter(f"{C}au"))
    assert alone == next(root_of(whole).iter(f"{C}au")).get("id")
    blocks = root_of(full).findall(f"{C}block")
    assert [[au.get("id") for au in block.findall(f"{C}au")] for block in blocks] == [
        [f"{IRI}/m1", f"{IRI}/m2"],
        [f"{IRI}/m3", f"{IRI}/m4"],
    ]


def test_every_package_makes_a_course_of_its_own(make: Make) -> None:
    packages = [*make("four", "cmi5"), *make("four", "cmi5", translation="en")]
    ids = [root_of(package).find(f"{C}course").get("id") for package in packages]  # type: ignore[union-attr]
    assert len(set(ids)) == len(ids) == 10


def test_pages_may_talk_to_a_record_store_and_to_nobody_else(make: Make) -> None:
    for name, connects in (("cmi5", b"connect-src https: http:;"), ("scorm12", b"connect-src 'self';")):
        for package in make("good", name):
            pages = [file.content for file in package.files if file.path.endswith("index.html")]
            assert pages
            assert all(isinstance(page, Pressed) and connects in bytes(page) for page in pages)


def test_without_a_base_iri_there_are_no_ids(sites: dict[str, Site]) -> None:
    with pytest.raises(ValueError, match="base_iri"):
        TARGET.package(replace(sites["four"], base_iri=None))


def test_an_author_may_write_of_policies(sites: dict[str, Site]) -> None:
    first, *others = sites["four"].units
    page, *media = first.files
    assert isinstance(page.content, Pressed)
    quoting = bytes(page.content).replace(b"</main>", b"<p>connect-src 'self'</p></main>")
    unit = replace(first, files=(replace(page, content=quoting), *media))
    package = TARGET.package(replace(sites["four"], units=(unit, *others)))[0]
    (content,) = (file.content for file in package.files if file.path == unit.whole)
    assert isinstance(content, Pressed)
    assert b"connect-src https: http:; " in bytes(content)
    assert b"<p>connect-src 'self'</p>" in bytes(content)
