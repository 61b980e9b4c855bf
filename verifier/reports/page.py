"""Checked documents in, one HTML page that stands alone out: the text with each claim marked, and the reasons."""

from collections.abc import Iterator, Sequence
from html import escape

from verifier.reports.checked import Checked, summary
from verifier.reports.claim import LABELS, details
from verifier.reports.visible import visible
from verifier.verdict import Label, Verdict

__all__ = ["anchor", "render"]

_WORST_FIRST = (Label.REFUTED, Label.NOT_ENOUGH_INFO, Label.SUPPORTED)
_KEPT = "\n\t"  # white space that the page shows as it is
_STYLE = """
:root { color-scheme: light dark; --refuted: #c62828; --supported: #2e7d32; --not_enough_info: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --refuted: #ff8a80; --supported: #81c784; --not_enough_info: #ffd54f; } }
body { font: 1rem/1.6 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8884; border-radius: .5rem; padding: 1rem; }
.text a { color: inherit; text-decoration: none; }
mark { background: none; color: inherit; border-bottom: .2em solid; padding-bottom: .05em; }
.refuted { --colour: var(--refuted); } .supported { --colour: var(--supported); }
.not_enough_info { --colour: var(--not_enough_info); }
mark { border-color: var(--colour); } .not_enough_info mark { border-bottom-style: dotted; }
.refuted mark { border-bottom-style: double; background: color-mix(in srgb, var(--colour) 18%, transparent); }
section { border-left: .3rem solid var(--colour); margin: 1rem 0; padding: .2rem 1rem; }
section:target { background: #8882; }
h3 { font-size: 1rem; margin: .3rem 0; } h3 b { color: var(--colour); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .3rem 0; }
dt { opacity: .7; } dd { margin: 0; overflow-wrap: anywhere; }
"""


def render(documents: Sequence[Checked]) -> str:
    """Return the page: no script, nothing loaded from elsewhere, and all text of the document escaped."""
    body = "\n".join(_document(checked, number) for number, checked in enumerate(documents, start=1))
    title = escape(visible(", ".join(checked.document.name for checked in documents)))
    return f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{_STYLE}</style>
{body}
<footer><p>{escape(summary(documents))}</p></footer>
</html>
"""


def anchor(document: int, claim: int) -> str:
    """Return the name of the place of a claim on the page, both numbered from 1."""
    return f"c{document}-{claim}"


def _document(checked: Checked, number: int) -> str:
    report = checked.report
    dated = f", {report.reference_date}" if report.reference_date else ""
    heading = escape(visible(f"{checked.document.name} ({report.language}{dated})"))
    order = sorted(enumerate(report.verdicts, start=1), key=lambda entry: _WORST_FIRST.index(entry[1].label))
    sections = "\n".join(_section(verdict, anchor(number, place)) for place, verdict in order)
    aside = ", ".join(f"{visible(span.text)} ({span.reason.replace('_', ' ')})" for span in report.set_aside)
    return f"""<article>
<h1>{heading}</h1>
<p>{escape(summary([checked]))}</p>
<div class="text" lang="{escape(report.language)}">{"".join(_marked(checked, number))}</div>
<h2>Claims</h2>
{sections}
{f"<p>Set aside: {escape(aside)}</p>" if aside else ""}
</article>"""


def _marked(checked: Checked, number: int) -> Iterator[str]:
    """Yield the text with each claim marked and leading to its section; of several on the same words, the worst."""
    source = checked.document.source
    done = 0
    order = sorted(
        enumerate(checked.verdicts, start=1),
        key=lambda entry: (entry[1].start, _WORST_FIRST.index(entry[1].label), -entry[1].end),
    )
    for place, verdict in order:
        if verdict.start < done:
            continue
        yield _plain(source[done : verdict.start])
        words = _plain(source[verdict.start : verdict.end])
        said = escape(visible(verdict.explanation))
        yield f'<a class="{verdict.label}" href="#{anchor(number, place)}" title="{said}"><mark>{words}</mark></a>'
        done = verdict.end
    yield _plain(source[done:])


def _plain(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return escape("".join(character if character in _KEPT else visible(character) for character in lines))


def _section(verdict: Verdict, anchor: str) -> str:
    known = "\n".join(f"<dt>{escape(name)}<dd>{escape(text)}" for name, text in details(verdict))
    place = f"{verdict.line}:{verdict.column}"
    return f"""<section class="{verdict.label}" id="{anchor}">
<h3>{place} <b>{LABELS[verdict.label]}</b> {escape(visible(verdict.text))}</h3>
<dl>
{known}
</dl>
</section>"""
