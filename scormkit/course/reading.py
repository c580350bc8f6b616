"""From files to a `Course`: reads `course.yaml` and every module, and gathers all problems on the way."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from scormkit.course import problems
from scormkit.course.includes import Includer
from scormkit.course.model import Course, CourseFile, Module
from scormkit.course.source import read_source
from scormkit.course.tree import Node, read_tree
from scormkit.course.validation import Context, validate
from scormkit.diagnostics import Diagnostic, Location, Report
from scormkit.hints import did_you_mean

COURSE_FILE = "course.yaml"
MODULE_FILE = "module.yaml"


@dataclass(frozen=True, slots=True)
class LoadedCourse:
    """What came of reading a course: the course, or None where `report` holds an error.

    `file` is the course file as the author knows it; `modules` maps each module's id to its own.
    """

    course: Course | None
    report: Report
    file: str
    modules: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _ModuleFile:
    file: str
    tree: Node
    module: Module | None


def load_course(path: str | os.PathLike[str] = ".") -> LoadedCourse:
    """Read the course in the folder `path`, or the course file at `path`, with all its modules.

    Never raises for what an author wrote or forgot: everything wrong is in the report, sorted, each at its own place.
    """
    given = Path(path)
    file = given if given.suffix in (".yaml", ".yml") else given / COURSE_FILE
    found: list[Diagnostic] = []
    about, modules = _read_course(file, found)
    found += _equal_ids(modules)
    report = Report.of(found)
    whole = [read.module for read in modules if read.module]
    if report.has_errors or about is None:
        return LoadedCourse(None, report, file.as_posix(), {})
    files = {read.module.id: read.file for read in modules if read.module}
    return LoadedCourse(Course(about=about, modules=tuple(whole)), report, file.as_posix(), files)


def _read_course(file: Path, found: list[Diagnostic]) -> tuple[CourseFile | None, list[_ModuleFile]]:
    includer = Includer(file.parent, found)
    tree = _read(file, includer)
    if tree is None:
        return None, []
    context = Context(file.parent, file.parent)
    about, wrong = validate(CourseFile, tree, context)
    found += wrong
    for what, key in (("reference", "references"), ("glossary", "glossary")):
        found += _repeated(f"{what} id", (item.find(["id"]) for item in _items(tree, key) if "id" in item.keys))
    # What can be cited and explained is taken from the tree, so that modules are judged where course.yaml has errors.
    context = replace(
        context, references=_texts(tree, "references", "id"), terms=_texts(tree, "glossary", "term", "also")
    )
    modules = [_read_module(node, context, includer) for node in _module_nodes(tree)]
    return about, [module for module in modules if module]


def _texts(tree: Node, key: str, *names: str) -> tuple[str, ...]:
    """The texts under these keys of every item of a list, as far as they are texts or lists of texts."""
    values = (item.find([name]) for item in _items(tree, key) for name in names if name in item.keys)
    texts = (each for value in values for each in (value.value if isinstance(value.value, list) else [value]))
    return tuple(each.value for each in texts if isinstance(each.value, str))


def _module_nodes(tree: Node) -> Iterator[Node]:
    """The entries of `modules:` that are text, so that modules are read even where course.yaml has other errors."""
    listed = tree.find(["modules"]).value
    if isinstance(listed, list):
        yield from (node for node in listed if isinstance(node.value, str) and node.value)


def _read_module(node: Node, context: Context, includer: Includer) -> _ModuleFile | None:
    name, root, found = str(node.value), context.course_folder, includer.found
    folder = Path(os.path.normpath(root / name))
    if Path(name).is_absolute() or not folder.resolve().is_relative_to(root.resolve()):
        message = f"`{name}` leaves the course folder"
        found.append(node.problem(problems.MEDIA_OUTSIDE, message, "move the module into it"))
        return None
    file = folder / MODULE_FILE
    if not file.is_file():
        there = [each.parent.relative_to(root).as_posix() for each in sorted(root.glob(f"*/*/{MODULE_FILE}"))]
        hint = did_you_mean(name, there, f"make the file {file.as_posix()}")
        found.append(node.problem(problems.NO_COURSE, f"there is no file `{name}/{MODULE_FILE}`", hint))
        return None
    tree = _read(file, includer)
    if tree is None:
        return None
    module, wrong = validate(Module, tree, replace(context, folder=folder))
    found += wrong
    return _ModuleFile(file.as_posix(), tree, module)


def _read(file: Path, includer: Includer) -> Node | None:
    """The tree of a file with all that it includes; None where it is no mapping, which is then among the problems."""
    source = read_source(file, file.as_posix())
    if isinstance(source, Diagnostic):
        includer.found.append(source)
        return None
    tree, wrong = read_tree(source)
    includer.found += wrong
    if tree is None:
        return None
    if not isinstance(tree.value, dict):
        definition, message = problems.WRONG_TYPE, "the file has to be a mapping of keys and values"
        if tree.value is None:
            definition, message = problems.EMPTY, "the file is empty"
        includer.found.append(tree.problem(definition, message, "begin it with `id:` and `title:`"))
        return None
    return includer.resolve(tree, (file,))


def _equal_ids(modules: list[_ModuleFile]) -> Iterator[Diagnostic]:
    """Ids and slugs that stand twice: of modules in the course, of pages and of activities in a module."""
    for key in ("id", "slug"):
        yield from _repeated(f"module {key}", (m.tree.find([key]) for m in modules if key in m.tree.keys))
    for module in modules:
        pages = _items(module.tree, "pages")
        activities = [activity for page in pages for activity in _activities(page)]
        for what, nodes in (("page", pages), ("activity", activities)):
            yield from _repeated(f"{what} id", (node.find(["id"]) for node in nodes if "id" in node.keys))


def _items(node: Node, key: str) -> list[Node]:
    value = node.find([key]).value if key in node.keys else None
    return value if isinstance(value, list) else []


def _activities(node: Node) -> Iterator[Node]:
    """Every mapping that says its `kind`, at any depth."""
    if isinstance(node.value, dict) and "kind" in node.value:
        yield node
    children = node.value.values() if isinstance(node.value, dict) else node.value
    for child in children if not isinstance(children, str | int | float | None) else ():
        yield from _activities(child)


def _repeated(what: str, nodes: Iterable[Node]) -> Iterator[Diagnostic]:
    first: dict[str, Location] = {}
    for node in nodes:
        if not isinstance(node.value, str):
            continue
        if earlier := first.get(node.value):
            hint = f"give one of them another {what.split()[-1]}; the newer one, since learners' progress hangs on it"
            message = f"the {what} `{node.value}` stands here again; first in {earlier}"
            yield node.problem(problems.DUPLICATE_ID, message, hint)
        else:
            first[node.value] = Location(node.source.display, node.mark.line, node.mark.column)
