"""A rule, as its YAML file says it."""

from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PositiveInt,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from factcheck.comparators import COMPARATORS, Comparator, Properties
from factcheck.findings import Severity


def _listed(given: Any) -> Any:
    return [given] if isinstance(given, str) else given


WORDS: dict[str, Any] = {
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
}
Words = Annotated[tuple[str, ...], BeforeValidator(_listed), WithJsonSchema(WORDS)]
"""One word or a list of words."""


class Strict(BaseModel):
    """A part of a rule file: unknown keys are refused, nothing changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Condition(Strict):
    """What a role of a claim has to hold: all that is given must.

    Attributes:
        is_: One of these values.
        not_: None of these values.
        known: Whether the role is filled at all.
        category: A value of this category of the lexicon `using`.
        after: A word that stands in that role too, and not at its beginning.
        words: At least so many words that say something.
        weekday_of: The weekday on which the day in that role falls.
        not_after: A time no later than the day of publication.
        holds: Somebody who is given an office of this category of `using`.
        using: The lexicon of `category` and `holds`.
    """

    is_: Words | None = Field(None, alias="is")
    not_: Words | None = Field(None, alias="not")
    known: bool | None = None
    category: str | None = None
    after: str | None = None
    words: PositiveInt | None = None
    weekday_of: str | None = None
    not_after: Literal["published"] | None = None
    holds: str | None = None
    using: str | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.category or self.holds) and not self.using:
            raise ValueError("name the lexicon, such as `using: titles`")
        return self


def _condition(given: Any) -> Any:
    return {"is": given} if isinstance(given, str | list) else given


CONDITION = {"anyOf": [*WORDS["anyOf"], {"part": "Condition"}]}
Conditions = dict[
    str, Annotated[Condition, BeforeValidator(_condition), WithJsonSchema(CONDITION)]
]
"""Conditions by role; a value or a list of values is short for `is`."""


class Compare(Strict):
    """How the values of a slot are compared; further keys are the comparator's options.

    Attributes:
        as_: The comparator.
        unknown: The severity of what may be a conflict; None where that is none.
        slight: The severity where only little words of a quotation differ; None for
            that of the rule.
        differ: The severity of lower bounds that differ ("at least 41", "at least 53");
            that of the rule where both were published on one day; None for no finding.
        exact: The severity where two exact numbers were published on one day; None for
            that of the rule.
        grown: The severity where a later report gives the larger number; None for that
            of the rule.
    """

    model_config = ConfigDict(extra="allow", frozen=True, populate_by_name=True)
    __pydantic_extra__: dict[str, str]

    as_: str = Field(alias="as")
    unknown: Severity | None = None
    slight: Severity | None = None
    differ: Severity | None = None
    exact: Severity | None = None
    grown: Severity | None = None
    using: str | None = None

    @property
    def doubt(self) -> Severity | None:
        """The severity of what may be a conflict; None where that is not reported."""
        return self.unknown or self.differ

    def options(self) -> dict[str, str]:
        """Return the options of the comparator."""
        own = {"as", "unknown", "slight", "exact", "grown"}
        return {key: str(kept) for key, kept in self.given().items() if key not in own}

    def given(self) -> dict[str, Any]:
        """Return what the rule says, as it says it."""
        return self.model_dump(by_alias=True, exclude_none=True)

    def comparator(self) -> Comparator:
        """Make the comparator, as lexicons are now."""
        return COMPARATORS[self.as_](self.options())

    @cached_property
    def properties(self) -> Properties:
        """What the comparator says of itself."""
        return COMPARATORS[self.as_].properties(self.options())


class UnlessFact(Strict):
    """A reference fact that excuses a claim.

    Attributes:
        kind: The kind of the fact.
        subject: The role of the claim that names the fact's subject.
        is_: One of these values.
    """

    kind: str
    subject: str
    is_: Words = Field(alias="is")


class Fact(Strict):
    """What is held to be true, whatever the sources say.

    Attributes:
        subject: Whom or what it is about; several for a meeting.
        kind: The kind of claims it is compared with.
        value: The value: a title, a day, a number, a frame.
        from_: The first day it held.
        to: The last day.
        rank: A preferred fact is used alone, a deprecated one never.
        place: For an event: where it was, to tell it from others.
        cite: Where it is written.
    """

    subject: Words
    kind: str
    value: str
    from_: str | None = Field(None, alias="from")
    to: str | None = None
    rank: Literal["preferred", "normal", "deprecated"] = "normal"
    place: str | None = None
    cite: str = ""


class Expect(Strict):
    """What a test expects of one finding; what is not given is not looked at."""

    severity: Severity | None = None
    variants: int | None = None
    compatible: int | None = None
    key: str | None = None
    sources: Words | None = None


class Text(Strict):
    """A text of a test."""

    text: str
    published: str | None = None
    title: str | None = None


def _text(given: Any) -> Any:
    return {"text": given} if isinstance(given, str) else given


TEXT = {"anyOf": [{"type": "string"}, {"part": "Text"}]}
EXPECT = {"anyOf": [{"const": "none"}, {"type": "array", "items": {"part": "Expect"}}]}


def _nothing(given: Any) -> Any:
    return [] if given == "none" else given


class Case(Strict):
    """A test inside a rule: prepared claims or running text, and what must come of it.

    Attributes:
        name: What it shows.
        claims: Claims in short form, one mapping of roles each.
        texts: Texts by source.
        facts: Reference facts that hold in this test.
        expect: Findings, or `none`.
        todo: Whether it is known to fail.
    """

    name: str
    claims: tuple[dict[str, Any], ...] = ()
    texts: dict[str, Annotated[Text, BeforeValidator(_text), WithJsonSchema(TEXT)]] = {}
    facts: tuple[Fact, ...] = ()
    expect: Annotated[
        tuple[Expect, ...], BeforeValidator(_nothing), WithJsonSchema(EXPECT)
    ]
    todo: bool = False

    @model_validator(mode="after")
    def _reads_something(self) -> Self:
        if bool(self.claims) == bool(self.texts):
            raise ValueError("give either `claims` or `texts`")
        return self


OVERLAP = {"anyOf": [{"type": "boolean"}, {"type": "integer", "minimum": 0}]}


class Rule(Strict):
    """What may not stand side by side.

    Attributes:
        id: Its name in reports, suppressions and fingerprints.
        severity: How much a finding matters.
        message: One sentence; `{role}`, `{variants}` and `{source}` are filled in.
        why: Why it matters.
        check: `agree` compares the claims of a slot with each other, `each` looks at
            one claim, `against` compares with reference facts, `sql` is a query.
        claims: The kinds of claims it reads.
        modality: How they are put: asserted unless said otherwise.
        where: Filters on what the roles hold.
        same: The slot: claims that share these speak of one thing.
        differ: What must not differ.
        compare: When two values conflict.
        apart_by: Claims that differ in these never conflict.
        overlap: Claims conflict only when the times they hold meet: `true`, or how
            many days around its publication a claim without a time holds.
        count: What a witness is: origins, sources or documents.
        require: For `each`: what must be so.
        unless_fact: For `each`: a fact that excuses it.
        unknown: For `each`: what to report when that cannot be told; else nothing.
        query: For `sql`: a SELECT of key, variant, claim_id.
        tests: What it must find and what it must not.
    """

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    severity: Severity
    message: str
    why: str
    check: Literal["agree", "each", "against", "sql"]
    claims: Words = ()
    modality: Words = ("asserted",)
    where: Conditions = {}
    same: Words = ()
    differ: str | None = None
    compare: Compare | None = None
    apart_by: Words = ()
    overlap: Annotated[int | None, WithJsonSchema(OVERLAP)] = None
    count: Literal["origins", "sources", "documents"] = "origins"
    require: Conditions = {}
    unless_fact: UnlessFact | None = None
    unknown: Severity | None = None
    query: str | None = None
    tests: tuple[Case, ...] = ()

    @field_validator("overlap", mode="before")
    @classmethod
    def _days(cls, given: Any) -> Any:
        days = {"true": AROUND, "false": None}.get(str(given).casefold(), given)
        if str(days).startswith("-"):
            raise ValueError("should be true or a number of days")
        return days

    @property
    def of_one_event(self) -> bool:
        """Whether claims of one event are compared: its day is settled, if misdated."""
        return "event" in self.same

    def following(self, style_guide: str | None) -> "Rule":
        """Return the rule with the frames of a newsroom's table of disputed terms."""
        if style_guide is None:
            return self
        path = str(Path(style_guide).absolute())

        def turned(part: Any) -> Any:
            own = part is not None and part.using == "frames"
            return part.model_copy(update={"using": path}) if own else part

        where = {role: turned(condition) for role, condition in self.where.items()}
        require = {role: turned(condition) for role, condition in self.require.items()}
        parts = {"compare": turned(self.compare), "where": where, "require": require}
        return self.model_copy(update=parts)


AROUND = 60
"""Days around its publication for which a claim without a time is taken to hold."""

Rule.model_rebuild()
