"""The player of a package: its modules joined into one classic script.

LMSs serve `.mjs` and module scripts badly (Moodle sends `.mjs` as text/plain), so the ES modules of the player and of
the activities become one `.js` file. They keep to a small part of the language's module syntax, which lets each
be wrapped into a function as it stands: imports of the form `import { a, b as c } from "./file.js";`, exports in front
of a declaration, no default export and no cycles. A kind of activity imports what it shares with others as
`#parts/<part>/<file>.js`, and from the player as `#player/<file>.js`.
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
from scormkit.render.shortening import shortened

_IMPORT = re.compile(r'^import\s*\{([^}]*)\}\s*from\s*"([^"]+)";\s*$', re.MULTILINE)
_EXPORT = re.compile(r"^export\s+((?:async\s+)?(?:function\*?|const|let|class))\s+([A-Za-z_$][\w$]*)", re.MULTILINE)
_LEFT_OVER = re.compile(r"^\s*(?:import|export)\b(?!\s*\().*$", re.MULTILINE)

_LATE = frozenset({"cmi5", "tincan"})
"""Connectors that take more code than a first page should wait for."""
_SHARED_NAME = "scormkit"
"""What the first script leaves to the second on the window."""
_SHARED = {"#parts": ("scormkit.activities", "parts"), "#player": ("scormkit.player",)}


@dataclass(slots=True)
class _Joiner:
    modules: list[str] = field(default_factory=list)
    names: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def add(self, root: Traversable, path: str) -> str:
        """Join the module at `path` under `root` after all that it imports; gives the name that holds its exports."""
        key = (str(root), path)
        if key in self.names:
            name = self.names[key]
            if name is None:
                raise ValueError(f"{root}/{path}: the module imports itself by way of others")
            return name
        self.names[key] = None
        text = root.joinpath(path).read_text(encoding="utf-8")
        head: list[str] = []
        for names, source in _IMPORT.findall(text):
            taken = re.sub(r"(\w+)\s+as\s+(\w+)", r"\1: \2", " ".join(names.split()))
            head.append(f"const {{{taken}}} = {self.add(*_resolve(root, path, source))};")
        body = _IMPORT.sub("", text)
        exports = [name for _, name in _EXPORT.findall(body)]
        body = _EXPORT.sub(r"\1 \2", body)
        if left := _LEFT_OVER.search(body):
            raise ValueError(f"{root}/{path}: cannot join {left.group().strip()!r}")
        name = self.names[key] = f"m{len(self.modules)}"
        wrapped = "\n".join([*head, body, f"return {{{', '.join(exports)}}};"])
        self.modules.append(f"const {name} = (() => {{\n{wrapped}\n}})();")
        return name


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
    shared = ", ".join(f"m{number}" for number in range(len(joiner.modules)))
    return _joined(joiner.modules, f"window.{_SHARED_NAME} = {{player: {start}, {shared}}};")


@cache
def activities(connector: str, used: frozenset[str]) -> bytes:
    """The script of what comes after the first page: the kinds of activity in `used`, and judging what is done in them.

    It takes from the script of `player` what that has already. Raises FileNotFoundError as `player` does.
    """
    joiner, _ = _core(connector)
    known = len(joiner.modules)
    folder = files("scormkit.player")
    report = f"connectors/{connector}_answers.js"
    told = f", {joiner.add(folder, report)}.report" if folder.joinpath(report).is_file() else ""
    join = joiner.add(folder, "joining.js")
    behaviours = ", ".join(f"{name}.behaviour" for name in _behaviours(joiner, used))
    return _later(joiner, known, f"{join}.join(window.{_SHARED_NAME}.player, [{behaviours}]{told});")


@cache
def late_connector(connector: str) -> bytes | None:
    """The script of the way to an LMS, where it comes after the first page; None where that has it already.

    Raises FileNotFoundError as `player` does.
    """
    if connector not in _LATE:
        return None
    joiner, _ = _core(connector)
    known = len(joiner.modules)
    connect = joiner.add(files("scormkit.player"), f"connectors/{connector}.js")
    return _later(joiner, known, f"window.{_SHARED_NAME}.connect = {connect}.connect;")


def _later(joiner: _Joiner, known: int, start: str) -> bytes:
    """The script of what was joined after the first `known` modules, which the player has."""
    own = "\n".join([*joiner.modules[known:], start])
    needed = [f"m{number}" for number in range(known) if re.search(rf"\bm{number}\b", own)]
    return _joined([f"const {{{', '.join(needed)}}} = window.{_SHARED_NAME};"], own)


def _core(connector: str) -> tuple[_Joiner, str]:
    """The modules of the player, and the expression that starts it."""
    joiner = _Joiner()
    folder = files("scormkit.player")
    connect = joiner.add(folder, f"connectors/{'late' if connector in _LATE else connector}.js")
    main = joiner.add(folder, "main.js")
    return joiner, f'{main}.start({connect}.connect, ["activities.js", "activities.css"])'


@cache
def overview() -> bytes:
    """The script of a page that leads to several units and is itself what an LMS launches (Tin Can)."""
    joiner = _Joiner()
    start = f"{joiner.add(files('scormkit.player'), 'overview.js')}.start();"
    return _joined(joiner.modules, start)


def _joined(modules: Iterable[str], start: str) -> bytes:
    joined = "\n".join(['(() => {\n"use strict";', *modules, start, "})();"])
    return shortened(str(rjsmin.jsmin(joined)).strip()).encode() + b"\n"


def _behaviours(joiner: _Joiner, used: Iterable[str]) -> list[str]:
    return [
        joiner.add(kinds()[name].folder, "behaviour.js")
        for name in sorted(used)
        if kinds()[name].text("behaviour.js") is not None
    ]
