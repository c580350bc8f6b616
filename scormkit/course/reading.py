"""From files to a `Course`: reads `course.yaml` and every module, and gathers all problems on the way."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from scormkit.course import problems
from scormkit.course.compact import Compact
from scormkit.course.context import Context
from scormkit.course.coverage import gaps, topics_of
from scormkit.course.i18n.problems import NO_TRANSLATION
from scormkit.course.i18n.reading import Translation, read_translation
from scormkit.course.i18n.texts import Part
from scormkit.course.i18n.translating import translate
from scormkit.course.includes import Includer
from scormkit.course.lists import items, known, texts_of
from scormkit.course.model import Course, CourseFile, Module
from scormkit.course.repeats import ModuleRepeats, repeats_in_course
from scormkit.course.source import is_file, leaves, read_source, why_absent
from scormkit.course.tree import Node, read_tree
from scormkit.course.validation import validate
from scormkit.diagnostics import Definition, Diagnostic, Location, Report
from scormkit.hints import did_you_mean

COURSE_FILE = "course.yaml"
MODULE_FILE = "module.yaml"
TRANSLATIONS = "i18n"
"""The folder, in that of the course, that translations are in."""


@dataclass(frozen=True, slots=True)
class LoadedCourse:
    """What came of reading a course: the course, or None where `report` holds an error.

    `file` is the course file as the author knows it; `modules` maps each module's id to its own. `translation` is the
    language that the course has been translated into; None where it is in the language that it is written in. `head` is
    the course's `id` in its file; None where there is no course.
    """

    course: Course | None
    report: Report
    file: str
    modules: Mapping[str, str]
    translation: str | None = None
    head: Node | None = None

    def lacks(self, definition: Definition, message: str, hint: str) -> Diagnostic:
        """A problem of something that is not in the course file: it is told where the course is named."""
        if self.head is None:
            return definition.at(Location(self.file), message, hint=hint)
        return self.head.problem(definition, message, hint)


@dataclass(frozen=True, slots=True)
class CourseFiles:
    """The files of a course, not judged yet: `about` is `course.yaml`, None where it could not be read.

    `modules` are read as they are asked for, so that they can be gone through once; those of `kept` as often as need
    be. `problems` is what keeps files from being read as they should: of modules, of those that were asked for.
    """

    file: Path
    about: Part | None
    modules: Iterable[Part]
    problems: list[Diagnostic]

    @property
    def parts(self) -> Iterator[Part]:
        """All files that could be read: `course.yaml`, then every module."""
        return chain([self.about] if self.about else [], self.modules)

    @property
    def language(self) -> str | None:
        """The language that the course is written in, as far as it says."""
        return next(iter(texts_of(self.about.tree.find(["language"]))), None) if self.about else None

    @property
    def translations(self) -> tuple[Node, ...]:
        """The places that name the languages that the course is translated into."""
        return tuple(filter(texts_of, items(self.about.tree, "translations"))) if self.about else ()

    def kept(self) -> CourseFiles:
        """The same with all modules read, and kept in little room."""
        return self if isinstance(self.modules, Compact) else replace(self, modules=Compact(self.modules))


def load_course(path: str | os.PathLike[str] = ".", language: str | None = None) -> LoadedCourse:
    """Read the course in the folder `path`, or the course file at `path`, with all its modules.

    With a `language` other than the course's own it is read as that translation has it; what is not translated stays as
    it is. Never raises for what an author wrote or forgot: everything wrong is in the report, sorted, each at its own
    place. Raises OSError where a translation file is there and cannot be read.
    """
    files = read_files(path)
    return judge(files) if language in (None, files.language) else _load_translation(files, str(language))


def load_languages(
    path: str | os.PathLike[str] = ".", languages: Collection[str] | None = None
) -> tuple[LoadedCourse, ...]:
    """The course in its own language and in those that it is translated into, or in those of `languages` alone.

    Where the course itself has errors, they are all that comes: the first and only one has no course. Raises OSError
    where a translation file is there and cannot be read.
    """
    files = read_files(path)
    own_language = files.language
    foreign = files.translations if languages is None else [each for each in languages if each != own_language]
    if foreign:
        files = files.kept()
    own = judge(files)
    if own.course is None:
        return (own,)
    there = (own.course.about.language, *own.course.about.translations)
    wanted = there if languages is None else dict.fromkeys(languages)
    return tuple(own if each == there[0] else _load_translation(files, each) for each in wanted)


def read_files(path: str | os.PathLike[str]) -> CourseFiles:
    """The files of the course in the folder `path`, or of the course file at `path`."""
    given = Path(path)
    file = given if given.suffix in (".yaml", ".yml") else given / COURSE_FILE
    includer = Includer(file.parent)
    if file.name == MODULE_FILE:
        message, hint = "this is a module, and not a course", f"name the folder that holds {COURSE_FILE}"
        return CourseFiles(file, None, (), [problems.NO_COURSE.at(Location(file.as_posix()), message, hint=hint)])
    tree = _read(file, includer)
    if tree is None:
        return CourseFiles(file, None, (), includer.found)
    modules = (_read_module(node, file.parent, includer) for node in _module_nodes(tree, includer))
    about = Part(COURSE_FILE, COURSE_FILE, file, CourseFile, tree)
    return CourseFiles(file, about, filter(None, modules), includer.found)


def judge(files: CourseFiles) -> LoadedCourse:
    """The course that these files make up, or all that is wrong with them."""
    name = files.file.as_posix()
    if files.about is None:
        return LoadedCourse(None, Report.of(files.problems), name, {})
    root, tree = files.file.parent, files.about.tree
    context = Context(root, root)
    about, found = validate(CourseFile, tree, context)
    found += repeats_in_course(tree)
    # What can be cited and explained is taken from the tree, so that modules are judged where course.yaml has errors.
    context = replace(
        context,
        references=known(tree, "references", "id"),
        terms=known(tree, "glossary", "term", "also"),
        topics=known(tree, "topics", "id"),
    )
    repeats = ModuleRepeats()
    by_id: dict[str, str] = {}
    covered: dict[str, frozenset[str]] = {}

    def sound_modules() -> Iterator[Module]:
        for part in files.modules:
            pages = known(part.tree, "pages", "id")
            module, wrong = validate(Module, part.tree, replace(context, folder=part.file.parent, pages=pages))
            found.extend([*wrong, *repeats.found_in(part.tree)])
            if module:
                by_id[module.id] = part.file.as_posix()
                covered[module.id] = topics_of(module)
                yield module

    modules = Compact(sound_modules())
    report = Report.of([*files.problems, *found])
    if report.has_errors or about is None:
        return LoadedCourse(None, report, name, {})
    # What modules cover is known once all of them are sound.
    report += Report.of(gaps(about.topics, covered, tree))
    return LoadedCourse(Course(about, modules), report, name, by_id, head=tree.find(["id"]))


def translation_file(files: CourseFiles, language: str) -> Path:
    """Where the course keeps its texts in a language."""
    return files.file.parent / TRANSLATIONS / f"{language}.xlf"


def judge_translation(files: CourseFiles, translation: Translation, language: str) -> LoadedCourse:
    """The course in the language of a translation, or all that is wrong with it."""
    files = files.kept()
    if files.about is None:
        return judge(files)
    made = translate(files.about, files.modules, translation, language)
    loaded = judge(replace(files, about=made.about, modules=made.modules))
    return replace(loaded, report=loaded.report + Report.of(made.remarks), translation=language)


def _load_translation(files: CourseFiles, language: str) -> LoadedCourse:
    if files.about is None:
        return judge(files)
    translation = _read_translation(files, files.about.tree, language)
    if isinstance(translation, Diagnostic):
        return LoadedCourse(None, Report.of([translation]), files.file.as_posix(), {}, language)
    return judge_translation(files, translation, language)


def _read_translation(files: CourseFiles, tree: Node, language: str) -> Translation | Diagnostic:
    node = next((each for each in files.translations if each.value == language), None)
    if node is None:
        message = f"the course is not translated into `{language}`"
        there = [*(str(each.value) for each in files.translations), language]
        hint = f"write `translations: [{', '.join(there)}]`, and run `scormkit i18n export --to {language}`"
        place = tree.find(["translations"] if files.translations else ["language"])
        return place.problem(NO_TRANSLATION, message, hint)
    file = translation_file(files, language)
    if not file.is_file():
        hint = f"make it with `scormkit i18n export --to {language}`"
        return node.problem(NO_TRANSLATION, f"there is no file `{TRANSLATIONS}/{language}.xlf`", hint)
    read = read_translation(file, file.as_posix())
    return read if isinstance(read, Diagnostic) else read.fits(str(files.language), language) or read


def _module_nodes(tree: Node, includer: Includer) -> Iterator[Node]:
    """The entries of `modules:` that are text, so that modules are read even where course.yaml has other errors.

    A folder that is named again is read once, and told.
    """
    listed = tree.find(["modules"]).value
    seen: set[str] = set()
    for node in listed if isinstance(listed, list) else ():
        if not isinstance(node.value, str) or not node.value:
            continue
        folder = os.path.normpath(node.value)
        if folder in seen:
            message = f"the module folder `{node.value}` stands here again"
            includer.found.append(node.problem(problems.DUPLICATE_ID, message, "remove it, or name another folder"))
        else:
            seen.add(folder)
            yield node


def _read_module(node: Node, root: Path, includer: Includer) -> Part | None:
    name, found = str(node.value), includer.found
    folder = Path(os.path.normpath(root / name))
    if Path(name).is_absolute() or leaves(folder, root):
        message = f"`{name}` leaves the course folder"
        found.append(node.problem(problems.MEDIA_OUTSIDE, message, "move the module into it"))
        return None
    file = folder / MODULE_FILE
    if not is_file(file):
        message = f"there is no file `{name}/{MODULE_FILE}`"
        found.append(node.problem(problems.NO_COURSE, message, _other_module(name, folder, root)))
        return None
    tree = _read(file, includer)
    if tree is None:
        return None
    original = file.relative_to(root).as_posix()
    module = next(iter(texts_of(tree.find(["id"]))), original) if "id" in tree.keys else original
    return Part(module, original, file, Module, tree)


def _other_module(name: str, folder: Path, root: Path) -> str:
    """What to do where `modules:` names a folder without a module."""
    if "\\" in name:
        return "write `/` between folders"
    if is_file(folder):
        return "name the folder of the module, and not a file"
    if hint := why_absent(folder / MODULE_FILE):
        return hint
    if is_file(folder / "module.yml"):
        return f"rename {folder.as_posix()}/module.yml to {MODULE_FILE}"
    there = (each.parent.relative_to(root) for depth in ("*", "*/*") for each in root.glob(f"{depth}/{MODULE_FILE}"))
    return did_you_mean(
        name, sorted(each.as_posix() for each in there), f"make the file {(folder / MODULE_FILE).as_posix()}"
    )


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
    return includer.resolve(tree, file)
