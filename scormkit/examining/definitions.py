"""What can be said of a path before, or instead of, judging what is there: one definition each. Ids stay for ever."""

from __future__ import annotations

from scormkit.diagnostics import Definition, Severity

TOO_SLOW = Definition(
    "SK-CHK-001",
    "took-too-long",
    Severity.FATAL,
    "A package is judged within the time that it is given.\n\n"
    "Every package gets the same time, so that one of them cannot keep the others waiting. All limits of the reader\n"
    "together let an honest package through in seconds, and the largest in about a minute: what takes longer was made\n"
    "to, or the machine or its disk is overloaded. Nothing was said of the package: it counts as not judged.\n\n"
    "Bad: `scormkit check large.zip --timeout 1`\n\n"
    "Good: `scormkit check large.zip --timeout 600`",
)
BROKE_OFF = Definition(
    "SK-CHK-002",
    "check-broke-off",
    Severity.FATAL,
    "Judging ends with a result.\n\n"
    "Here it broke off: the memory was not enough, the system ended the process that judged it, or scormkit itself\n"
    "has a mistake. The other packages were judged all the same; this one counts as not judged.\n\n"
    "Where the message names a mistake, please report it with the package, or with what is needed to make one like it.",
)
COURSE_SOURCE = Definition(
    "SK-CHK-003",
    "course-source",
    Severity.INFO,
    "What is checked is a package, and not the source of a course.\n\n"
    "The text of a course is judged as `scormkit build` does before it builds. There are no packages until they are\n"
    "built: build them, and check what comes of it.\n\n"
    "Bad: `scormkit check course`, and uploading what was built long before\n\n"
    "Good: `scormkit build course && scormkit check dist`",
)
NOT_XAPI = Definition(
    "SK-CHK-004",
    "unknown-json",
    Severity.ERROR,
    "A JSON file holds xAPI statements, their templates or a profile.\n\n"
    "Of JSON, xAPI profiles (an object whose `type` is `Profile`), statements (an object, an array, what an LRS\n"
    "answered, or one a line) and statement templates of `scormkit xapi templates` are judged.\n\n"
    "Bad: `scormkit check package.json`\n\n"
    "Good: `scormkit check dist/xapi/profile.jsonld`",
)
JSON_TOO_LARGE = Definition(
    "SK-CHK-005",
    "json-too-large",
    Severity.FATAL,
    "A JSON file is small enough to be read.\n\n"
    "JSON is held in memory as a whole, where it needs many times its size. Split the file: where there is one\n"
    "statement on each line, it can be cut between any two lines.",
)
DEFINITIONS = (TOO_SLOW, BROKE_OFF, COURSE_SOURCE, NOT_XAPI, JSON_TOO_LARGE)
