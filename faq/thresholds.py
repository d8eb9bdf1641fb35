"""The numbers at which one decision gives way to the next.

They are margins of the model, found by ``calibration`` on held-out lines and kept in
faq/signals/thresholds.toml; nobody picks them by feel.
"""

import math
import tomllib
from dataclasses import dataclass
from pathlib import Path

from faq.lexicon import FOLDER
from faq.loader import ContentError


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What a message must reach.

    Attributes:
        answer_score: the best topic's margin, for an answer.
        answer_gap: its distance to the second topic, for an answer.
        answer_lead: its distance to the likeliest other kind of message, for an answer.
        second_score: as ``answer_score``, for the answer to a second question.
        second_gap: as ``answer_gap``, for the answer to a second question.
        choices_score: the best topic's margin, for choices.
        choices_gap: how far behind the best topic a choice may lie.
        crisis_score: the margin of danger at which no pattern is needed.
        settled_score: the same, for words that say that the danger is over.
        command_score: the margin of requests at which no pattern is needed.
    """

    answer_score: float
    answer_gap: float
    answer_lead: float
    second_score: float
    second_gap: float
    choices_score: float
    choices_gap: float
    crisis_score: float
    settled_score: float
    command_score: float


def load_thresholds(folder: Path = FOLDER) -> Thresholds:
    """The thresholds in ``folder``.

    Raises:
        ContentError: thresholds.toml is missing, or a value of it is missing, unknown or no number.
    """
    path = folder / "thresholds.toml"
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        limits = Thresholds(**values)
    except (OSError, ValueError, TypeError) as err:
        raise ContentError(f"{path.name}: {err}") from err
    for name, value in values.items():
        if type(value) not in {int, float} or not math.isfinite(value):
            raise ContentError(f"{path.name}: {name} must be a number")
    return limits
