"""The theme of a course: its colours, fonts, measures and logo, and whether its colours can be read.

Every key may be left out; what is left out looks as it does in `scormkit/render/templates/style.css`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from scormkit.activities.contract import FontFile, Line, Model, Name, PictureFile, Remark, mistake
from scormkit.course.colour import Colour, contrast, nearest_passing, shown
from scormkit.course.problems import FONT_NOT_USED, LOW_CONTRAST, OUT_OF_RANGE
from scormkit.hints import did_you_mean

_Page = Annotated[Colour, Field(description="Behind everything.")]
_Paper = Annotated[Colour, Field(description="Behind what one answers and reads apart: options, fields, feedback.")]
_Soft = Annotated[Colour, Field(description="Behind what stands out quietly: a voice, the goals, a chosen option.")]
_Ink = Annotated[Colour, Field(description="Text.")]
_Quiet = Annotated[Colour, Field(description="Text beside the point: captions, notes, page numbers.")]
_Edge = Annotated[Colour, Field(description="The edge of what can be used: options, fields.")]
_LineColour = Annotated[Colour, Field(description="Lines that only part one thing from the next.")]
_Accent = Annotated[Colour, Field(description="The colour of the house: links, buttons, what is chosen.")]
_OnAccent = Annotated[Colour, Field(description="Text on a button that is filled with `accent`.")]
_Warm = Annotated[Colour, Field(description="Ornament, such as the bar beside a voice. Never text.")]
_Good = Annotated[Colour, Field(description="Text and signs that say: right, done.")]
_Care = Annotated[Colour, Field(description="Text and signs that say: not yet, mind this.")]
_Focus = Annotated[Colour, Field(description="The ring around what the keyboard is at.")]


class Light(Model):
    """The colours for a light screen."""

    page: _Page = "#faf6f0"
    paper: _Paper = "#ffffff"
    soft: _Soft = "#f6ece2"
    ink: _Ink = "#2c2521"
    quiet: _Quiet = "#645850"
    edge: _Edge = "#93867b"
    line: _LineColour = "#e2d7cb"
    accent: _Accent = "#85412b"
    on_accent: _OnAccent = "#ffffff"
    warm: _Warm = "#cf8a5b"
    good: _Good = "#1f6b3f"
    care: _Care = "#8c4a00"
    focus: _Focus = "#1a5fb4"


class Dark(Model):
    """The colours where the reader's device asks for a dark screen."""

    page: _Page = "#1c1815"
    paper: _Paper = "#27221e"
    soft: _Soft = "#332b25"
    ink: _Ink = "#f2ebe4"
    quiet: _Quiet = "#c5b8ac"
    edge: _Edge = "#8f8176"
    line: _LineColour = "#433a33"
    accent: _Accent = "#f2b195"
    on_accent: _OnAccent = "#2a1710"
    warm: _Warm = "#d99a6c"
    good: _Good = "#8fd3a6"
    care: _Care = "#f3c07f"
    focus: _Focus = "#9cc4f5"


class Colours(Model):
    """The colours of a theme. Give both, for readers of either kind of screen; each is judged by itself."""

    light: Light = Field(default=Light(), description="The colours for a light screen.")
    dark: Dark = Field(default=Dark(), description="The colours for a dark screen.")


Family = Annotated[Name, StringConstraints(max_length=60)]
"""The name of a font family, or one of the generic ones of CSS, such as `serif`."""

GENERIC_FAMILIES = frozenset({"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"})
"""The names that stand for whatever the device has (CSS Fonts 4, 2.1.3), as far as every browser knows them."""


class FontFace(Model):
    """A font that comes with the course, as a file in the format woff2. Mind that its licence allows this."""

    family: Family = Field(description="The family that `text` or `headings` names.")
    file: FontFile = Field(description="The file, woff2.")
    weight: int = Field(default=400, ge=1, le=1000, description="How heavy it is: 400 is regular, 700 bold.")
    up_to: int | None = Field(default=None, ge=1, le=1000, description="The heaviest weight, of a variable font.")
    style: Literal["normal", "italic"] = Field(default="normal", description="Whether it is the italic.")

    @model_validator(mode="after")
    def _runs_upwards(self) -> FontFace:
        if self.up_to is not None and self.up_to <= self.weight:
            message = f"the heaviest weight is {self.up_to}, but the lightest is {self.weight}"
            raise mistake(OUT_OF_RANGE, message, "write the lightest under `weight`, the heaviest here", "up_to")
        return self


class Fonts(Model):
    """The fonts of a theme. Where none of a list is there, the browser takes one that the default look names."""

    text: tuple[Family, ...] = Field(
        default=("system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Noto Sans", "sans-serif"),
        min_length=1,
        max_length=10,
        strict=False,
        description=(
            "Families for text and buttons; the first that is there is taken. After a list that does not end in a "
            "generic one, such as `sans-serif`, comes the default list."
        ),
    )
    headings: tuple[Family, ...] = Field(
        default=("Georgia", "Iowan Old Style", "Noto Serif", "serif"),
        min_length=1,
        max_length=10,
        strict=False,
        description="Families for the headings of pages and for voices, in the same way.",
    )
    files: tuple[FontFace, ...] = Field(
        default=(), max_length=12, strict=False, description="Fonts that come with the course."
    )
    size: int = Field(
        default=17,
        ge=15,
        le=22,
        description="How large text is, in pixels, for who has not set their browser to another size.",
    )
    line_height: float = Field(
        default=1.6, ge=1.4, le=2, allow_inf_nan=False, description="The height of a line, in sizes of its text."
    )

    @property
    def unused(self) -> Iterator[tuple[int, str]]:
        """The places in `files`, and the families there, that neither list names. CSS is blind to capitals here."""
        named = {family.lower() for family in (*self.text, *self.headings)}
        return ((place, face.family) for place, face in enumerate(self.files) if face.family.lower() not in named)


