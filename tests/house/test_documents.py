"""Documents say what is so: their links lead somewhere, and their commands are commands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from django.core.management import get_commands

from rihai.cli.main import SITE_WORDS, parser
from rihai.law.check import check_pack
from rihai.law.load import load_pack
from tests.house.files import PACKAGE, ROOT, documents, place

LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)\)")
BLOCK = re.compile(r"^```console\n(?P<lines>.*?)^```", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^```yaml\n# (?P<name>\S+)\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
WORDS = {path.stem for path in (PACKAGE / "cli").glob("*.py")}
RIHAI = re.compile(r"(?:\.venv/bin/|python -m )?rihai (?P<words>.+)")


def anchors(text: str) -> set[str]:
    """The anchors that headings make, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(path: Path) -> list[str]:
    broken = []
    for match in LINK.finditer(path.read_text(encoding="utf-8")):
        name, _, anchor = match["target"].partition("#")
        if re.match(r"\w+:", name):
            continue
        target = (path.parent / name).resolve() if name else path
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            broken.append(match["target"])
    return broken


def commands(path: Path) -> list[str]:
    """What stands after `rihai` in the console blocks of a page, without what the shell does with its output."""
    lines = [line for block in BLOCK.finditer(path.read_text(encoding="utf-8")) for line in block["lines"].splitlines()]
    found = [RIHAI.match(line.removeprefix("$ ")) for line in lines]
    return [re.split(r" [|>#] ?", match["words"])[0] for match in found if match]


def test_tests_that_a_document_names_are_there() -> None:
    named = {match.groups() for path in documents() for match in TEST.finditer(path.read_text(encoding="utf-8"))}
    gone = [
        f"{path}::{name}" for path, name in named if f"def {name}(" not in (ROOT / path).read_text(encoding="utf-8")
    ]
    assert len(named) >= 12, "need-to-know.md names those that hold it"
    assert gone == []


@pytest.mark.parametrize("path", documents(), ids=place)
def test_links_inside_the_repository_lead_somewhere(path: Path) -> None:
    assert broken_links(path) == []


@pytest.mark.parametrize("path", [path for path in documents() if commands(path)], ids=place)
def test_commands_in_a_document_are_understood(path: Path) -> None:
    for words in commands(path):
        first = words.split()[0]
        if first in SITE_WORDS:
            assert first.replace("-", "_") in get_commands()
        else:
            assert parser().parse_args(shlex.split(words)).module in WORDS


def test_the_page_of_the_house_draws_every_storey_in_order_and_names_every_decision() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawing = page.split("```text\n", 1)[1].split("```", 1)[0].splitlines()
    layers = (ROOT / ".importlinter").read_text(encoding="utf-8").split("layers =\n", 1)[1].split("\n\n", 1)[0]
    storeys = [line.replace("|", " ").split() for line in layers.splitlines()]
    decisions = {path.name for path in (ROOT / "docs" / "adr").glob("0*.md")}

    assert [line.split()[: len(storey)] for line, storey in zip(drawing, storeys, strict=True)] == storeys
    assert {name for name in decisions if f"(adr/{name})" not in page} == set()


def test_every_word_of_the_site_is_a_command() -> None:
    assert {word.replace("-", "_") for word in SITE_WORDS} - set(get_commands()) == set()


def test_there_are_commands_to_check() -> None:
    assert sum(len(commands(path)) for path in documents()) >= 5


def test_the_worked_example_of_a_provision_loads_and_its_cases_hold(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "how-to" / "add-a-provision.md").read_text(encoding="utf-8")
    for file in FILE.finditer(page):
        target = tmp_path / file["name"]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file["text"], encoding="utf-8")

    results = list(check_pack(load_pack(tmp_path / "ours")))

    assert len(results) >= 5
    assert [(result.case.says, result.differences) for result in results if result.differences] == []
