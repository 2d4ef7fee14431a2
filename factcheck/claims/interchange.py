"""Claims as JSON: one model that checks what comes in and describes what goes out.

The JSON Schema, the check of claims that another extractor made, and the columns of
Parquet files are all made from it.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from factcheck.claims.claim import ASSERTED, MODALITIES
from factcheck.claims.declaration import KINDS
from factcheck.documents import day_of
from factcheck.registry import unknown

LARGEST = 2**63 - 1
"""The largest number the store can hold."""


def _day(text: str) -> str:
    if (day := day_of(text)) is None:
        raise ValueError("should be a day, YYYY-MM-DD, or null")
    return day


Day = Annotated[
    str,
    AfterValidator(_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d\d-\d\d"}),
]
Offset = Annotated[int, Field(ge=0, le=LARGEST)]
Number = Annotated[float, Field(ge=-LARGEST, le=LARGEST)]
Whole = Annotated[int, Field(ge=-LARGEST, le=LARGEST)]


def _rising(ends: list[float]) -> list[float]:
    if ends[0] > ends[1]:
        raise ValueError("the least should not be above the most")
    return ends


Interval = Annotated[
    list[Whole | Number], Field(min_length=2, max_length=2), AfterValidator(_rising)
]


class Laid(BaseModel):
    """A part of a claim as JSON holds it; keys of others are left alone."""

    model_config = ConfigDict(
        strict=True, frozen=True, allow_inf_nan=False, use_attribute_docstrings=True
    )


class LaidPlace(Laid):
    """A half-open range of characters."""

    start: Offset
    """Index of the first character."""
    end: Offset
    """Index behind the last character."""

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.start > self.end:
            raise ValueError("start should not lie behind end: start <= end")
        return self


class SpanHeadline(LaidPlace):
    """The place in the title, for what a headline says."""

    text: str = ""
    """The words there."""


class MentionHeadline(LaidPlace):
    """The place in the title, for what a headline says."""

    text: str
    """The words there."""


class LaidSpan(LaidPlace):
    """The characters of the text that make a claim; none for what a headline says."""

    headline: SpanHeadline | None = None
    """The place in the title, for what a headline says."""


class LaidMention(Laid):
    """Words that fill a role."""

    text: str
    """The words at that place."""
    start: Offset
    """Index of the first character in the text."""
    end: Offset
    """Index behind the last character."""
    value: str | Whole | Number | Interval | None = None
    """The normalised value: a day, a number, [least, most], a title."""
    entity: str | None = None
    """Who or what is meant."""
    name: str | None = None
    """Its display form."""
    headline: MentionHeadline | None = None
    """The place in the title, for what a headline says."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.start > self.end:
            raise ValueError("start should not lie behind end: start <= end")
        headline = self.headline.text if self.headline else ""
        words = (self.text, self.name or "", headline)
        if not any(character.isalnum() for text in words for character in text):
            raise ValueError("text: holds no word")
        return self


class LaidTime(Laid):
    """When a claim held, both ends included."""

    start: Day | None = None
    """The first day, YYYY-MM-DD."""
    end: Day | None = None
    """The last day."""
    text: str | None = None
    """The words that say so."""

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.start and self.end and self.start > self.end:
            raise ValueError("ends before it starts")
        return self


class LaidClaim(Laid):
    """One thing one document asserts."""

    id: str | None = None
    """Derived from what the claim says."""
    kind: Annotated[str, Field(json_schema_extra={"enum": list(KINDS)})]
    """What sort of claim it is."""
    document: Annotated[str, Field(min_length=1)]
    """Id of the document."""
    source: str | None = None
    """Who published the document."""
    published: Day | None = None
    """The day of publication."""
    span: LaidSpan
    """The stretch that says so."""
    roles: dict[str, list[LaidMention]]
    """What fills each role."""
    time: LaidTime | None = None
    """When it held; null where it is not said."""
    modality: Literal[MODALITIES] = ASSERTED  # type: ignore[valid-type]
    """Whether it is asserted, or planned, denied or supposed."""
    attribution: list[LaidMention] = []
    """Whom the document credits besides a speaker."""
    confidence: Annotated[float, Field(ge=0, le=1)] = 1.0
    """How sure the extractor is of having read it rightly."""
    extractor: str | None = None
    """Who made the claim."""

    @field_validator("kind")
    @classmethod
    def _known(cls, kind: str) -> str:
        if kind not in KINDS:
            raise ValueError(unknown("claim kind", kind, KINDS))
        return kind

    @field_validator("roles")
    @classmethod
    def _of_the_kind(
        cls, roles: dict[str, list[LaidMention]], info: ValidationInfo
    ) -> dict[str, list[LaidMention]]:
        if "kind" not in info.data:
            return roles
        kind = info.data["kind"]
        declared = KINDS[kind]
        faults = [
            unknown(f"role of {kind}", role, declared.roles)
            for role in roles
            if role not in declared.roles
        ]
        faults += [
            f"a {kind} claim needs a {role}"
            for role in declared.names(needed=True)
            if not roles.get(role)
        ]
        if not any(roles.values()):
            faults.append("should hold at least one mention")
        if faults:
            raise ValueError("; ".join(faults))
        return roles


def claim_schema() -> dict[str, Any]:
    """Return the JSON Schema of a claim.

    It names every role of every kind; which kind has which, a schema need not say.
    """
    made = LaidClaim.model_json_schema()
    roles = sorted({role for name in KINDS for role in KINDS[name].roles})
    mentions = made["properties"]["roles"].pop("additionalProperties")
    made["properties"]["roles"] |= {
        "properties": dict.fromkeys(roles, mentions),
        "additionalProperties": False,
    }
    return made


SHAPES = {
    "model_type": "should be an object",
    "dict_type": "should be an object of lists of mentions",
    "list_type": "should be a list",
    "missing": "is missing",
}


def faults_of(error: ValidationError) -> Iterator[str]:
    """Yield what is wrong with a claim: where, what, and what would be right."""
    places = set()
    for fault in error.errors(include_url=False, include_input=False):
        where, words = "", SHAPES.get(fault["type"], fault["msg"])
        for part in fault["loc"]:
            if where.endswith(".value"):
                break  # what follows names one of the forms a value may have
            where += f"[{part}]" if isinstance(part, int) else f".{part}"
        where = where.removeprefix(".").removeprefix("roles.")
        if where.endswith(".value"):
            words = "should be a string, a number or [least, most]"
        words = words.removeprefix("Value error, ").removeprefix("Input ")
        if where not in places:
            places.add(where)
            yield f"{where}: {words}"