class Logo(Model):
    """The mark of the house, shown small at the top of every module."""

    image: PictureFile = Field(description="The picture.")
    alt: Line = Field(description="What it says to who does not see it: mostly the name of the organisation.")
    dark: PictureFile | None = Field(
        default=None, description="The picture for a dark screen; otherwise the first stands there on white."
    )


class Theme(Model):
    """How a course looks."""

    colours: Colours = Field(default=Colours(), description="The colours.")
    fonts: Fonts = Field(default=Fonts(), description="The fonts and the size of text.")
    width: int = Field(default=44, ge=30, le=50, description="How wide the page gets, in sizes of its text.")
    corners: int = Field(default=10, ge=0, le=16, description="How round corners are, from 0, square, to 16.")
    logo: Logo | None = Field(default=None, description="The mark of the house.")

    def remarks(self) -> Iterator[Remark]:
        """Colours that cannot be told apart, and fonts that nothing is set in."""
        yield from contrast_problems(self)
        families = [*self.fonts.text, *self.fonts.headings]
        for place, family in self.fonts.unused:
            hint = did_you_mean(family, families, f"add `{family}` under `text:` or `headings:`, or remove the file")
            yield Remark(
                FONT_NOT_USED,
                f"neither `text` nor `headings` names the family `{family}`",
                hint,
                ("fonts", "files", place, "family"),
            )


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours that stand against each other on a page: the ratio that they need, and what for."""

    front: str
    back: str
    minimum: float
    what: str


TEXT, GRAPHICS = 4.5, 3.0
"""The least contrast of text (WCAG 2.2, 1.4.3) and of what one has to see to use a page (1.4.11).

Large text may have 3; the same colours are used in small, so nothing here builds on that.
"""
SURFACES = ("page", "paper", "soft")
"""The colours that anything can stand on."""
DECORATION = frozenset({"line", "warm"})
"""The colours that say nothing, and so need no contrast (WCAG 2.2, 1.4.11): no text, no edge, no sign may have them."""
PAIRS: tuple[Pair, ...] = (
    *(Pair(front, back, TEXT, "text") for front in ("ink", "quiet", "accent", "good", "care") for back in SURFACES),
    Pair("on_accent", "accent", TEXT, "the text of a button"),
    *(Pair("edge", back, GRAPHICS, "the edge of an option or a field") for back in SURFACES),
    *(Pair("focus", back, GRAPHICS, "the ring of the focus") for back in SURFACES),
    Pair("accent", "line", GRAPHICS, "the bar of progress"),
)
"""Every pair of colours that a page shows. `tests/course/test_theme.py` holds the styles of all kinds against it."""


def contrast_problems(theme: Theme) -> list[Remark]:
    """Every colour with too little contrast, with all that it is too near to.

    Of two colours that do not go together it is the one that the author wrote, and of two such the one in front.
    """
    found = []
    for scheme, palette in (("light", theme.colours.light), ("dark", theme.colours.dark)):
        poor: dict[str, list[str]] = {}
        for pair in PAIRS:
            ratio = contrast(getattr(palette, pair.front), getattr(palette, pair.back))
            if ratio < pair.minimum:
                written = palette.model_fields_set
                culprit = pair.back if pair.front not in written and pair.back in written else pair.front
                other = _name(palette, pair.front if culprit == pair.back else pair.back)
                poor.setdefault(culprit, []).append(
                    f"{shown(ratio)} with {other}, where {pair.what} needs {pair.minimum:g}"
                )
        for culprit, complaints in poor.items():
            name = _name(palette, culprit)
            message = f"{name} has too little contrast on a {scheme} screen: {'; '.join(complaints)}"
            found.append(Remark(LOW_CONTRAST, message, _cure(palette, culprit), ("colours", scheme, culprit)))
    return found


def _name(palette: Light | Dark, token: str) -> str:
    colour = getattr(palette, token)
    return f"`{token}` ({colour})" if token in palette.model_fields_set else f"`{token}` ({colour}, by default)"


def _cure(palette: Light | Dark, token: str) -> str:
    """The nearest colour that passes wherever the token stands, so that one change mends all of its pairs."""
    pairs = [pair for pair in PAIRS if token in (pair.front, pair.back)]
    others = [(pair.back if pair.front == token else pair.front, pair.minimum) for pair in pairs]
    found = nearest_passing(getattr(palette, token), [(getattr(palette, name), least) for name, least in others])
    if found is None:
        against = ", ".join(f"`{name}`" for name, _ in others)
        return f"no colour of this hue has enough contrast with all of {against}: bring those nearer to each other"
    return f"write {token}: '{found}', the nearest colour of the same hue that has enough contrast everywhere"
