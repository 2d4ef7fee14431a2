"""Everything said of, by and to a person, a body or a place."""

from collections import defaultdict
from collections.abc import Container, Iterable

from factcheck.claims import Claim
from factcheck.errors import UsageError
from factcheck.reports.questions.answer import Answer
from factcheck.reports.questions.entity_names import display_name, entity_names, plain
from factcheck.reports.report import Report, plural
from factcheck.reports.site.dated_events import ShownClaim, once, shown_claim

COLUMNS = ("day", "source", "claims", "sentence", "where")
NEAREST = 5
"""Names offered where nobody bears the name asked about."""


def about(report: Report, name: str) -> Answer:
    """Return every claim in which somebody or something of that name has a part.

    A name may be a part of the full one: a surname finds everybody who bears it.

    Raises:
        UsageError: Nobody bears the name; the message offers the nearest.
    """
    names = entity_names(report)
    wanted = _fold(name)
    chosen = {
        entity: display_name(forms)
        for entity, forms in names.items()
        if any(wanted in _fold(form) for form in forms) and wanted
    }
    exact = {e for e in chosen if any(_fold(f) == wanted for f in names[e])}
    if exact:
        chosen = {entity: chosen[entity] for entity in exact}
    if not chosen:
        raise UsageError(_unknown(name, map(display_name, names.values())))
    involved = [c for c in report.material.claims if _part(c, chosen)]
    by_sentence: dict[tuple[str, ...], list[tuple[ShownClaim, str]]] = defaultdict(list)
    for claim in once(involved):
        shown = shown_claim(claim, report.documents)
        kind = f"{claim.kind} ({shown.modality})" if shown.modality else claim.kind
        line = (shown.source, shown.document, plain(shown.pieces))
        by_sentence[line].append((shown, f"{kind}: {_part(claim, chosen)}"))
    rows = sorted(
        (_day(some), source, _parts(part for _, part in some), sentence, where)
        for (source, _, sentence), some in by_sentence.items()
        for where in [some[0][0].where]
    )
    who = ", ".join(sorted(set(chosen.values())))
    documents = len({claim.document for claim in involved})
    title = f"{who}: {plural(len(rows), 'sentence')} in {plural(documents, 'document')}"
    return Answer("about", title, COLUMNS, rows, "sentence", blocks=True)


def _day(some: Iterable[tuple[ShownClaim, str]]) -> str:
    """Return the first day that claims of a sentence speak of, else its publication."""
    shown = [one for one, _ in some]
    return min((s.day for s in shown if s.day), default=shown[0].published or "")


def _parts(parts: Iterable[str]) -> str:
    """List what somebody does in a sentence, or say that the name is in it."""
    telling = (p for p in parts if not p.startswith(("assertion", "name")))
    return ", ".join(dict.fromkeys(telling)) or "mentioned"


def _part(claim: Claim, chosen: Container[str | None]) -> str:
    """Return the first role that one of the entities fills; empty for none."""
    for role, mentions in (*claim.roles.items(), ("attribution", claim.attribution)):
        if any(mention.entity in chosen for mention in mentions):
            return role
    return ""


def _fold(name: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())


def _unknown(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    folded = {_fold(one): one for one in sorted(known)}
    near = [folded[n] for n in get_close_matches(_fold(name), folded, NEAREST, 0.5)]
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    return f"no claim mentions {name!r}{hint}"
