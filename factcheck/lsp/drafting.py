"""Check a draft as it stands in an editor; slow, so it is done in a thread of its own.

Everything is read again that changed since the last time, and nothing else: settings,
rules and the corpus by the looks of their files.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from factcheck.claims import Claim
from factcheck.claims.border import read_claims
from factcheck.documents import Document, collect, files_of, read_unsaved
from factcheck.documents.files import DocumentFault
from factcheck.findings import Corroborated, Finding, State
from factcheck.pipeline.config import CheckConfig, check_config
from factcheck.pipeline.draft_checker import DraftChecker
from factcheck.pipeline.gathering import Progress
from factcheck.pipeline.inputs import Reason, open_store
from factcheck.pipeline.rule_choice import chosen_files
from factcheck.pipeline.settings import Settings, load_settings
from factcheck.review import baseline_of, decide, read_suppressions, read_verdicts
from factcheck.rules import Fact, Rule

Looks = list[tuple[str, int, int]]


class Draft(NamedTuple):
    """A text as it stands in an editor.

    Attributes:
        path: Its file, from the working folder where it lies inside; or its name.
        text: Its characters.
        suffix: What sort of file it is, where its name does not say.
    """

    path: str
    text: str
    suffix: str | None = None


class Checked(NamedTuple):
    """What there is to say about a draft.

    Attributes:
        findings: Those somebody has to look at, which concern the draft.
        drafts: The documents in the draft: one, but for JSON Lines.
        documents: By id, all documents claims may be from.
        claims: What the drafts claim, by the id of the document.
        agreed: What the draft and another origin say alike.
        missing: What was not checked, and why.
        rules: The rules that ran, by id.
        facts: The reference facts.
        stale: Suppressions without effect.
        corpus: How many documents it was compared with.
        against: Whether there is a corpus to compare it with.
    """

    findings: Sequence[Finding] = ()
    drafts: Sequence[Document] = ()
    documents: dict[str, Document] = {}  # noqa: RUF012 (never changed)
    claims: dict[str, Sequence[Claim]] = {}  # noqa: RUF012 (never changed)
    agreed: Sequence[Corroborated] = ()
    missing: Sequence[Reason] = ()
    rules: dict[str, Rule] = {}  # noqa: RUF012 (never changed)
    facts: Sequence[Fact] = ()
    stale: Sequence[str] = ()
    corpus: int = 0
    against: bool = False


class Drafting:
    """Checks drafts against the corpus the settings name, again and again."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self._settings: Settings | None = None
        self._judged_by: Looks = []
        self._config = CheckConfig()
        self._corpus_looks: Looks = []
        self._faults: list[Reason] = []
        self._checker = DraftChecker()

    def check(self, draft: Draft, progress: Progress | None = None) -> Checked:
        """Check one draft.

        Raises:
            FactcheckError: Settings, rules or the store are unusable.
        """
        settings = load_settings(self.options)
        self._read_config(settings)
        self._read_corpus(settings, progress)
        self._settings = settings
        read = read_unsaved(draft.path, draft.text, draft.suffix)
        faults = [f for f in read if isinstance(f, DocumentFault)]
        taken = {document.id for document in self._checker.corpus}
        drafts = [_named(d, taken) for d in read if isinstance(d, Document)]
        result = self._checker.check(
            drafts, self._config, partial(_is_saved, str(Path(draft.path).resolve()))
        )
        decided = decide(
            result.findings,
            date.today(),
            read_suppressions(Path(settings.suppress)) if settings.suppress else (),
            read_verdicts(Path(settings.review)),
            baseline_of(settings),
            (),  # an entry that is not used here may be for another draft
        )
        return Checked(
            [f for f in decided.findings if f.state == State.NEW],
            drafts,
            {document.id: document for document in result.documents},
            {e.document.id: e.claims for e in result.extractions[: len(drafts)]},
            result.corroborated,
            [*faults, *self._faults, *result.not_checked],
            {rule.id: rule for rule in self._config.rules or ()},
            self._config.facts,
            decided.stale,
            len(result.documents) - len(drafts),
            bool(settings.against),
        )

    def _read_config(self, settings: Settings) -> None:
        looks = _looks(chosen_files(settings))
        named = ("select", "ignore", "group_by", "stories", "model", "engine")
        if looks != self._judged_by or not self._same(settings, *named):
            self._config = check_config(settings)
            self._judged_by = looks

    def _read_corpus(self, settings: Settings, progress: Progress | None) -> None:
        looks = _looks(files_of(settings.against))
        if not self._same(settings, "model", "style_guide"):
            self._checker = DraftChecker(settings.model, settings.style_guide)
        elif looks == self._corpus_looks and self._same(settings, "store", "against"):
            return
        self._corpus_looks = []  # until it is read whole
        collected = collect(settings.against)
        known = {document.id: document for document in collected.documents}
        border = read_claims(collected.claims, known)
        with open_store(settings) as store:
            documents = [*collected.documents, *border.documents]
            self._checker.lay_out(documents, store, border.claims, progress)
        faults = (*collected.faults, *border.faults)
        self._faults = [(fault.document, fault.reason) for fault in faults]
        self._corpus_looks = looks

    def _same(self, settings: Settings, *names: str) -> bool:
        """Ask whether some settings are those of the last check."""
        last = self._settings
        return last is not None and all(
            getattr(settings, name) == getattr(last, name) for name in names
        )


def _looks(paths: Iterable[Path]) -> Looks:
    """Return name, time and size of files: what changes when a file does."""
    looks: Looks = []
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            looks.append((str(path), 0, 0))
        else:
            looks.append((str(path), status.st_mtime_ns, status.st_size))
    return looks


def _named(document: Document, taken: set[str]) -> Document:
    """Give a draft an id that no document of the corpus has."""
    name = document.id
    while name in taken:
        name = f"draft:{name}"
    return replace(document, id=name)


def _is_saved(path: str, document: Document) -> bool:
    """Ask whether a document of the corpus is the draft's own file."""
    return document.path is not None and str(Path(document.path).resolve()) == path
