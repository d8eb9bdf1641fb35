"""A trained linear model on disk."""

import os
from pathlib import Path

import numpy as np
import pytest

from faq import cache
from faq.cache import cache_key, find_linear, keep_linear
from faq.desk import Desk
from faq.lexicon import Line
from faq.linear import Linear
from faq.opening import open_desk

KEY = "0" * 32
LINE = Line("iep-what", "en", "what is an iep")
OTHER = Line("esy", "en", "summer school")


@pytest.fixture
def linear(small_desk: Desk) -> Linear:
    """A model of the small world."""
    return small_desk.matcher.linear


@pytest.fixture
def kept(tmp_path: Path, linear: Linear) -> Path:
    """The file that keeps it."""
    keep_linear(tmp_path, KEY, linear)
    return tmp_path / f"linear-{KEY}.npz"


def test_find_when_kept_then_is_the_same_model(kept: Path, linear: Linear) -> None:
    """What was written is what is read."""
    found = find_linear(kept.parent, KEY)

    assert found is not None
    assert found.labels == linear.labels
    assert np.array_equal(found.margins(["iep"]), linear.margins(["iep"]))


def test_find_when_never_kept_then_is_none(tmp_path: Path) -> None:
    """No file, no model."""
    assert find_linear(tmp_path, KEY) is None


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _damage(path: Path) -> None:
    """Turn every byte of the middle over: the archive is whole, its content is not."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 200] = bytes(255 - byte for byte in content[middle : middle + 200])
    path.write_bytes(content)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _foreign(path: Path) -> None:
    np.savez(path, something=np.zeros(3))


def _plain_array(path: Path) -> None:
    with path.open("wb") as file:
        np.save(file, np.zeros(3))


def _pickled(path: Path) -> None:
    np.savez(path, words=np.array([{"a": 1}], dtype=object))


def _other_shapes(path: Path) -> None:
    arrays = dict(np.load(path))
    np.savez(path, **(arrays | {"bias": arrays["bias"][:-1]}))


def _other_types(path: Path) -> None:
    arrays = dict(np.load(path))
    np.savez(path, **(arrays | {"weights": arrays["weights"].astype(np.complex64)}))


def _no_danger(path: Path) -> None:
    arrays = dict(np.load(path))
    labels = arrays["labels"].tobytes().replace(b"crisis", b"crises")
    np.savez(path, **(arrays | {"labels": np.frombuffer(labels, dtype=np.uint8)}))


def _no_topics(path: Path) -> None:
    arrays = dict(np.load(path))
    labels = arrays["labels"].tobytes().replace(b"topic:", b"tropic")
    np.savez(path, **(arrays | {"labels": np.frombuffer(labels, dtype=np.uint8)}))


@pytest.mark.parametrize(
    "harm",
    [
        _truncate,
        _damage,
        _empty,
        _foreign,
        _plain_array,
        _pickled,
        _other_shapes,
        _other_types,
        _no_danger,
        _no_topics,
    ],
)
def test_find_when_file_is_not_sound_then_is_none(kept: Path, harm: object) -> None:
    """A file that is cut short, damaged or not ours is as good as none."""
    harm(kept)  # type: ignore[operator] # each of them takes a path

    assert find_linear(kept.parent, KEY) is None


def test_find_when_path_is_a_folder_then_is_none(tmp_path: Path) -> None:
    """What cannot be read is as good as none."""
    (tmp_path / f"linear-{KEY}.npz").mkdir()

    assert find_linear(tmp_path, KEY) is None


def test_keep_when_done_then_leaves_no_draft(kept: Path) -> None:
    """Written at once or not at all."""
    assert list(kept.parent.iterdir()) == [kept]


def test_keep_when_writing_fails_then_leaves_nothing(
    tmp_path: Path, linear: Linear, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk leaves neither a draft nor half a file."""

    def full(file: Path, **_arrays: object) -> None:
        file.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache.np, "savez", full)
    with pytest.raises(OSError, match="No space"):
        keep_linear(tmp_path, KEY, linear)

    assert list(tmp_path.iterdir()) == []


def test_keep_when_many_then_only_the_newest_stay(tmp_path: Path, linear: Linear) -> None:
    """Old contents do not fill the disk; a checkout and its tests may share the folder."""
    for number in range(6):
        keep_linear(tmp_path, f"{number}", linear)
        os.utime(tmp_path / f"linear-{number}.npz", (number, number))
    keep_linear(tmp_path, "6", linear)

    assert {path.name for path in tmp_path.iterdir()} == {f"linear-{n}.npz" for n in (3, 4, 5, 6)}


def test_age_when_file_has_just_gone_then_is_oldest(tmp_path: Path) -> None:
    """Another process may clear the same folder at the same moment."""
    assert cache._age(tmp_path / "gone") == 0


def test_key_when_lines_or_their_order_differ_then_differs() -> None:
    """Another content makes another model."""
    keys = {cache_key(lines) for lines in ([LINE], [OTHER], [LINE, OTHER], [OTHER, LINE], [])}

    assert len(keys) == 5


def test_key_when_nothing_changed_then_is_the_same() -> None:
    """The same lines and code find the same file."""
    assert cache_key([LINE]) == cache_key([Line("iep-what", "en", "what is an iep")])


def test_desk_when_opened_twice_then_trains_once(
    tmp_path: Path, small_folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second start does not wait for training."""
    content, signals = small_folders
    first = open_desk(content, tmp_path, signals, encoder=None).matcher.linear
    monkeypatch.setattr("faq.opening._trained", lambda *_material: pytest.fail("trained again"))

    assert open_desk(content, tmp_path, signals, encoder=None).matcher.linear.labels == first.labels


def test_desk_when_kept_file_is_damaged_then_trains_and_keeps_anew(
    tmp_path: Path, small_folders: tuple[Path, Path]
) -> None:
    """A damaged file costs a training and is gone afterwards."""
    content, signals = small_folders
    open_desk(content, tmp_path, signals, encoder=None)
    (path,) = tmp_path.glob("linear-*.npz")
    _truncate(path)
    open_desk(content, tmp_path, signals, encoder=None)

    assert find_linear(tmp_path, path.stem.removeprefix("linear-")) is not None


def test_desk_when_folder_cannot_be_written_then_only_warns(
    tmp_path: Path, small_folders: tuple[Path, Path], caplog: pytest.LogCaptureFixture
) -> None:
    """A start goes on without a place to keep the model."""
    content, signals = small_folders
    (tmp_path / "file").write_text("in the way")
    desk = open_desk(content, tmp_path / "file" / "cache", signals, encoder=None)

    assert desk.decide("what is an iep").shown != ()
    assert [record.levelname for record in caplog.records if record.levelno > 20] == ["WARNING"]
