"""What the docs name is there: commands, pages, decisions."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import _parser
from bot.health import _REMEDY, Figures, Part, Trouble
from tests.house.source import FOLDERS, PACKAGES, ROOT, files_of, name_of, text_of

_MAKE = re.compile(r"\bmake ([a-z]+)\b")
_COMMAND = re.compile(r"python -m bot ([a-z]+)")
_PAGE = re.compile(r"\bdocs/[a-z0-9/_-]+\.md\b")
_LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)|(?:src|href)=\"(?!https?:|#)([^\"#]+)\"")
_TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
_HELPED = re.compile(r"^([a-z]+):.*##", re.MULTILINE)
_BEFORE_VALUES = re.compile(r"(?<!update )%|[:(]")
_LEVELS = frozenset({"warning", "error", "exception", "critical"})
_CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)

GUIDES = ("README.md", "CONTRIBUTING.md", "docs/operating.md")


def _pages() -> list[Path]:
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def _code_in(name: str) -> str:
    return "\n".join(_CODE.findall(text_of(name)))


@pytest.mark.parametrize("guide", GUIDES)
def test_guides_when_they_name_a_make_target_then_there_is_one(guide: str) -> None:
    """Every ``make`` of a guide is in the Makefile."""
    named = set(_MAKE.findall(_code_in(guide)))
    assert named - set(_TARGET.findall(text_of("Makefile"))) == set()


@pytest.mark.parametrize("guide", GUIDES)
def test_guides_when_they_name_a_command_then_there_is_one(guide: str) -> None:
    """Every ``python -m bot`` of a guide is understood."""
    named = set(_COMMAND.findall(_code_in(guide)))
    assert (
        named - set(re.findall(r"^    ([a-z]+)\b", _parser().format_help(), re.MULTILINE)) == set()
    )


def test_makefile_when_asked_for_help_then_lists_every_target() -> None:
    """``make`` alone tells what there is."""
    makefile = text_of("Makefile")
    (phony,) = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert set(_HELPED.findall(makefile)) == set(phony.split())


@pytest.mark.parametrize(
    "wanted",
    ["ruff format --check", "ruff check", "mypy", "lint-imports", "tests/house", "bot check"],
)
def test_check_when_run_then_looks_at_everything(wanted: str) -> None:
    """``make check`` is format, lint, types, import rules, texts and content."""
    recipe = text_of("Makefile").partition("\ncheck:")[2].partition("\n\n")[0]
    assert wanted in recipe


def test_ci_when_run_then_calls_what_everybody_runs() -> None:
    """The same two commands decide for everybody, and there the browser is not left out."""
    steps = [line for line in text_of(".ci/run").splitlines() if "make " in line]
    assert steps == ["make check", "REQUIRE_BROWSER=1 make test"]


def test_code_when_it_names_a_page_then_there_is_one() -> None:
    """A docstring or comment that sends the reader to a page sends them somewhere."""
    names = [name_of(path) for path in files_of(*FOLDERS)]
    names += ["Makefile", "pyproject.toml", ".env.example", "README.md", "CONTRIBUTING.md"]
    missing = {
        f"{name}: {page}"
        for name in names
        for page in _PAGE.findall(text_of(name))
        if not (ROOT / page).is_file()
    }
    assert missing == set(), "\n".join(sorted(missing))


def test_pages_when_they_link_then_to_something_that_is_there() -> None:
    """No link of our own pages leads nowhere."""
    missing = {
        f"{name_of(page)}: {target}"
        for page in _pages()
        for found in _LINK.findall(page.read_text(encoding="utf-8"))
        for target in (found[0] or found[1],)
        if not (page.parent / target).exists()
    }
    assert missing == set(), "\n".join(sorted(missing))


def test_decisions_when_listed_then_each_has_its_own_number_and_title() -> None:
    """A decision is found by its number, and its first line says what was decided."""
    files = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    titles = {path.name[:4]: path.read_text(encoding="utf-8").split("\n")[0] for path in files}
    assert len(titles) == len(files)
    odd = [n for n, title in titles.items() if not title.startswith(f"# {int(n)}. ")]
    assert odd == []


def test_changelog_when_opened_then_has_room_for_what_comes_next() -> None:
    """Changes are told in users' words, under Unreleased first."""
    headings = re.findall(r"^## (.+)$", text_of("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == "Unreleased"


def test_operating_when_read_then_explains_every_line_of_the_log() -> None:
    """Whoever runs the bot can look up what a warning or an error means."""
    page = text_of("docs/operating.md")
    unexplained = [
        f"{name_of(path)}: {line}"
        for path in files_of(*PACKAGES)
        for line in _logged_by(path)
        if _BEFORE_VALUES.split(line)[0].replace("update %d", "update N").strip() not in page
    ]
    assert unexplained == [], "\n".join(unexplained)


@pytest.mark.parametrize(
    "names",
    [
        [trouble.value for trouble in Trouble],
        [part.value for part in Part],
        [metric.name for metric in Figures().registry.collect()],
        [remedy.partition(":")[0] for remedy in _REMEDY.values()],
        ["well", "telegram", "database", "silent", "overdue_seconds"],
    ],
    ids=["troubles", "parts", "figures", "remedies", "fields"],
)
def test_operating_when_read_then_explains_health_and_figures(names: list[str]) -> None:
    """Each value of /healthz and each figure of /metrics is explained."""
    page = text_of("docs/operating.md")
    assert [name for name in names if name not in page] == []


def _logged_by(path: Path) -> Iterator[str]:
    """What a file logs at WARNING and above, before it is filled in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="log" | "_log"), attr=level),
                args=[ast.Constant(value=str(line)), *_],
            ) if level in _LEVELS:
                yield line
