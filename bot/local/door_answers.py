"""The forms in which the door answers."""

from typing import Any

import orjson
from starlette.responses import Response


def answer(content: Any, status: int = 200) -> Response:  # noqa: ANN401 - any JSON
    """A JSON answer that no cache keeps."""
    return Response(
        orjson.dumps(content),
        status_code=status,
        media_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


def refusal(words: str, status: int = 400) -> Response:
    """A JSON answer that says what was wrong."""
    return answer({"ok": False, "error_code": status, "description": words}, status)
