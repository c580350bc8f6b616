"""People who come back: in several pictures, or by name in a scene of the course."""

from __future__ import annotations

from course.studio import look as c
from course.studio.people import Person

LINDA = Person(skin=c.PEACH, hair="long", hair_colour=c.RED_HAIR, top=c.WHITE, coat=c.SEA, bottom=c.NIGHT)
DAAN = Person(
    skin=c.PEACH,
    hair="tousled",
    hair_colour=c.RED_HAIR,
    top=c.OCHRE,
    cut="stripes",
    accent=c.WHITE,
    bottom=c.TEAL,
    shoes=c.TERRACOTTA,
    age="child",
)
FATIMA = Person(
    skin=c.ALMOND,
    hair="headscarf",
    hair_colour=c.PLUM,
    top=c.SAGE,
    cut="cardigan",
    accent=c.CREAM,
    bottom=c.NIGHT,
    skirt=True,
    build=1.05,
)
RUUD = Person(
    skin=c.PORCELAIN,
    hair="receding",
    hair_colour=c.BROWN_HAIR,
    beard="stubble",
    top=c.TEAL,
    cut="shirt",
    bottom=c.NIGHT,
    build=1.12,
)
ZOE = Person(
    skin=c.PEACH, hair="ponytail", hair_colour=c.BROWN_HAIR, top=c.OCHRE, cut="hood", bottom=c.TEAL, age="teen"
)
JOYCE = Person(
    skin=c.COCOA, hair="curls", hair_colour=c.BLACK_HAIR, top=c.PINK, cut="round", bottom=c.NIGHT, build=1.08
)
KARIM = Person(
    skin=c.HONEY,
    hair="short",
    hair_colour=c.BLACK_HAIR,
    beard="full",
    glasses=True,
    top=c.PLUM,
    cut="shirt",
    bottom=c.NIGHT,
)
MEHMET = Person(
    skin=c.HONEY,
    hair="short",
    hair_colour=c.BLACK_HAIR,
    beard="moustache",
    top=c.WHITE,
    cut="shirt",
    coat=c.MOSS,
    bottom=c.NIGHT,
)
ELIF = Person(
    skin=c.HONEY, hair="braids", hair_colour=c.BLACK_HAIR, top=c.TERRACOTTA, cut="dungarees", bottom=c.TEAL, age="child"
)
PETER = Person(
    skin=c.PORCELAIN,
    hair="ring",
    hair_colour=c.GREY_HAIR,
    glasses=True,
    top=c.SEA,
    cut="cardigan",
    accent=c.WHITE,
    bottom=c.WOOD,
    age="older",
    build=1.1,
)
MOTHER = Person(skin=c.CHESTNUT, hair="locs", hair_colour=c.DARK_HAIR, top=c.OCHRE, cut="v", bottom=c.PLUM)
BOY = Person(
    skin=c.CHESTNUT, hair="curls", hair_colour=c.BLACK_HAIR, top=c.TERRACOTTA, cut="hood", bottom=c.TEAL, age="child"
)
GRANDAD = Person(
    skin=c.PORCELAIN,
    hair="ring",
    hair_colour=c.GREY_HAIR,
    beard="full",
    glasses=True,
    top=c.TEAL,
    cut="cardigan",
    accent=c.WHITE,
    bottom=c.WOOD,
    age="older",
    build=1.1,
)
FATHER = Person(
    skin=c.COCOA, hair="buzz", hair_colour=c.BLACK_HAIR, beard="full", top=c.TEAL, cut="shirt", bottom=c.WOOD
)
GIRL = Person(
    skin=c.CHESTNUT,
    hair="afro",
    hair_colour=c.BLACK_HAIR,
    top=c.OCHRE,
    cut="dungarees",
    bottom=c.TERRACOTTA,
    age="child",
)
FOSTER_MOTHER = Person(skin=c.PORCELAIN, hair="long", hair_colour=c.BLOND_HAIR, top=c.PLUM, cut="v", bottom=c.NIGHT)
