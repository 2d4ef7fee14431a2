"""From documents to claims: parse, name, date, then let every extractor look."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache, partial
from importlib import import_module

from factcheck.claims import KINDS, Claim, Mention
from factcheck.claims.batches import batched
from factcheck.claims.extraction import Extraction, NameMention, TypedMention
from factcheck.documents import Document, day_of
from factcheck.extraction import nlp
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.clean_text import Reading
from factcheck.extraction.fault_isolation import Mishaps, parse_each
from factcheck.extraction.interval_index import Covered
from factcheck.extraction.models import BATCH
from factcheck.extraction.names.naming import name_entities
from factcheck.extraction.plain_text import plain_document
from factcheck.extraction.quantities.stages import hedged
from factcheck.extraction.time_attachment import attach_times
from factcheck.extraction.times import Time, find_times
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import load_table

_TABLE = load_table("language")
FREQUENT, ELSEWHERE, PARTICLES = (
    frozenset(_TABLE[key].split()) for key in ("english", "others", "particles")
)

OWNING = ("'s", "’s", "s'", "s’")
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
SHORT = 12
"""Words below which a text is too short to tell, and is read as English."""
LEAST = 0.12
LISTED = 0.06
"""The least share in a list of names, where nothing speaks for another language."""
SAMPLE = 4000
"""Characters looked at."""


def is_english(text: str) -> bool:
    """Ask whether a text is English; too short a text counts as English.

    Words of other languages count where they are no part of a name: in small letters
    and not before a capital as in "van den Berg".

    >>> is_english("Der Minister sagte am Donnerstag, die Gespräche seien nach "
    ...     "wenigen Stunden ohne Ergebnis beendet worden, weil niemand nachgab.")
    False
    >>> is_english("President Ana Duval, Foreign Minister Bo van den Lind and Mayor "
    ...     "Cy de la Moe met Ambassador Dora Roe and Senator Ed Poe.")
    True
    """
    printed: list[str] = WORD.findall(text[:SAMPLE])
    words = [word.lower() for word in printed]
    if len(words) < SHORT:
        latin = sum(word.isascii() for word in words)
        return not words or latin * 2 >= len(words)
    english = sum(word in FREQUENT or word.endswith(OWNING) for word in words)
    others = sum(word in ELSEWHERE for word in _outside_names(printed))
    if english >= LEAST * len(words):
        return english > others
    small = [word for word in printed if not word[0].isupper()]
    plain = sum(word.isascii() for word in small) >= 0.95 * len(small)
    return plain and english >= LISTED * len(words) and english > 3 * others


def _outside_names(words: list[str]) -> Iterator[str]:
    """Yield words in small letters, without the particles of names."""
    named = False
    for word in reversed(words):
        named = word[0].isupper() or (named and word in PARTICLES)
        if not named:
            yield word


EXTRACTOR_MODULES = tuple(dict.fromkeys(KINDS[kind].extractor for kind in KINDS))
"""The modules whose extractors run, in this order: later ones read earlier claims."""

for module in EXTRACTOR_MODULES:
    import_module(f"factcheck.extraction.{module}")


def extract(
    documents: Iterable[Document],
    model: str | None = None,
    style_guide: str | None = None,
) -> Iterator[Extraction]:
    """Yield what each document claims, in the order of the documents.

    Documents are parsed a batch at a time, so memory does not grow with their number.
    A text in another language yields an extraction that is `skipped`; one that breaks
    the parser or an extractor yields what could be read, and says so.

    Raises:
        UsageError: No spaCy pipeline is installed.
    """
    for batch in batched(documents, BATCH):
        yield from _extract_batch(batch, model, style_guide)


def _extract_batch(
    batch: list[Document], model: str | None, style_guide: str | None
) -> Iterator[Extraction]:
    plain = [plain_document(document) for document in batch]
    english = [p.document for p in plain if is_english(p.document.text)]
    parsed = parse_each(english, model)
    ahead = next(parsed, None)
    for each in plain:
        if ahead is None or ahead[0] is not each.document:
            yield Extraction(each.original, skipped="language")
        else:
            yield each.restored(assemble(*ahead, style_guide))
            ahead = next(parsed, None)


def analyse(reading: Reading, model: str | None = None) -> Analysis:
    """Parse one stretch and find its times and names; what extractors start from."""
    analysis = Analysis(reading, next(nlp.parse([reading], model)))
    prepare([analysis])
    return analysis


def prepare(analyses: list[Analysis]) -> None:
    """Find times and names in the stretches of one document, headline last."""
    day = written_on(analyses[0].reading)
    for analysis in analyses:
        analysis.times = find_times(analysis.text, day, analysis.doc)
    name_entities(analyses)
    for analysis in analyses:
        analysis.attachments = attach_times(analysis)


def assemble(
    document: Document,
    analyses: list[Analysis],
    mishaps: Mishaps | None = None,
    style_guide: str | None = None,
) -> Extraction:
    """Run every extractor over the stretches of one document.

    One that fails keeps the others from nothing; the extraction says what is missing.
    """
    mishaps = mishaps or Mishaps()
    if not analyses:
        return Extraction(document, skipped=mishaps.reason)
    for analysis in analyses:
        analysis.style_guide = style_guide
    with mishaps.survived("finding times and names"):
        prepare(analyses)
    for name in sorted(EXTRACTORS, key=lambda name: _turn(EXTRACTORS[name].__module__)):
        with mishaps.survived(f"extracting claims ({name})"):
            for analysis in analyses:
                analysis.claims += EXTRACTORS[name](analysis)
            if name == "title":
                release_office_words(analyses)
    every = hedged((c for a in analyses for c in a.claims), document.text)
    claims = {c.id: c for c in every}
    mentions = [m for a in analyses for m in _mentions(a)]
    return Extraction(
        document,
        tuple(sorted(claims.values(), key=_place)),
        tuple(mentions),
        analyses[0].entities,
        tuple(analyses[0].decisions),
        mishaps.reason,
    )


@lru_cache(maxsize=CACHE_SIZE)
def _turn(module: str) -> int:
    """Return when the extractors of a module run: in the written order of modules.

    The order of registration is not that: whoever imports one room first changes it.
    """
    room = module.removeprefix("factcheck.extraction.")
    turns = [n for n, module in enumerate(EXTRACTOR_MODULES) if room.startswith(module)]
    return turns[0] if turns else len(EXTRACTOR_MODULES)


def _place(claim: Claim) -> tuple[str, int, int, str, str]:
    return claim.span.part, claim.span.start, claim.span.end, claim.kind, claim.id


def _mentions(analysis: Analysis) -> Iterator[TypedMention]:
    mentions = [TypedMention("time", _time(analysis, time)) for time in analysis.times]
    mentions += [TypedMention(n.kind, _name(analysis, n)) for n in analysis.names]
    for claim in analysis.claims:
        if claim.kind == "title":
            mentions += [TypedMention("title", m) for m in claim.role("title")]
        elif claim.kind == "quantity":
            mentions += [TypedMention("number", m) for m in claim.role("value")]
    unique = {(f.mention.start, f.mention.end, f.type): f for f in mentions}
    for _, mention in sorted(unique.items()):
        yield mention


def _time(analysis: Analysis, time: Time) -> Mention:
    text = analysis.original[time.start : time.end]
    return Mention(time.start, time.end, text, time.value, part=analysis.reading.part)


def _name(analysis: Analysis, name: NameMention) -> Mention:
    return analysis.mention(name.span.start, name.span.end, entity=name.entity)


LATE = timedelta(4)
"""How long after its dateline a text may be published."""


def written_on(reading: Reading) -> str | None:
    """Return the day of a text's dateline, else its day of publication.

    "ORSA, March 12 (KNA) —" in a text published on the 13th: yesterday is the 11th.
    """
    published = day_of(reading.document.published or "")
    dateline = next((d for d in reading.debris if d.kind == "dateline"), None)
    if published is None or dateline is None:
        return published
    words = reading.document.text[dateline.start : dateline.end]
    for time in find_times(words, published):
        if time.first and time.first == time.last and any(map(str.isdigit, words)):
            late = date.fromisoformat(published) - date.fromisoformat(time.first)
            return time.first if timedelta(0) <= late <= LATE else published
    return published


def release_office_words(analyses: Sequence[Analysis]) -> None:
    """Drop names that lie inside a title, and entities that nothing names any more.

    Names are found before titles, by capitals; the title knows better what its words
    are. The stretches of a document share their entities.
    """
    for analysis in analyses:
        offices = [m for c in analysis.claims for m in c.role("title")]
        covered = Covered((office.start, office.end) for office in offices)
        analysis.keep_names(partial(_is_outside, covered))
        analysis.claims[:] = [_unnamed(claim) for claim in analysis.claims]
    named = {name.entity for analysis in analyses for name in analysis.names}
    named |= {entity for a in analyses for entity in a.pronouns.values()}
    for analysis in analyses:
        for entity in set(analysis.entities) - named:
            del analysis.entities[entity]


def _is_outside(offices: Covered, name: NameMention) -> bool:
    return not offices.hold(name.span.start, name.span.end)


def _unnamed(claim: Claim) -> Claim:
    """Return a title claim whose office and status words stand for nobody."""
    if claim.kind != "title":
        return claim
    cleared = {
        role: tuple(m._replace(entity=None, name=None) for m in claim.role(role))
        for role in ("title", "status")
        if any(m.entity is not None for m in claim.role(role))
    }
    return replace(claim, roles={**claim.roles, **cleared}) if cleared else claim
