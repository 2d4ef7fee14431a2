"""Laws that hold for every document and every check, tried on generated stories."""

import json
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.claims import KINDS, claim_to_json
from factcheck.documents import Document
from factcheck.extraction import extract
from factcheck.pipeline import check

PEOPLE = ("Ana Duval", "Bo Lind", "Cy Okoro")
SENTENCES = st.one_of(
    st.builds(
        "{} {} arrived in {} on {}.".format,
        st.sampled_from(["Defence Minister", "Finance Minister", "Senator"]),
        st.sampled_from(PEOPLE),
        st.sampled_from(["Lisbon", "Oslo", "Lima"]),
        st.sampled_from(["Monday", "3 May 2024", "Friday"]),
    ),
    st.builds(
        '"{}," {} said{}.'.format,
        st.sampled_from(["We will not yield", "Nothing is settled"]),
        st.sampled_from(PEOPLE),
        st.sampled_from(["", " on Thursday", " in Geneva"]),
    ),
    st.builds(
        "{} met {} in Porto.".format,
        st.sampled_from(PEOPLE[:2]),
        st.just(PEOPLE[2]),
    ),
    st.builds(
        "At least {} people were killed in the Lima flood.".format, st.integers(2, 40)
    ),
)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join)
STORIES = st.lists(TEXTS, min_size=2, max_size=3)
FEW = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def documents_of(texts):
    return [
        Document(f"d{n}", text, f"Source {n}", "2024-05-03")
        for n, text in enumerate(texts)
    ]


def told(result):
    return sorted((f.rule, f.key, f.fingerprint) for f in result.findings)


@FEW
@given(STORIES)
def test_claims_stand_in_the_text_and_keep_the_contract(texts):
    for extraction in extract(documents_of(texts)):
        assert extraction.skipped is None
        for claim in extraction.claims:
            laid = claim_to_json(claim, extraction.document)
            assert json.loads(json.dumps(laid, allow_nan=False)) == laid
            assert set(laid["roles"]) <= set(KINDS[laid["kind"]].roles)
            assert 0 <= laid["confidence"] <= 1
            for mention in claim.mentions():
                quoted = extraction.document.quote(mention.span)
                assert quoted == mention.text
                assert quoted.strip()


@FEW
@given(STORIES)
def test_order_and_repetition_change_nothing(texts):
    documents = documents_of(texts)

    once = told(check(documents))

    assert told(check(documents)) == once
    assert told(check(documents[::-1])) == once


@FEW
@given(STORIES)
def test_names_of_sources_change_no_finding(texts):
    documents = documents_of(texts)
    renamed = [replace(d, source=f"Other {d.source}") for d in documents]

    assert told(check(renamed)) == told(check(documents))


@FEW
@given(STORIES)
def test_a_source_that_agrees_adds_no_conflict(texts):
    documents = documents_of(texts)
    copy = replace(documents[0], id="copy", source="A copy")

    assert told(check([*documents, copy])) == told(check(documents))


@FEW
@given(TEXTS)
def test_no_document_contradicts_its_copy(text):
    first, second = documents_of([text, text])

    assert told(check([first, second])) == told(check([first]))
