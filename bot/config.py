"""The settings of a running bot, one class; ``.env.example`` lists them in the same order.

The environment comes before ``.env``. A wrong or missing value ends the start with one line.
"""

import re
from pathlib import Path
from typing import Annotated, Final, Literal, Self

from pydantic import AnyHttpUrl, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

Port = Annotated[int, Field(ge=0, le=65535)]
LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]

_TELEGRAM: Final = "api.telegram.org"
_TOKEN: Final = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
# Bot API, setWebhook: secret_token.
_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{1,256}")
# A shorter password would be redacted out of half the log, and protects nothing.
_SHORTEST_SECRET: Final = 4


class ConfigError(Exception):
    """The settings cannot be used; the message is one line that names the setting."""


class Settings(BaseSettings):
    """Everything an operator can set. Names are those of the environment, in lower case."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore"
    )

    bot_token: SecretStr | None = None
    telegram_api_url: AnyHttpUrl = AnyHttpUrl("https://api.telegram.org")
    database_url: str = "sqlite:///var/plankeeper.db"
    webhook_url: AnyHttpUrl | None = None
    webhook_secret: SecretStr | None = None
    web_host: str = "127.0.0.1"
    web_port: Port = 8081
    local_port: Port = 8090
    sends_per_second: Annotated[float, Field(ge=0, le=1000)] = 30
    sends_per_second_per_chat: Annotated[float, Field(ge=0, le=1000)] = 1
    send_lanes: Annotated[int, Field(ge=1, le=256)] = 1
    cache_dir: Path = Path("var/cache")
    log_level: Annotated[LogLevel, NoDecode] = "INFO"

    @field_validator("bot_token")
    @classmethod
    def _token_looks_like_one(cls, token: SecretStr | None) -> SecretStr | None:
        """Refuse what @BotFather never hands out, before Telegram answers 404 to it."""
        if token is None:
            return None
        plain = token.get_secret_value().strip()
        if not _TOKEN.fullmatch(plain):
            raise ValueError("should look like 123456:ABC..., as @BotFather gave it")
        return SecretStr(plain)

    @field_validator("database_url")
    @classmethod
    def _database_is_known(cls, url: str) -> str:
        """Accept SQLite and PostgreSQL, the two that every test of the store runs on."""
        try:
            scheme = make_url(url.strip()).get_backend_name()
        except (ArgumentError, ValueError):
            scheme = ""
        if scheme not in {"sqlite", "postgresql", "postgres"}:
            raise ValueError(
                "should be like sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"
            )
        return url.strip()

    @field_validator("webhook_secret")
    @classmethod
    def _secret_can_travel(cls, secret: SecretStr | None) -> SecretStr | None:
        """Refuse what Telegram would refuse, or a header cannot carry."""
        if secret is not None and not _SECRET.fullmatch(secret.get_secret_value()):
            raise ValueError("should be 1 to 256 of A-Z a-z 0-9 _ -")
        return secret

    @field_validator("log_level", mode="before")
    @classmethod
    def _level_in_any_case(cls, level: str) -> str:
        return level.strip().upper()

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Self:
        """A webhook without a secret would let anybody speak as Telegram."""
        if self.webhook_url is not None and self.webhook_secret is None:
            raise ValueError("WEBHOOK_SECRET is needed with WEBHOOK_URL")
        # A Bot API server of one's own may take http; Telegram's never does.
        theirs = self.telegram_api_url.host == _TELEGRAM
        if self.webhook_url is not None and self.webhook_url.scheme != "https" and theirs:
            raise ValueError("WEBHOOK_URL: should begin with https://")
        return self

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown, the password of the database included."""
        kept = [s.get_secret_value() for s in (self.bot_token, self.webhook_secret) if s]
        password = str(make_url(self.database_url).password or "")
        return (*kept, password) if len(password) >= _SHORTEST_SECRET else tuple(kept)

    @property
    def api_url(self) -> str:
        """The root of the Bot API server, without a slash at its end."""
        return str(self.telegram_api_url).rstrip("/")


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings from the environment and ``env_file``.

    Raises:
        ConfigError: with one line that names each setting that is wrong and how. The value
            itself is left out, for it may be the token.
    """
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        raise ConfigError("; ".join(_plain(dict(item)) for item in error.errors())) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{env_file} cannot be read: {type(error).__name__}") from None


def _plain(item: dict[str, object]) -> str:
    """Word one validation error without the value that caused it."""
    place = item["loc"]
    name = str(place[0]).upper() if isinstance(place, tuple) and place else ""
    reason = str(item["msg"]).removeprefix("Value error, ")
    return f"{name}: {reason}" if name else reason
