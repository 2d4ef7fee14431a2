"""Which quotations may be one: transcripts, days, and speakers nobody names."""

import pytest
from make import claim, extraction, mention
from test_rules import BRIDGE, QUOTES, judge, quotes, rule

CHANGED = BRIDGE.replace("city", "country").replace("will", "may")
DAY = "2024-05-03"
LATER = "2024-05-06"


def transcript(words, document, published=DAY, time=None):
    """Talk taken down under labels, with a quotation in it."""
    turns = [
        claim(
            "statement",
            document,
            start=n,
            speaker=mention(label),
            cue=mention(":"),
            content=mention("So it is."),
        )
        for n, label in enumerate(("THE MAYOR", "THE CLERK"), 500)
    ]
    said = mention("Ana Duval", entity="person:ana", name="Ana Duval")
    quote = claim("quote", document, time, speaker=said, content=mention(words))
    return extraction(quote, *turns, source=document.upper(), published=published)


@pytest.mark.parametrize(
    ("published", "times", "found"),
    [
        pytest.param(DAY, (None, None), 1, id="one day"),
        pytest.param(LATER, (None, None), 0, id="two days"),
        pytest.param(LATER, (DAY, DAY), 1, id="the day the text gives"),
        pytest.param(DAY, (DAY, LATER), 0, id="two days the texts give"),
        pytest.param(None, (None, None), 0, id="no day known"),
    ],
)
def test_two_transcripts_are_of_one_talk_only_on_one_day(published, times, found):
    findings = judge(
        transcript(BRIDGE, "a", DAY if published else None, times[0]),
        transcript(CHANGED, "b", published, times[1]),
        rules=[rule(QUOTES, overlap="14")],
    )

    assert len(findings) == found


def test_a_transcript_and_a_report_may_be_of_one_talk():
    said = mention("Ana Duval", entity="person:ana", name="Ana Duval")
    report = claim("quote", "b", speaker=said, content=mention(CHANGED))

    findings = quotes(
        transcript(BRIDGE, "a"),
        extraction(report, source="B", published=LATER),
    )

    assert len(findings) == 1


def without_speaker(words, document):
    quote = claim("quote", document, content=mention(words))
    return extraction(quote, source=document.upper())


def test_words_that_nobody_is_named_for_are_compared_where_most_are_shared():
    findings = quotes(without_speaker(BRIDGE, "a"), without_speaker(CHANGED, "b"))

    (finding,) = findings
    assert finding.key == "Somebody"


def test_a_rule_may_compare_whoever_speaks():
    anybody = rule(QUOTES, same=["event"], message="{variants}")
    other = mention("Bo Lind", entity="person:bo", name="Bo Lind")
    ana = mention("Ana Duval", entity="person:ana", name="Ana Duval")
    few = "we will sell the old harbour soon"

    def said(words, document, speaker):
        quote = claim("quote", document, speaker=speaker, content=mention(words))
        return extraction(quote, source=document.upper())

    pair = said(few, "a", ana), said(few.replace("soon", "never"), "b", other)

    assert len(judge(*pair, rules=[anybody])) == 1
    assert judge(*pair, rules=[rule(QUOTES)]) == []


def phrase(words, document, speaker="ana"):
    said = mention(f"{speaker} Duval", entity=f"person:{speaker}", name="Duval")
    quote = claim("quote", document, speaker=said, content=mention(words))
    return extraction(quote, source=document.upper(), published=DAY)


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        pytest.param(
            "quick and decent",
            "a quick and honest answer to a hard question",
            1,
            id="one telling word",
        ),
        pytest.param("quick and decent", "quick and decent help", 0, id="an excerpt"),
        pytest.param("very good", "very bad", 0, id="nothing telling in common"),
        pytest.param("old and wise", "old and too tired", 0, id="another length"),
        pytest.param("a great day", "a great harbour", 0, id="two words"),
    ],
)
def test_20_short_phrases_of_one_speaker(left, right, found):
    findings = judge(
        phrase(left, "a"), phrase(right, "b"), rules=[rule(QUOTES, overlap="14")]
    )

    assert len(findings) == found


def test_20_short_phrases_of_two_speakers_are_two():
    findings = judge(
        phrase("quick and decent", "a"),
        phrase("a quick and honest answer to a hard question", "b", "bo"),
        rules=[rule(QUOTES, overlap="14")],
    )

    assert findings == []


def test_20_a_finding_shows_only_words_that_its_documents_print():
    (finding,) = quotes(
        *(
            extraction(
                claim("quote", n, speaker=mention("Ana Duval"), content=mention(words)),
                source=n.upper(),
            )
            for n, words in (
                ("a", "It's a £6bn plan for the old harbour and I will not sign it"),
                ("b", "It was a £6m plan for the old harbour and I will sign it"),
            )
        )
    )

    printed = " ".join(m.text for c in finding.claims for m in c.role("content"))
    assert finding.diff
    assert all(word in printed for pair in finding.diff for word in pair)
