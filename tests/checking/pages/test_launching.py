"""What a launch page runs, and what packages of authoring tools must not be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scormkit.checking import check
from scormkit.checking.pages.gathering import gather
from scormkit.checking.pages.launching import Follower, Reached
from tests.packages.cases import base

MakeZip = Callable[[Mapping[str, bytes]], Path]
BOTH = """var pipwerks = {SCORM: {API: {}}};
pipwerks.find = function (win) {
  while (!win.API && !win.API_1484_11 && win.parent !== win) win = win.parent;
  return win.API_1484_11 || win.API;
};
pipwerks.begin = function (api, v) { return v === "1.2" ? api.LMSInitialize("") : api.Initialize(""); };
pipwerks.end = function (api, v) { return v === "1.2" ? api.LMSFinish("") : api.Terminate(""); };
pipwerks.status = function (v) { return pipwerks.get(v ? "cmi.core.lesson_status" : "cmi.completion_status"); };
pipwerks.exit = function () { return pipwerks.set("cmi.core.exit", "suspend") && pipwerks.set("cmi.exit", "suspend"); };
"""
HEAD = '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Start</title>'
PAGE = HEAD + "{}</head><body><p>x</p></body></html>"


def follow(files: Mapping[str, str], page: str = "index.html") -> Reached:
    data = {name: text.encode() for name, text in files.items()}
    contents = gather(tuple(data), lambda name: len(data[name]), lambda name, _: data[name])
    return Follower(contents).follow(page)


@pytest.mark.parametrize(
    ("files", "members"),
    [
        ({"index.html": "<script src=a.js></script>", "a.js": "", "b.js": ""}, {"index.html", "a.js"}),
        ({"index.html": "<script src=a/a.js></script>", "a/a.js": "import './b.js'", "a/b.js": ""}, {"a/b.js"}),
        ({"index.html": "<iframe src=x.html>", "x.html": "<script src=a.js></script>", "a.js": ""}, {"x.html", "a.js"}),
        (
            {"index.html": "<script>load('lib/' + 'scormdriver.js')</script>", "d/scormdriver.js": ""},
            {"d/scormdriver.js"},
        ),
        ({"index.html": "<script>location.replace('story.html?a=1')</script>", "story.html": ""}, {"story.html"}),
        ({"index.html": "<iframe src=index.html>"}, {"index.html"}),
    ],
)
def test_it_follows_what_literals_tell(files: Mapping[str, str], members: set[str]) -> None:
    assert members <= set(follow(files).members)


@pytest.mark.parametrize(
    "html",
    [
        "<script src=https://cdn.example/a.js></script>",
        "<script src=gone.js></script>",
        "<iframe src=//x.example/></iframe>",
        "<object data=course.swf></object>",
        "<script src=huge.js></script>",
    ],
)
def test_nothing_is_known_where_code_is_not_at_hand(html: str) -> None:
    assert follow({"index.html": html, "huge.js": " " * (4 * 1024 * 1024 + 1)}).words is None


def test_a_script_that_makes_code_may_run_any_of_the_package() -> None:
    files = {"index.html": "<script>eval(a)</script>", "parts/a.json": '{"code": "parent.API"}'}
    assert follow(files).words == {"API"}
    assert follow({**files, "index.html": "<script>a()</script>"}).words == frozenset()


@pytest.mark.parametrize("standard", ["scorm12", "scorm2004"])
@pytest.mark.parametrize(
    "start",
    [
        '<script src="SCORM_API_wrapper.js"></script>',
        '<script src="course.js"></script><script src="SCORM_API_wrapper.js"></script>',
        '<script src="boot.js"></script>',
    ],
)
def test_a_wrapper_of_both_editions_is_fine_in_either(standard: str, start: str, make_zip: MakeZip) -> None:
    files = base(f"{standard}/base")
    files["index.html"] = PAGE.format(start).encode()
    files["SCORM_API_wrapper.js"] = BOTH.encode()
    files["boot.js"] = b"var s = document.createElement('script'); s.src = 'SCORM_API' + '_wrapper.js';"
    more = b'<file href="SCORM_API_wrapper.js"/><file href="boot.js"/>'
    files["imsmanifest.xml"] = files["imsmanifest.xml"].replace(
        b'<file href="course.js"/>', b'<file href="course.js"/>' + more
    )
    assert [found for found in check(make_zip(files)) if found.id.startswith(("SK-RTE", "SK-WEB"))] == []


def test_a_frameset_whose_frames_do_the_work_is_fine(make_zip: MakeZip) -> None:
    """As in packages of Rustici's driver: the page launched is a frame around the driver and the content."""
    files = base("scorm12/base")
    frames = '<frame title="Driver" src="driver.html"><frame title="Content" src="blank.html">'
    files["index.html"] = f'{HEAD}</head><frameset rows="0,*">{frames}</frameset></html>'.encode()
    files["driver.html"] = PAGE.format('<script src="course.js"></script>').encode()
    files["blank.html"] = b"<html><head></head><body></body></html>"
    more = b'<file href="driver.html"/><file href="blank.html"/>'
    files["imsmanifest.xml"] = files["imsmanifest.xml"].replace(
        b'<file href="course.js"/>', b'<file href="course.js"/>' + more
    )
    assert list(check(make_zip(files))) == []
