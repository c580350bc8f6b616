"""A fuzzer that sees which code each spoiled package reaches: `python -m tests.fuzz.fuzz_check -runs=1000 [corpus]`.

Takes the options of libFuzzer. A package that breaks a promise is left beside as `crash-…`; give the file as the only
argument to see it again. Needs atheris (extra `fuzz`).
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import tempfile
from pathlib import Path

import atheris

_ROOMS = ("scormkit.archive", "scormkit.checking")


class Read:
    """Choices by the bytes that the fuzzer gives."""

    def __init__(self, data: bytes) -> None:
        """Read from these; when they are used up, every choice is the lowest."""
        self._data = atheris.FuzzedDataProvider(data)

    def number(self, low: int, high: int) -> int:
        """See `Chooser`."""
        return int(self._data.ConsumeIntInRange(low, high))

    def octets(self, most: int) -> bytes:
        """See `Chooser`."""
        return bytes(self._data.ConsumeBytes(self._data.ConsumeIntInRange(0, most)))


def main() -> None:
    """Run until a promise is broken, or as libFuzzer's options say."""
    with atheris.instrument_imports(include=list(_ROOMS), enable_loader_override=False):
        for room in _ROOMS:
            for module in pkgutil.walk_packages(importlib.import_module(room).__path__, f"{room}."):
                importlib.import_module(module.name)
    from tests.fuzz.promises import hold  # not earlier: what they import would be without its counters
    from tests.fuzz.spoiling import spoiled

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "package.zip"

        def try_out(data: bytes) -> None:
            path.write_bytes(spoiled(Read(data)).data)
            hold(path)

        atheris.Setup(sys.argv, try_out)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
