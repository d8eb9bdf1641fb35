"""The settings under which the real bot is measured, as an environment for its process."""

from pathlib import Path

from bench.telegram import TOKEN


def bot_environment(
    *, api_url: str, database_url: str, cache: Path, limits: bool, lanes: int = 1
) -> dict[str, str]:
    """The environment of ``python -m bot run``.

    Args:
        api_url: where the local Bot API is.
        database_url: a SQLAlchemy URL.
        cache: a folder for the trained matcher; a warm one makes starts quick.
        limits: whether Telegram's limits on sending are kept. They would be all that is
            measured, so throughput is measured without them.
        lanes: how many reminders may be on their way at one time.
    """
    rates = {} if limits else {"SENDS_PER_SECOND": "0", "SENDS_PER_SECOND_PER_CHAT": "0"}
    return {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api_url,
        "DATABASE_URL": database_url,
        "CACHE_DIR": str(cache),
        "WEB_PORT": "0",
        "WEBHOOK_URL": "",
        "LOG_LEVEL": "WARNING",
        "SEND_LANES": str(lanes),
        **rates,
    }
