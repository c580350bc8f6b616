"""All places in one: rooms, walls, furniture and the outdoors. Small things to hold are in `props`."""

from __future__ import annotations

from course.studio.furniture import armchair, bed, bench, chair, kitchen, round_table, stool, table
from course.studio.outdoors import bus_shelter, bus_stop, house, meadow, night_sky, rain, tree
from course.studio.rooms import coat_rack, floor_lamp, hanging_coat, hanging_lamp, plant, room, rug, shadow, shelf
from course.studio.walls import board, clock, curtains, door, frame, window

__all__ = [
    "armchair",
    "bed",
    "bench",
    "board",
    "bus_shelter",
    "bus_stop",
    "chair",
    "clock",
    "coat_rack",
    "curtains",
    "door",
    "floor_lamp",
    "frame",
    "hanging_coat",
    "hanging_lamp",
    "house",
    "kitchen",
    "meadow",
    "night_sky",
    "plant",
    "rain",
    "room",
    "round_table",
    "rug",
    "shadow",
    "shelf",
    "stool",
    "table",
    "tree",
    "window",
]
