"""Remembered attributes are those the pipeline's own steps would give."""

import pytest

from factcheck.extraction import nlp, word_attributes

TEXTS = {
    "news": "Mayor Ana Duval said on Monday that 12 houses had burned down in Orsa.",
    "phrase": "There is no bridge, and there were never two. There's one now.",
    "several phrases": "Let's go: it ain't over, you're gonna see. C'mon, y'all!",
    "spaces": "First.\n\n  Second   line.\n\tThird one \n",
    "homographs": "They left on the left. I saw a saw, but you do; what do you do?",
    "pronouns": "I told you it was you who saw it, but this and that held.",
    "other letters": "Chișinău grüßt 東京 — “naïve” №5 …",
    "empty": "",
}
ATTRIBUTES = [*word_attributes.WRITTEN, "SENT_START", "HEAD", "ENT_TYPE"]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_attribute_is_the_pipelines(text):
    pipeline = nlp.load_pipeline()
    expected = pipeline(text).to_array(ATTRIBUTES)

    for _ in ("first met", "met before"):
        (doc,) = nlp._parsed(pipeline, [pipeline.make_doc(text)])

        assert doc.to_array(ATTRIBUTES).tolist() == expected.tolist()


def test_what_is_remembered_is_bounded(monkeypatch):
    monkeypatch.setattr(word_attributes, "CACHE_SIZE", 3)
    pipeline = nlp.load_pipeline()
    steps = word_attributes.word_attributes(
        *map(pipeline.get_pipe, word_attributes.STEPS)
    )

    for text in TEXTS.values():
        before = pipeline(text)
        expected = before.to_array(ATTRIBUTES).tolist()

        assert steps(before).to_array(ATTRIBUTES).tolist() == expected
    assert len(steps._known) < 30


def test_a_pipeline_without_the_two_steps_is_left_alone():
    assert word_attributes.word_attributes(None, None) is None
