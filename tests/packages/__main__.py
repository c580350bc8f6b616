"""Writes all cases out, as folders and zips, for a look or another checker: `python -m tests.packages FOLDER`."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from tests.packages.cases import cases


def write(folder: Path) -> int:
    """Write every case below `folder`; how many there are."""
    for case in cases():
        whole = folder / case.name
        whole.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(whole.with_name(f"{whole.name}.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in case.files.items():
                archive.writestr(name, content)
                path = whole / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
    return len(cases())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.packages FOLDER")
    sys.stdout.write(f"{write(Path(sys.argv[1]))} packages\n")
