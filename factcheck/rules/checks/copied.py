"""Rules about one sentence in two texts that differ in a fact."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.comparators import Held
from factcheck.comparators.sentence_pairs import document_counts
from factcheck.comparators.sentences import Detail, Sentence
from factcheck.findings import Finding, Severity
from factcheck.rules.checks.connected import connected
from factcheck.rules.checks.copied_sentences import Pair, PrintedText, Sentences
from factcheck.rules.definition.rule import Rule
from factcheck.rules.engine.compile import Query, passing
from factcheck.rules.engine.evidence import report
from factcheck.rules.engine.query_cache import QueryCache
from factcheck.rules.engine.slot_bindings import Given, claims_in_slots
from factcheck.store import FactStore, as_text

DETAILS = """
SELECT r.claim, r.role, r.start, r.text, w.word, r.entity
FROM judged_role r
JOIN judged_claim c ON c.id = r.claim
JOIN judged_word w ON w.id = r.held
WHERE c.kind = 'assertion' ORDER BY r.claim, r.n
"""

UPDATED = ("number", "day")
"""What a text of a later day may have brought up to date."""

UNTYPED = ("polarity", "denied", "denied_of", "topic")
"""Roles of a sentence that are no details of it."""

PAIR, WORDS_OF = 0, 1
"""What is connected: pairs, by the words of a sentence in which they differ."""

WORDS = 60
"""Characters of a sentence that a finding is headed by."""


_Slots = dict[tuple[str, object], dict[tuple[str, ...], list[tuple[int, int]]]]
"""Document and claim by the words of a sentence, by group and story."""


class _Copied(NamedTuple):
    """The changed copies of one story.

    Attributes:
        group: The group of its documents.
        texts: Its distinct sentences.
        pairs: Those of which one is a changed copy of the other.
    """

    group: str
    texts: list[PrintedText]
    pairs: list[Pair]


def copied(
    rule: Rule, sort: str, store: FactStore, shared: QueryCache
) -> Iterator[Finding]:
    """Yield one finding for every sentence that documents print with another fact.

    The *sort* of fact is one of `aligned.SORTS`. What was *shared* by a rule that reads
    the same sentences is not compared again.
    """
    query = passing(rule)
    stories = shared.read("copied", (query, rule.where), lambda: _read(query, store))
    for story in stories:
        pairs = [p for p in story.pairs if any(d.sort == sort for d in p.differences)]
        for members in _together(pairs, sort):
            yield _report(rule, story, members, sort, store)


def _read(query: Query, store: FactStore) -> list[_Copied]:
    sentences = _sentences(store)
    slots: _Slots = defaultdict(lambda: defaultdict(list))
    shown: dict[tuple[str, ...], Sentence] = {}
    for slot, claim, document in claims_in_slots(store, query):
        sentence = sentences.get(claim)
        if sentence is None or not sentence.tokens:
            continue
        shown.setdefault(sentence.keys, sentence)
        slots[slot][sentence.keys].append((document, claim))
    published = {n: witness.published for n, witness in store.witnesses.items()}
    spread = _spread(slots)
    copies = []
    for (group, _), printed in sorted(slots.items(), key=repr):
        if len({document for some in printed.values() for document, _ in some}) < 2:
            continue
        texts = [
            PrintedText(shown[keys], _by_document(some))
            for keys, some in sorted(printed.items())
        ]
        pairs = Sentences(texts, published, spread[group]).copies()
        if pairs:
            copies.append(_Copied(group, texts, pairs))
    return copies


def _spread(slots: _Slots) -> dict[str, Mapping[str, int]]:
    """Count in how many documents of each group each word stands."""
    printed: dict[str, list[tuple[frozenset[str], frozenset[int]]]] = defaultdict(list)
    for (group, _), sentences in slots.items():
        for keys, places in sentences.items():
            here = frozenset(document for document, _ in places)
            printed[group].append((frozenset(keys), here))
    return {
        group: document_counts(*zip(*some, strict=True))
        for group, some in printed.items()
    }


def _by_document(printed: list[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    claims: dict[int, tuple[int, ...]] = {}
    for document, claim in printed:
        claims[document] = (*claims.get(document, ()), claim)
    return claims


def _sentences(store: FactStore) -> dict[int, Sentence]:
    """Return the sentences of all documents, by the number of their claim."""
    words: dict[int, tuple[int, str]] = {}
    details: dict[int, list[tuple[str, int, str, str, str | None]]] = defaultdict(list)
    for claim, role, start, text, word, entity in store.look_up(DETAILS):
        if role == "words":
            words[claim] = start, as_text(text)
        elif role not in UNTYPED and text:
            detail = role, start, as_text(text), as_text(word), entity
            details[claim].append(detail)
    known: dict[tuple[object, ...], Sentence] = {}
    sentences = {}
    for claim, (begin, text) in words.items():
        typed = tuple(_details(begin, text, details[claim]))
        if (text, typed) not in known:
            known[text, typed] = Sentence(text, typed)
        sentences[claim] = known[text, typed]
    return sentences


def _details(
    begin: int, text: str, given: list[tuple[str, int, str, str, str | None]]
) -> Iterator[Detail]:
    """Place details in their sentence; one from outside is looked for by its words."""
    for role, start, words, value, entity in given:
        at = start - begin
        if not text.startswith(words, max(at, 0)) or at < 0:
            at = text.find(words)
        if at >= 0:
            yield Detail(role, at, at + len(words), value, _sure(entity))


def _sure(entity: str | None) -> str | None:
    """Return who is meant, where that holds across documents."""
    return None if entity is None or "@" in entity else entity


def _together(pairs: list[Pair], sort: str) -> Iterator[list[Pair]]:
    """Yield the pairs in which the same words of a sentence differ, together."""
    ends = (
        ((PAIR, n, 0), (WORDS_OF, side, place.start))
        for n, pair in enumerate(pairs)
        for changed in [next(d for d in pair.differences if d.sort == sort)]
        for side, place in ((pair.left, changed.left), (pair.right, changed.right))
    )
    for members in connected(ends):
        yield [pairs[n] for kind, n, _ in members if kind == PAIR]


def _report(
    rule: Rule, story: _Copied, pairs: list[Pair], sort: str, store: FactStore
) -> Finding:
    first = pairs[0]
    later = sort in UPDATED and all(pair.days > 0 for pair in pairs)
    left, right = (story.texts[n].sentence for n in (first.left, first.right))
    diff = tuple(
        (left.phrase(left.tokens[d.left]), right.phrase(right.tokens[d.right]))
        for d in first.differences
        if d.sort == sort
    )
    order = dict.fromkeys(n for p in pairs for n in (p.left, p.right))
    common = sorted(left.content & right.content)
    heading = left.text if len(left.text) <= WORDS else left.text[:WORDS].rstrip() + "…"
    return report(
        rule,
        store,
        story.group,
        [" ".join(common)],
        [_given(story.texts[n]) for n in order],
        severity=Severity.NOTE if later else None,
        diff=diff,
        values=sorted({" ".join(words).strip() for words in diff}),
        words={"key": heading},
    )


def _given(text: PrintedText) -> list[Given]:
    held = Held(" ".join(text.sentence.keys), text.sentence.text)
    return [
        Given(claim, document, held)
        for document, claims in sorted(text.claims.items())
        for claim in claims[:1]
    ]
