"""Content files: read when sound, refused in one line when not."""

from datetime import date
from pathlib import Path

import pytest

from faq.entry import Area, Source, TopicId
from faq.loader import ContentError, load_catalog, parse_entry
from tests.faq.small_world import entry_text

NAME = "en/iep-what.md"


def _refusal(text: str, name: str = NAME) -> str:
    with pytest.raises(ContentError) as caught:
        parse_entry(text, name=name, language="en")
    return str(caught.value)


def test_parse_when_sound_then_holds_every_field() -> None:
    """Head and body become one value."""
    entry = parse_entry(entry_text(state_varies="true"), name=NAME, language="en")

    assert (entry.id, entry.area, entry.body) == ("iep-what", Area.BASICS, "It is a plan.")
    assert entry.sources == (Source("34 CFR 300.1", "https://www.ecfr.gov/x", "the law"),)
    assert (entry.reviewed_on, entry.state_varies) == (date(2026, 11, 23), True)


def test_parse_when_lines_end_as_on_windows_then_reads_the_same() -> None:
    """Line ends and a byte order mark do not matter."""
    text = "\ufeff" + entry_text().replace("\n", "\r\n")

    assert parse_entry(text, name=NAME, language="en").id == TopicId("iep-what")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (entry_text(without="sources"), f"{NAME}: sources is missing"),
        (entry_text(colour='"red"'), f"{NAME}: colour is not a known field"),
        (entry_text(title="3"), f"{NAME}: title must be a str"),
        (entry_text(reviewed_on="2026-11-23T10:00:00"), f"{NAME}: reviewed_on must be a date"),
        (entry_text(see_also="[1]"), f"{NAME}: see_also must hold texts only"),
        (entry_text("fape"), f"{NAME}: id is 'fape', not the file's name"),
        (entry_text(sources="[{cite='x'}]"), f"{NAME}: sources each needs cite, url and says"),
        (entry_text(sources="['x']"), f"{NAME}: sources each needs cite, url and says"),
        (
            entry_text(sources='[{cite="x", url=3, says="y"}]'),
            f"{NAME}: sources must hold texts only",
        ),
        (entry_text(title='" "'), f"{NAME}: title is empty"),
        (entry_text(title="1" * 5_000), f"{NAME}: head: "),
        (entry_text(area='"moon"'), f"{NAME}: area 'moon' is not one of basics"),
        (entry_text().replace("It is a plan.", ""), f"{NAME}: body is empty"),
        ("just words", f"{NAME}: head must stand between two +++ lines"),
        ("hello\n" + entry_text(), f"{NAME}: head must stand between two +++ lines"),
        ("+++\nid = 1", f"{NAME}: head must stand between two +++ lines"),
        ("+++\nid =\n+++\nx", f"{NAME}: head: Invalid value"),
    ],
)
def test_parse_when_broken_then_names_file_and_field(text: str, complaint: str) -> None:
    """Whoever writes answers is told in one line what to mend and where."""
    refusal = _refusal(text)

    assert refusal.startswith(complaint)
    assert "\n" not in refusal


def test_load_when_folder_is_missing_then_says_so(tmp_path: Path) -> None:
    """A missing folder is one clear line."""
    with pytest.raises(ContentError, match="no such folder"):
        load_catalog(tmp_path / "none")


def test_load_when_file_is_not_text_then_says_so(tmp_path: Path) -> None:
    """A file that is not UTF-8 is named."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "iep-what.md").write_bytes(b"\xff\xfe\xff")

    with pytest.raises(ContentError, match=r"en/iep-what.md: cannot be read"):
        load_catalog(tmp_path)


def test_load_when_translation_has_no_english_then_says_so(tmp_path: Path) -> None:
    """English comes first: a translation alone cannot be found by most parents."""
    (tmp_path / "es").mkdir()
    (tmp_path / "es" / "iep-what.md").write_text(entry_text())

    with pytest.raises(ContentError, match=r"es/iep-what.md: id has no en answer"):
        load_catalog(tmp_path)


def test_load_when_sound_then_holds_every_file(small_folders: tuple[Path, Path]) -> None:
    """Content is discovered: a new answer is one new file."""
    assert len(load_catalog(small_folders[0]).entries()) == 6
