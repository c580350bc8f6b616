"""What learners need who do not see, do not hear, or use other tools than most."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.pages.model import Page
from scormkit.checking.rule import Finding, rule
from scormkit.diagnostics import Severity
from scormkit.said import say


@rule("SK-WEB-007", "picture-without-alt", Severity.WARNING, "WCAG 2.2, 1.1.1; HTML Standard, 4.8.4.4")
def picture_without_alt(package: Package) -> Iterator[Finding]:
    """Every picture has an alternative in words.

    A learner who does not see the picture hears `alt` instead, or the name of the file where it is missing. A picture
    that only decorates has an empty one.

    Say in `alt` what the picture tells, or write `alt=""`.

    Bad: `<img src="IMG_0231.jpg">`

    Good: `<img src="IMG_0231.jpg" alt="Two carers lift a patient">`
    """
    for page in package.pages.values():
        for place in page.images:
            hint = say('say in `alt` what the picture tells, or write `alt=""` if it only decorates')
            yield Finding(place, say("this picture has no alternative in words"), hint)


@rule("SK-WEB-008", "page-without-language", Severity.WARNING, "WCAG 2.2, 3.1.1; HTML Standard, 3.2.6.2")
def page_without_language(package: Package) -> Iterator[Finding]:
    """Every page says what language it is in.

    A screen reader speaks with the voice of that language, and a browser hyphenates and translates by it.

    Add `lang` to `<html>`.

    Bad: `<html>`

    Good: `<html lang="nl">`
    """
    for page in _documents(package):
        if not page.lang or not page.lang.strip():
            hint = say('add `lang` to `<html>`, such as `<html lang="nl">`')
            yield Finding(page.top, say("this page does not say what language it is in"), hint)


@rule("SK-WEB-009", "page-without-title", Severity.WARNING, "WCAG 2.2, 2.4.2; HTML Standard, 4.2.2")
def page_without_title(package: Package) -> Iterator[Finding]:
    """Every page has a title.

    It is the first thing that a screen reader says of a page or a frame, and what stands on the tab of the browser.

    Add a `<title>` that tells this page from others.

    Bad: `<title></title>`

    Good: `<title>Lifting safely</title>`
    """
    for page in _documents(package):
        if not page.title:
            message = say("this page has no title") if page.title is None else say("the title of this page is empty")
            yield Finding(page.top, message, say("add a <title> that tells what the page is about"))


@rule("SK-WEB-010", "film-without-captions", Severity.WARNING, "WCAG 2.2, 1.2.2; HTML Standard, the track element")
def film_without_captions(package: Package) -> Iterator[Finding]:
    """Every film has captions.

    Who cannot hear, or sits in a train without earphones, reads them. (A film that is `muted` needs none; captions
    that are part of the picture, or that a player of your own adds, cannot be seen from here.)

    Add a `<track>` with the captions.

    Bad: `<video src="talk.mp4" controls></video>`

    Good: `<video src="talk.mp4" controls><track kind="captions" src="talk.vtt" srclang="nl"></video>`
    """
    for page in package.pages.values():
        for place in page.videos:
            hint = say('add `<track kind="captions">`, or `muted` if the film has no sound')
            yield Finding(place, say("this film has no captions"), hint)


def _documents(package: Package) -> Iterator[Page]:
    """The pages that learners meet: no pieces of pages, and none that only fill a frame."""
    return (page for page in package.pages.values() if page.whole and not page.blank)
