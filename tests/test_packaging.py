"""What is built holds what it needs: the packs, the licence, the plugin, and nothing else at the top."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The wheel and the source distribution, built with the build tools that are installed."""
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_the_wheel_holds_the_packs_and_the_types(built):
    [wheel] = built.glob("cekangka-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    packs = {path.relative_to(ROOT).as_posix() for path in (ROOT / "patterns").rglob("*") if path.is_file()}
    assert {f"verifier/{name}" for name in packs} <= names
    assert {"verifier/py.typed", "verifier/cli.py", "verifier/pytest_plugin.py"} <= names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"verifier", "cekangka"}


def test_the_source_distribution_can_be_tested(built):
    [source] = built.glob("cekangka-*.tar.gz")
    with tarfile.open(source) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    wanted = ["pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "Makefile", "conftest.py", "tests/test_cli.py"]
    assert set(wanted) <= names
    assert any(name.startswith("patterns/") for name in names)
    assert any(name.startswith("docs/") for name in names)


def test_the_wheel_works_without_the_checkout(built, tmp_path):
    [wheel] = built.glob("cekangka-*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    code = (
        "import verifier; from verifier.packs import languages, load_pack;"
        "print(verifier.__file__, *[load_pack(code).code for code in languages()])"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    place, *codes = ran.stdout.split()
    assert place.startswith(str(tmp_path))
    assert {"en", "id"} <= set(codes)
