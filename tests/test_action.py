"""The composite action: the shell of each of its steps runs in a project of its own; so does the pre-commit hook."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from harvest import FALSE, TABLE, TRUE

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
INPUT = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")
COMMAND = '#!/bin/sh\nexec "{python}" -m verifier "$@"\n'
INSTALLER = '#!/bin/sh\nprintf "%s\\n" "$@" > "$INSTALLED"\n'

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the steps are of bash")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with documents, a table, and a `python` that only notes what it was to install."""
    (tmp_path / "docs" / "2023").mkdir(parents=True)
    (tmp_path / "docs" / "2023" / "padi beras.md").write_text(f"{TRUE}\n\n{FALSE}\n")
    (tmp_path / "benar.md").write_text(f"{TRUE} Sebanyak 40 truk datang.\n")
    (tmp_path / "rujukan.csv").write_text(TABLE)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name, script in (("verifier", COMMAND.format(python=sys.executable)), ("python", INSTALLER)):
        (tools / name).write_text(script)
        (tools / name).chmod(0o755)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(project, **inputs):
    """Run the steps one after another, as a runner does, and return what the last one did."""
    given = {name: str(spec.get("default", "")) for name, spec in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    environment = {
        "PATH": os.pathsep.join([str(project / "tools"), "/usr/bin", "/bin"]),
        "PYTHONPATH": os.pathsep.join(sys.path),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_WORKSPACE": str(project),
        "GITHUB_ACTIONS": "true",
        "INSTALLED": str(project / "installed"),
    }
    for step in ACTION["runs"]["steps"]:
        said = {name: INPUT.sub(lambda found: given[found[1]], value) for name, value in step.get("env", {}).items()}
        command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]]
        ran = subprocess.run(command, env=environment | said, capture_output=True, encoding="utf-8", check=False)
        if ran.returncode:
            break
    return ran


def test_each_step_names_its_shell_and_uses_each_input():
    steps = ACTION["runs"]["steps"]
    assert ACTION["runs"]["using"] == "composite"
    assert {step["shell"] for step in steps} == {"bash"}
    used = {name for step in steps for value in step.get("env", {}).values() for name in INPUT.findall(value)}
    assert used == set(ACTION["inputs"])
    assert not [step["run"] for step in steps if "${{" in step["run"]]  # an input is never a part of the script


def test_the_action_installs_itself(project):
    assert run(project, documents="benar.md", language="id").returncode == 0
    assert Path("installed").read_text().split("\n")[:3] == ["-m", "pip", "install"]
    assert f"{ROOT}[all]" in Path("installed").read_text().split("\n")


RUNS = [
    # inputs                                                    code, what is printed
    ({"documents": "docs/**/*.md benar.md"},                    1, "::error file=docs/2023/padi beras.md,line=3"),
    ({"documents": "docs/**/*.md", "interface": "id"},          1, "baris 2 menyebut 9,71 juta ton"),
    ({"documents": "benar.md"},                                 0, ""),
    ({"documents": "benar.md", "strict": "true"},               1, "::warning file=benar.md,line=1"),
    ({"documents": "docs/**/*.md", "bindings": "claims.toml"},  0, ""),
    ({"documents": "none/*.md"},                                2, "::error title=claims::no file matches 'none/*.md'"),
    ({"documents": "benar.md; touch evil $(touch evil)"},       2, ""),
    ({"documents": "benar.md", "language": "xx; touch evil"},   2, ""),
]  # fmt: skip


@pytest.mark.parametrize(("inputs", "code", "printed"), RUNS)
def test_the_documents_are_checked(project, inputs, code, printed):
    (project / "claims.toml").write_text('["docs/2023/padi beras.md"]\n"97,1 juta ton" = "claims: ignore, kutipan"\n')
    ran = run(project, **{"reference": "rujukan.csv", "language": "id", **inputs})
    assert ran.returncode == code, ran.stderr
    assert printed in ran.stdout
    assert not (project / "evil").exists()


def test_a_baseline_and_a_revision_leave_out_what_is_known(project):
    options = ["docs/2023/padi beras.md", "--reference", "rujukan.csv", "--language", "id", "--output", "known.json"]
    subprocess.run(
        ["tools/verifier", "baseline", *options],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
    )
    checked = {"documents": "docs/**/*.md", "reference": "rujukan.csv", "language": "id"}
    assert run(project, baseline="known.json", **checked).returncode == 0
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "a"]):
        subprocess.run([*git, *arguments], check=True)
    assert run(project, changed_only="HEAD", **checked).returncode == 0
    Path("docs/2023/padi beras.md").write_text(FALSE.replace("97,1", "79,1"))
    assert run(project, changed_only="HEAD", **checked).returncode == 1


def test_the_hook_of_pre_commit_runs_on_the_files_that_it_is_given(project):
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    name, *options = hook["entry"].split()
    given = ["--reference", "rujukan.csv", "--language", "id", "benar.md", "docs/2023/padi beras.md"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [str(project / "tools" / name), *options, *given]
    ran = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, "benar.md" in ran.stdout) == (1, False)
    assert "docs/2023/padi beras.md (id)" in ran.stdout
    assert hook["language"] == "python"
