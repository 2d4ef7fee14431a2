"""First sketch; to be replaced: spaCy's entities, surnames joined to full names."""

from factcheck.documents import Span
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.model import Entity, NameMention

KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "NORP": "place"}


def name_entities(analyses: list[Analysis]) -> None:
    """Find names in the stretches of one document and the entities they stand for."""
    entities: dict[str, Entity] = {}
    by_form: dict[tuple[str, str], str] = {}
    for analysis in analyses:
        analysis.entities = entities
        for ent in analysis.doc.ents:
            kind = KINDS.get(ent.label_)
            if not kind:
                continue
            text = ent.text.strip()
            start = ent.start_char + (len(ent.text) - len(ent.text.lstrip()))
            end = start + len(text)
            key = (kind, text)
            if key not in by_form and kind == "person":
                for (k, form), known in list(by_form.items()):
                    if k == kind and form.split()[-1] == text:
                        by_form[key] = known
            if key not in by_form:
                by_form[key] = f"{kind[0]}{len(entities) + 1}"
                entities[by_form[key]] = Entity(by_form[key], kind, text, (text,))
            analysis.names.append(
                NameMention(Span(start, end, analysis.reading.part), kind, by_form[key], text)
            )
