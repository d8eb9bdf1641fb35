"""``python -m bot evaluate``: how well the desk reads lines whose right reading is known.

It prints figures and topics, never a line that was read.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from faq.catalog import Catalog
from faq.desk import Desk
from faq.evaluate import Figures, Judged, Labelled, Report, judge, parse_labelled, report

CONFUSIONS_TOLD: Final = 20
_HEAD: Final = (
    f"{'':24} {'lines':>6} {'first':>7} {'three':>7} {'shown':>7} {'wrong':>7} {'none':>7}"
)


class BadFile(ValueError):  # noqa: N818 - what the file is
    """A file that holds no labelled lines; the message names it and the line's number."""


def load(paths: Iterable[Path]) -> tuple[Labelled, ...]:
    """Read all labelled lines of ``paths``, in their order.

    Raises:
        BadFile: a file cannot be read or a line is not labelled.
    """
    return tuple(line for path in paths for line in _lines_of(path))


def run(desk: Desk, lines: Iterable[Labelled]) -> Iterator[str]:
    """Judge ``lines`` and tell the figures, a line each."""
    judged = judge(desk, lines)
    yield from tell(report(judged, desk.catalog), _without_answer(judged, desk.catalog))


def tell(found: Report, unanswered: int = 0) -> Iterator[str]:
    """The figures of a report as lines of text; shares are per cent.

    Args:
        found: the report.
        unanswered: questions on topics that have no answer yet.
    """
    yield _HEAD
    yield _row("all questions", found.overall)
    yield from _rows("style", found.by_style)
    yield from _rows("area", found.by_area)
    yield ""
    if unanswered:
        yield f"{unanswered} questions are on topics that have no answer yet: none can be shown"
    yield f"danger recognised {_share(found.crisis_found)}"
    yield f"questions taken for danger {_share(found.false_alarms)}"
    yield f"requests recognised {_share(found.commands_found)}"
    yield f"other matters answered {_share(found.off_topic_answered)}"
    yield f"one decision: median {found.median_ms:.2f} ms, 99th of 100 {found.slow_ms:.2f} ms"
    if found.confusions:
        yield ""
        yield "taken for another topic, the commonest first:"
    for right, taken, count in found.confusions[:CONFUSIONS_TOLD]:
        yield f"{count:>4}  {right} taken for {taken}"


def _lines_of(path: Path) -> tuple[Labelled, ...]:
    try:
        with path.open(encoding="utf-8") as file:
            return tuple(parse_labelled(file))
    except UnicodeDecodeError as error:
        raise BadFile(f"{path} is no text in UTF-8") from error
    except OSError as error:
        raise BadFile(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise BadFile(f"{path}: {error}") from error


def _without_answer(judged: Iterable[Judged], catalog: Catalog) -> int:
    written = set(catalog.topics())
    return sum(each.line.topic is not None and each.line.topic not in written for each in judged)


def _rows(sort: str, groups: Mapping[str, Figures]) -> Iterator[str]:
    for name, group in groups.items():
        yield _row(f"{sort} {name}", group)


def _row(name: str, group: Figures) -> str:
    shares = (
        group.right_first,
        group.in_three,
        group.shown,
        group.wrong_confident,
        group.declined,
    )
    return f"{name:24} {group.questions:>6} " + " ".join(f"{_share(each):>7}" for each in shares)


def _share(share: float) -> str:
    return f"{share * 100:.1f}%"
