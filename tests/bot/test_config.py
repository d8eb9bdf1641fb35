"""Settings: where they come from, and the one line that a wrong one ends with."""

from pathlib import Path

import pytest

from bot.config import ConfigError, load_settings
from tests.bot.roof import SECRET, TOKEN, settings_of

WRONG = [
    ("BOT_TOKEN", "my-bot"),
    ("BOT_TOKEN", "123456:ABC DEF"),
    ("BOT_TOKEN", "\u0661\u0662\u0663:ABCDEF"),
    ("TELEGRAM_API_URL", "telegram"),
    ("DATABASE_URL", "mysql://user:hidden@host/name"),
    ("DATABASE_URL", "postgresql://user:hidden@host:port/name"),
    ("DATABASE_URL", "plankeeper.db"),
    ("WEBHOOK_URL", "bot.example"),
    ("WEBHOOK_SECRET", "white space"),
    ("WEBHOOK_SECRET", "x" * 257),
    ("WEB_PORT", "99999"),
    ("LOCAL_PORT", "eighty"),
    ("SENDS_PER_SECOND", "-1"),
    ("SENDS_PER_SECOND", "nan"),
    ("SENDS_PER_SECOND_PER_CHAT", "fast"),
    ("SEND_LANES", "0"),
    ("LOG_LEVEL", "LOUD"),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_load_settings_when_a_value_is_wrong_then_names_it_and_not_the_value(
    bare: Path, name: str, value: str
) -> None:
    """A wrong line of .env is one line that names the setting; the value may be a secret."""
    (bare / ".env").write_text(f'{name}="{value}"\n')
    with pytest.raises(ConfigError) as told:
        load_settings()
    assert str(told.value).startswith(f"{name}: ")
    assert "\n" not in str(told.value)
    assert value not in str(told.value)
    assert "hidden" not in str(told.value)


def test_load_settings_when_two_are_wrong_then_names_both(bare: Path) -> None:
    """Everything that is wrong is told at once."""
    (bare / ".env").write_text("WEB_PORT=x\nLOG_LEVEL=x\n")
    with pytest.raises(ConfigError, match=r"WEB_PORT: .*; LOG_LEVEL: "):
        load_settings()


@pytest.mark.usefixtures("bare")
def test_load_settings_when_nothing_is_set_then_has_defaults() -> None:
    """A newcomer sets nothing."""
    settings = load_settings()
    assert settings.bot_token is None
    assert settings.api_url == "https://api.telegram.org"
    assert settings.database_url == "sqlite:///var/plankeeper.db"


def test_load_settings_when_the_environment_speaks_then_it_comes_before_the_file(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The environment comes before .env."""
    (bare / ".env").write_text("WEB_PORT=1001\nLOCAL_PORT=1002\n")
    monkeypatch.setenv("WEB_PORT", "2001")
    settings = load_settings()
    assert (settings.web_port, settings.local_port) == (2001, 1002)


def test_load_settings_when_the_file_is_the_example_then_reads_it(bare: Path) -> None:
    """A copy of .env.example works as it is."""
    example = Path(__file__).parents[2] / ".env.example"
    (bare / ".env").write_text(example.read_text())
    assert load_settings() == settings_of()


def test_load_settings_when_the_file_is_no_text_then_says_so_in_one_line(bare: Path) -> None:
    """A .env that cannot be read names the file and nothing of it."""
    (bare / ".env").write_bytes(b"BOT_TOKEN=\xff\xfe\n")
    with pytest.raises(ConfigError, match=r"^\.env cannot be read: UnicodeDecodeError$"):
        load_settings()


def test_load_settings_when_the_webhook_has_no_secret_then_refuses(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a secret anybody could speak as Telegram."""
    del bare
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example/hook")
    with pytest.raises(ConfigError, match=r"^WEBHOOK_SECRET is needed with WEBHOOK_URL$"):
        load_settings()


def test_load_settings_when_the_webhook_is_plain_http_then_refuses(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Telegram itself posts to https only; a server of one's own may do otherwise."""
    del bare
    monkeypatch.setenv("WEBHOOK_URL", "http://bot.example/hook")
    monkeypatch.setenv("WEBHOOK_SECRET", SECRET)
    with pytest.raises(ConfigError, match=r"^WEBHOOK_URL: should begin with https://$"):
        load_settings()
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:8081")
    assert str(load_settings().webhook_url) == "http://bot.example/hook"


def test_settings_when_shown_then_keep_their_secrets() -> None:
    """Neither the token nor the webhook's secret stands in what a developer prints."""
    shown = repr(settings_of(BOT_TOKEN=TOKEN, WEBHOOK_SECRET=SECRET))
    assert TOKEN not in shown
    assert SECRET not in shown


def test_secrets_when_asked_for_then_include_the_password_of_the_database() -> None:
    """The log redacts the token, the webhook's secret and the database's password."""
    settings = settings_of(
        BOT_TOKEN=f" {TOKEN} ",
        WEBHOOK_SECRET=SECRET,
        DATABASE_URL="postgresql://bot:pass%20word@host/name",
    )
    assert settings.secrets == (TOKEN, SECRET, "pass word")


def test_secrets_when_a_password_is_tiny_then_leave_it_out() -> None:
    """Redacting one letter would garble every line."""
    assert settings_of(DATABASE_URL="postgresql://bot:x@host/name").secrets == ()


def test_log_level_when_written_small_then_is_understood() -> None:
    """The level may be written in any case."""
    assert settings_of(LOG_LEVEL=" debug ").log_level == "DEBUG"
