"""Which kinds of activity there are."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from scormkit.activities import registry
from scormkit.activities.text import KIND as TEXT

MODEL = """
from typing import Literal

from scormkit.activities.contract import Activity, Kind, Line


class Banner(Activity):
    kind: Literal["banner"]
    words: Line


KIND = Kind(Banner, __name__)
"""
COURSE = 'id: c\nslug: c\ntitle: C\nlanguage: nl\nversion: "1"\nmodules: [m]\n'
MODULE = "id: m\nslug: m\ntitle: M\npages:\n  - {id: p, title: P, content: [{kind: banner, words: Hello there}]}\n"


def test_our_own_kinds_are_the_folders_beside_the_registry() -> None:
    folder = Path(registry.__file__).parent
    assert list(registry.kinds()) == sorted(each.parent.name.replace("_", "-") for each in folder.glob("*/__init__.py"))


@pytest.mark.slow
def test_another_package_adds_a_kind_by_entry_point(tmp_path: Path) -> None:
    kind = tmp_path / "site" / "banner"
    kind.mkdir(parents=True)
    (kind / "__init__.py").write_text(MODEL)
    (kind / "template.html").write_text("<p>{{ activity.words }}{{ words.mark }}</p>")
    (kind / "style.css").write_text(".sk-banner-kind { color: inherit; }")
    (kind / "behaviour.js").write_text('export const behaviour = { kind: "banner", attach() {} };')
    (kind / "words").mkdir()
    (kind / "words" / "en.yaml").write_text("mark: '!'")
    information = tmp_path / "site" / "banner-1.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: banner\nVersion: 1\n")
    (information / "entry_points.txt").write_text("[scormkit.activities]\nbanner = banner:KIND\n")
    course = tmp_path / "course"
    (course / "m").mkdir(parents=True)
    (course / "course.yaml").write_text(COURSE)
    (course / "m" / "module.yaml").write_text(MODULE)

    command = [Path(sys.executable).with_name("scormkit"), "build", course, "--output", tmp_path / "dist"]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    with zipfile.ZipFile(tmp_path / "dist" / "c-m-m-scorm12.zip") as package:
        # It has no Dutch words, so its English ones serve.
        assert "<p>Hello there!</p>" in package.read("m/index.html").decode()
        assert b".sk-banner-kind" in package.read("shared/first-m.css")
        assert b'kind:"banner"' in package.read("shared/activities.js")


def test_two_kinds_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "entry_points", lambda group: [SimpleNamespace(load=lambda: TEXT)])
    with pytest.raises(ValueError, match="two kinds of activity are called 'text'"):
        registry.kinds.__wrapped__()
