"""The settings of a running bot, one class; ``.env.example`` lists them in the same order.

The environment comes before ``.env``. A wrong or missing value ends the start with one line.
"""

from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AnyHttpUrl, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

Port = Annotated[int, Field(ge=0, le=65535)]
LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]


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
    send_lanes: Annotated[int, Field(ge=1, le=256)] = 8
    cache_dir: Path = Path("var/cache")
    log_level: Annotated[LogLevel, NoDecode] = "INFO"

    @field_validator("bot_token")
    @classmethod
    def _token_looks_like_one(cls, token: SecretStr | None) -> SecretStr | None:
        """Refuse what @BotFather never hands out, before Telegram answers 404 to it."""
        if token is None:
            return None
        number, _, secret = token.get_secret_value().strip().partition(":")
        if not (number.isdigit() and secret and " " not in secret):
            raise ValueError("should look like 123456:ABC..., as @BotFather gave it")
        return SecretStr(f"{number}:{secret}")

    @field_validator("database_url")
    @classmethod
    def _database_is_known(cls, url: str) -> str:
        """Accept SQLite and PostgreSQL, the two that every test of the store runs on."""
        scheme = urlsplit(url).scheme.partition("+")[0]
        if scheme not in {"sqlite", "postgresql", "postgres"}:
            raise ValueError("should begin with sqlite:/// or postgresql://")
        return url

    @field_validator("log_level", mode="before")
    @classmethod
    def _level_in_any_case(cls, level: str) -> str:
        return level.strip().upper()

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Self:
        """A webhook without a secret would let anybody speak as Telegram."""
        if self.webhook_url is not None and self.webhook_secret is None:
            raise ValueError("WEBHOOK_SECRET is needed with WEBHOOK_URL")
        return self

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
