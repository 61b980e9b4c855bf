"""Options of the command line in, how a reference table is to be read out."""

import argparse
from collections.abc import Sequence
from typing import Any

__all__ = ["add_layout_options", "layout"]


def add_layout_options(parser: argparse.ArgumentParser) -> None:
    """Add what the owner of a table can say about it; a file ``<table>.claims.toml`` beside it can say the same."""
    group = parser.add_argument_group("how the table is read, where it is not found out by itself")
    group.add_argument("--table-encoding", metavar="NAME", help="of a text file, such as cp1252")
    group.add_argument("--separator", metavar="MARK", help="of the cells in a text file, such as ';' or tab")
    group.add_argument(
        "--decimal", action="append", metavar="MARK", help="of all numbers, . or , or of one column: HEADER=MARK"
    )
    group.add_argument("--quote", metavar="MARK", help="around the cells in a text file, such as ' or \"")
    group.add_argument("--header", type=int, metavar="ROW", help="the row of the header, counted from 1")
    group.add_argument("--sheet", metavar="NAME", help="of a workbook, or the table of a SQLite file")
    group.add_argument("--query", metavar="SQL", help="what to ask a SQLite file")
    group.add_argument(
        "--column", action="append", type=_pair, metavar="ROLE=HEADER", help="such as entity=Provinsi; may be repeated"
    )
    group.add_argument(
        "--fixed", action="append", type=_pair, metavar="ROLE=TEXT", help="for the whole table: measure=inflasi"
    )
    group.add_argument("--counted", action="append", metavar="WORD", help="in the unit column: only what is counted")
    group.add_argument("--fill-down", action="append", metavar="HEADER", help="a blank cell means the one above")
    group.add_argument("--blank", action="append", metavar="TEXT", help="a cell that has no value, such as -999")
    group.add_argument("--aliases", metavar="FILE", help="other names of measures and entities: CSV, JSON Lines, TOML")


def layout(options: argparse.Namespace) -> dict[str, Any]:
    """Return the options as `ReferenceTable.read` takes them.

    >>> parser = argparse.ArgumentParser()
    >>> add_layout_options(parser)
    >>> found = layout(parser.parse_args(["--separator", "tab", "--column", "entity=Prov", "--column", "entity=Kab"]))
    >>> found["separator"], found["columns"], found["decimal"]
    ('\\t', {'entity': ['Prov', 'Kab']}, None)
    >>> layout(parser.parse_args(["--decimal", "Luas=.", "--decimal", "P0=,"]))["decimal"]
    {'Luas': '.', 'P0': ','}
    """
    columns: dict[str, list[str]] = {}
    for role, header in options.column or ():
        columns.setdefault(role, []).append(header)
    return {
        "encoding": options.table_encoding,
        "separator": "\t" if options.separator == "tab" else options.separator,
        "quote": options.quote,
        "decimal": _decimal(options.decimal or ()),
        "header": options.header,
        "sheet": options.sheet,
        "query": options.query,
        "columns": columns or None,
        "fixed": dict(options.fixed) if options.fixed else None,
        "counted": options.counted,
        "fill_down": options.fill_down,
        "blanks": options.blank,
        "aliases": options.aliases,
    }


def _decimal(said: Sequence[str]) -> str | dict[str, str] | None:
    """Return the mark of all columns, or header = mark of some; the last one said wins."""
    marks = dict(_pair(text) for text in said if "=" in text)
    return marks or (said[-1] if said else None)


def _pair(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark or not name.strip() or not value.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=TEXT")
    return name.strip(), value.strip()
