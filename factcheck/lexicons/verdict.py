"""Three-valued agreement: an unknown value can never raise a conflict."""

from enum import StrEnum


class Verdict(StrEnum):
    """What comparing two values of one slot says."""

    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"
