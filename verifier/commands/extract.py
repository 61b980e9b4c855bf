"""``verifier extract``: documents in, their numeric facts as a table, JSON Lines or CSV out."""

import argparse
import csv
from typing import Any, TextIO

from verifier.cli import complain
from verifier.commands.common import add_reading_options, reference_date
from verifier.commands.writing import output
from verifier.detection import language_of
from verifier.documents import Document, read_day, read_document
from verifier.errors import InputError, VerifierError
from verifier.extraction import extract
from verifier.extraction.dateline import document_date
from verifier.model import Mention
from verifier.records import read_records
from verifier.reports.mentions import CSV_HEADER, as_csv, as_json_line, as_table

__all__ = ["add_options", "run"]

RECORDS = (".jsonl", ".ndjson")
EPILOG = """examples:
  verifier extract article.txt
  verifier extract *.txt --language id --format csv --output facts.csv
  verifier extract articles.jsonl --text-field body > facts.jsonl"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``verifier extract`` can be told."""
    parser.epilog = EPILOG
    add_reading_options(parser)
    parser.add_argument(
        "--format", choices=("table", "jsonl", "csv"), help="(default: table; jsonl where the input is JSON Lines)"
    )
    parser.add_argument(
        "--text-field",
        metavar="FIELD",
        help="read JSON Lines, with the text in that field (default: text); other fields are passed through",
    )


def run(options: argparse.Namespace) -> int:
    """Write the facts of each document; one that cannot be read does not stop the others."""
    options.reference_date = reference_date(options.reference_date)
    failed = False
    with output(options.output) as out:
        if options.format == "csv":
            csv.writer(out, lineterminator="\n").writerow(CSV_HEADER)
        for name in options.documents:
            try:
                if options.text_field or name.endswith(RECORDS):
                    _extract_records(name, options, out)
                else:
                    _extract_document(read_document(name, encoding=options.encoding), options, out)
            except VerifierError as error:
                complain(error)
                failed = True
    return 2 if failed else 0


def _extract_document(document: Document, options: argparse.Namespace, out: TextIO) -> None:
    language = language_of(document, given=options.language)
    mentions = document.in_source(_dated(document.text, language, options.reference_date or document.reference_date))
    if options.format == "jsonl":
        out.write(as_json_line(document.name, language, mentions))
    elif options.format == "csv":
        out.write(as_csv(document, mentions))
    else:
        several = f"{document.name}\n" if len(options.documents) > 1 else ""
        out.write(several + as_table(document, mentions))


def _dated(text: str, language: str, date: str | None) -> list[Mention]:
    """Return the facts of a text; relative dates count from `date`, else from the first date that it states."""
    mentions = extract(text, language=language, reference_date=date)
    stated = document_date(mentions) if date is None and any(mention.relative for mention in mentions) else None
    return extract(text, language=language, reference_date=stated) if stated else mentions


def _extract_records(name: str, options: argparse.Namespace, out: TextIO) -> None:
    if options.format not in (None, "jsonl"):
        raise InputError(f"{name}: JSON Lines go in, so JSON Lines come out; leave out --format {options.format}")
    field = options.text_field or "text"
    for number, record in read_records(name):
        text = _text_of(record, field, f"{name}:{number}")
        document = Document(name=f"{name}:{number}", text=text, language=record.get("language"))
        language = language_of(document, given=options.language)
        stated = record.get("reference_date")
        stated = None if stated is None else read_day(stated, option=f"{document.name}: reference_date")
        mentions = _dated(text, language, options.reference_date or stated)
        others = {key: value for key, value in record.items() if key != field}
        out.write(as_json_line(record.get("document", document.name), language, mentions, passed_through=others))


def _text_of(record: dict[str, Any], field: str, place: str) -> str:
    text = record.get(field)
    if isinstance(text, str):
        return text
    if field in record:
        raise InputError(f"{place}: field {field!r} holds {type(text).__name__}, not text")
    raise InputError(f"{place}: there is no field {field!r}; there are {', '.join(record)}; name it with --text-field")
