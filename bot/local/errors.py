"""Refusals in the Bot API's own form and words. Nothing here decides when to refuse.

The words follow the public source of Telegram's Bot API server (Client.cpp) and, where the
refusal comes from deeper inside, what that server is known to answer.
"""

from bot.local.json_object import JsonObject


class ApiError(Exception):
    """A call that the Bot API refuses; becomes the JSON error object.

    Caught at the one place that answers HTTP calls, never below it.
    """

    def __init__(
        self, code: int, description: str, *, parameters: JsonObject | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> JsonObject:
        """The error as the JSON object that the Bot API answers."""
        body: JsonObject = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(words: str) -> ApiError:
    """A 400; ``words`` stand after the prefix, lower case first as Telegram writes them."""
    return ApiError(400, f"Bad Request: {words}")


def forbidden(words: str) -> ApiError:
    """A 403; ``words`` stand after the prefix."""
    return ApiError(403, f"Forbidden: {words}")


def conflict(words: str) -> ApiError:
    """A 409; ``words`` stand after the prefix."""
    return ApiError(409, f"Conflict: {words}")


def too_many_requests(retry_after_seconds: int) -> ApiError:
    """A 429 that names the whole seconds after which to try again."""
    return ApiError(
        429,
        f"Too Many Requests: retry after {retry_after_seconds}",
        parameters={"retry_after": retry_after_seconds},
    )
