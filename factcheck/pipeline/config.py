"""How documents are checked: everything but the documents and the store."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.pipeline.rule_choice import chosen_rules
from factcheck.pipeline.settings import STORY, Settings

if TYPE_CHECKING:
    from factcheck.resolution.entities import Aliases
    from factcheck.rules import Fact, Rule


@dataclass(frozen=True, slots=True)
class CheckConfig:
    """How documents are extracted, linked and judged.

    Attributes:
        rules: The rules to run; None runs those that come with factcheck.
        facts: Reference facts for the rules that compare with them.
        aliases: Names a user knows to be one person, or not.
        style_guide: A newsroom's table of disputed terms; None takes the shipped one.
        by_group: Compare documents of one group only.
        by_story: With `by_group`: each story is a group, whatever documents name.
        stories: How documents on one event are found: "auto", "folder" or "off".
        drafts: Ids of the documents the check is about: findings show their claims
            first, and only what they have a say in is reported. None: all documents.
        model: The spaCy pipeline; None takes the best installed.
        jobs: How many processes extract; 0 for one on every core.
        engine: What runs the rules: "sqlite", "duckdb" or "spark", which extracts as
            well. None takes DuckDB for a great many claims where it is installed.
        scratch: The folder in which an engine may keep files; None takes the system's.
        key: What names everything that decides a result besides the documents. With
            `by_group`, results of groups are kept under it; empty keeps none.
    """

    rules: "tuple[Rule, ...] | None" = None
    facts: "tuple[Fact, ...]" = ()
    aliases: "Aliases | None" = None
    style_guide: str | None = None
    by_group: bool = False
    by_story: bool = False
    stories: str = "auto"
    drafts: frozenset[str] | None = None
    model: str | None = None
    jobs: int = 1
    engine: str | None = None
    scratch: str | None = None
    key: str = ""


def extraction_config(settings: Settings) -> CheckConfig:
    """Return how the settings say documents are extracted and linked.

    Raises:
        RuleError: The alias file is faulty.
    """
    from factcheck.resolution.entities import load_aliases

    return CheckConfig(
        aliases=load_aliases(Path(settings.aliases)) if settings.aliases else None,
        style_guide=settings.style_guide,
        by_group=settings.group_by is not None,
        by_story=settings.group_by == STORY,
        stories=settings.stories,
        model=settings.model,
        jobs=settings.jobs,
        engine=settings.engine,
        scratch=settings.scratch,
    )


def check_config(
    settings: Settings, drafts: frozenset[str] | None = None
) -> CheckConfig:
    """Return how the settings say documents are checked.

    Raises:
        FactcheckError: Rules, facts or aliases are faulty, or a path is missing.
    """
    from factcheck.rules import load_facts

    return replace(
        extraction_config(settings),
        rules=tuple(chosen_rules(settings)),
        facts=tuple(load_facts([Path(path) for path in settings.facts] or None)),
        drafts=drafts,
    )
