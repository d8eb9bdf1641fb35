"""What a person may send besides text, as the fields of a Message. Nothing is kept here."""

import struct
import zlib
from enum import StrEnum

from bot.local.files import StoredFile
from bot.local.json_object import JsonObject


class MediaKind(StrEnum):
    """Kinds of messages that are no text."""

    STICKER = "sticker"
    VOICE = "voice"
    PHOTO = "photo"
    CONTACT = "contact"
    LOCATION = "location"
    DOCUMENT = "document"
    FORWARD = "forward"


# Name, type and folder of a file where the person gives none.
FILE_DEFAULTS: dict[MediaKind, tuple[str, str, str]] = {
    MediaKind.STICKER: ("sticker.webp", "image/webp", "stickers"),
    MediaKind.VOICE: ("voice.oga", "audio/ogg", "voice"),
    MediaKind.PHOTO: ("photo.png", "image/png", "photos"),
    MediaKind.DOCUMENT: ("file.txt", "text/plain", "documents"),
}


def tiny_picture(width: int = 8, height: int = 8) -> bytes:
    """A valid white PNG of that many pixels."""
    rows = b"".join(b"\0" + b"\xff" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def file_content(kind: MediaKind, stored: StoredFile, fields: JsonObject) -> JsonObject:
    """The fields of a message that carries a file.

    Args:
        kind: what carries it.
        stored: the file.
        fields: "emoji" of a sticker, "duration" of a voice in seconds; both may be missing.
    """
    plain = {key: value for key, value in stored.as_file().items() if key != "file_path"}
    match kind:
        case MediaKind.STICKER:
            emoji = str(fields.get("emoji", "🙂"))
            looks = {"type": "regular", "is_animated": False, "is_video": False}
            return {"sticker": {**plain, **looks, "width": 512, "height": 512, "emoji": emoji}}
        case MediaKind.VOICE:
            duration = int(fields.get("duration", 2))
            return {"voice": {**plain, "duration": duration, "mime_type": stored.mime}}
        case MediaKind.PHOTO:
            return {"photo": stored.as_photo()}
        case _:
            return {"document": stored.as_document()}


def contact_content(fields: JsonObject) -> JsonObject:
    """The fields of a message that carries a contact."""
    known = ("phone_number", "first_name", "last_name", "user_id", "vcard")
    given = {key: fields[key] for key in known if key in fields}
    return {"contact": {"phone_number": "+15550100", "first_name": "Contact", **given}}


def location_content(fields: JsonObject) -> JsonObject:
    """The fields of a message that carries a location; degrees."""
    latitude, longitude = fields.get("latitude", 41.88), fields.get("longitude", -87.63)
    return {"location": {"latitude": float(latitude), "longitude": float(longitude)}}


def forward_content(fields: JsonObject, date: int) -> JsonObject:
    """The fields of a text forwarded from somebody whose account is hidden."""
    name = str(fields.get("from_name", "Teacher"))
    origin = {"type": "hidden_user", "sender_user_name": name, "date": date}
    return {"forward_origin": origin, "text": str(fields.get("text", "Forwarded"))}
