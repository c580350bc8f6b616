"""Learning object metadata: what a package says of itself, in the bindings of SCORM 1.2 and SCORM 2004 alike.

Sources: IEEE 1484.12.1 (the elements), IEEE 1484.12.3 (the XML of SCORM 2004), IMS Learning Resource Metadata 1.2.1
(the XML of SCORM 1.2), SCORM 2004 CAM 4, SCORM 1.2 CAM 2.2. The bindings differ in letter case, in the name of a text
in a language (`string`, `langstring`) and of a person (`entity`, `centity`); so names are compared without case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormkit.checking.href import resolve
from scormkit.checking.source import Element
from scormkit.checking.vocabulary import XML
from scormkit.inspecting.contents import Contents
from scormkit.inspecting.overview import Contributor, Metadata, Phrase

MAX_EXTERNAL = 16 * 1024 * 1024
"""How many bytes of metadata files are read for one package."""

_LONGEST_VCARD = 4_000
"""How many characters of a card are read; LOM asks for 1000 (IEEE 1484.12.1, 2.3.2)."""
_PROPERTY = re.compile(r"(?<!\S)([A-Za-z-]+)(?:;[^:\s]*)?:")
"""Where a property begins: at the beginning of a word, so that each word is looked at once."""
_PART = re.compile(r"(?:\\.|[^;])+")
"""A part of a value; a semicolon behind a backslash does not end it."""
_ESCAPED = re.compile(r"\\([\\;,nN])")


class MetadataReader:
    """Reads the metadata of the parts of one package; a file that many parts name is read once."""

    def __init__(self, contents: Contents) -> None:
        """Take the package whose files `adlcp:location` names."""
        self._contents = contents
        self._files: dict[str, Metadata | None] = {}
        self._inline: dict[Element, Metadata] = {}
        self._left = MAX_EXTERNAL

    def of(self, element: Element) -> Metadata | None:
        """The metadata of a manifest, organization, item or resource: inline, or in the file that it names."""
        found = self._find(element)
        return found if found and self._contents.affords(_length(found)) else None

    def _find(self, element: Element) -> Metadata | None:
        for metadata in _named(element, "metadata"):
            for child in metadata.children:
                local = child.name.local.lower()
                if local == "lom":
                    if child not in self._inline:
                        self._inline[child] = read_lom(child, element.source.member)
                    return self._inline[child]
                if local == "location" and child.text.strip():
                    return self._external(child)
        return None

    def _external(self, location: Element) -> Metadata | None:
        href = resolve(location, None, location.text, "")
        if href.path not in self._files:
            self._files[href.path] = self._read(href.path)
        return self._files[href.path]

    def _read(self, path: str) -> Metadata | None:
        contents = self._contents
        if path not in contents.names:
            contents.remark(f"the metadata file {path} is not in the package")
            return None
        self._left -= contents.size(path)
        if self._left < 0:
            contents.remark(f"more than {MAX_EXTERNAL:,} bytes of metadata files: the rest of them was not read")
            return None
        root = contents.xml(path)
        if root is None:
            return None
        lom = next((one for one in root.iter() if one.name.local.lower() == "lom"), None)
        if lom is None:
            contents.remark(f"{path}: holds no LOM metadata")
            return None
        return read_lom(lom, path)


def read_lom(lom: Element, source: str) -> Metadata:
    """What a `lom` element tells, whichever binding it is written in; `source` is the member that holds it."""
    return Metadata(
        source=source,
        title=_phrases(lom, "general", "title"),
        description=_phrases(lom, "general", "description"),
        keywords=_phrases(lom, "general", "keyword"),
        languages=tuple(_texts(lom, "general", "language")),
        version=next((phrase.text for phrase in _phrases(lom, "lifecycle", "version")), ""),
        contributors=tuple(_contributor(one) for one in _down(lom, "lifecycle", "contribute")),
        copyright=_value(lom, "rights", "copyrightandotherrestrictions"),
        rights=_phrases(lom, "rights", "description"),
        learning_time=_time(lom, "educational", "typicallearningtime"),
    )


def _length(metadata: Metadata) -> int:
    """About how many characters it takes to tell all of it."""
    phrases = (*metadata.title, *metadata.description, *metadata.keywords, *metadata.rights)
    names = (name for one in metadata.contributors for name in (one.role, one.date, *one.names))
    return sum(map(len, (phrase.text for phrase in phrases))) + sum(map(len, names)) + 50 * len(phrases)


def _named(element: Element, local: str) -> Iterator[Element]:
    return (child for child in element.children if child.name.local.lower() == local)


def _down(element: Element, *path: str) -> Iterator[Element]:
    """The elements at the end of a path of names in lower case."""
    if not path:
        yield element
        return
    for child in _named(element, path[0]):
        yield from _down(child, *path[1:])


def _texts(element: Element, *path: str) -> Iterator[str]:
    """The texts that are not empty at the end of a path, with blanks and line ends as single blanks."""
    return (text for one in _down(element, *path) if (text := " ".join(one.text.split())))


def _phrases(element: Element, *path: str) -> tuple[Phrase, ...]:
    """The texts in languages at the end of a path."""
    found = []
    for one in _down(element, *path):
        for child in one.children:
            text = " ".join(child.text.split())
            if child.name.local.lower() in ("string", "langstring") and text:
                found.append(Phrase(child.get("language") or child.get("lang", XML) or "", text))
    return tuple(found)


def _value(element: Element, *path: str) -> str:
    """A word of a vocabulary: the text of `value`, which SCORM 1.2 wraps in a `langstring`."""
    values = [*_texts(element, *path, "value"), *_texts(element, *path, "value", "langstring")]
    return values[0] if values else ""


def _time(element: Element, *path: str) -> str:
    """A duration or a date, by its name in either binding."""
    return next((text for name in ("duration", "datetime") for text in _texts(element, *path, name)), "")


def _contributor(element: Element) -> Contributor:
    cards = [*_texts(element, "centity", "vcard")]
    # A vCard's line ends part its properties, so the text is taken as it stands.
    cards += [one.text for name in ("entity", "centity") for one in _down(element, name) if one.text.strip()]
    names = [_who(card[:_LONGEST_VCARD]) for card in cards]
    return Contributor(
        role=_value(element, "role"),
        names=tuple(dict.fromkeys(name for name in names if name)),
        date=_time(element, "date"),
    )


def _who(card: str) -> str:
    """The name on a vCard (RFC 2426): the formatted one, else the parts of the name, else the organization."""
    if "VCARD" not in card.upper():
        return " ".join(card.split())
    properties = _properties(card)
    family_and_given, organization = (_parts(properties.get(name, "")) for name in ("N", "ORG"))
    # The parts of a name stand as family name, given name.
    return _unescaped(properties.get("FN", "")) or " ".join(reversed(family_and_given[:2])) or ", ".join(organization)


def _properties(card: str) -> dict[str, str]:
    """The first value of each property, by its name in capitals.

    Packers often squeeze a card into one line, so a property ends at the next one as well as at a line end.
    """
    properties: dict[str, str] = {}
    for line in re.split(r"[\r\n]+", card):
        found = list(_PROPERTY.finditer(line))
        ends = [*(each.start() for each in found[1:]), len(line)]
        for each, end in zip(found, ends, strict=False):
            properties.setdefault(each[1].upper(), line[each.end() : end].strip())
    return properties


def _parts(value: str) -> list[str]:
    """The parts of a value that semicolons part, those that are not empty."""
    return [text for part in _PART.findall(value) if (text := _unescaped(part))]


def _unescaped(text: str) -> str:
    """A text value as it was before it was escaped for a vCard (RFC 2426, 4), on one line."""
    written = _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
    return " ".join(written.split())
