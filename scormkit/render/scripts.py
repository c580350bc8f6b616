"""The player of a package: its modules joined into classic scripts, by when they are needed.

LMSs serve `.mjs` and module scripts badly (Moodle sends `.mjs` as text/plain), so the ES modules of the player and of
the activities become plain `.js` files. They keep to a small part of the language's module syntax, which lets them
stand one after the other in one function, each name with the number of its module behind it: imports of the form
`import { a, b as c } from "./file.js";`, exports in front of a declaration, no default export and no cycles. A kind of
activity imports what it shares with others as `#parts/<part>/<file>.js`, and from the player as `#player/<file>.js`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import rjsmin

from scormkit.activities.registry import kinds
from scormkit.render.shortening import renamed, shortened
from scormkit.render.tightening import tightened

_IMPORT = re.compile(r'^import\s*\{([^}]*)\}\s*from\s*"([^"]+)";\s*$', re.MULTILINE)
_EXPORT = re.compile(r"^export\s+((?:async\s+)?(?:function\*?|const|let|class))\s+([A-Za-z_$][\w$]*)", re.MULTILINE)
_NAME = re.compile(r"[\w$]+")
_TAKEN = re.compile(r"([\w$]+)(?:\s+as\s+([\w$]+))?")
_LEFT_OVER = re.compile(r"^\s*(?:import|export)\b(?!\s*\().*$", re.MULTILINE)

_SHARED_NAME = "scormkit"
"""What the first script leaves to the second on the window."""
_SHARED = {"#parts": ("scormkit.activities", "parts"), "#player": ("scormkit.player",)}


@dataclass(slots=True)
class _Joiner:
    modules: list[str] = field(default_factory=list)
    exports: dict[tuple[str, str], dict[str, str] | None] = field(default_factory=dict)
    """What each module exports, by its root and path: the name in the joined script by the module's own."""

    def add(self, root: Traversable, path: str) -> dict[str, str]:
        """Join the module at `path` under `root` after all that it imports; gives what its exports are called now."""
        key = (str(root), path)
        if key in self.exports:
            exports = self.exports[key]
            if exports is None:
                raise ValueError(f"{root}/{path}: the module imports itself by way of others")
            return exports
        self.exports[key] = None
        text = root.joinpath(path).read_text(encoding="utf-8")
        imported: dict[str, str] = {}
        for names, source in _IMPORT.findall(text):
            offered = self.add(*_resolve(root, path, source))
            for name, local in _TAKEN.findall(names):
                if name not in offered:
                    raise ValueError(f"{root}/{path}: {source} exports no {name!r}")
                imported[local or name] = offered[name]
        body = _IMPORT.sub("", text)
        exported = [name for _, name in _EXPORT.findall(body)]
        body = _EXPORT.sub(r"\1 \2", body)
        if left := _LEFT_OVER.search(body):
            raise ValueError(f"{root}/{path}: cannot join {left.group().strip()!r}")
        try:
            joined, own = renamed(body, f"${len(self.modules)}", imported)
        except ValueError as error:
            raise ValueError(f"{root}/{path}: {error}") from error
        self.modules.append(joined)
        exports = self.exports[key] = {name: own[name] for name in exported}
        return exports

    def known(self) -> list[str]:
        """All that was exported so far, as it is called in the joined script."""
        return [name for exports in self.exports.values() for name in (exports or {}).values()]


def _resolve(root: Traversable, path: str, source: str) -> tuple[Traversable, str]:
    """The folder and the path in it that an import names."""
    start, _, rest = source.partition("/")
    if start in _SHARED:
        return files(_SHARED[start][0]).joinpath(*_SHARED[start][1:]), posixpath.normpath(rest)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), source))
    if target.startswith(".."):
        raise ValueError(f"{root}/{path}: the import {source!r} leaves its folder")
    return root, target


@cache
def player(connector: str) -> bytes:
    """The script that shows the first page of a unit and reports through `connector`.

    It asks for the rest, which lies beside it. Raises FileNotFoundError where there is no such connector.
    """
    joiner, start = _core(connector)
    parts = ", ".join(joiner.known())
    return _joined(joiner.modules, f"window.{_SHARED_NAME} = {{player: {start}, parts: [{parts}]}};")


@cache
def activities(connector: str, used: frozenset[str]) -> bytes:
    """The script of what comes after the first page: the kinds of activity in `used`, and judging what is done in them.

    It takes from the script of `player` what that has already. Raises FileNotFoundError as `player` does.
    """
    joiner, _ = _core(connector)
    here, known = len(joiner.modules), joiner.known()
    folder = files("scormkit.player")
    report = f"connectors/{connector}_answers.js"
    told = [joiner.add(folder, report)["report"]] if folder.joinpath(report).is_file() else []
    join = joiner.add(folder, "joining.js")["join"]
    given = ", ".join([f"[{', '.join(_behaviours(joiner, used))}]", *told])
    return _later(joiner.modules[here:], known, f"{join}(window.{_SHARED_NAME}.player, {given});")


@cache
def late_connector(connector: str) -> bytes | None:
    """The script of the way to an LMS, where it comes after the first page; None where that has it already."""
    folder, script = files("scormkit.player"), _late_script(connector)
    if not folder.joinpath(script).is_file():
        return None
    joiner, _ = _core(connector)
    here, known = len(joiner.modules), joiner.known()
    connect = joiner.add(folder, script)["connect"]
    return _later(joiner.modules[here:], known, f"window.{_SHARED_NAME}.connect = {connect};")


def _later(modules: Iterable[str], known: Iterable[str], start: str) -> bytes:
    """The script of modules that take what is `known` from the player."""
    own = "\n".join([*modules, start])
    used = set(_NAME.findall(own))
    needed = ", ".join(name if name in used else "" for name in known)
    return _joined([f"const [{needed}] = window.{_SHARED_NAME}.parts;"], own)


def _late_script(connector: str) -> str:
    """Where a connector lies that takes more code than a first page should wait for."""
    return f"connectors/late/{connector}.js"


def _core(connector: str) -> tuple[_Joiner, str]:
    """The modules of the player, and the expression that starts it."""
    joiner = _Joiner()
    folder = files("scormkit.player")
    name = "late" if folder.joinpath(_late_script(connector)).is_file() else connector
    connect = joiner.add(folder, f"connectors/{name}.js")["connect"]
    start = joiner.add(folder, "main.js")["start"]
    return joiner, f'{start}({connect}, ["activities.js", "activities.css"])'


@cache
def overview() -> bytes:
    """The script of a page that leads to several units and is itself what an LMS launches (Tin Can)."""
    joiner = _Joiner()
    start = joiner.add(files("scormkit.player"), "overview.js")["start"]
    return _joined(joiner.modules, f"{start}();")


def _joined(modules: Iterable[str], start: str) -> bytes:
    joined = "\n".join(['(() => {\n"use strict";', *modules, start, "})();"])
    return tightened(shortened(str(rjsmin.jsmin(joined)).strip())).encode() + b"\n"


def _behaviours(joiner: _Joiner, used: Iterable[str]) -> list[str]:
    return [
        joiner.add(kinds()[name].folder, "behaviour.js")["behaviour"]
        for name in sorted(used)
        if kinds()[name].text("behaviour.js") is not None
    ]
