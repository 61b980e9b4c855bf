"""The pytest plugin: options and ini keys in, test items of claims out.

pytest imports this module in every run, so it imports nothing of ours until claims are asked for.
"""

from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from verifier.reports.checked import Checked

MARKER = "claims: a number of a document, checked against the reference table (select with -m claims)"


class CheckClaims(Protocol):
    """The fixture `check_claims`: fails the test where a text says what the reference table refutes."""

    def __call__(self, text: str, *, language: str | None = None, reference_date: str | None = None) -> "Checked":
        """Check `text` and return its verdicts."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the ini keys ``claims_*`` and their twins on the command line."""
    group = parser.getgroup("claims", "numbers in documents (cekangka)")
    group.addoption("--claims", action="store_true", help="check the claims of the documents named on the command line")
    group.addoption("--no-claims", action="store_true", help="collect no claims, whatever is configured")
    for name, kind, what in (
        ("documents", "args", "documents whose claims are tests, as globs from the folder of the configuration"),
        ("reference", "args", "reference tables"),
        ("language", "string", "language of the documents that do not say theirs"),
        ("baseline", "string", "file of known findings, which are expected to fail (see 'verifier baseline')"),
        ("interface", "string", "language of the explanations (default: en)"),
        ("bindings", "string", "TOML file that names the row of a number in a document, or exempts it"),
        ("reference_date", "string", "date from which documents without one count 'yesterday', as 2024-10-14"),
    ):
        parser.addini(f"claims_{name}", what, type=kind, default=[] if kind == "args" else None)  # type: ignore[arg-type]
        action = "append" if kind == "args" else "store"
        group.addoption(f"--claims-{name.replace('_', '-')}", action=action, metavar="VALUE", help=what)
    strict = "claims that no row speaks of fail, instead of being skipped"
    parser.addini("claims_strict", strict, type="bool", default=False)
    group.addoption("--claims-strict", action="store_true", default=None, help=strict)


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker, and the collector where there are documents to collect."""
    config.addinivalue_line("markers", MARKER)
    asked = config.getoption("claims") or config.getoption("claims_documents") or config.getini("claims_documents")
    if asked and not config.getoption("no_claims"):
        from verifier.pytest_collector import ClaimsCollector

        config.pluginmanager.register(ClaimsCollector(config), "claims-collector")


@pytest.fixture
def check_claims(pytestconfig: pytest.Config) -> CheckClaims:
    """Check the claims of a text against the configured reference table: ``check_claims(answer)``."""
    from verifier.pytest_claims import text_checker

    return text_checker(pytestconfig)
