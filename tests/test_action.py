"""The GitHub action: its scripts are run as a runner runs them, with a program that tells."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from designlint.cli.check import check

ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step.get("name", step.get("uses")): step for step in ACTION["runs"]["steps"]}
DEFAULTS = {name: each["default"] for name, each in ACTION["inputs"].items()}


@pytest.fixture
def told(tmp_path: Path) -> Any:
    """Runs the step Check with some inputs; the arguments that designlint gets."""
    program = tmp_path / "designlint" / "bin" / "designlint"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\nexit "${CODE:-0}"\n')
    program.chmod(0o755)

    def run(base: str = "", code: int = 0, **inputs: str) -> tuple[list[str], int]:
        given = DEFAULTS | {name.replace("_", "-"): value for name, value in inputs.items()}
        known = {f"${{{{ inputs.{name} }}}}": value for name, value in given.items()}
        known["${{ github.event.pull_request.base.sha }}"] = base
        variables = {name: known[value] for name, value in STEPS["Check"]["env"].items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS["Check"]["run"]],
            env={**os.environ, **variables, "RUNNER_TEMP": str(tmp_path), "CODE": str(code)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.stderr == ""
        return done.stdout.splitlines(), done.returncode

    return run


def test_without_inputs_everything_is_checked(told: Any) -> None:
    assert told() == (["check", "--output-format", "github", "--no-cache", "--", "."], 0)


def test_the_exit_code_is_that_of_the_check(told: Any) -> None:
    assert told(code=1)[1] == 1


def test_all_inputs(told: Any) -> None:
    arguments, _ = told(
        paths="docs/design\nrfcs/0001 first.md\n",
        changed_since="v1",
        baseline="known.json",
        fail_on="warning",
        sarif="out.sarif",
        args="--ignore\nreferences",
    )
    assert arguments == [
        *("check", "--output-format", "github", "--no-cache", "--changed-since", "v1"),
        *("--baseline", "known.json", "--fail-on", "warning"),
        *("--output-format", "sarif=out.sarif", "--ignore", "references"),
        *("--", "docs/design", "rfcs/0001 first.md"),
    ]


def test_auto_is_the_base_of_a_pull_request_or_nothing(told: Any) -> None:
    assert told(base="abc123", changed_since="auto")[0][4:6] == ["--changed-since", "abc123"]
    assert "--changed-since" not in told(changed_since="auto")[0]
    assert "--changed-since" not in told(base="abc123")[0]


def test_inputs_are_no_code(told: Any) -> None:
    hostile = '"; echo pwned; "$(echo pwned)`echo pwned`'
    arguments, _ = told(paths=hostile, changed_since=hostile, args=hostile)
    assert [each for each in arguments if "pwned" in each] == [hostile] * 3


def test_no_script_has_an_expression_in_it() -> None:
    assert not any("${{" in step.get("run", "") for step in STEPS.values())


def test_what_it_asks_of_designlint_is_there() -> None:
    options = {name for parameter in check.params for name in parameter.opts}
    script = STEPS["Check"]["run"]
    asked = {word.strip("()") for word in script.replace("(", " ").split() if word[:2] == "--"}
    assert asked - {"--"} <= options


def test_it_is_installed_from_its_own_checkout() -> None:
    install = STEPS["Install designlint"]
    assert install["env"]["SOURCE"] == "${{ github.action_path }}"
    assert install["run"].rstrip().endswith('"$SOURCE"')
    assert sys.version_info >= (3, 11)
