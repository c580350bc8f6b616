"""Code in pages: where it stands, and how it learns that the learner leaves."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.pages.model import Handler
from scormkit.checking.rule import Finding, rule
from scormkit.diagnostics import Severity
from scormkit.said import say


@rule("SK-WEB-004", "inline-script", Severity.INFO, "W3C Content Security Policy Level 3, script-src")
def inline_script(package: Package) -> Iterator[Finding]:
    """Scripts stand in files of their own.

    An LMS may forbid code inside pages by a content security policy, the best shield against pages that attack it;
    then such a script does not run. Most LMSs that host SCORM do allow it.

    Move the code into a file, and attributes such as `onclick` into `addEventListener`.

    Bad: `<script>start();</script>`, `<button onclick="next()">`

    Good: `<script src="start.js"></script>`
    """
    holding = [page for page in package.pages.values() if page.inline]
    if not holding:
        return
    # Where one page does so nearly all do, by the habit of a tool: once is enough.
    message = say("this page holds a script")
    if len(holding) > 1:
        message = say("{count} pages hold scripts, this one first", count=len(holding))
    elif len(holding[0].inline) > 1:
        message = say("this page holds {count} scripts, the first of them here", count=len(holding[0].inline))
    yield Finding(holding[0].inline[0], message, say("move the code into a file of its own"))


@rule(
    "SK-WEB-005",
    "unload-handler",
    Severity.WARNING,
    "Chrome: Deprecating the unload event; HTML Standard, unloading documents",
)
def unload_handler(package: Package) -> Iterator[Finding]:
    """Nothing waits for `unload`.

    Chrome is retiring this event: it does not come on an ever larger part of visits, and phones never promised it. A
    course that says goodbye to the LMS there loses the last result and the time spent. (A script that also listens to
    `pagehide` is not reported.)

    Save whenever something changes, and say goodbye on `pagehide`.

    Bad: `window.onunload = finish;`

    Good: `addEventListener("pagehide", finish);`
    """
    for handler in _handlers(package, "unload"):
        message = say("this waits for unload, which browsers no longer send reliably")
        yield Finding(handler.place, message, say("listen to pagehide, and save whenever something changes"))


@rule("SK-WEB-006", "beforeunload-handler", Severity.INFO, "HTML Standard, unloading documents; practice")
def beforeunload_handler(package: Package) -> Iterator[Finding]:
    """Nothing is saved on `beforeunload`.

    The event is there to ask whether unsaved work may be lost. Phones do not send it when an app is swiped away, and
    whoever then answers "stay" goes on in a course that has already said goodbye to the LMS. (A script that also
    listens to `pagehide` is not reported.)

    Save whenever something changes, and say goodbye on `pagehide`.

    Bad: `window.onbeforeunload = finish;`

    Good: `addEventListener("pagehide", finish);`
    """
    for handler in _handlers(package, "beforeunload"):
        message = say("this waits for beforeunload, which phones do not send")
        yield Finding(handler.place, message, say("listen to pagehide, and save whenever something changes"))


def _handlers(package: Package, event: str) -> Iterator[Handler]:
    """The handlers of this event in files that do not know of a better one."""
    for script in package.contents.code():
        if "pagehide" not in script.words:
            yield from (one for one in script.handlers if one.event == event)
