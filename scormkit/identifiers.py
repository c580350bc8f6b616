"""How things and languages are named on the web: IRIs and language tags, as every standard here refers to them."""

from __future__ import annotations

import re
from functools import cache

_BEYOND_ASCII = "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef" + "".join(
    f"{chr(plane << 16 | (0x1000 if plane == 14 else 0))}-{chr(plane << 16 | 0xFFFD)}" for plane in range(1, 15)
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
# `%` counts as one of them: that two digits follow it is asked apart, so that no loop has to choose.
_OF_A_NAME = rf"A-Za-z0-9\-._~%!$&'()*+,;={_BEYOND_ASCII}"
_REFERENCE = (
    rf"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*):)?"
    rf"(?P<rest>(?:(?P<authority>//)(?:[{_OF_A_NAME}:]*@)?(?P<host>\[[0-9A-Za-z:.]+\]|[{_OF_A_NAME}]*)(?::[0-9]*)?"
    rf"(?=[/?#]|\Z)|(?!//))"
    rf"(?P<path>[{_OF_A_NAME}:@/]*)"
    rf"(?:\?[{_OF_A_NAME}:@/?{_PRIVATE}]*)?"
    rf"(?:\#[{_OF_A_NAME}:@/?]*)?)"
)
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
# RFC 5646, 2.1; the last line holds the registered tags that do not follow the grammar.
_LANGUAGE = re.compile(
    r"(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})"
    r"(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*"
    r"(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
    r"|x(?:-[a-z0-9]{1,8})+"
    r"|en-gb-oed|i-[a-z]{3,8}|sgn-(?:be-fr|be-nl|ch-de)|art-lojban|cel-gaulish|no-bok|no-nyn|zh-min(?:-nan)?)",
    re.ASCII | re.IGNORECASE,
)
_LONGEST_TAG = 1_000


def is_iri(text: str) -> bool:
    """Whether the text is an absolute IRI: a scheme and something behind it (RFC 3987, 2.2; xAPI 1.0.3, Data 4.3).

    One of `http` or `https` names a host (RFC 9110, 4.2).
    """
    found = _parts(text)
    return found is not None and found["scheme"] is not None and bool(found["rest"])


def is_iri_reference(text: str) -> bool:
    """Whether the text is an absolute IRI, or a relative one such as `page.html?a=1` (RFC 3987, 2.2)."""
    found = _parts(text)
    if found is None:
        return False
    # Before the first slash of a relative path a colon would make a scheme of what stands in front of it.
    return found["scheme"] is not None or found["authority"] is not None or ":" not in found["path"].partition("/")[0]


def is_language_tag(text: str) -> bool:
    """Whether the text is a well-formed language tag (RFC 5646, 2.1; xAPI 1.0.3, Data 4.2); no real one is endless."""
    return len(text) <= _LONGEST_TAG and _LANGUAGE.fullmatch(text) is not None


def has_bad_escape(text: str) -> bool:
    """Whether a `%` stands in it that two hexadecimal digits do not follow (RFC 3986, 2.1)."""
    return _BAD_ESCAPE.search(text) is not None


@cache
def _reference() -> re.Pattern[str]:
    """An IRI or a relative reference. To compile it takes a while, and most packages need none."""
    return re.compile(_REFERENCE)


def _parts(text: str) -> re.Match[str] | None:
    """The parts of an IRI or of a relative reference, None where the text is neither."""
    found = _reference().fullmatch(text)
    if found is None or has_bad_escape(text):
        return None
    if (found["scheme"] or "").lower() in ("http", "https") and not found["host"]:
        return None
    return found
