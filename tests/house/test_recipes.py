"""The recipes of CONTRIBUTING.md: each touches one place, and a check names what was forgotten."""

import importlib
import pkgutil
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType

import pytest

import handlers.flows
from faq.lint import lint
from faq.loader import _REQUIRED, ContentError, load_catalog, parse_entry
from handlers.flows.steps import Flow
from handlers.routes import FLOWS
from handlers.texts.loader import load_texts
from scheduler.domain.kinds import KINDS
from tests.house.source import ROOT, text_of

# --- a new topic --------------------------------------------------------------------------

HEAD = {
    "id": 'id = "new-topic"',
    "area": 'area = "iep"',
    "title": 'title = "What is new?"',
    "also_asked_as": 'also_asked_as = ["what is new"]',
    "reviewed_on": "reviewed_on = 2026-11-20",
    "see_also": "see_also = []",
    "sources": 'sources = [{cite = "34 CFR 300.1", url = "https://www.ecfr.gov/", says = "why"}]',
}


def _topic(*, without: str = "", body: str = "This is new.", **changed: str) -> str:
    lines = [line for field, line in (HEAD | changed).items() if field != without]
    return "\n".join(["+++", *lines, "+++", body])


def test_new_topic_when_whole_then_is_one_file_and_no_code(tmp_path: Path) -> None:
    """A file in the folder is a topic."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "new-topic.md").write_text(_topic())
    assert load_catalog(tmp_path).topics() == ("new-topic",)


@pytest.mark.parametrize("field", _REQUIRED)
def test_new_topic_when_a_field_is_missing_then_the_start_names_file_and_field(field: str) -> None:
    """A forgotten field is one line."""
    with pytest.raises(ContentError, match=rf"^en/new-topic\.md: {field} is missing$"):
        parse_entry(_topic(without=field), name="en/new-topic.md", language="en")


@pytest.mark.parametrize(
    ("field", "line", "told"),
    [
        ("area", 'area = "elsewhere"', "area "),
        ("id", 'id = "another"', "id "),
        ("reviewed_on", 'reviewed_on = "today"', "reviewed_on must be a date"),
        ("sources", 'sources = [{cite = "x"}]', "sources each needs cite, url and says"),
        ("title", "title = 7", "title must be a str"),
        ("see_also", "see_also = [7]", "see_also must hold texts only"),
        ("title", 'title = "x"\nsummary = "y"', "summary is not a known field"),
    ],
)
def test_new_topic_when_a_field_is_wrong_then_the_start_names_file_and_field(
    field: str, line: str, told: str
) -> None:
    """So is a wrong one."""
    with pytest.raises(ContentError, match=rf"^en/new-topic\.md: {told}"):
        parse_entry(_topic(**{field: line}), name="en/new-topic.md", language="en")


def test_new_topic_when_its_body_is_empty_then_the_start_says_so() -> None:
    """A topic without an answer is none."""
    with pytest.raises(ContentError, match=r"^en/new-topic\.md: body is empty$"):
        parse_entry(_topic(body=""), name="en/new-topic.md", language="en")


def test_new_topic_when_poor_then_the_lint_names_what_it_lacks(tmp_path: Path) -> None:
    """Too few phrasings, no source, a link to nowhere: one line each."""
    (tmp_path / "en").mkdir()
    text = _topic(sources="sources = []", see_also='see_also = ["nowhere"]')
    (tmp_path / "en" / "new-topic.md").write_text(text)
    found = {complaint.field for complaint in lint(load_catalog(tmp_path))}
    assert found == {"also_asked_as", "see_also", "sources"}


# --- a new kind of date -------------------------------------------------------------------

Stages = Mapping[str, Sequence[str]]
_MESSAGE = re.compile(r"^([a-z][a-z0-9-]*) =", re.MULTILINE)


def forgotten_texts(kinds: Stages, catalogs: Mapping[str, Collection[str]]) -> list[str]:
    """What the catalogs lack for ``kinds``, as "language: key".

    Args:
        kinds: the slugs of each kind's stages, by the kind's name.
        catalogs: the keys of each language.
    """
    wanted = [f"kind-{kind}" for kind in kinds]
    wanted += [f"stage-{kind}-{stage}" for kind, stages in kinds.items() for stage in stages]
    return [
        f"{language}: {key}"
        for language, keys in catalogs.items()
        for key in wanted
        if key not in keys
    ]


@pytest.fixture
def kinds() -> dict[str, Sequence[str]]:
    """The table of kinds: the stages of each."""
    return {
        kind.value: tuple(stage.slug for stage in entry.stages) for kind, entry in KINDS.items()
    }


@pytest.fixture
def catalogs() -> dict[str, set[str]]:
    """The keys of each language."""
    return {
        language: set(_MESSAGE.findall(text_of(f"handlers/texts/{language}.ftl")))
        for language in load_texts().languages
    }


def test_kinds_when_checked_then_every_text_is_there(
    kinds: dict[str, Sequence[str]], catalogs: dict[str, set[str]]
) -> None:
    """The recipe was followed for every kind there is."""
    assert forgotten_texts(kinds, catalogs) == []


def test_new_kind_when_it_has_no_texts_then_each_is_named_in_each_language(
    kinds: dict[str, Sequence[str]], catalogs: dict[str, set[str]]
) -> None:
    """A kind's name and one message a stage are wanted, in every language."""
    kinds["transition-plan"] = ("30-days", "1-day")
    assert forgotten_texts(kinds, catalogs) == [
        "en: kind-transition-plan",
        "en: stage-transition-plan-30-days",
        "en: stage-transition-plan-1-day",
        "es: kind-transition-plan",
        "es: stage-transition-plan-30-days",
        "es: stage-transition-plan-1-day",
    ]


