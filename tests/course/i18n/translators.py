"""What translators and authors do to the files of the small course."""

from collections.abc import Mapping
from pathlib import Path

from scormkit.course.i18n.exchange import Exchanged
from scormkit.course.i18n.memory import Status

ENGLISH = {
    "course.yaml:title": "A course",
    "course.yaml:glossary.1.term": "parent",
    "course.yaml:glossary.1.also.1": "parents",
    "m1:q1:question": "Who are [[parents]]?\n\nChoose.",
    "m1:q1:options.a.feedback": "Yes.",
    "m1:pages.start.title": "Start",
}
"""Some texts of the course in English, by their ids."""


def change(file: Path | str, before: str, after: str) -> None:
    path = Path(file)
    content = path.read_text()
    assert before in content
    path.write_text(content.replace(before, after))


def translate(english: Mapping[str, str], file: str = "i18n/en.xlf", state: str = "translated") -> Path:
    """What a translator does to a file: puts a target after the source of some units."""
    path = Path(file)
    lines = path.read_text().split("\n")
    made, wanted = [], None
    for line in lines:
        if "<unit " in line:
            wanted = english.get(line.split('id="')[1].split('"')[0])
        if wanted is not None:
            line = line.replace('state="initial"', f'state="{state}"')
        if wanted is not None and line.lstrip().startswith("<target>"):
            continue
        made.append(line)
        if wanted is not None and line.endswith("</source>"):
            made.append(f"        <target>{wanted}</target>")
    path.write_text("\n".join(made))
    return path


def statuses(done: Exchanged) -> dict[Status, list[str]]:
    return {status: [each.text.id for each in done.matches.of(status)] for status in Status}
