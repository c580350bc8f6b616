"""What systems leave behind in a folder, and so in a zip of it."""

from __future__ import annotations

from posixpath import basename


def left_by(name: str) -> str | None:
    """The system that left the file with this name behind, as people call it; None for a file of the package."""
    last = basename(name)
    if name.startswith("__MACOSX/") or last == ".DS_Store" or last.startswith("._"):
        return "macOS"
    return "Windows" if last.lower() in {"thumbs.db", "desktop.ini"} else None
