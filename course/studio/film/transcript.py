"""The transcript of a film, as Markdown: all that is seen, said and heard, for who reads instead of looks."""

from __future__ import annotations

from course.studio.film.script import Beat, Script


def transcript(script: Script) -> str:
    """The text of the `.md` file: who is in the film, then a paragraph for each stretch of action and each voice."""
    people = "; ".join(f"**{role.name}**, {role.about}" for role in script.people.values())
    parts = [
        f"*{script.title}. Een getekende film zonder geluid, {round(script.length)} seconden.*",
        f"In beeld: {people}.",
    ]
    seen: list[str] = []
    for beat in script.beats:
        if beat.does is not None:
            seen.append(_action(script, beat))
            continue
        if seen:
            parts.append(" ".join(seen))
            seen = []
        if beat.says is not None and beat.who is not None:
            parts.append(f"**{script.people[beat.who].name}:** “{beat.says}”")
        else:
            parts.append(f"*Geluid: {beat.sound}.*")
    if seen:
        parts.append(" ".join(seen))
    return "\n\n".join(parts) + "\n"


def _action(script: Script, beat: Beat) -> str:
    """Whole sentences; those about somebody begin with the verb in the script, and with who it is here."""
    text = beat.does or ""
    if beat.who is not None:
        text = f"{script.people[beat.who].subject} {text}"
    return text if text[-1] in ".?!…" else f"{text}."
