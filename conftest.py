"""Makes tests of two kinds of Markdown: a marked sentence of the corpus, a page of the documentation."""

from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
from marked import mark, unmark

ROOT = Path(__file__).parent
CORPUS = ROOT / "tests" / "corpus"
INSTALLED = bool(entry_points(group="pytest11", name="cekangka"))
pytest_plugins = ["pytester", *([] if INSTALLED else ["verifier.pytest_plugin"])]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect `tests/corpus/<language>/*.md`, `README.md` and `docs/**/*.md`."""
    if file_path.suffix != ".md":
        return None
    if file_path.parent.parent == CORPUS:
        return CorpusPage.from_parent(parent, path=file_path)
    if file_path == ROOT / "README.md" or file_path.is_relative_to(ROOT / "docs"):
        return DocsPage.from_parent(parent, path=file_path)
    return None


class CorpusPage(pytest.File):
    """A page of sentences with their facts marked; each sentence is one test."""

    def collect(self) -> Iterator[pytest.Item]:
        section = ""
        for number, line in enumerate(self.path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith(("# ", "## ")):
                section = line.lstrip("# ").casefold()
            if line.startswith("- "):
                yield Sentence.at(self, number, line.removeprefix("- "), barren=section == "nothing to find")


class Sentence(pytest.Item):
    """One sentence: the facts found in it must be those that are marked, no more and no less."""

    marked: str
    number: int
    barren: bool

    @classmethod
    def at(cls, page: CorpusPage, number: int, marked: str, *, barren: bool) -> "Sentence":
        item = cls.from_parent(page, name=f"{page.path.name}:{number}")
        item.marked, item.number, item.barren = marked.removeprefix("(later) "), number, barren
        if marked.startswith("(later) "):
            item.add_marker(pytest.mark.xfail(reason="a wish", raises=pytest.fail.Exception, strict=True))
        return item

    def runtest(self) -> None:
        from verifier.extraction import extract

        text = unmark(self.marked)
        if self.barren and text != self.marked:
            pytest.fail("this section holds sentences with nothing to find; move the sentence up", pytrace=False)
        found = mark(text, extract(text, language=self.path.parent.name))
        if found != self.marked:
            pytest.fail(f"wanted: - {self.marked}\nfound:  - {found}", pytrace=False)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, pytest.fail.Exception):
            return f"{self.path.relative_to(ROOT)}:{self.number}\n{excinfo.value.msg}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.number - 1, self.name


class DocsPage(pytest.File):
    """A page of the documentation; all its examples are one test, since they share their names."""

    def collect(self) -> Iterator[pytest.Item]:
        source = self.path.read_text(encoding="utf-8")
        if any(prompt in source for prompt in (">>> ", "\n$ verifier ", "\n$ pytest ")):
            yield Examples.from_parent(self, name="examples")


class Examples(pytest.Item):
    """What a page says that Python and the command print must be what they print."""

    def runtest(self) -> None:
        from pages import run_page

        factory: pytest.TempPathFactory = self.config._tmp_path_factory  # type: ignore[attr-defined]
        failures = run_page(self.path, examples=ROOT / "examples", folder=factory.mktemp("page"))
        if failures:
            pytest.fail("\n".join(failures), pytrace=False)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, pytest.fail.Exception):
            return excinfo.value.msg
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, f"{self.path.relative_to(ROOT)}: examples"
