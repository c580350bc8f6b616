"""Templates that a course makes no more, told from all that others may have put beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scormkit.describing import describe
from scormkit.xapi.templates import outdated_templates

GOOD = Path(__file__).parents[2] / "courses" / "good"


@pytest.fixture(scope="module")
def site():
    return describe(GOOD).sites[0]


@pytest.fixture
def folder(tmp_path):
    assert describe(GOOD).write_templates(tmp_path).removed == ()
    return tmp_path


def renamed(value, old, new):
    """A template as it was when what it is of had another name."""
    assert old in value["template"]
    return {**value, "template": value["template"].replace(old, new)}


def read(folder, name="m1/single-answered.json"):
    return json.loads((folder / name).read_text("utf-8"))


def write(folder, name, value):
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")


def test_templates_of_an_activity_a_module_and_the_course(site, folder):
    old = {
        "m1/gone-answered.json": renamed(read(folder), "single", "gone"),
        "m0/single-answered.json": renamed(read(folder), "/m1/", "/m0/"),
        "m0/initialized.json": renamed(read(folder, "m1/initialized.json"), "/m1/", "/m0/"),
        "course-failed.json": renamed(read(folder, "course-passed.json"), "passed", "failed"),
    }
    for name, value in old.items():
        write(folder, name, value)
    assert sorted(outdated_templates(folder, site)) == sorted(old)
    before = {file: file.read_bytes() for file in folder.rglob("*.json")}
    assert sorted(describe(GOOD).write_templates(folder).removed) == sorted(old)
    assert {file: file.read_bytes() for file in folder.rglob("*.json")} == {
        file: content for file, content in before.items() if file.relative_to(folder).as_posix() not in old
    }
    assert not (folder / "m0").exists()


def test_a_template_of_an_older_version_is_outdated_too(site, folder):
    value = renamed(read(folder), "single", "gone")
    write(folder, "m1/gone-answered.json", {**value, "profile": f"{site.iri('xapi-profile')}/v-000000000000"})
    assert list(outdated_templates(folder, site)) == ["m1/gone-answered.json"]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("m1/copy.json", lambda one: one),
        ("single-answered.json", lambda one: one),
        ("m1/deep/gone-answered.json", lambda one: renamed(one, "single", "gone")),
        ("m1/gone-answered.txt", lambda one: renamed(one, "single", "gone")),
        ("m1/gone-answered.json", lambda one: renamed(one, "example.org", "example.com")),
        ("m1/gone-answered.json", lambda one: renamed(one, "single", "gone")["example"]),
        ("m1/gone-answered.json", lambda one: {**one, "template": 7}),
        ("m1/gone-answered.json", lambda one: {**one, "template": f"{one['template'][:-1]}"}),
        ("m1/gone-answered.json", lambda one: json.dumps(renamed(one, "single", "gone"))[:-1]),
        ("m1/gone-answered.json", lambda _: "[]"),
        ("m1/gone-answered.json", lambda _: ""),
    ],
)
def test_files_of_others_are_passed_over(site, folder, name, made):
    (folder / "m1" / "deep").mkdir()
    write(folder, name, made(read(folder)))
    assert list(outdated_templates(folder, site)) == []
    assert describe(GOOD).write_templates(folder).removed == ()
    assert (folder / name).exists()


def test_links_are_passed_over(site, folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    write(elsewhere, "gone-answered.json", renamed(read(folder), "single", "gone"))
    write(elsewhere, "single-answered.json", renamed(read(folder), "/m1/", "/m0/"))
    (folder / "m1" / "gone-answered.json").symlink_to(elsewhere / "gone-answered.json")
    (folder / "m0").symlink_to(elsewhere)
    assert list(outdated_templates(folder, site)) == []


def test_a_folder_that_is_not_there_has_none(site, tmp_path):
    assert list(outdated_templates(tmp_path / "none", site)) == []
