"""Makes the films of module 3: `python -m course.studio.film [FILM…]`, from the root of the repository."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from course.studio.film.captions import captions
from course.studio.film.encoding import EncodingError, encode
from course.studio.film.frames import RATE, Size, rasters
from course.studio.film.made import Files, files, films, note
from course.studio.film.script import Script, ScriptError, read_script
from course.studio.film.sheet import sheet, still
from course.studio.film.stagings import staging_of
from course.studio.film.transcript import transcript


@click.command(epilog="The README of course/studio tells more.")
@click.argument("chosen", metavar="[FILM]…", nargs=-1)
@click.option("--words", is_flag=True, help="Write captions and transcripts only; needs neither ffmpeg nor resvg-py.")
@click.option(
    "--sheet", "sheet_file", type=click.Path(path_type=Path), help="Draw stills of a film on one sheet, as PNG."
)
@click.option("--start", type=float, default=0.0, help="Second of the first still.", show_default=True)
@click.option("--step", type=float, default=2.0, help="Seconds from still to still.", show_default=True)
@click.option("--count", type=click.IntRange(1, 100), default=40, help="Stills at most.", show_default=True)
def main(chosen: tuple[str, ...], words: bool, sheet_file: Path | None, start: float, step: float, count: int) -> None:
    """Make films, with captions, transcript and poster; all of them if none is named."""
    unknown = set(chosen) - set(films())
    if unknown:
        raise click.BadParameter(f"{', '.join(sorted(unknown))}: the films are {', '.join(films())}", param_hint="FILM")
    if not words and (lacking := _lacking()):
        raise click.ClickException(f"not installed: {', '.join(lacking)}. Bring them in by: pip install -e '.[studio]'")
    try:
        for film in chosen or films():
            script = read_script(files(film).script)
            if sheet_file is not None:
                times = [start + step * index for index in range(count) if start + step * index < script.length]
                sheet_file.write_bytes(sheet(files(film).script, times))
                continue
            _write_words(script, files(film))
            if not words:
                _film(script, files(film))
    except (ScriptError, EncodingError) as error:
        raise click.ClickException(str(error)) from error


def _lacking() -> list[str]:
    """What the extra `studio` brings in and is not there."""
    return [name for module, name in (("resvg_py", "resvg-py"), ("PIL", "Pillow")) if find_spec(module) is None]


def _write_words(script: Script, to: Files) -> None:
    to.captions.write_text(captions(script), encoding="utf-8")
    to.transcript.write_text(transcript(script), encoding="utf-8")


def _film(script: Script, to: Files) -> None:
    staging = staging_of(to.script)
    frames = range(round(script.length * RATE))
    with click.progressbar(frames, label=script.id) as numbers:
        encode(rasters(to.script, (number / RATE for number in numbers), Size()), Size(), to.mp4, to.webm)
    to.poster.write_bytes(still(staging, staging.poster))
    to.note.write_text(note(script, staging), encoding="utf-8")
    for file in (to.mp4, to.webm, to.poster):
        click.echo(f"{file.name}: {file.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
