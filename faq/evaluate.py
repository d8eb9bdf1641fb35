"""How well the desk does on lines whose right reading is known: figures only, no printing.

A line is labelled with its topic (and others that would do as well), or with the kind of
message that it is.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Final, cast

from faq.catalog import Catalog
from faq.decision import Decision, DecisionKind
from faq.desk import Desk
from faq.entry import TopicId

_MS_A_SECOND: Final = 1000
_IN_THREE: Final = 3
_SLOW: Final = 0.99


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message and what it should be taken for.

    Attributes:
        text: as it was typed.
        topic: the right topic, or None for a message that is no question about plans.
        also: topics that would do as well.
        kind: "crisis", "command" or another kind, where ``topic`` is None.
        style: how it is written ("short", "story"); only to group figures.
    """

    text: str
    topic: TopicId | None
    also: frozenset[TopicId] = frozenset()
    kind: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A line, what the desk decided, and how long that took."""

    line: Labelled
    decision: Decision
    took_ms: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of a group of questions, from 0 to 1.

    Attributes:
        questions: how many there are.
        right_first: the right topic leads the ranking.
        in_three: it is among the first three.
        shown: it, or one that does as well, is shown as an answer or a choice.
        wrong_confident: another topic is shown as the answer.
        declined: nothing is shown.
    """

    questions: int
    right_first: float
    in_three: float
    shown: float
    wrong_confident: float
    declined: float


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is known of a run.

    Attributes:
        overall: all questions.
        by_style: the same by style.
        by_area: the same by area, for topics that have an answer.
        off_topic_answered: share of messages of other kinds (not crisis, not command) that
            were answered with an entry.
        crisis_found: share of crisis lines recognised.
        false_alarms: share of questions taken for a crisis.
        commands_found: share of requests recognised.
        confusions: (right, taken for, how often), the commonest first.
        median_ms, slow_ms: of one decision; the slow one is the 99th of 100.
    """

    overall: Figures
    by_style: dict[str, Figures]
    by_area: dict[str, Figures]
    off_topic_answered: float
    crisis_found: float
    false_alarms: float
    commands_found: float
    confusions: tuple[tuple[TopicId, TopicId, int], ...]
    median_ms: float
    slow_ms: float


def parse_labelled(lines: Iterable[str]) -> Iterator[Labelled]:
    """Lines of JSON with "text" and either "topic" (perhaps "also", "style") or "kind".

    Raises:
        ValueError: a line is not such an object; names its number, not its words.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            fields = cast("dict[str, object]", json.loads(line))
            yield _labelled(fields)
        except (ValueError, KeyError, TypeError, AttributeError) as err:
            raise ValueError(f'line {number} needs "text", and "topic" or "kind"') from err


def _labelled(fields: dict[str, object]) -> Labelled:
    text, style = str(fields["text"]), str(fields.get("style", ""))
    if "topic" not in fields:
        return Labelled(text, None, kind=str(fields["kind"]), style=style)
    also = cast("list[str]", fields.get("also", []))
    topic = TopicId(str(fields["topic"]))
    return Labelled(text, topic, frozenset(TopicId(other) for other in also), style=style)


def judge(desk: Desk, lines: Iterable[Labelled]) -> tuple[Judged, ...]:
    """What ``desk`` decides on each line, with the time it takes."""
    judged = []
    for line in lines:
        began = perf_counter()
        decision = desk.decide(line.text)
        judged.append(Judged(line, decision, (perf_counter() - began) * _MS_A_SECOND))
    return tuple(judged)


def report(judged: Sequence[Judged], catalog: Catalog) -> Report:
    """The figures of ``judged``; a share of nothing is 0."""
    questions = [each for each in judged if each.line.topic is not None]
    others = [each for each in judged if each.line.topic is None]
    times_ms = sorted(each.took_ms for each in judged) or [0.0]
    off_topic = [each for each in others if each.line.kind not in {"crisis", "command"}]
    return Report(
        overall=figures(questions),
        by_style=_grouped(questions, lambda each: each.line.style),
        by_area=_grouped(questions, lambda each: _area(each, catalog)),
        off_topic_answered=_share(off_topic, lambda each: _is(each, DecisionKind.ANSWER)),
        crisis_found=_found(others, "crisis", DecisionKind.CRISIS),
        false_alarms=_share(questions, lambda each: _is(each, DecisionKind.CRISIS)),
        commands_found=_found(others, "command", DecisionKind.COMMAND),
        confusions=_confusions(questions),
        median_ms=times_ms[len(times_ms) // 2],
        slow_ms=times_ms[int(len(times_ms) * _SLOW)],
    )


def figures(questions: Sequence[Judged]) -> Figures:
    """The shares of one group of questions."""
    return Figures(
        questions=len(questions),
        right_first=_share(questions, lambda each: each.decision.topics[:1] == (each.line.topic,)),
        in_three=_share(
            questions, lambda each: each.line.topic in each.decision.topics[:_IN_THREE]
        ),
        shown=_share(questions, lambda each: not _right(each).isdisjoint(_shown(each))),
        wrong_confident=_share(questions, _is_wrong),
        declined=_share(questions, lambda each: not each.decision.shown),
    )


def _right(each: Judged) -> frozenset[TopicId | None]:
    return frozenset([each.line.topic, *each.line.also])


def _shown(each: Judged) -> frozenset[TopicId | None]:
    return frozenset([*each.decision.shown, each.decision.second])


def _is(each: Judged, kind: DecisionKind) -> bool:
    return each.decision.kind is kind


def _is_wrong(each: Judged) -> bool:
    return _is(each, DecisionKind.ANSWER) and _right(each).isdisjoint(each.decision.shown)


def _found(others: Sequence[Judged], label: str, kind: DecisionKind) -> float:
    return _share([each for each in others if each.line.kind == label], lambda e: _is(e, kind))


def _share(group: Sequence[Judged], test: Callable[[Judged], bool]) -> float:
    return sum(map(test, group)) / len(group) if group else 0.0


def _grouped(questions: Sequence[Judged], name: Callable[[Judged], str]) -> dict[str, Figures]:
    groups: defaultdict[str, list[Judged]] = defaultdict(list)
    for each in questions:
        groups[name(each)].append(each)
    return {key: figures(group) for key, group in sorted(groups.items()) if key}


def _area(each: Judged, catalog: Catalog) -> str:
    entry = catalog.find_entry(each.line.topic, "en") if each.line.topic else None
    return entry.area if entry else ""


def _confusions(questions: Sequence[Judged]) -> tuple[tuple[TopicId, TopicId, int], ...]:
    pairs = Counter(
        (each.line.topic, each.decision.topics[0])
        for each in questions
        if each.line.topic and each.decision.topics
        if each.decision.topics[0] not in _right(each)
    )
    return tuple((right, taken, count) for (right, taken), count in pairs.most_common())
