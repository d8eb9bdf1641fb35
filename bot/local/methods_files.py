"""Methods that send documents and pictures, and the way back to a file's content."""

from bot.local.errors import bad_request
from bot.local.files import DOWNLOAD_LIMIT_BYTES, StoredFile
from bot.local.json_object import JsonObject
from bot.local.methods_messages import send
from bot.local.payload import Params, Upload
from bot.local.state import State
from bot.local.texts import as_content, read_caption


def send_document(state: State, params: Params) -> JsonObject:
    """Send a file; answers the Message."""
    stored = _read_file(state, params, "document", "documents")
    caption = as_content(read_caption(params), "caption")
    return send(state, params, {"document": stored.as_document(), **caption})


def send_photo(state: State, params: Params) -> JsonObject:
    """Send a picture; answers the Message."""
    stored = _read_file(state, params, "photo", "photos")
    caption = as_content(read_caption(params), "caption")
    return send(state, params, {"photo": stored.as_photo(), **caption})


def _read_file(state: State, params: Params, field: str, folder: str) -> StoredFile:
    upload = _find_upload(params, field)
    if upload is not None:
        return state.files.put(
            upload.content, name=upload.name or field, mime=upload.mime, folder=folder
        )
    value = params.text(field)
    if not value or value.startswith("attach://"):
        raise bad_request(f"there is no {field} in the request")
    if value.startswith(("http://", "https://")):
        # The local server fetches nothing from outside.
        raise bad_request("failed to get HTTP URL content")
    stored = state.files.find(value)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return stored


def _find_upload(params: Params, field: str) -> Upload | None:
    return params.files.get(params.text(field).removeprefix("attach://") or field)


def get_file(state: State, params: Params) -> JsonObject:
    """A file's path for download, by file id."""
    file_id = params.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = state.files.find(file_id)
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.content) > DOWNLOAD_LIMIT_BYTES:
        raise bad_request("file is too big")
    return stored.as_file()
