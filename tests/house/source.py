"""The project's own files, as the rules of the house read them."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "faq", "handlers", "scheduler")
FOLDERS = (*PACKAGES, "bench", "tests")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def files_of(*folders: str) -> list[Path]:
    """Every Python file below ``folders``, in order."""
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def name_of(path: Path) -> str:
    """A file's name from the top of the project."""
    return path.relative_to(ROOT).as_posix()


def text_of(name: str) -> str:
    """What a file says; ``name`` counts from the top of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def functions_in(path: Path) -> Iterator[Function]:
    """Every function and method of a file, those inside others too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def pyproject() -> dict[str, Any]:
    """The settings of the tools."""
    return tomllib.loads(text_of("pyproject.toml"))
