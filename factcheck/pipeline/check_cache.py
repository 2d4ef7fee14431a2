"""Recall the result of a check in which nothing changed, instead of checking again."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from factcheck.claims.packed import pack_claim, unpack_claim
from factcheck.documents import Document
from factcheck.findings import (
    Compared,
    Corroborated,
    Finding,
    RuleText,
    Severity,
    State,
    Variant,
    Wording,
)
from factcheck.pipeline.digests import digest_of, files_under
from factcheck.pipeline.result import Result
from factcheck.store import FactStore


def config_key(
    files: Iterable[Path], options: Sequence[object], store: FactStore | None = None
) -> str:
    """Hash all that a check depends on besides documents: rules, options, our code.

    With a store, files hashed before that look the same are not hashed again.
    """
    code = files_under(Path(__file__).parent.parent, ".py")
    read = [*code, *((str(path), path) for path in files)]
    digest = hashlib.sha256(digest_of(read, store).encode())
    digest.update(repr([str(option) for option in options]).encode())
    return digest.hexdigest()


def check_key(config: str, documents: Sequence[Document]) -> str:
    """Hash all that a check depends on: what `config_key` returns, and documents."""
    digest = hashlib.sha256(config.encode())
    for d in documents:
        fields = (d.id, d.digest, d.group, d.credit, d.url)
        digest.update(repr(fields).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def pack(result: Result) -> str:
    """Write a result as JSON."""
    packed = [
        [pack_finding(finding) for finding in result.findings],
        result.claims,
        [list(rule) for rule in result.rules],
        [pack_agreed(one) for one in result.corroborated],
        result.not_checked,
        result.compared,
    ]
    return json.dumps(packed, separators=(",", ":"))


def unpack(payload: str) -> Result:
    """Read a result that `pack` wrote."""
    findings, claims, rules, agreed, missing, compared = json.loads(payload)
    return Result(
        tuple(map(unpack_finding, findings)),
        claims,
        tuple(RuleText(*rule) for rule in rules),
        tuple(map(unpack_agreed, agreed)),
        tuple((name, reason) for name, reason in missing),
        Compared(*compared),
    )


def pack_agreed(c: Corroborated) -> list[Any]:
    """Lay what several agree on out for JSON."""
    fields = [c.kind, c.key, c.value, c.sources, c.origins, c.claims, c.group]
    return [*fields, c.wordings]


def unpack_agreed(packed: list[Any]) -> Corroborated:
    """Read what `pack_agreed` laid out."""
    kind, key, value, sources, origins, claims, group, wordings = packed
    return Corroborated(
        kind,
        key,
        value,
        tuple(sources),
        tuple(origins),
        tuple(claims),
        group,
        tuple(Wording(*one) for one in wordings),
    )


def pack_finding(f: Finding) -> list[Any]:
    """Lay a finding out for JSON."""
    variants = [
        [[v.label, v.sources, v.origins, v.claims] for v in some]
        for some in (f.variants, f.compatible)
    ]
    claims = [pack_claim(claim) for claim in f.claims]
    names = [f.rule, f.severity, f.fingerprint, f.group, f.key, f.message, f.story]
    return [names, variants, f.diff, claims, f.why, f.state, f.also]


def unpack_finding(packed: list[Any]) -> Finding:
    """Read a finding that `pack_finding` laid out."""
    names, variants, diff, claims, why, state, also = packed
    rule, severity, fingerprint, group, key, message, story = names
    some, compatible = (
        tuple(Variant(v[0], *map(tuple, v[1:])) for v in listed) for listed in variants
    )
    return Finding(
        rule,
        Severity(severity),
        fingerprint,
        group,
        key,
        message,
        variants=some,
        compatible=compatible,
        diff=tuple((before, after) for before, after in diff),
        claims=tuple(map(unpack_claim, claims)),
        why=why,
        state=State(state),
        story=story,
        also=tuple(also),
    )