def test_new_kind_when_one_language_lacks_a_stage_then_that_is_named(
    kinds: dict[str, Sequence[str]], catalogs: dict[str, set[str]]
) -> None:
    """A forgotten translation is named by itself."""
    catalogs["es"].discard("stage-meeting-1-day")
    assert forgotten_texts(kinds, catalogs) == ["es: stage-meeting-1-day"]


# --- a new conversation -------------------------------------------------------------------


def unlisted_flows(modules: Iterable[ModuleType], listed: Sequence[Flow]) -> list[str]:
    """The flows that a module defines and ``listed`` lacks, as "module: name"."""
    return sorted(
        {
            f"{module.__name__}: {value.name}"
            for module in modules
            for value in vars(module).values()
            if isinstance(value, Flow) and value not in listed
        }
    )


def _flow_modules() -> list[ModuleType]:
    found = pkgutil.iter_modules(handlers.flows.__path__, "handlers.flows.")
    return [importlib.import_module(module.name) for module in found]


def test_flows_when_checked_then_every_one_is_listed() -> None:
    """The recipe was followed for every conversation there is."""
    modules = _flow_modules()
    found = {
        value.name
        for module in modules
        for value in vars(module).values()
        if isinstance(value, Flow)
    }
    assert unlisted_flows(modules, FLOWS) == []
    assert found == {flow.name for flow in FLOWS}


def test_new_flow_when_it_is_not_listed_then_its_module_is_named() -> None:
    """A conversation that nobody can reach is told by its file."""
    module = ModuleType("handlers.flows.set_colour")
    known = FLOWS[0]
    module.SET_COLOUR = Flow(  # type: ignore[attr-defined]  # a module made for this test
        "set-colour", 1, known.steps, known.begin, known.finish
    )
    assert unlisted_flows([*_flow_modules(), module], FLOWS) == [
        "handlers.flows.set_colour: set-colour"
    ]


def test_flows_when_one_is_taken_off_the_list_then_it_is_named() -> None:
    """Forgetting the one line in routes.py is noticed."""
    named = unlisted_flows(_flow_modules(), FLOWS[1:])
    assert [line.rpartition(": ")[2] for line in named] == [FLOWS[0].name] * len(named)
    assert named != []


# --- what the recipes say -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("recipe", "place"),
    [
        ("A new topic", "faq/content/en/"),
        ("A new kind of date", "scheduler/domain/kinds.py"),
        ("A new conversation", "handlers/flows/"),
        ("A new command or button", "handlers/routes.py"),
        ("A new setting", "bot/config.py"),
        ("A change to the tables", "scheduler/store/migrations/versions/"),
    ],
)
def test_recipes_when_read_then_name_a_place_that_is_there(recipe: str, place: str) -> None:
    """A recipe begins where its file is."""
    text = text_of("CONTRIBUTING.md").partition(f"## {recipe}\n")[2].partition("\n## ")[0]
    assert place in text
    assert (ROOT / place).exists()
