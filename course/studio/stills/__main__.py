"""Writes all stills: `python -m course.studio.stills` from the repository's root."""

from __future__ import annotations

from pathlib import Path

from course.studio.stills.catalogue import stills

for file, text in stills(Path(__file__).resolve().parents[2] / "modules"):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
