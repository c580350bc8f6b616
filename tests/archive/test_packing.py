"""Deflating: the same bytes on every machine."""

import hashlib
import zlib
from pathlib import Path

import pytest

from scormkit.archive.cache import ArchiveCache
from scormkit.archive.fingerprint import Fingerprint
from scormkit.archive.packing import PackedCache, is_compressed
from scormkit.archive.records import DEFLATED, STORED
from scormkit.archive.writer import Member, write_zip


def words(seed: int, count: int) -> bytes:
    """Text-like content, the same everywhere."""
    noise = hashlib.shake_256(bytes([seed])).digest(2 * count)
    vocabulary = [hashlib.sha256(bytes([n])).hexdigest()[: 2 + n % 9] for n in range(256)]
    return " ".join(vocabulary[a & b] for a, b in zip(noise[::2], noise[1::2], strict=True)).encode()


MIXED = bytes(range(256)) * 9 + hashlib.shake_256(b"x").digest(70_000) + b"<p>" * 70_000


# Another version of libdeflate may pack otherwise; then every package changes, which the changelog has to say.
@pytest.mark.parametrize(
    ("content", "sha256"),
    [
        (b"a" * 100_000, "00cd171cb444a240b289c02fa4db5446e792e58a0f346ab8b6e825a018e72c29"),
        (words(1, 500), "4ba997bb055ac29c5e3644f1a6f13eadeba68adf46244071a7035825e3d79e3a"),
        (words(2, 200_000), "5ee0718e20127300fdc4b8d2912897632f785a8732517bea284eb29d1ef7d8c3"),
        (
            MIXED,
            "745ee1b0a3ef19c151c736dbfe615cab56dc2c94122ed82879a8c1995ba153d8",
        ),
    ],
)
def test_the_deflated_bytes_are_these(content: bytes, sha256: str) -> None:
    packed, _ = PackedCache().pack(content, Fingerprint.of(content))
    assert packed.method == DEFLATED
    assert zlib.decompress(packed.data, -15) == content
    assert hashlib.sha256(packed.data).hexdigest() == sha256


def test_the_bytes_of_a_whole_zip_are_these(tmp_path: Path) -> None:
    members = [Member("index.html", words(3, 9000)), Member("é.mp4", b"film" * 99), Member("leeg.txt", b"")]
    assert (
        write_zip(tmp_path / "x.zip", members).sha256
        == "9940933a77f82cb61b725fcb2f8a580b844a66d726d38044a29addaf04517a4b"
    )


def test_types_that_are_packed_already_are_known_by_their_ending() -> None:
    assert is_compressed("a/film.MP4")
    assert not is_compressed("a.mp4/page.html")
    assert not is_compressed("mp4")


def test_what_was_packed_is_taken_from_the_cache(tmp_path: Path) -> None:
    cache = PackedCache(tmp_path)
    content = words(4, 5000)
    first, key = cache.pack(content, Fingerprint.of(content))
    assert key is not None
    assert [each.name for each in tmp_path.iterdir()] == [key]
    kept = (tmp_path / key).stat().st_mtime_ns
    assert cache.pack(content, Fingerprint.of(content)) == (first, key)
    assert (tmp_path / key).stat().st_mtime_ns == kept, "not written again"


def test_that_deflating_does_not_pay_is_kept_too(tmp_path: Path) -> None:
    noise = hashlib.shake_256(b"n").digest(9000)
    cache = PackedCache(tmp_path)
    for _ in range(2):
        packed, key = cache.pack(noise, Fingerprint.of(noise))
        assert (packed.method, packed.data) == (STORED, noise)
    assert (tmp_path / str(key)).stat().st_size < 100


def test_damage_never_gets_into_a_package(tmp_path: Path) -> None:
    cache = ArchiveCache(tmp_path / "cache")
    members = [Member("a.html", words(5, 900)), Member("b.html", words(6, 900))]
    expected = write_zip(tmp_path / "x.zip", members, cache=cache)
    assert len(expected.used.packed) == 2
    a, b = sorted((tmp_path / "cache" / "deflated").iterdir())
    whole = a.read_bytes()
    damages = [b"", whole[:9], whole[:-1], whole + b"x", b.read_bytes()]
    damages += [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in (0, 31, 32, 33, 40, 46, len(whole) - 1)]
    for damage in damages:
        a.write_bytes(damage)
        assert write_zip(tmp_path / "y.zip", members, cache=cache) == expected
        assert a.read_bytes() == whole, "made anew"


def test_a_cache_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    members = [Member("a.html", words(5, 900))]
    plain = write_zip(tmp_path / "x.zip", members)
    assert write_zip(tmp_path / "y.zip", members, cache=ArchiveCache(tmp_path / "cache")).sha256 == plain.sha256


def test_what_no_package_used_is_pruned(tmp_path: Path) -> None:
    cache = ArchiveCache(tmp_path / "cache")
    film = tmp_path / "film.mp4"
    film.write_bytes(b"x" * (1 << 20))
    old = write_zip(tmp_path / "x.zip", [Member("a", words(7, 900)), Member("film.mp4", film)], cache=cache)
    new = write_zip(tmp_path / "y.zip", [Member("a", words(8, 900))], cache=cache)
    kept = lambda: sorted(each.name for each in (tmp_path / "cache").rglob("*") if each.is_file())  # noqa: E731
    assert kept() == sorted([*old.used.packed, *new.used.packed, *old.used.files])
    cache.prune([old.used, new.used], [])
    assert len(kept()) == 3
    cache.prune([new.used], [])
    assert kept() == sorted(new.used.packed)
