"""Docs that run: every command and every line of output that the README shows is real."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", README, flags=re.DOTALL)
COMMANDS = [
    *(
        "sample",
        "ingest",
        "status",
        "timeline",
        "export",
        "graph",
        "search",
        "threads",
        "people",
        "knew",
        "quotes",
        "app",
        "read",
    ),
]


def steps(block: str) -> list[tuple[str, list[str]]]:
    """``$ command`` lines, each with the lines printed below it."""
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    return found


STEPS = [step for block in BLOCKS for step in steps(block) if step[0].startswith("pincite ")]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample corpus in ``demo``, as ``make demo`` leaves it."""
    folder = tmp_path_factory.mktemp("docs")
    for words in (["sample", "demo"], ["ingest", "demo", "demo/filings"]):
        run = subprocess.run(
            [sys.executable, "-m", "cli", *words], cwd=folder, env=_environment(), check=False, capture_output=True, text=True
        )
        assert run.returncode in {0, 3}, run.stderr
    return folder


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "120"}


@pytest.mark.parametrize(("command", "shown"), STEPS, ids=[command for command, _ in STEPS])
def test_what_the_readme_shows_is_what_is_printed(demo: Path, command: str, shown: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "cli", *shlex.split(command)[1:]],
        cwd=demo,
        env=_environment(),
        check=False,
        capture_output=True,
        text=True,
    )
    printed = [line.rstrip() for line in run.stdout.splitlines()]
    at = 0
    for line in (line.rstrip() for line in shown):
        if line == "...":  # lines left out
            continue
        assert line in printed[at:], (
            f"the README shows, and {command!r} does not print (from line {at}):\n{line}\n{run.stdout[-3000:]}"
        )
        at = printed.index(line, at) + 1


def test_the_readme_shows_at_least_five_commands_with_their_output() -> None:
    assert len([shown for _, shown in STEPS if shown]) >= 5


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_contract_has_help(command: str) -> None:
    result = CliRunner().invoke(cli.app, [command, "--help"])
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_make_targets_named_in_the_docs_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md"):
        named = set(re.findall(r"\bmake ([a-z]+)\b(?= *[`|\n])", (ROOT / name).read_text(encoding="utf-8")))
        assert named <= targets, f"{name} names {named - targets}"


def test_links_to_files_lead_somewhere() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text(encoding="utf-8")):
            assert (ROOT / target).exists(), f"{name} links to {target}"
