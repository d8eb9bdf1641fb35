"""Presses and inline queries that wait for the bot's answer."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.local.errors import bad_request
from bot.local.json_object import JsonObject

QUERY_LIFETIME = timedelta(minutes=1)


@dataclass(slots=True)
class Query:
    """One press or inline query; ``answer`` is what the bot said, once it did."""

    id: str
    person_id: int
    chat_id: int
    message_id: int | None
    asked_at: datetime
    answer: JsonObject | None = None


@dataclass(slots=True)
class Queries:
    """Every query by id."""

    lifetime: timedelta = QUERY_LIFETIME
    limit: int | None = None
    _by_id: dict[str, Query] = field(default_factory=dict)
    _last: int = 0

    def ask(self, person_id: int, chat_id: int, *, message_id: int | None, now: datetime) -> Query:
        """Open a query with a new id."""
        self._last += 1
        query = Query(str(9_000_000_000 + self._last), person_id, chat_id, message_id, now)
        self._by_id[query.id] = query
        if self.limit is not None and len(self._by_id) > self.limit:
            del self._by_id[next(iter(self._by_id))]
        return query

    def find(self, query_id: str) -> Query | None:
        """The query of this id, or None."""
        return self._by_id.get(query_id)

    def to_answer(self, query_id: str, *, now: datetime) -> Query:
        """The query that a bot answers.

        Raises:
            ApiError: 400, there is none such or its time is over.
        """
        query = self.find(query_id)
        if query is None or now - query.asked_at > self.lifetime:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        return query
