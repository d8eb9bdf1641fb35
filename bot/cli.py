"""The command line: ``python -m bot COMMAND``. Each error a user can mend is one line.

Exit codes: 0 done, 1 something is wrong (said on standard error), 2 the words of the call
are off, 130 stopped by Ctrl-C.
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path

import uvloop

from bot import ask, checkup, evaluate, gaps, live, trial
from bot.config import ConfigError, Settings, load_settings
from bot.logs import start_logging
from bot.serving import PortTaken
from bot.wiring import CONTENT, StartRefused
from faq.loader import ContentError
from faq.opening import open_desk
from handlers.texts.loader import TextError
from scheduler.store.errors import StoreUnavailable
from scheduler.store.schema import backup, migrate, restore

Command = Callable[[argparse.Namespace, Settings], int]


class Failure(Exception):  # noqa: N818 - the end of a command, told in one line
    """A command cannot go on; the message is one line for the person who typed it."""


# Circumstances that their own message explains; anything else is a fault of ours.
_TOLD = (
    Failure,
    evaluate.BadFile,
    ConfigError,
    ContentError,
    TextError,
    StoreUnavailable,
    PortTaken,
    StartRefused,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    command: Command = options.command
    start_logging("INFO")
    try:
        settings = load_settings()
        start_logging(settings.log_level, *settings.secrets)
        return command(options, settings)
    except _TOLD as failure:
        print(f"plankeeper: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot",
        description="Plankeeper: a Telegram bot for parents of children with a 504 plan or an IEP.",
        epilog="Settings come from the environment and from .env; .env.example explains each.",
    )
    parser.set_defaults(command=_start)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    start = "live on Telegram with BOT_TOKEN, on a local chat page without (the default)"
    commands.add_parser("start", help=start).set_defaults(command=_start)
    commands.add_parser("run", help="live on Telegram; needs BOT_TOKEN").set_defaults(command=_run)
    local = commands.add_parser("local", help="try the bot on a chat page of this computer")
    local.set_defaults(command=_local)

    _add_ask(commands)
    judged = commands.add_parser(
        "evaluate", help="how well questions are read whose right topic is known"
    )
    judged.add_argument("files", nargs="+", type=Path, metavar="FILE", help="labelled JSON lines")
    judged.set_defaults(command=_evaluate)
    check = "look at settings, texts, answers and the database; tell what is wrong"
    commands.add_parser("check", help=check).set_defaults(command=_check)
    listed = commands.add_parser(
        "gaps", help="questions that parents sent, answers that fall short"
    )
    listed.add_argument("--json", action="store_true", help="as one JSON object")
    listed.set_defaults(command=_gaps)
    commands.add_parser("migrate", help="bring the database to this version").set_defaults(
        command=_migrate
    )
    backup = commands.add_parser("backup", help="write a copy of the database while it runs")
    backup.add_argument("file", type=Path, help="where the copy goes; must not exist yet")
    backup.set_defaults(command=_backup)
    restore = commands.add_parser("restore", help="put a copy back; stop the bot first")
    restore.add_argument("file", type=Path, help="a file that backup wrote")
    restore.set_defaults(command=_restore)
    return parser


def _add_ask(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    ask = commands.add_parser("ask", help="a question in, the answer out")
    ask.add_argument("question", nargs="*", help="the question, in a parent's words")
    ask.add_argument("--lang", choices=["en", "es"], help="the language of the question")
    ask.add_argument(
        "--jsonl",
        action="store_true",
        help='read lines {"id","text","lang"?} and write one decision a line',
    )
    ask.set_defaults(command=_ask)


def _start(options: argparse.Namespace, settings: Settings) -> int:
    return _run(options, settings) if settings.bot_token else _local(options, settings)


def _run(options: argparse.Namespace, settings: Settings) -> int:
    del options
    if settings.bot_token is None:
        raise Failure(
            "BOT_TOKEN is missing: put the token from @BotFather into .env, "
            "or try the bot without one: python -m bot local"
        )
    return _until_stopped(live.run(settings))


def _local(options: argparse.Namespace, settings: Settings) -> int:
    del options
    return _until_stopped(trial.run(settings))


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    question = " ".join(options.question)
    if not options.jsonl and not question.strip():
        raise Failure('nothing was asked: python -m bot ask "What is a 504 plan?"')
    desk = open_desk(CONTENT, settings.cache_dir)
    try:
        if options.jsonl:
            ask.say(ask.decide_lines(desk, sys.stdin))
        else:
            ask.say(ask.answer_lines(desk, question, options.lang))
    except (ask.BadLine, UnicodeDecodeError) as error:
        raise Failure(str(error)) from error
    except BrokenPipeError:
        # Whoever read our output has gone: `python -m bot ask | head`. What is still to be
        # written goes nowhere, or Python would complain about it at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _evaluate(options: argparse.Namespace, settings: Settings) -> int:
    lines = evaluate.load(options.files)
    for line in evaluate.run(open_desk(CONTENT, settings.cache_dir), lines):
        print(line)
    return 0


def _check(options: argparse.Namespace, settings: Settings) -> int:
    del options
    complaints = list(checkup.complaints(settings))
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    if complaints:
        raise Failure(f"{len(complaints)} to mend")
    print("settings, texts, answers and database: all well")
    return 0


def _gaps(options: argparse.Namespace, settings: Settings) -> int:
    found = asyncio.run(gaps.load(settings.database_url))
    for line in (gaps.as_json(found),) if options.json else gaps.lines(found):
        print(line)
    return 0


def _migrate(options: argparse.Namespace, settings: Settings) -> int:
    del options
    print(f"the database is at revision {migrate(settings.database_url)}")
    return 0


def _backup(options: argparse.Namespace, settings: Settings) -> int:
    backup(settings.database_url, options.file)
    print(f"wrote {options.file}")
    return 0


def _restore(options: argparse.Namespace, settings: Settings) -> int:
    restore(settings.database_url, options.file)
    print(f"restored from {options.file}")
    return 0


def _until_stopped(program: Coroutine[None, None, None]) -> int:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(program)
    return 0
