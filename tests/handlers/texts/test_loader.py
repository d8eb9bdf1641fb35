"""Phrases into words: languages, days, hours, zones, lists, and what cannot be said."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from handlers.texts.loader import TextError, Texts, Voice, load_texts
from handlers.turn import Arg, Phrase, ShortDay, Weekday, ZoneName, phrase

FRIDAY = date(2026, 10, 2)
ENGLISH, SPANISH = Voice(), Voice("es")


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    """A catalog of two languages and a few sentences."""
    shared = "moment = { $day }, { $hour }\nshow = <b>{ $it }</b>\nempty = { $none }\n"
    (tmp_path / "en.ftl").write_text(
        shared + "zone-name-eastern = Eastern Time\nonly-english = English\nsame = here\n"
    )
    (tmp_path / "es.ftl").write_text(
        shared + "zone-name-eastern = Hora del Este\nonly-english = inglés\nsame = aquí\n"
    )
    return load_texts(tmp_path)


@pytest.mark.parametrize(
    ("arg", "english", "spanish"),
    [
        (FRIDAY, "Friday, October 2, 2026", "viernes, 2 de octubre de 2026"),
        (ShortDay(FRIDAY), "Fri, Oct 2", "vie 2 oct"),
        (Weekday(FRIDAY), "Friday", "viernes"),
        (time(14, 5), "2:05 PM", "2:05 p.m."),
        (time(0, 0), "12:00 AM", "12:00 a.m."),
        (ZoneName("America/New_York"), "Eastern Time", "Hora del Este"),
        (ZoneName("Europe/Madrid"), "Madrid", "Madrid"),
        (("a", "b", "c"), "a, b, and c", "a, b y c"),
        (7, "7", "7"),
        (phrase("same"), "here", "aquí"),
    ],
)
def test_arg_when_shown_then_is_as_people_write_it(
    texts: Texts, arg: Arg, english: str, spanish: str
) -> None:
    """Days, hours, zones and lists in the words of the language."""
    shown = Phrase("show", {"it": arg})

    assert texts.html(shown, ENGLISH) == f"<b>{english}</b>"
    assert _flat(texts.html(shown, SPANISH)) == f"<b>{spanish}</b>"


def _flat(text: str) -> str:
    """The text with plain spaces: CLDR puts a narrow one into "p. m."."""
    return text.replace("\u00a0", "").replace("\u202f", "").replace("p. m.", "p.m.")


def test_instant_when_shown_then_is_local_to_the_voice(texts: Texts) -> None:
    """An instant is shown in the zone of the chat."""
    instant = phrase("show", it=datetime(2026, 10, 3, 1, 30, tzinfo=UTC))

    said = texts.html(instant, Voice("en", ZoneInfo("America/Los_Angeles")))
    assert said == "<b>Friday, October 2, 2026, 6:30 PM</b>"


def test_words_when_they_look_like_markup_then_are_escaped_once(texts: Texts) -> None:
    """A person's words cannot break a sentence; in plain text they stand as they are."""
    shown = phrase("show", it=phrase("show", it="<b>&_*"))

    assert texts.html(shown, ENGLISH) == "<b><b>&lt;b&gt;&amp;_*</b></b>"
    assert texts.plain(shown, ENGLISH) == "<b><b><b>&_*</b></b>"


def test_language_when_unknown_then_english_speaks(texts: Texts) -> None:
    """A chat in a language without a catalog is spoken to in English."""
    assert texts.html(phrase("same"), Voice("fr")) == "here"


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        (phrase("no-such"), "no sentence is called no-such"),
        (phrase("show"), r"show \(en\): 1 placeholders not filled"),
    ],
)
def test_sentence_when_it_cannot_be_said_then_names_the_key_only(
    texts: Texts, asked: Phrase, fault: str
) -> None:
    """The fault names the sentence and never quotes a person."""
    with pytest.raises(TextError, match=f"^{fault}$"):
        texts.html(asked, ENGLISH)


def test_catalogs_when_english_is_missing_then_are_refused(tmp_path: Path) -> None:
    """Without the first language nothing can be said."""
    (tmp_path / "es.ftl").write_text("a = b\n")

    with pytest.raises(TextError, match=r"no en\.ftl$"):
        load_texts(tmp_path)


def test_catalog_when_it_is_no_text_then_is_named(tmp_path: Path) -> None:
    """A broken file stops the start with one line that names it."""
    (tmp_path / "en.ftl").write_bytes(b"\xff\xfe\xff")

    with pytest.raises(TextError, match=r"^en\.ftl: cannot be read \(UnicodeDecodeError\)$"):
        load_texts(tmp_path)
