"""Documents with verdicts made by hand, for the tests of the reports."""

from verifier.checking import Report
from verifier.documents import Document
from verifier.model import Kind, SetAside
from verifier.reports.checked import Checked
from verifier.verdict import Diagnosis, Evidence, Label, Reason, Relation, Severity, Verdict

TEXT = "Berita\r\nPasokan waduk hampir dua kali lipat dalam setahun mencapai 3,6 juta galon per hari, kata K3.\r\n"

JUNE = Evidence(
    table="rujukan.csv", row=2, column="value", entity="Timur", measure="pasokan waduk",
    period="2024-06", value="3.6", unit="million gallon/day", source="DKP",
)  # fmt: skip
YEAR_BEFORE = Evidence(
    table="rujukan.csv", row=1, column="value", entity="Timur", measure="pasokan waduk",
    period="2023-06", value="2.1", unit="million gallon/day", source="DKP",
)  # fmt: skip


def verdict(text: str, **more: object) -> Verdict:
    """Return a verdict on that part of `TEXT`."""
    start = TEXT.index(text)
    given = {
        "start": start, "end": start + len(text), "text": text, "line": 2, "column": start - 7,
        "kind": Kind.MEASURE, "value": None, "unit": "", "period": "", "relation": Relation.LEVEL,
    }  # fmt: skip
    return Verdict(**{**given, **more})  # type: ignore[arg-type]


DOUBLED = verdict(
    "dua kali lipat", kind=Kind.MULTIPLE, value="2", relation=Relation.MULTIPLE, label=Label.REFUTED,
    reason=Reason.MODIFIER, severity=Severity.MAJOR, evidence=(YEAR_BEFORE, JUNE),
    explanation='3.6 / 2.1 = 1.71; "hampir dua kali lipat" begins at 1.8', diagnosis=Diagnosis.STALE_VALUE,
    suggestion="naik 71 persen",
)  # fmt: skip
VOLUME = verdict(
    "3,6 juta galon per hari", value="3600000", unit="gallon/day", period="2024-06", label=Label.SUPPORTED,
    reason=Reason.EXACT, evidence=(JUNE,), explanation="3.6 million gallon/day is what the row says",
)  # fmt: skip
UNKNOWN = verdict(
    "setahun", value="1", unit="year", label=Label.NOT_ENOUGH_INFO, reason=Reason.UNKNOWN_MEASURE,
    explanation="no row speaks of this",
)  # fmt: skip
NAME = SetAside(TEXT.index("K3"), TEXT.index("K3") + 2, "K3", "name")


def checked(*verdicts: Verdict, name: str = "artikel.txt", text: str = TEXT) -> Checked:
    """Return a document with these verdicts on it."""
    report = Report(
        document=name, language="id", reference_date="2024-10-14", text=text, verdicts=verdicts, set_aside=(NAME,)
    )
    return Checked(Document(name=name, text=text), report)
