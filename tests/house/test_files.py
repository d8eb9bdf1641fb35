"""Files and functions stay short, and names say what is inside."""

from pathlib import Path

import pytest

from tests.house.source import FOLDERS, ROOT, Function, files_of, functions_in, name_of

MOST_LINES = 300
MOST_BODY_LINES = 40

# Name -> why it may be longer.
LONG_FILES = {
    "scheduler/store/migrations/versions/0001_the_first_tables.py": "one list of tables",
}
LONG_FUNCTIONS = {
    "scheduler/store/migrations/versions/0001_the_first_tables.py upgrade": "the same list",
}
SAYING_NOTHING = frozenset({"utils", "util", "helpers", "common", "misc", "manager", "core"})


def test_files_when_measured_then_are_short() -> None:
    """A file over 300 lines has two subjects."""
    long = {
        name_of(path)
        for path in files_of(*FOLDERS)
        if len(path.read_text(encoding="utf-8").splitlines()) > MOST_LINES
    }
    assert sorted(long) == sorted(LONG_FILES), "\n".join(sorted(long))


def test_functions_when_measured_then_are_short() -> None:
    """No function has a body over 40 lines; its docstring does not count."""
    long = {
        f"{name_of(path)} {function.name}"
        for path in files_of(*FOLDERS)
        for function in functions_in(path)
        if _body_lines(function) > MOST_BODY_LINES
    }
    assert sorted(long) == sorted(LONG_FUNCTIONS), "\n".join(sorted(long))


@pytest.mark.parametrize(("lines", "over"), [(40, False), (41, True)])
def test_function_when_measured_then_its_docstring_does_not_count(
    tmp_path: Path, *, lines: int, over: bool
) -> None:
    """The measure counts what is done, not what is explained."""
    body = "".join(f"    x = {number}\n" for number in range(lines))
    path = tmp_path / "module.py"
    path.write_text(f'def f():\n    """One.\n\n    Two.\n    """\n{body}')
    (function,) = functions_in(path)
    assert (_body_lines(function) > MOST_BODY_LINES) is over


def test_modules_when_named_then_say_what_is_in_them() -> None:
    """No drawer for odds and ends."""
    drawers = {
        name_of(path)
        for path in files_of(*FOLDERS)
        if {path.stem, path.parent.name} & SAYING_NOTHING
    }
    assert drawers == set()


def test_folders_of_tests_when_listed_then_each_is_a_package() -> None:
    """Else a folder named like a package of ours would hide it."""
    bare = {
        name_of(path.parent)
        for path in files_of("tests")
        if not (path.parent / "__init__.py").is_file()
    }
    assert bare == set()


def test_modules_when_opened_then_say_what_lives_there() -> None:
    """Each module begins with a docstring."""
    silent = [
        name_of(path)
        for path in files_of(*FOLDERS)
        if not path.read_text(encoding="utf-8").startswith('"""')
    ]
    assert silent == []


def test_top_level_when_listed_then_holds_the_houses_floors() -> None:
    """The layout is fixed."""
    assert [name for name in FOLDERS if not (ROOT / name / "__init__.py").is_file()] == []


def _body_lines(function: Function) -> int:
    body = function.body[1:] if _has_docstring(function) else function.body
    if not body:
        return 0
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def _has_docstring(function: Function) -> bool:
    first = function.body[0]
    return isinstance(getattr(getattr(first, "value", None), "value", None), str)
