"""Packages made to fill the memory of whoever reads them."""

from __future__ import annotations

import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.archive.by_hand import Entry, build
from tests.checking.zips.making import MIB, entries, good, listing
from tests.packages.cases import base

MOST = 200 * MIB
STATUS = Path("/proc/self/status")
CHILD = """
import re, sys
from pathlib import Path
from scormkit.checking import check
report = check(sys.argv[1])
print(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1], *sorted({one.id for one in report}))
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not STATUS.exists(), reason="only Linux tells the most memory that a process had"),
]


def many_entries(path: Path) -> None:
    more = [Entry(b"%05d-" % n + b"n" * 240, b"") for n in range(19_998)]
    path.write_bytes(build(*entries(*more)))


def many_hidden(path: Path) -> None:
    """Between any two entries a header that claims the next 64 KiB as its name."""
    head = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 0, 0, 0, 0, 0xFFFF, 0)
    path.write_bytes(build(*entries(*[Entry(b"%d" % n, b"", behind=head) for n in range(19_990)])))


def much_deflated(path: Path) -> None:
    """A gigabyte that deflates nearly as well as is allowed, in text that no rule reads."""
    good(path)
    line = bytes(range(256)) * 4096
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(4):
            with archive.open(f"data-{number}.bin", "w") as member:
                for _ in range(256):
                    member.write(line)


def many_elements(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("imsmanifest.xml", listing().replace(b"<metadata>", b"<metadata>" + b"<a/>" * 499_000))
        archive.writestr("index.html", b"")


def many_documents(path: Path) -> None:
    """A hundred files of metadata, each with as many elements as a file may have."""
    names = [f"m{n}.xml" for n in range(100)]
    located = "".join(f"<adlcp:location>{name}</adlcp:location>" for name in names)
    files = base("scorm2004/base")
    text = files["imsmanifest.xml"].decode()
    assert "</metadata>" in text
    files["imsmanifest.xml"] = text.replace("</metadata>", f"{located}</metadata>", 1).encode()
    lom = b'<lom xmlns="http://ltsc.ieee.org/xsd/LOM">' + b"<a/>" * 499_000 + b"</lom>"
    _zip(path, {**files, **dict.fromkeys(names, lom)})


def large_pages(path: Path) -> None:
    pages = {f"p{n}.html": b"<p>" * 3 * MIB for n in range(6)}
    _zip(path, {**base("scorm12/base"), **pages})


def long_lines(path: Path) -> None:
    """Lines as long as are shown, with something to say of each, and in each a character that takes four bytes."""
    line = "\N{GRINNING FACE}<img src=a>" + "a" * 19_000 + "\n"
    _zip(path, {**base("scorm12/base"), **{f"p{n}.html": (line * 110).encode() for n in range(30)}})


def large_scripts(path: Path) -> None:
    scripts = {f"s{n}.js": b"a(" * 2 * MIB for n in range(6)}
    styles = {f"s{n}.css": b"a{" * 2 * MIB for n in range(6)}
    _zip(path, {**base("scorm12/base"), **scripts, **styles})


def _zip(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in files.items():
            archive.writestr(name, content)


@pytest.mark.parametrize(
    "make",
    [many_entries, many_hidden, much_deflated, many_elements, many_documents, large_pages, long_lines, large_scripts],
)
def test_what_a_hostile_package_takes_is_bounded(make: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    make(path)
    done = subprocess.run([sys.executable, "-c", CHILD, str(path)], capture_output=True, text=True, check=True)
    kibibytes, *found = done.stdout.split()
    assert found, "a package like this has findings"
    assert int(kibibytes) * 1024 < MOST, f"{int(kibibytes) // 1024} MiB"
