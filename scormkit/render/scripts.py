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

_IMPORT = re.compile(r'^import\s*\{([^}]*)\}\s*from\s*"([^"]+)";\s*$', re.MULTILINE)
_EXPORT = re.compile(r"^export\s+((?:async\s+)?(?:function\*?|const|let|class))\s+([A-Za-z_$][\w$]*)", re.MULTILINE)
_LEFT_OVER = re.compile(r"^\s*(?:import|export)\b(?!\s*\().*$", re.MULTILINE)

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
def player(connector: str, used: frozenset[str]) -> bytes:
    """The script of a package that reports through `connector` and holds the kinds of activity in `used`.

    Raises FileNotFoundError where there is no such connector.
    """
    joiner = _Joiner()
    folder = files("scormkit.player")
    connect = joiner.add(folder, f"connectors/{connector}.js")
    main = joiner.add(folder, "main.js")
    behaviours = ", ".join(f"{name}.behaviour" for name in _behaviours(joiner, used))
    return _joined(joiner, f"{main}.start({connect}.connect, [{behaviours}]);")


@cache
def overview() -> bytes:
    """The script of a page that leads to several units and is itself what an LMS launches (Tin Can)."""
    joiner = _Joiner()
    return _joined(joiner, f"{joiner.add(files('scormkit.player'), 'overview.js')}.start();")


def _joined(joiner: _Joiner, start: str) -> bytes:
    joined = "\n".join(['(() => {\n"use strict";', *joiner.modules, start, "})();"])
    return str(rjsmin.jsmin(joined)).strip().encode() + b"\n"


def _behaviours(joiner: _Joiner, used: Iterable[str]) -> list[str]:
    return [
        joiner.add(kinds()[name].folder, "behaviour.js")
        for name in sorted(used)
        if kinds()[name].text("behaviour.js") is not None
    ]
