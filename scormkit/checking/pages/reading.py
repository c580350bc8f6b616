"""A page from its tags: what it asks for, what it says of itself, and what learners would miss in it."""

from __future__ import annotations

import re

from scormkit.checking.pages.addresses import Whither, address, folder_of
from scormkit.checking.pages.html import Tag, Value, tags, unescaped
from scormkit.checking.pages.model import Page, Reference, Style, Use
from scormkit.checking.pages.scripts import ScriptReader
from scormkit.checking.pages.styles import scan_style
from scormkit.checking.pages.text import Text
from scormkit.checking.source import Place

MOST_NOTES = 5000
"""How many addresses of one page are kept, and how many places of each kind."""

_ASKS: dict[tuple[str, str], Use] = {
    ("a", "href"): Use.LINK,
    ("area", "href"): Use.LINK,
    ("iframe", "src"): Use.FRAME,
    ("frame", "src"): Use.FRAME,
    ("object", "data"): Use.FRAME,
    ("embed", "src"): Use.FRAME,
    ("script", "src"): Use.SCRIPT,
    ("img", "src"): Use.OTHER,
    ("input", "src"): Use.OTHER,
    ("source", "src"): Use.OTHER,
    ("track", "src"): Use.OTHER,
    ("audio", "src"): Use.OTHER,
    ("video", "src"): Use.OTHER,
    ("video", "poster"): Use.OTHER,
    ("body", "background"): Use.OTHER,
    ("image", "href"): Use.OTHER,
    ("image", "xlink:href"): Use.OTHER,
    ("use", "href"): Use.OTHER,
    ("use", "xlink:href"): Use.OTHER,
}
_ASKED = frozenset(tag for tag, _ in _ASKS) | {"link", "meta", "base", "html", "title", "style", "video"}
_LINKED = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon", "mask-icon"})
"""Links by which a browser asks for a file (HTML Standard, 4.6.7)."""
_CODE = re.compile(r"(?:module|(?:text|application)/(?:x-)?(?:java|ecma|j)script)?", re.IGNORECASE)
_CANDIDATE = re.compile(r"([^\s,](?:[^\s]*[^\s,])?),?(?:\s+[\d.]+[wxh])*+", re.IGNORECASE)
_REFRESH = re.compile(r"\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)
_SHOWN = frozenset(
    {"script", "img", "object", "embed", "iframe", "frameset", "svg", "canvas", "video", "p", "div", "a"}
)
_DOCUMENT = frozenset({"html", "head", "body", "frameset"})


def read_page(text: Text) -> Page:
    """The page in `text`."""
    return _Reader(text).read()


class _Reader:
    """Walks over the tags of one page."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._folder: str | None = folder_of(text.member)
        self._based = False
        self._references: list[Reference] = []
        self._styles: list[Reference] = []
        self._images: list[Place] = []
        self._videos: list[Place] = []
        self._inline: list[Place] = []
        self._spans: list[tuple[int, int]] = []
        self._events: list[tuple[int, str]] = []
        self._names: set[str] = set()
        self._top: int | None = None
        self._lang: str | None = None
        self._title: str | None = None
        self._film: tuple[int, bool, bool] | None = None
        """Of the video that is open: where, whether it names a film with sound, whether it has captions."""

    def read(self) -> Page:
        text = self._text
        for tag in tags(text.text):
            if tag.closing:
                if tag.name == "video":
                    self._end_film()
                continue
            self._names.add(tag.name)
            self._tag(tag)
        self._end_film()
        script = ScriptReader(text, self._folder)
        for offset, event in self._events:
            script.handler(offset, event)
        return Page(
            member=text.member,
            whole=bool(self._names & _DOCUMENT) or text.text[:200].lstrip().lower().startswith("<!doctype"),
            blank=not self._names & _SHOWN,
            top=text.place(self._top or 0),
            lang=self._lang,
            title=self._title,
            encoding=text.encoding,
            plain=text.plain,
            garbled=None if text.flaw is None else text.place(text.flaw),
            references=tuple(self._references),
            images=tuple(self._images),
            videos=tuple(self._videos),
            inline=tuple(self._inline),
            style=Style(text.member, tuple(self._styles)),
            script=script.read(self._spans),
        )

    def _tag(self, tag: Tag) -> None:
        if tag.name in _ASKED:
            self._about_page(tag)
            self._addresses(tag)
            self._film_part(tag)
        if tag.name == "script":
            self._script(tag)
        elif tag.name == "img" and _lacks_words(tag):
            self._note(self._images, tag.start)
        for name, value in tag.attributes.items():
            if name == "style" and "url(" in value.text and "&" not in value.text:
                self._style(value.start, value.stop)
            elif name.startswith("on") and len(name) > 3 and name.isalpha() and value.text:
                self._note(self._inline, value.start)
                if name in {"onunload", "onbeforeunload"} and len(self._events) < MOST_NOTES:
                    self._events.append((value.start, name[2:]))

    def _about_page(self, tag: Tag) -> None:
        match tag.name:
            case "html" if self._top is None:
                self._top = tag.start
                self._lang = tag.get("lang") or tag.get("xml:lang")
            case "title" if self._title is None and tag.content:
                start, stop = tag.content
                self._title = unescaped(self._text.text[start : min(stop, start + 1000)]).strip()
            case "style" if tag.content:
                self._style(*tag.content)
            case "base" if not self._based and (href := tag.get("href")) is not None:
                self._based = True
                self._folder = _based(href, self._folder)
            case "meta" if (tag.get("http-equiv") or "").lower() == "refresh":
                content = tag.attributes.get("content")
                if content and (found := _REFRESH.match(content.text[:2000])):
                    self._reference(content.start, "<meta http-equiv=refresh>", Use.FRAME, found[1])
            case _:
                pass

    def _addresses(self, tag: Tag) -> None:
        for name, value in tag.attributes.items():
            use = _ASKS.get((tag.name, name))
            if use:
                self._reference(value.start, f"<{tag.name} {name}>", use, value.text)
            elif name == "srcset" and tag.name in {"img", "source"}:
                self._candidates(tag, value)
        if tag.name == "link" and (href := tag.attributes.get("href")):
            kinds = set((tag.get("rel") or "").lower().split())
            if kinds & _LINKED and not (kinds & {"alternate"} and "stylesheet" not in kinds):
                code = "modulepreload" in kinds or tag.get("as") == "script"
                self._reference(href.start, "<link href>", Use.SCRIPT if code else Use.OTHER, href.text)

    def _candidates(self, tag: Tag, value: Value) -> None:
        """The pictures of a `srcset` (HTML Standard, 4.8.4.2.1)."""
        if "data:" not in value.text:
            for candidate in _CANDIDATE.finditer(value.text[:20_000]):
                self._reference(value.start, f"<{tag.name} srcset>", Use.OTHER, candidate[1])

    def _script(self, tag: Tag) -> None:
        if tag.content is None or not _CODE.fullmatch((tag.get("type") or "").strip()):
            return
        start, stop = tag.content
        if "src" not in tag.attributes and not self._text.text[start : start + 2000].isspace() and start < stop:
            self._note(self._inline, tag.start)
            if len(self._spans) < MOST_NOTES:
                self._spans.append((start, stop))

    def _style(self, start: int, stop: int) -> None:
        for reference in scan_style(self._text, start, stop, self._folder):
            if len(self._styles) == MOST_NOTES:
                return
            self._styles.append(reference)

    def _film_part(self, tag: Tag) -> None:
        if tag.name == "video":
            self._end_film()
            hushed = "muted" in tag.attributes or tag.get("aria-hidden") == "true"
            self._film = (tag.start, bool(tag.get("src")) and not hushed, hushed)
        elif self._film:
            start, named, captioned = self._film
            if tag.name == "source":
                named = named or bool(tag.get("src"))
            elif tag.name == "track":
                captioned = captioned or (tag.get("kind") or "subtitles").lower() in {"captions", "subtitles"}
            self._film = (start, named, captioned)

    def _end_film(self) -> None:
        if self._film and self._film[1] and not self._film[2]:
            self._note(self._videos, self._film[0])
        self._film = None

    def _reference(self, offset: int, syntax: str, use: Use, text: str) -> None:
        found = address(text, self._folder) if len(self._references) < MOST_NOTES else None
        if found:
            self._references.append(Reference(self._text.place(offset), syntax, use, found))

    def _note(self, places: list[Place], offset: int) -> None:
        if len(places) < MOST_NOTES:
            places.append(self._text.place(offset))


def _based(href: str, folder: str | None) -> str | None:
    """The folder that addresses count from under `<base href>`; None where that is not in the package."""
    found = address(href, folder)
    if found is None:
        return folder
    if found.whither is not Whither.INSIDE:
        return None
    path = found.path if href.split("?")[0].split("#")[0].endswith("/") else folder_of(found.path)
    return "" if path == "." else path


def _lacks_words(tag: Tag) -> bool:
    """Whether a picture has neither `alt` nor anything that stands for it, or that a program fills in as one."""
    if any(name.strip("[]").endswith("alt") for name in tag.attributes):
        return False
    if tag.get("role") in {"presentation", "none"} or tag.get("aria-hidden") == "true":
        return False
    return not any(tag.get(name) for name in ("aria-label", "aria-labelledby", "title"))
