"""The way through the house: documents in, findings out."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from factcheck.claims import Claim
from factcheck.documents import Document, read
from factcheck.errors import UsageError
from factcheck.pipeline.cache_key import extraction_stamp
from factcheck.pipeline.gathering import Progress, gather
from factcheck.pipeline.judging import Result, judge
from factcheck.resolution.entities import Aliases
from factcheck.rules import Fact, Rule, load_rules
from factcheck.store import FactStore


def check(
    documents: Iterable[Document] | str | Path,
    rules: Sequence[Rule] | None = None,
    *,
    store: FactStore | None = None,
    by_group: bool = False,
    aliases: Aliases | None = None,
    model: str | None = None,
    progress: Progress | None = None,
    foreign: Sequence[Claim] = (),
    facts: Sequence[Fact] = (),
    jobs: int = 1,
    drafts: Collection[str] = (),
    engine: str | None = None,
    scratch: str | None = None,
) -> Result:
    """Compare what documents claim and return what contradicts what.

    Args:
        documents: Documents, or the path of a file or folder to read them from.
        rules: The rules to run; None runs those that come with factcheck.
        store: Where claims are kept between runs; None keeps none.
        by_group: Compare documents of one group only.
        aliases: Names a user knows to be one person, or not.
        model: The spaCy pipeline; None takes the best installed.
        progress: Called after each document that had to be extracted.
        foreign: Claims another extractor made about these documents.
        facts: Reference facts for the rules that compare with them.
        jobs: How many processes extract; 0 for one on every core.
        drafts: Ids of documents whose claims a finding shows before those of others.
        engine: What runs the rules: "sqlite", "duckdb" or "spark", which extracts as
            well. None takes DuckDB for a great many claims where it is installed.
        scratch: The folder in which an engine may keep files; None takes the system's.

    Raises:
        DocumentError: The path cannot be read.
        RuleError: The shipped rules or lexicons are damaged.
        StoreError: The store cannot be written.
        UsageError: No spaCy pipeline is installed, or two documents have one id, or the
            engine's extra is not installed.
    """
    if isinstance(documents, (str, Path)):
        documents = read(documents)
    documents = tuple(documents)
    _refuse_doubles(documents)
    rules = tuple(load_rules() if rules is None else rules)
    with ExitStack() as closing:
        held = store or closing.enter_context(FactStore.open(None))
        stamp = extraction_stamp(model, held)
        extractions = gather(documents, held, stamp, model, progress, jobs, engine)
        return judge(
            extractions,
            rules,
            held,
            by_group=by_group,
            aliases=aliases,
            foreign=foreign,
            facts=facts,
            drafts=drafts,
            engine=engine,
            scratch=scratch,
        )


def _refuse_doubles(documents: Sequence[Document]) -> None:
    counted = Counter(document.id for document in documents)
    doubled = [name for name, count in counted.items() if count > 1]
    if doubled:
        raise UsageError(
            f"{counted[doubled[0]]} documents have the id {doubled[0]!r}; give each an "
            "id of its own (factcheck.read does)"
        )
