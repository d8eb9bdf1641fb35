"""The type of a JSON object as it comes from and goes to the wire."""

from typing import Any

JsonObject = dict[str, Any]
