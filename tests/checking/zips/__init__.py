"""What cannot lie in a folder, made as zips: for each rule a zip that breaks it and one that nearly does."""

from __future__ import annotations

from tests.checking.zips import bombs, contents, data, names, structure, whole
from tests.checking.zips.making import ZipCase

ZIPS: tuple[ZipCase, ...] = (*whole.CASES, *names.CASES, *data.CASES, *structure.CASES, *bombs.CASES, *contents.CASES)
