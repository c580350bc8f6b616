"""Does what the LMS launches talk to the LMS, and in the language of its edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scormkit.checking.package import Package
from scormkit.checking.pages.datamodel import APIS, STANDARDS, family
from scormkit.checking.pages.launching import Reached
from scormkit.checking.rule import SCORM, Finding, rule
from scormkit.checking.shared.resources import scorm_type
from scormkit.checking.source import Place
from scormkit.diagnostics import Severity
from scormkit.said import say


@dataclass(frozen=True, slots=True)
class _Talk:
    """The words of one edition's run-time environment."""

    api: str
    begin: str
    end: str
    get: str
    set: str


_TALKS = {
    "1.2": _Talk(APIS["1.2"], "LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue"),
    "2004": _Talk(APIS["2004"], "Initialize", "Terminate", "GetValue", "SetValue"),
}
_OTHER = {"1.2": "2004", "2004": "1.2"}


@rule(
    "SK-RTE-001",
    "no-api-search",
    Severity.WARNING,
    "SCORM 1.2 RTE, API; SCORM 2004 RTE, SCO Responsibilities (finding the API instance)",
    SCORM,
)
def no_api_search(package: Package) -> Iterator[Finding]:
    """A SCO looks for the LMS.

    The page that an LMS launches as a SCO, or a script that it loads, must find the object by which it talks to the
    LMS: `API` in SCORM 1.2, `API_1484_11` in SCORM 2004, in the windows above or in the one that opened it. A page
    that does not will never be marked as completed. (Nothing is reported where code comes from elsewhere, or is made or
    fetched in a way that cannot be followed.)

    Load the script that talks to the LMS, or make the resource an asset.

    Bad: a SCO of one page without any script

    Good: `<script src="scorm.js"></script>`, with `window.parent.API` in it
    """
    for place, model, reached in _launched(package, sco=True):
        if reached.words is not None and not reached.words & set(APIS.values()):
            message = say("nothing that this SCO runs looks for {api}, so it cannot talk to the LMS", api=APIS[model])
            yield Finding(place, message, say("load the script that talks to the LMS, or make the resource an asset"))


@rule(
    "SK-RTE-002",
    "session-not-begun-or-ended",
    Severity.WARNING,
    "SCORM 1.2 RTE, API; SCORM 2004 RTE, SCO Responsibilities (a SCO calls both)",
    SCORM,
)
def session_not_begun_or_ended(package: Package) -> Iterator[Finding]:
    """A SCO begins its session with the LMS, and ends it.

    Before `LMSInitialize` (2004: `Initialize`) an LMS answers every call with an error; without `LMSFinish` (2004:
    `Terminate`) some LMSs throw away what the SCO has set, and the attempt stays open. (Whether each is called just
    once depends on how a learner goes through the page, and cannot be seen from here.)

    Call both: the one when the page has loaded, the other on `pagehide` or when the learner leaves.

    Bad: `api.LMSInitialize(""); api.LMSSetValue("cmi.core.lesson_status", "completed");`

    Good: the same, and `api.LMSFinish("");`
    """
    for place, model, reached in _launched(package, sco=True):
        talk = _TALKS[model]
        # Names that are put together, such as "LMS" + name, are none to judge by: then not one stands there whole.
        if reached.words is None or not reached.words & {talk.begin, talk.end, talk.get, talk.set}:
            continue
        if talk.api not in reached.words:
            continue
        for call in (talk.begin, talk.end):
            if call not in reached.words:
                message = say("nothing that this SCO runs calls {call}", call=call)
                hint = say(
                    "call {begin} when the page has loaded and {end} when it ends", begin=talk.begin, end=talk.end
                )
                yield Finding(place, message, hint)


@rule(
    "SK-RTE-003",
    "api-of-other-edition",
    Severity.WARNING,
    "SCORM 1.2 RTE and SCORM 2004 RTE, API (the names of the API and its functions)",
    SCORM,
)
def api_of_other_edition(package: Package) -> Iterator[Finding]:
    """A SCO looks for the API of its own edition.

    An LMS gives a package of SCORM 1.2 an `API` and one of SCORM 2004 an `API_1484_11`, by what the manifest says. A
    SCO that looks for the other one alone finds nothing, and nothing is tracked. (A wrapper that knows both is fine.)

    Use the script for the edition of the manifest, or export the course for the edition of the script.

    Bad: `window.parent.API.LMSInitialize("")` in a package whose manifest says `2004 4th Edition`

    Good: `window.parent.API_1484_11.Initialize("")`
    """
    for place, model, reached in _launched(package, sco=True):
        own, other = _TALKS[model], _TALKS[_OTHER[model]]
        words = reached.words
        if words is not None and other.api in words and own.api not in words:
            values = {"api": other.api, "edition": STANDARDS[model], "own": own.api}
            message = say("this SCO looks for {api} alone, but an LMS gives a package of {edition} {own}", **values)
            hint = say(
                "use a script for {edition}, or export the course for the other edition", edition=STANDARDS[model]
            )
            yield Finding(place, message, hint)


@rule(
    "SK-RTE-004",
    "asset-talks-to-lms",
    Severity.INFO,
    "SCORM 1.2 CAM and SCORM 2004 CAM, Content Model (an asset does not communicate)",
    SCORM,
)
def asset_talks_to_lms(package: Package) -> Iterator[Finding]:
    """An asset does not talk to the LMS.

    For a resource that the manifest calls an asset an LMS opens no session: calls fail, or are not kept. If the page
    is to be tracked it has to be a SCO; if it is not, the calls do nothing.

    Say `sco` in the manifest, or take the calls out.

    Bad: `adlcp:scormtype="asset"` and `api.LMSInitialize("")` in the page

    Good: `adlcp:scormtype="sco"`
    """
    for place, model, reached in _launched(package, sco=False):
        talk = _TALKS[model]
        if {talk.api, talk.begin} <= reached.own and reached.own & {talk.end, talk.get, talk.set}:
            message = say("this is an asset, but it looks for {api} and calls {call}", api=talk.api, call=talk.begin)
            hint = say("make the resource a SCO if it is to be tracked, or take the calls out")
            yield Finding(place, message, hint)


def _launched(package: Package, *, sco: bool) -> Iterator[tuple[Place, str, Reached]]:
    """The launch pages that are SCOs, or those that are assets: where the manifest names them, and what they run."""
    model = family(package.edition)
    seen: set[str] = set()
    for item in package.manifest.items:
        resource = package.launches(item)
        if model is None or resource is None or resource.href is None or resource.href.path in seen:
            continue
        reached = package.launched.get(resource.href.path)
        if reached is not None and scorm_type(package, resource) == ("sco" if sco else "asset"):
            seen.add(resource.href.path)
            yield resource.href.place, model, reached
