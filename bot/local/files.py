"""Files that were sent either way: kept in memory, found by file id or path."""

import mimetypes
import struct
from dataclasses import dataclass

from bot.local.errors import bad_request
from bot.local.json_object import JsonObject

DOWNLOAD_LIMIT_BYTES = 20 * 1024 * 1024  # Source: Bot API, getFile
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3})


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file with the ids and the path that the Bot API shows."""

    file_id: str
    unique_id: str
    path: str
    name: str
    mime: str
    content: bytes

    def as_file(self) -> JsonObject:
        """The file as a Bot API File."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
            "file_path": self.path,
        }

    def as_document(self) -> JsonObject:
        """The file as a Bot API Document."""
        return {
            "file_name": self.name,
            "mime_type": self.mime,
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }

    def as_photo(self) -> list[JsonObject]:
        """The file as the one PhotoSize that is kept of it.

        Raises:
            ApiError: 400, it is no picture that can be read.
        """
        size = size_of_picture(self.content)
        if size is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        return [
            {
                "file_id": self.file_id,
                "file_unique_id": self.unique_id,
                "file_size": len(self.content),
                "width": size[0],
                "height": size[1],
            }
        ]


class Files:
    """Every file there is."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def put(self, content: bytes, *, name: str, mime: str = "", folder: str) -> StoredFile:
        """Keep a file; ``folder`` is the first part of its path, such as "documents".

        Raises:
            ApiError: 400, the file is empty.
        """
        if not content:
            raise bad_request("file must be non-empty")
        number = len(self._by_id) + 1
        guessed = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        ending = f".{name.rpartition('.')[2]}" if "." in name else ""
        path = f"{folder}/file_{number}{ending}"
        unique = f"AQAD{number:08d}"
        stored = StoredFile(f"BQACLocal{number:08d}", unique, path, name, guessed, content)
        self._by_id[stored.file_id] = stored
        self._by_path[path] = stored
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        """The file of this id, or None."""
        return self._by_id.get(file_id)

    def find_path(self, path: str) -> StoredFile | None:
        """The file at this path, or None."""
        return self._by_path.get(path)


def size_of_picture(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG or JPEG; None when it is neither."""
    if content.startswith(_PNG) and len(content) >= 24:  # noqa: PLR2004 - end of IHDR's sizes
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content.startswith(b"\xff\xd8"):
        return _size_of_jpeg(content)
    return None


def _size_of_jpeg(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:  # noqa: PLR2004 - marks a segment
        if content[at + 1] in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", content[at + 2 : at + 4])[0])
    return None
