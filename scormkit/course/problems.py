"""Every problem that a course's source can have: one definition each. Ids are never reused."""

from __future__ import annotations

from scormkit.diagnostics import Definition, Severity

_ERROR = Severity.ERROR

NO_COURSE = Definition(
    "SK-SRC-001",
    "course-file-missing",
    Severity.FATAL,
    "A course is a folder with a file `course.yaml`, and each module that it names is a folder with a file\n"
    "`module.yaml`. One of them is not there or cannot be read. Check the path and its spelling, capitals included.",
)
NOT_UTF8 = Definition(
    "SK-SRC-002",
    "file-not-utf8",
    Severity.FATAL,
    "Source files are text in UTF-8. Save the file again as UTF-8; in most editors: *Save with encoding*.",
)
YAML_SYNTAX = Definition(
    "SK-SRC-003",
    "yaml-syntax",
    Severity.FATAL,
    "The file is not well-formed YAML. Often a quote or a bracket is not closed, a list item lacks its dash, or a\n"
    "text that holds a colon followed by a blank is not between quotes.\n\n"
    "Bad: `title: Samen: zo doe je dat`\n\nGood: `title: 'Samen: zo doe je dat'`",
)
YAML_TAB = Definition(
    "SK-SRC-004",
    "yaml-tab",
    Severity.FATAL,
    "YAML is indented with blanks, never with tabs. Replace the tab by two blanks, and have the editor insert blanks.",
)
DUPLICATE_KEY = Definition(
    "SK-SRC-005",
    "yaml-duplicate-key",
    _ERROR,
    "One mapping has the same key twice, so one of the two values would be lost. Remove or rename one.",
)
TOO_LARGE = Definition(
    "SK-SRC-006",
    "yaml-too-large",
    Severity.FATAL,
    "The file is larger, deeper or, through repeated aliases (`*name`), grows larger than a course can need: 4 MiB of\n"
    "text, 200 000 values, 64 levels. Split the course into more modules, or write out what the aliases repeat.",
)
NOT_PLAIN_YAML = Definition(
    "SK-SRC-007",
    "yaml-feature-not-used",
    _ERROR,
    "A course uses plain YAML: one document per file, keys that are text, no tags such as `!!python/name`, no alias\n"
    "that holds itself, no control characters.",
)
WRONG_TYPE = Definition(
    "SK-SRC-010",
    "wrong-type",
    _ERROR,
    "A value is of another type than its key asks for, such as a number where text belongs. Text that looks like a\n"
    "number or like `true` is written between quotes.\n\nBad: `version: 1.0`\n\nGood: `version: '1.0'`",
)
UNKNOWN_KEY = Definition(
    "SK-SRC-011",
    "unknown-key",
    _ERROR,
    "The key is not one that scormkit knows here, so its value would be ignored. Mostly it is misspelt or stands one\n"
    "level too deep or too high.",
)
MISSING_KEY = Definition("SK-SRC-012", "missing-key", _ERROR, "A key that is required here is not there.")
BAD_FORMAT = Definition(
    "SK-SRC-013",
    "bad-format",
    _ERROR,
    "The value does not have the form that its key asks for, such as an id with a capital or a blank in it.",
)
OUT_OF_RANGE = Definition(
    "SK-SRC-014", "out-of-range", _ERROR, "The value is too small, too large, too short or too long."
)
NOT_ONE_OF = Definition("SK-SRC-015", "not-one-of", _ERROR, "The value is not one of the words that can stand here.")
EMPTY = Definition(
    "SK-SRC-020",
    "empty",
    _ERROR,
    "A course without modules, a module without pages or a page without content has nothing to show, and an LMS\n"
    "would never see it completed. Fill it or remove it.",
)
DUPLICATE_ID = Definition(
    "SK-SRC-021",
    "duplicate-id",
    _ERROR,
    "Two things of one kind have the same id. Learners' places and answers are kept under the id, so they would be\n"
    "mixed up. Give the newer one another id: a changed id loses what was kept under it.",
)
UNKNOWN_KIND = Definition(
    "SK-SRC-022", "unknown-kind", _ERROR, "There is no kind of activity of that name. See the reference for all kinds."
)
NO_ALTERNATIVE = Definition(
    "SK-SRC-023",
    "figure-without-alt",
    _ERROR,
    "Who does not see a picture needs its meaning in words (WCAG 2.2, 1.1.1). Write `alt: …` with what the picture\n"
    "says on this page, or `decorative: true` where it says nothing that the text does not say.",
)
NO_SOURCE = Definition(
    "SK-SRC-024",
    "story-without-source",
    _ERROR,
    "The page tells the reader whether a voice is made up. A made-up voice has no `source`; a real one has\n"
    "`fiction: false` and a `source`.",
)
OPTIONS = Definition(
    "SK-SRC-025",
    "options-do-not-fit",
    _ERROR,
    "The options of a choice contradict each other: two have one id, or several are `correct` where one can be chosen.",
)
NOTHING_SCORED = Definition(
    "SK-SRC-026",
    "nothing-scored",
    _ERROR,
    "The module has a passing score, but no question in it has a right answer, so nobody could ever pass. Mark the\n"
    "right options with `correct: true`, or leave the passing score out: then a module is completed once all is done.",
)
INVALID = Definition(
    "SK-SRC-029", "invalid-value", _ERROR, "The value breaks a rule of its kind of activity; the message says which."
)
MEDIA_MISSING = Definition(
    "SK-SRC-030",
    "media-missing",
    _ERROR,
    "The file is not there. Paths are relative to the file that names them, with `/`, and capitals count, since the\n"
    "servers of most LMSs tell `Foto.png` from `foto.png`.",
)
MEDIA_OUTSIDE = Definition(
    "SK-SRC-031",
    "media-outside-course",
    _ERROR,
    "The path leaves the course folder (by `..`, by a leading slash or by a link), so the course would not build on\n"
    "another machine. Copy the file into the course folder.",
)
MEDIA_TYPE = Definition(
    "SK-SRC-032",
    "media-type",
    _ERROR,
    "Browsers do not show files of this type as a picture. Use svg, png, jpg, gif, webp or avif.",
)
RAW_HTML = Definition(
    "SK-SRC-040",
    "markdown-raw-html",
    _ERROR,
    "Text is Markdown and HTML in it is not let through, so that a page stays accessible and safe. Write Markdown, or\n"
    "put a backslash before the `<` that is meant as a character.",
)
MARKDOWN_IMAGE = Definition(
    "SK-SRC-041",
    "markdown-image",
    _ERROR,
    "A picture is an activity of its own, `kind: figure`, so that it has a text alternative and a caption.",
)
MARKDOWN_LINK = Definition(
    "SK-SRC-042",
    "markdown-relative-link",
    _ERROR,
    "A link in text goes to a web address, a mail address or a page of the module (`#p-` and its id). A path to a\n"
    "file would lead nowhere once the course is packaged.",
)

DEFINITIONS: tuple[Definition, ...] = tuple(
    value for value in list(globals().values()) if isinstance(value, Definition)
)
"""All definitions, in order of id."""
