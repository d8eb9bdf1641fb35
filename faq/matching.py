"""What a message is about: two models read it, one words and letters, one the meaning."""

from collections.abc import Sequence

from faq.blend import Blend
from faq.encoder import Encoder
from faq.language import language_of
from faq.linear import Linear
from faq.reading import Joint, Reading


class Matcher:
    """Both models; ``encoder`` is None where only words shall count."""

    __slots__ = ("_joint", "encoder", "linear")

    def __init__(self, linear: Linear, encoder: Encoder | None, blend: Blend) -> None:
        self.linear, self.encoder = linear, encoder
        self._joint = Joint(linear.labels, encoder.labels if encoder is not None else (), blend)

    def read(self, words: Sequence[str]) -> Reading:
        """Topics, kinds, danger and request of a message read into words.

        Words settle more than half of all messages in a tenth of the time.
        """
        margins = self.linear.margins(words)
        alone = self._joint.reading(margins, None)
        if self.encoder is None or self._joint.settles(alone):
            return alone
        scores = self.encoder.scores(words)
        return self._joint.reading(margins, scores, language_of(words, hint=None))

    def glance(self, words: Sequence[str]) -> Reading:
        """The same by the linear model alone: less sure, and many times as fast."""
        return self._joint.reading(self.linear.margins(words), None)
