"""What lies beside a film, and the note of what it was made from, by which a test can tell that it has grown old."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import yaml

from course.studio.film.encoding import SETTINGS
from course.studio.film.frames import fingerprint
from course.studio.film.script import Script
from course.studio.film.stagings import Staging

COURSE = Path(__file__).parents[2]
SCRIPTS = COURSE / "films"
STAGINGS = Path(__file__).parent / "stagings"
MEDIA = COURSE / "modules" / "3" / "media"


@dataclass(frozen=True, slots=True)
class Files:
    """Where the files of a film are; `captions` in Dutch, `note` says what the film was made from."""

    script: Path
    mp4: Path
    webm: Path
    captions: Path
    transcript: Path
    poster: Path
    note: Path


def films() -> tuple[str, ...]:
    """The ids of all films, in order of the alphabet."""
    return tuple(sorted(file.stem for file in SCRIPTS.glob("*.yaml")))


def files(film: str, media: Path = MEDIA) -> Files:
    """The files of a film, in the folder of module 3 or in another one."""
    return Files(
        SCRIPTS / f"{film}.yaml",
        media / f"{film}.mp4",
        media / f"{film}.webm",
        media / f"{film}.nl.vtt",
        media / f"{film}.md",
        media / f"{film}-poster.png",
        media / f"{film}-made.json",
    )


def note(script: Script, staging: Staging) -> str:
    """What a film is made from, as the text of its JSON file: drawings, score and speech, and the settings of ffmpeg.

    Drawings are those of one frame a second; score and speech are there for what moves in between.
    """
    score = yaml.safe_load((STAGINGS / f"{script.id}.yaml").read_text(encoding="utf-8"))
    speech = [(beat.who, beat.at, beat.until, beat.says) for beat in script.speech()]
    sources = {
        "frames": fingerprint(staging, script.length),
        "acting": sha256(json.dumps([score, speech], sort_keys=True).encode()).hexdigest(),
        "encoding": sha256(SETTINGS.encode()).hexdigest(),
    }
    return json.dumps(sources, indent=1) + "\n"
