"""The recipe names all code that decides what a package is and what is said of it."""

from __future__ import annotations

import subprocess
import sys

import grimp
import pytest

from scormkit import recipe


def test_every_module_that_writes_or_judges_packages_counts() -> None:
    graph = grimp.build_graph("scormkit", cache_dir=None)
    needed = {"scormkit.making"}
    for room in ("scormkit.archive", "scormkit.checking"):
        needed |= {room, *graph.find_descendants(room), *graph.find_upstream_modules(room, as_package=True)}
    rooms = {f"scormkit.{each.removesuffix('.py').replace('/', '.')}" for each in recipe.ROOMS}
    beside = {each for each in needed if not any(each == room or each.startswith(f"{room}.") for room in rooms)}
    assert beside <= {"scormkit"}, "the public face only passes names on"
    assert all((recipe.HOME / each).exists() for each in recipe.ROOMS)


@pytest.mark.slow
def test_the_recipe_is_the_same_in_every_process() -> None:
    script = "from scormkit.recipe import RECIPE; print(RECIPE)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == recipe.RECIPE


def test_any_change_of_code_is_another_recipe(tmp_path, monkeypatch) -> None:
    room = tmp_path / "checking"
    room.mkdir()
    (room / "rule.py").write_text("one")
    seen = [recipe.of(tmp_path, ("checking",))]
    (room / "rule.py").write_text("two")
    seen.append(recipe.of(tmp_path, ("checking",)))
    (room / "rule.py").rename(room / "other.py")
    seen.append(recipe.of(tmp_path, ("checking",)))
    monkeypatch.setattr(recipe, "__version__", "9.9")
    seen.append(recipe.of(tmp_path, ("checking",)))
    assert len(set(seen)) == 4
    (room / "__pycache__").mkdir()
    (room / "__pycache__" / "other.pyc").write_bytes(b"compiled")
    assert recipe.of(tmp_path, ("checking",)) == seen[-1]
