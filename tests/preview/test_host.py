from __future__ import annotations

import json
import re
import time
import urllib.error
import urllib.request
import zipfile
from dataclasses import asdict

import pytest

from scormkit.preview import Call, Conditions, Fault, PackageHost

# They wait for servers, real ones.
pytestmark = pytest.mark.slow

MANIFEST = """<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"><organizations><organization>
<item identifier="i1" identifierref="r1"><title>A &lt;b&gt; &amp; c&lt;/script&gt;</title></item>
</organization></organizations><resources><resource identifier="r1" href="a/index.html"/></resources></manifest>"""


@pytest.fixture
def runtime(tmp_path):
    file = tmp_path / "runtime.js"
    file.write_text("window.Scorm12API = class {};", encoding="utf-8")
    return file


@pytest.fixture(params=["zip", "folder"])
def package(request, tmp_path):
    if request.param == "zip":
        path = tmp_path / "package.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("imsmanifest.xml", MANIFEST)
            archive.writestr("a/index.html", "<p>hello")
        return path
    path = tmp_path / "package"
    (path / "a").mkdir(parents=True)
    (path / "imsmanifest.xml").write_text(MANIFEST, encoding="utf-8")
    (path / "a" / "index.html").write_text("<p>hello", encoding="utf-8")
    return path


@pytest.fixture
def host(package, runtime):
    with PackageHost(package, runtime=runtime) as running:
        yield running


def get(url, body=None):
    with urllib.request.urlopen(url, None if body is None else json.dumps(body).encode()) as response:
        return response.status, response.headers, response.read().decode()


def launch_data(page):
    return json.loads(re.search(r'<script type="application/json" id="launch">(.*?)</script>', page).group(1))


def test_the_members_are_served_with_their_type(host):
    status, headers, text = get(host.content_url("a/index.html"))
    assert (status, text) == (200, "<p>hello")
    assert headers["content-type"].startswith("text/html")
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "name", ["content/none.html", "content/a", "content/..%2fruntime.js", "launch/none", "lms/host.py"]
)
def test_nothing_else_is_served(host, name):
    with pytest.raises(urllib.error.HTTPError) as refused:
        get(host.url + name)
    refused.value.close()
    assert refused.value.code == 404


@pytest.mark.parametrize(
    ("asked", "status", "content", "says"),
    [
        ("bytes=0-2", 206, b"<p>", "bytes 0-2/8"),
        ("bytes=3-", 206, b"hello", "bytes 3-7/8"),
        ("bytes=-2", 206, b"lo", "bytes 6-7/8"),
        ("bytes=-20", 206, b"<p>hello", "bytes 0-7/8"),
        ("bytes=5-900", 206, b"llo", "bytes 5-7/8"),
        ("bytes=8-", 416, b"", "bytes */8"),
        ("bytes=0-1,3-4", 200, b"<p>hello", None),
        ("bytes=-", 200, b"<p>hello", None),
        ("lines=1-2", 200, b"<p>hello", None),
    ],
)
def test_a_range_is_served_as_asked(host, asked, status, content, says):
    request = urllib.request.Request(host.content_url("a/index.html"), headers={"Range": asked})
    try:
        with urllib.request.urlopen(request) as answer:
            got = (answer.status, answer.read(), answer.headers["Content-Range"])
    except urllib.error.HTTPError as error:
        got = (error.code, error.read(), error.headers["Content-Range"])
        error.close()
    assert got == (status, content, says)


def test_the_list_shows_titles_as_text(host):
    _, _, page = get(host.url)
    assert "A &lt;b&gt; &amp; c&lt;/script&gt;" in page


def test_a_launch_carries_its_conditions_and_where_the_sco_is(host):
    conditions = Conditions(mode="review", faults=(Fault("LMSCommit", "throw", 3),))
    _, _, page = get(host.launch_url("i1", conditions))
    data = launch_data(page)
    assert data["href"] == "/content/a/index.html"
    assert data["faults"] == [asdict(Fault("LMSCommit", "throw", 3))]
    assert data["elements"]["cmi.core.lesson_mode"] == "review"
    assert data["api"] is True


def test_what_is_kept_comes_back_with_the_next_launch_even_where_it_looks_like_a_tag(host):
    get(host.launch_url("i1"))
    call = {"name": "LMSCommit", "values": [""], "result": "true", "error": "0"}
    elements = {"cmi.core.exit": "suspend", "cmi.suspend_data": "</script><b>"}
    get(f"{host.url}kept/i1", {"number": 1, "elements": elements, "calls": [call]})
    assert host.calls == [Call("i1", 1, "LMSCommit", ("",), "true", "0")]
    _, _, page = get(host.launch_url("i1"))
    assert launch_data(page)["elements"]["cmi.suspend_data"] == "</script><b>"
    get(f"{host.url}kept/i1", {"number": 2, "elements": None, "calls": []})
    assert host.records["i1"].elements["cmi.suspend_data"] == "</script><b>"


def test_only_a_sco_of_the_package_is_launched(host):
    with pytest.raises(KeyError):
        host.launch_url("other")


def test_without_serving_there_is_no_address(package, runtime):
    with pytest.raises(RuntimeError):
        _ = PackageHost(package, runtime=runtime).url


def test_another_build_is_served_in_the_place_of_the_first(host, tmp_path):
    get(f"{host.url}kept/i1", {"number": 1, "elements": {"cmi.core.exit": "suspend"}, "calls": []})
    path = tmp_path / "next.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("imsmanifest.xml", MANIFEST)
        archive.writestr("a/index.html", "<p>hello again")
    host.replace(path)
    assert get(host.content_url("a/index.html"))[2] == "<p>hello again"
    assert host.records["i1"].elements == {"cmi.core.exit": "suspend"}
    with pytest.raises(FileNotFoundError):
        host.replace(tmp_path / "none.zip")
    assert get(host.content_url("a/index.html"))[2] == "<p>hello again"


def test_a_page_can_be_kept_waiting(host):
    before = time.monotonic()
    assert get(f"{host.url}late/0.2")[0] == 200
    assert time.monotonic() - before >= 0.2
