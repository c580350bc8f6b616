"""`docs/inspecting.md`: what it shows is what is told of the two packages that are made here."""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from scormkit.cli import main
from scormkit.inspecting import comparison, overview
from tests.inspecting.packages import CP_2004, item, manifest, page, sco, zipped

PAGE = (Path(__file__).parents[2] / "docs" / "inspecting.md").read_text(encoding="utf-8")

METADATA = """<schemaversion>2004 4th Edition</schemaversion><lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general>
<description><string language="en">Listening to parents, in two short modules.</string></description>
<language>en</language><keyword><string language="en">listening</string></keyword>
<keyword><string language="en">parents</string></keyword></general>
<educational><typicalLearningTime><duration>PT40M</duration></typicalLearningTime></educational>
<rights><copyrightAndOtherRestrictions><source>LOMv1.0</source><value>no</value></copyrightAndOtherRestrictions></rights>
</lom>"""
SCORE = """<imsss:sequencing><imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true">
<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing>"""
ORDER = '<imsss:sequencing><imsss:controlMode choice="false" flow="true"/></imsss:sequencing>'
PLAYER = '<resource identifier="player" type="webcontent"><file href="player.js"/></resource>'
NEEDS_PLAYER = '<dependency identifierref="player"/>'


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    resources = sco("r1", "m1/index.html", NEEDS_PLAYER) + sco("r2", "m2/index.html", NEEDS_PLAYER) + PLAYER
    parts = {"metadata": METADATA, "namespaces": CP_2004, "identifier": "listening", "inside": ORDER}
    titles = {"old": ("Listening first", "Asking", "item-m2"), "new": ("Listening first", "Asking on", "item-ask")}
    activities = {"old": {"first_words": "choice", "silence": "true_false"}, "new": {"silence": "true_false"}}
    for name, (one, two, identifier) in titles.items():
        items = item("item-m1", one, "r1", SCORE) + item(identifier, two, "r2")
        zipped(
            Path(f"{name}.zip"),
            {
                "imsmanifest.xml": manifest(items, resources, **parts),
                "m1/index.html": page(activities[name]),
                "m2/index.html": page({"why": "reflection"}, unit="m2"),
                "player.js": "// what plays the pages\n" * 20,
            },
        )


def without_packed(text: str) -> str:
    """The text without packed sizes: another zlib packs otherwise."""
    return re.sub(r" *[\d.]+ k?B packed", "packed", text)


@pytest.mark.usefixtures("packages")
def test_the_commands_say_what_the_page_shows() -> None:
    shown = re.findall(r"```console\n\$ (scormkit [^\n]*)\n(.*?)```", PAGE, re.DOTALL)
    assert [shlex.split(command)[1] for command, _ in shown] == ["inspect", "diff"]
    for command, text in shown:
        assert without_packed(CliRunner().invoke(main, shlex.split(command)[1:]).output) == without_packed(text)


@pytest.mark.usefixtures("packages")
@pytest.mark.parametrize(
    ("room", "arguments"), [(overview, ["inspect", "old.zip"]), (comparison, ["diff", "old.zip", "new.zip"])]
)
def test_the_page_lists_every_name_of_the_json(room: object, arguments: list[str]) -> None:
    document = json.loads(CliRunner().invoke(main, [*arguments, "--format", "json"]).stdout)
    assert set(document) <= set(re.findall(r"`(\w+)`", PAGE))
    shapes = [one for one in vars(room).values() if is_dataclass(one)]
    names = {field.name for one in shapes for field in fields(one)}
    assert names - set(re.findall(r"`(\w+)`", PAGE)) == set()
