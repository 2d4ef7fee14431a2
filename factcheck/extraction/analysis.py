"""One stretch of a document, parsed, with everything found in it so far."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from factcheck.claims import Claim, ClaimTime, Mention, Value
from factcheck.claims.extraction import Decision, Entity, NameMention
from factcheck.documents import Document, Span
from factcheck.extraction.clean_text import Reading
from factcheck.extraction.quantities.numbers import Number, find_numbers
from factcheck.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Sentence

    from factcheck.extraction.quotes.scene import Scene
    from factcheck.extraction.time_attachment import Attachment
    from factcheck.extraction.times import Time

EXTRACTORS: "Registry[Callable[[Analysis], Iterator[Claim]]]" = Registry("extractor")
"""What makes claims of an analysis, in the order in which they run."""


@dataclass(slots=False)
class Analysis:
    """What every extractor reads and the tools to make claims from it.

    `doc[i].idx` and every offset count in the stretch itself: blanking debris keeps
    places what they were.

    Attributes:
        reading: The stretch with debris blanked out.
        doc: spaCy's parse of it.
        times: Time expressions, in order.
        attachments: The times that date each token, by its index.
        names: Names of persons, organisations and places, in order, not overlapping.
        entities: The entities those stand for, by local id.
        decisions: Why names were taken for one entity.
        pronouns: Local entity of a pronoun or description, by its first character,
            where somebody decided it.
        called: The local entities that each common noun is said of: "the suspect".
        claims: What earlier extractors found; later ones may read it.
        modalities: How the clauses asked about are put, by the index of the verb.
        clause_times: When what was asked about happened, by the index of its word, and
            whether the day of a letter counts.
        scene: Its quotations and persons, once `quotes.scene` has laid them out.
        style_guide: A newsroom's table of disputed terms; None for the shipped one.
    """

    reading: Reading
    doc: "Doc"
    times: "list[Time]" = field(default_factory=list)
    attachments: "dict[int, list[Attachment]]" = field(default_factory=dict)
    names: list[NameMention] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)
    pronouns: dict[int, str] = field(default_factory=dict)
    called: dict[str, set[str]] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    modalities: dict[int, str] = field(default_factory=dict)
    clause_times: "dict[tuple[int, bool], ClaimTime | None]" = field(
        default_factory=dict
    )
    scene: "Scene | None" = None
    style_guide: str | None = None

    @property
    def document(self) -> Document:
        """The document the stretch belongs to."""
        return self.reading.document

    @property
    def text(self) -> str:
        """The stretch with debris blanked out."""
        return self.reading.text

    @cached_property
    def original(self) -> str:
        """The stretch as printed."""
        return self.document.stretch(self.reading.part)

    @cached_property
    def words(self) -> list[str]:
        """Every token in small letters: much faster to ask than the tokens."""
        return [token.lower_ for token in self.doc]

    @cached_property
    def lemmas(self) -> list[str]:
        """The lemma of every token in small letters."""
        return [token.lemma_.lower() for token in self.doc]

    @cached_property
    def numbers(self) -> list[Number]:
        """The numbers printed in the stretch, in order."""
        return find_numbers(self.text)

    def numbers_in(self, start: int, end: int) -> list[Number]:
        """Return the numbers of a range, read by itself where it cuts one."""
        first = bisect_right(self.numbers, start, key=attrgetter("end"))
        last = bisect_left(self.numbers, end, key=attrgetter("start"))
        numbers = self.numbers[first:last]
        if numbers and (numbers[0].start < start or numbers[-1].end > end):
            return find_numbers(self.text[start:end].rjust(end))
        return numbers

    @cached_property
    def token_starts(self) -> list[int]:
        """The offset of every token, to find tokens by offset."""
        starts: list[int] = self.doc.to_array("IDX").tolist()
        return starts

    def token_at(self, offset: int) -> "Token":
        """Return the token that holds a character (or the one before a gap)."""
        return self.doc[max(0, bisect_right(self.token_starts, offset) - 1)]

    def tokens_of(self, lemmas: Container[str]) -> "Iterator[Token]":
        """Yield the tokens that have one of some lemmas, in order."""
        doc = self.doc
        return (doc[i] for i, lemma in enumerate(self.lemmas) if lemma in lemmas)

    def tokens_printed(self, words: Container[str]) -> "Iterator[Token]":
        """Yield the tokens that are one of some words, in small letters or not."""
        doc = self.doc
        return (doc[i] for i, word in enumerate(self.words) if word in words)

    def parts_of_speech(self, *wanted: str) -> "Iterator[Token]":
        """Yield the tokens that are of some parts of speech, in order."""
        doc, strings = self.doc, self.doc.vocab.strings
        codes = {strings[name] for name in wanted}
        tagged = enumerate(doc.to_array("POS").tolist())
        return (doc[i] for i, code in tagged if code in codes)

    @cached_property
    def sentences(self) -> "list[Sentence]":
        """The sentences, in order."""
        return list(self.doc.sents)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_of(self, token: "Token") -> "Sentence":
        """Return the sentence of a token: `token.sent` looks for it anew each time."""
        return self.sentences[bisect_right(self._sentence_starts, token.i) - 1]

    def words_around(self, token: "Token") -> list[str]:
        """Return the words of the sentence of a token, in small letters."""
        sentence = self.sentence_of(token)
        return self.words[sentence.start : sentence.end]

    def span(self, start: int, end: int) -> Span:
        """Place a range of this stretch in the document."""
        return Span(start, end, self.reading.part)

    def names_in(self, start: int, end: int, *kinds: str) -> list[NameMention]:
        """Return the names that lie wholly inside a range, of some kinds or all."""
        names = []
        for i in range(bisect_right(self._name_ends, start), len(self.names)):
            name = self.names[i]
            if name.span.start >= end:
                break
            inside = start <= name.span.start and name.span.end <= end
            if inside and (not kinds or name.kind in kinds):
                names.append(name)
        return names

    def name_at(self, offset: int) -> NameMention | None:
        """Return the name that covers a character, or None."""
        first = bisect_right(self._name_ends, offset)
        if first < len(self.names):
            name = self.names[first]
            if name.span.start <= offset < name.span.end:
                return name
        return None

    def keep_names(self, wanted: "Callable[[NameMention], bool]") -> None:
        """Forget the names that are not wanted."""
        self.names[:] = [name for name in self.names if wanted(name)]
        self.__dict__.pop("_name_ends", None)

    @cached_property
    def _name_ends(self) -> list[int]:
        return [name.span.end for name in self.names]

    def mention(
        self, start: int, end: int, value: Value = None, entity: str | None = None
    ) -> Mention:
        """Make a mention of a range; its entity is given, or found by its name.

        The entity of a longer phrase ("his top aide, Tad Devine") is that of the only
        person in it, unless the phrase goes on ("Devine's aides"), else that of the
        name or pronoun at its head.
        """
        known = entity or self.entity_of(start, end)
        name = self.entities[known].name if known in self.entities else None
        text = self.original[start:end]
        return Mention(start, end, text, value, known, name, self.reading.part)

    def reports_at(self, at: int) -> bool:
        """Ask whether somebody is quoted or reported as saying what stands there."""
        return any(
            content.start <= at < content.end
            for claim in self.claims
            if claim.kind in ("quote", "statement")
            for content in claim.role("content")
        )

    def entity_of(self, start: int, end: int) -> str | None:
        """Return the local entity that a phrase names, or None."""
        if start in self.pronouns:
            return self.pronouns[start]
        covering = self.name_at(start)
        if covering and covering.span.end >= end:
            return covering.entity
        inside = self.names_in(start, end)
        if not inside:
            return None
        people = {name.entity for name in inside if name.kind == "person"}
        if len(people) == 1:
            return None if self._only_owns(start, end, inside) else people.pop()
        if not people and len({name.entity for name in inside}) == 1:
            only = inside[0]
            head = self._head_of(start, end)
            if head is not None and only.span.start <= head < only.span.end:
                return only.entity
        return None

    def _only_owns(self, start: int, end: int, inside: list[NameMention]) -> bool:
        """Ask whether a phrase goes on behind its persons: "Duval's aides"."""
        head = self._head_of(start, end)
        last = max(name.span.end for name in inside if name.kind == "person")
        return head is not None and head >= last

    def _head_of(self, start: int, end: int) -> int | None:
        span = self.doc.char_span(start, end, alignment_mode="expand")
        return span.root.idx if span is not None and len(span) else None

    def claim(
        self,
        kind: str,
        start: int,
        end: int,
        roles: dict[str, list[Mention]],
        **rest: Any,
    ) -> Claim:
        """Make a claim about this document; empty roles are left out."""
        filled = {role: tuple(mentions) for role, mentions in roles.items() if mentions}
        span = self.span(start, end)
        return Claim(kind, self.document.id, span, filled, **rest)

    def claim_over(
        self, kind: str, roles: dict[str, list[Mention]], **rest: Any
    ) -> Claim:
        """Make a claim from the first of its mentions to the end of the last."""
        mentions = [mention for some in roles.values() for mention in some]
        start = min(mention.start for mention in mentions)
        end = max(mention.end for mention in mentions)
        return self.claim(kind, start, end, roles, **rest)

    def claim_around(
        self, kind: str, trigger: "Token", roles: dict[str, list[Mention]], **rest: Any
    ) -> Claim:
        """Make a claim over its trigger and what fills its roles in that sentence."""
        sentence = self.sentence_of(trigger)
        first, last = sentence.start_char, sentence.end_char
        mentions = [
            m for some in roles.values() for m in some if first <= m.start < last
        ]
        start = min([trigger.idx, *(m.start for m in mentions)])
        end = max([trigger.idx + len(trigger), *(m.end for m in mentions)])
        return self.claim(kind, start, end, roles, **rest)
