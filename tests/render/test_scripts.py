"""Joining the player's modules."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scormkit.activities.registry import kinds
from scormkit.render.scripts import _Joiner, activities, player

NODE = Path(sys.executable).with_name("node")


def test_modules_stand_in_the_order_they_need_each_other_with_names_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.js").write_text(
        'import { two as zwei, three } from "./sub/b.js";\nconst local = 1;\n'
        "export const sum = local + zwei() + three;\n"
    )
    (tmp_path / "sub" / "b.js").write_text(
        'import {\n  one,\n} from "../c.js";\nconst local = 10;\nexport function two() {\n  return one + local;\n}\n'
        "export const three = 3;\n"
    )
    (tmp_path / "c.js").write_text("export class Box {}\nexport const one = 1;\n")
    joiner = _Joiner()
    first, last = joiner.add(tmp_path, "a.js"), joiner.add(tmp_path, "c.js")
    assert len(joiner.modules) == 3
    assert joiner.known() == [*first.values(), *joiner.add(tmp_path, "sub/b.js").values(), *last.values()]
    script = "\n".join([*joiner.modules, f"console.log(JSON.stringify([{first['sum']}, typeof {last['Box']}]));"])
    done = subprocess.run([NODE, "-e", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [15, "function"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("export default 1;\n", "cannot join 'export default 1;'"),
        ('import x from "./c.js";\n', "cannot join"),
        ("const a = 1;\nexport { a };\n", "cannot join"),
        ('import { x } from "../outside.js";\n', "leaves its folder"),
        ('import { x } from "./a.js";\n', "imports itself"),
        ('import { y, x } from "./b.js";\n', "./b.js exports no 'x'"),
        ("const a = ;\n", "a.js: this is not JavaScript"),
    ],
)
def test_what_cannot_be_joined_is_told(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "a.js").write_text(text)
    (tmp_path / "b.js").write_text("export const y = 1;\n")
    with pytest.raises(ValueError, match=message):
        _Joiner().add(tmp_path, "a.js")


def test_a_package_holds_only_what_is_used_in_classic_scripts(tmp_path: Path) -> None:
    small, whole = activities("scorm12", frozenset({"text"})), activities("scorm12", frozenset(kinds()))
    assert len(small) < len(whole)
    for script in (player("scorm12"), small, whole):
        (tmp_path / "player.js").write_bytes(script)
        subprocess.run([NODE, "--check", tmp_path / "player.js"], check=True)
        assert not re.search(rb"\bimport\b", script)
        assert b"eval(" not in script


def test_an_unknown_connector_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        player("pigeon")
