"""How much the linear model and the encoder have to say, found on held-out lines.

``blend.toml`` holds what ``python -m bench.calibrate_answers`` found; nobody picks it by feel.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from faq.catalog import FIRST_LANGUAGE
from faq.lexicon import FOLDER
from faq.loader import ContentError

FILE: Final = "blend.toml"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each model's numbers are multiplied by before they are summed and made shares.

    Attributes:
        linear: for margins of the linear model.
        encoder: for scores of the encoder.
    """

    linear: float
    encoder: float


@dataclass(frozen=True, slots=True)
class Blend:
    """Weights by language: the encoder began with English texts and knows less Spanish.

    Attributes:
        alone: for the linear model where it speaks without the encoder.
        settled: the share of its best topic from which the encoder is not asked.
        spoken: by language; others are weighed as English is.
    """

    alone: float
    settled: float
    spoken: Mapping[str, Weights]

    def weights(self, language: str) -> Weights:
        """What counts in ``language``."""
        return self.spoken.get(language, self.spoken[FIRST_LANGUAGE])


def load_blend(folder: Path = FOLDER) -> Blend:
    """The weights in ``folder``.

    Raises:
        ContentError: blend.toml is missing, or a value of it is missing, unknown or no number.
    """
    path = folder / FILE
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        alone, settled = float(values.pop("alone")), float(values.pop("settled"))
        spoken = {
            language: Weights(**{name: float(number) for name, number in table.items()})
            for language, table in values.items()
        }
        spoken[FIRST_LANGUAGE]
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as err:
        raise ContentError(f"{path.name}: {err}") from err
    return Blend(alone, settled, spoken)
