"""Every problem that a course's source can have: one definition each. Ids are never reused."""

from __future__ import annotations

from scormkit.activities import mistakes
from scormkit.activities.mistakes import DUPLICATE_ID as DUPLICATE_ID
from scormkit.course.i18n import problems as translating
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
UNKNOWN_KIND = Definition(
    "SK-SRC-022", "unknown-kind", _ERROR, "There is no kind of activity of that name. See the reference for all kinds."
)
NOTHING_SCORED = Definition(
    "SK-SRC-026",
    "nothing-scored",
    _ERROR,
    "The module has a passing score, but no question in it has a right answer, so nobody could ever pass. Mark the\n"
    "right options with `correct: true`, or leave the passing score out: then a module is completed once all is done.",
)
UNKNOWN_ID = Definition(
    "SK-SRC-028",
    "unknown-id",
    _ERROR,
    "`completion` names a page, an activity or a question that the module does not have, or one that cannot be done\n"
    "or scored. Compare the id with those in the module.",
)
INVALID = Definition(
    "SK-SRC-029", "invalid-value", _ERROR, "The value breaks a rule of its kind of activity; the message says which."
)
MEDIA_MISSING = Definition(
    "SK-SRC-030",
    "media-missing",
    _ERROR,
    "The file is not there, or nothing is in it. Paths are relative to the file that names them, with `/`, and\n"
    "capitals count, since the servers of most LMSs tell `Foto.png` from `foto.png`.",
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
PICTURE_DAMAGED = Definition(
    "SK-SRC-033",
    "picture-unreadable",
    _ERROR,
    "The file has the name of a picture, but browsers would show it half or not at all: it is cut short, damaged, of\n"
    "another type than png, jpg, gif, webp or avif, or larger than browsers on phones can unpack. Save the picture\n"
    "again, or copy it anew from where it came.\n\n"
    "Bad: a photo of a phone (HEIC) renamed to `photo.jpg`\n\nGood: the same photo saved as JPEG",
)
SVG_UNSAFE = Definition(
    "SK-SRC-034",
    "svg-not-self-contained",
    _ERROR,
    "A drawing (SVG) with a script, an event handler or a reference to something outside it is refused: in a package\n"
    "it would run with the rights of the LMS, tell another server who is learning, or show a hole. Save it as plain\n"
    "SVG, with pictures and fonts embedded.\n\n"
    'Bad: `<image href="https://example.org/photo.jpg"/>`\n\nGood: `<image href="data:image/jpeg;base64,…"/>`',
)
CAPTIONS = Definition(
    "SK-SRC-035",
    "captions",
    _ERROR,
    "The captions are not WebVTT as browsers read it; a cue that is not understood is left out without a word. The\n"
    "file begins with `WEBVTT` and an empty line; each cue has a time and a text, with an empty line before it.\n\n"
    "Bad: `1:02,5 -> 1:04,0`\n\nGood: `00:01:02.500 --> 00:01:04.000`",
    reference="WebVTT, 4.1 WebVTT file structure",
)
METADATA_KEPT = Definition(
    "SK-SRC-037",
    "metadata-not-stripped",
    Severity.INFO,
    "A picture can carry data that nobody sees: where and when it was taken, by whom, with which camera. Some\n"
    "pictures go into the packages with it, because Pillow is not installed or because they move. Install scormkit\n"
    "with the extra `media`, which takes such data out and makes pictures small: `pip install 'scormkit[media]'`.\n\n"
    "Bad: a photo with the place where it was taken\n\nGood: the same photo, built with the extra `media`",
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
UNKNOWN_REFERENCE = Definition(
    "SK-SRC-043",
    "unknown-reference",
    _ERROR,
    "A text cites a work that is not among the references of the course, so the reader could not find it. Mostly the\n"
    "name is misspelt.\n\n"
    "Bad: `Ouders blijven ouders [@vanholen].`\n\n"
    "Good: `Ouders blijven ouders [@vanholen2019, p. 24].`, with `id: vanholen2019` among the references",
)
UNKNOWN_TERM = Definition(
    "SK-SRC-044",
    "unknown-term",
    _ERROR,
    "A text points to a word that the glossary does not have. A word is found by its `term` or by one of the forms\n"
    "under `also`; capitals do not count.\n\n"
    "Bad: `Denk aan [[gedeeld ouderschap]].`\n\n"
    "Good: `Denk aan [[gedeeld opvoederschap]].` or `Denk aan [[samen opvoeden|gedeeld opvoederschap]].`",
)
MARKDOWN_ATTRIBUTE = Definition(
    "SK-SRC-045",
    "markdown-attribute",
    _ERROR,
    "Attributes in text are classes and languages, and nothing else: an id could clash with one of the page's, a\n"
    "style with the theme, and a script is not let through at all. Classes that begin with `sk-` are the page's.\n\n"
    'Bad: `[Bonjour]{style="color:red"}`\n\nGood: `[Bonjour]{lang=fr}`',
)
MARKDOWN_FOOTNOTE = Definition(
    "SK-SRC-046",
    "markdown-footnote",
    _ERROR,
    "A footnote is written in two places: its mark in the sentence, and its text in a paragraph of its own. One of\n"
    "the two is missing, so the reader would see a bare mark or nothing at all.\n\n"
    "Bad: `Dat is zo.[^1]`\n\nGood: `Dat is zo.[^1]`, and after an empty line `[^1]: Maar niet altijd.`",
)

INCLUDE = Definition(
    "SK-SRC-050",
    "include",
    Severity.FATAL,
    "`include:` brings in a file of the course folder: a `.md` file where text can stand, a `.yaml` file where its\n"
    "values can stand; a list inside a list becomes part of it. No file may include itself; the key stands alone.\n\n"
    "Bad: `text: {include: ../../elsewhere/intro.md}`\n\nGood: `text: {include: texts/intro.md}`",
)

LOW_CONTRAST = Definition(
    "SK-SRC-060",
    "low-contrast",
    _ERROR,
    "Two colours of the theme that stand against each other are too much alike for many readers. Text needs a\n"
    "contrast of 4.5 with what is behind it; the edge of a field, the ring of the focus and other signs need 3. Light\n"
    "and dark are judged apart. The message names both colours, and the hint the nearest colour that passes.\n\n"
    "Bad: `light: {quiet: '#999999'}`\n\nGood: `light: {quiet: '#6c6c6c'}`",
    reference="WCAG 2.2, 1.4.3 and 1.4.11",
)
FONT_NOT_USED = Definition(
    "SK-SRC-061",
    "font-not-used",
    Severity.WARNING,
    "The theme brings a font whose family neither `text` nor `headings` names, so nothing is ever set in it and every\n"
    "package carries it for nothing. Mostly one of the two names is misspelt.\n\n"
    "Bad: `text: [Atkinson]` with `files: [{family: Atkinson Hyperlegible, file: fonts/atkinson.woff2}]`\n\n"
    "Good: `text: [Atkinson Hyperlegible]` with the same file",
)

TRANSLATIONS = Definition(
    "SK-SRC-070",
    "translations",
    _ERROR,
    "`translations:` in course.yaml names the languages that the course exists in beside its own, each once. The\n"
    "language that the course is written in stands under `language:`.\n\n"
    "Bad: `language: nl` with `translations: [nl, en]`\n\nGood: `language: nl` with `translations: [en]`",
)
PARTS = Definition(
    "SK-SRC-062",
    "parts-and-modules",
    _ERROR,
    "Where `course.yaml` groups its modules into `parts`, the parts together list every folder that stands under\n"
    "`modules`, once and in the same order: an LMS shows a module in one place.\n\n"
    "Bad: `modules: [a, b]` with `parts: [{id: p1, title: First, modules: [b]}]`\n\n"
    "Good: `modules: [a, b]` with `parts: [{id: p1, title: First, modules: [a, b]}]`",
)

UNKNOWN_TOPIC = Definition(
    "SK-SRC-080",
    "unknown-topic",
    _ERROR,
    "A page or an activity covers a topic that `course.yaml` does not declare under `topics`. Mostly the name is\n"
    "misspelt.\n\n"
    "Bad: `covers: [listning]`\n\n"
    "Good: `covers: [listening]`, with `topics: [{id: listening, title: Listening before you advise}]` in course.yaml",
)
TOPIC_NOT_COVERED = Definition(
    "SK-SRC-082",
    "topic-not-covered",
    Severity.WARNING,
    "The course declares a topic, and no page and no activity covers it. Either the course lacks something, or it is\n"
    "not said where it is covered. `scormkit coverage` lists what is covered where.\n\n"
    "Bad: `topics: [{id: listening, title: Listening before you advise}]`, and no `covers` names `listening`\n\n"
    "Good: the same, and `covers: [listening]` on the page that is about it",
)
TOPIC_NOT_EVERYWHERE = Definition(
    "SK-SRC-083",
    "topic-not-in-every-module",
    Severity.WARNING,
    "A topic is declared with `every_module: true`, and some module has no page and no activity that covers it.\n"
    "`scormkit coverage` lists what is covered where. Leave `every_module` out where once in the course is enough.\n\n"
    "Bad: `{id: listening, title: Listening before you advise, every_module: true}`, covered in one module of two\n\n"
    "Good: the same, with `covers: [listening]` in both",
)

_ALL = (*globals().values(), *vars(mistakes).values(), *vars(translating).values())
DEFINITIONS = tuple(sorted({each for each in _ALL if isinstance(each, Definition)}, key=lambda each: each.id))
"""All definitions, in order of id."""
