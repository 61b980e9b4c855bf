"""While a large table is read a terminal shows how far; a file, a pipe or a dumb terminal shows nothing."""

import argparse
import io

import pytest

from verifier.commands.common import add_table_option, read_table
from verifier.commands.progress import loading
from verifier.errors import TableError


class Terminal(io.StringIO):
    """A terminal, and what was written to it."""

    def isatty(self):
        return True

    @property
    def shown(self):
        """What stands on its line after all that was written, as a terminal shows it."""
        line = ""
        for part in self.getvalue().split("\r"):
            line = part + line[len(part) :]
        return line.strip()


def test_a_line_counts_the_rows_and_is_gone_at_the_end():
    terminal = Terminal()
    with loading(terminal, {}) as progress:
        progress("figures.csv", 1_200_000)
        assert terminal.shown == "reading figures.csv: 1 200 000 rows"
        progress("b.csv", 90_000)  # shorter: nothing is left of the line before
        assert terminal.shown == "reading b.csv: 90 000 rows"
    assert terminal.shown == ""
    assert "\n" not in terminal.getvalue()
    assert "\x1b" not in terminal.getvalue()


def test_the_line_goes_when_the_table_cannot_be_read():
    terminal = Terminal()

    def read():
        with loading(terminal, {}) as progress:
            progress("figures.csv", 60_000)
            raise TableError("figures.csv: row 60001 has 3 cells")

    with pytest.raises(TableError):
        read()
    assert terminal.shown == ""


def test_small_tables_write_nothing():
    terminal = Terminal()
    with loading(terminal, {}) as progress:
        progress("figures.csv", 4_096)
    assert terminal.getvalue() == ""


@pytest.mark.parametrize(("stream", "environment"), [(io.StringIO(), {}), (Terminal(), {"TERM": "dumb"})])
def test_nothing_is_told_where_no_line_can_be_written_over(stream, environment):
    with loading(stream, environment) as progress:
        assert progress is None
    assert stream.getvalue() == ""


def test_names_cannot_steer_the_terminal():
    terminal = Terminal()
    with loading(terminal, {}) as progress:
        progress("a\x1b[31m\n.csv", 60_000)
    assert "\x1b" not in terminal.getvalue()
    assert "\n" not in terminal.getvalue()


def test_a_terminal_that_is_gone_stops_no_work():
    class Gone(Terminal):
        def write(self, text):
            raise OSError(5, "Input/output error")

    with loading(Gone(), {}) as progress:
        progress("figures.csv", 60_000)


def test_the_table_of_a_check_is_read_with_it(tmp_path, monkeypatch):
    path = tmp_path / "large.csv"
    lines = (f"m,{year % 9000 + 1000},{year}" for year in range(60_000))
    path.write_text("measure,year,value\n" + "\n".join(lines) + "\n", encoding="utf-8")
    terminal = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", terminal)
    parser = argparse.ArgumentParser()
    add_table_option(parser)
    assert len(read_table(parser.parse_args(["--reference", str(path)]))) == 60_000
    assert "reading large.csv: 57 344 rows" in terminal.getvalue()
    assert terminal.shown == ""
