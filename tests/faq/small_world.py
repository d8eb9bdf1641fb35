"""A world of five topics and a few other lines: enough to teach a matcher in a moment."""

import json
from datetime import date
from pathlib import Path

from faq.entry import Area, Entry, Source, TopicId
from faq.lexicon import FOLDER

SOURCE = Source("34 CFR 300.1", "https://www.ecfr.gov/current/title-34", "what the law is for")

PHRASINGS = {
    "iep-what": ("what is an iep", "explain iep to me", "iep meaning", "what does iep mean"),
    "plan504-what": ("what is a 504 plan", "explain 504", "504 meaning", "what does a 504 do"),
    "meeting-request": ("can i ask for a meeting", "call a meeting", "request meeting", "meet now"),
    "504-crisis-plan": (
        "crisis plan",
        "safety plan for dark words",
        "plan for threats",
        "safe plan",
    ),
    "esy": ("summer services", "summer school", "extended year", "services in july"),
}
OTHERS = {
    "crisis": ("i want to die", "he will kill himself", "she took pills", "want to be dead"),
    "figure": ("paperwork is killing me", "dying to know", "death of me", "i could scream"),
    "near": ("how many mg", "what time is the bus", "ssi money", "does he need a vaccine"),
    "unrelated": ("best pizza", "weather now", "car noise", "world cup score"),
    "abuse": ("stupid bot", "you idiot", "shut up", "worst machine"),
    "chitchat": ("hello there", "thank you", "good morning", "ok then"),
}
REQUESTS = {
    "add_date": ("remind me of a visit", "save this day", "put it down", "keep a day"),
    "stop": ("quit it", "no messages", "leave me be", "mute all"),
    "list_dates": ("which days are kept", "show days", "my days", "days ahead"),
}


def make_entry(topic: str = "iep-what", **changes: object) -> Entry:
    """A sound entry; ``changes`` replace its fields."""
    fields: dict[str, object] = {
        "id": TopicId(topic),
        "area": Area.BASICS,
        "language": "en",
        "title": f"What about {topic}?",
        "body": "It is a plan.\n\nAsk the school.",
        "also_asked_as": tuple(f"{topic} phrasing {number}" for number in range(40)),
        "sources": (SOURCE,),
        "reviewed_on": date(2026, 11, 23),
        "see_also": (),
        "state_varies": False,
    }
    return Entry(**(fields | changes))  # type: ignore[arg-type] # fields are given by name


def entry_text(topic: str = "iep-what", *, without: str = "", **changes: str) -> str:
    """A content file; ``changes`` are TOML values by field, ``without`` names one to leave out."""
    head = {
        "id": f'"{topic}"',
        "area": '"basics"',
        "title": f'"What about {topic}?"',
        "also_asked_as": json.dumps(PHRASINGS.get(topic, ())),
        "reviewed_on": "2026-11-23",
        "see_also": "[]",
        "sources": '[{cite="34 CFR 300.1", url="https://www.ecfr.gov/x", says="the law"}]',
    } | changes
    lines = "\n".join(f"{name} = {value}" for name, value in head.items() if name != without)
    return f"+++\n{lines}\n+++\nIt is a plan.\n"


def write_content(folder: Path) -> Path:
    """The five topics as files, one of them in Spanish too."""
    (folder / "en").mkdir(parents=True)
    (folder / "es").mkdir()
    for topic in PHRASINGS:
        (folder / "en" / f"{topic}.md").write_text(entry_text(topic))
    spanish = entry_text("iep-what", title='"Que es un IEP"', also_asked_as='["que es el iep"]')
    (folder / "es" / "iep-what.md").write_text(spanish)
    return folder


def write_signals(folder: Path) -> Path:
    """The matcher's material for them, with the patterns and thresholds of the real one.

    So few lines leave the model in doubt: its margins are stretched.
    """
    folder.mkdir(parents=True)
    for path in FOLDER.glob("*.toml"):
        (folder / path.name).write_text(path.read_text())
    (folder / "blend.toml").write_text("alone = 3\nsettled = 1\n[en]\nlinear = 3\nencoder = 0\n")
    nontopic = [
        {"kind": kind, "lang": "en", "text": text}
        for kind, texts in OTHERS.items()
        for text in texts
    ]
    nontopic += [
        {"kind": "command", "lang": "en", "text": text, "command": request}
        for request, texts in REQUESTS.items()
        for text in texts
    ]
    (folder / "nontopic.jsonl").write_text("\n".join(map(json.dumps, nontopic)))
    return folder
