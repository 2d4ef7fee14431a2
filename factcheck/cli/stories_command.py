"""`factcheck stories`: which documents report one event in the news."""

import argparse
import json

from factcheck.cli import CLEAN, INCOMPLETE
from factcheck.cli.asked import read_asked
from factcheck.cli.messages import print_reasons
from factcheck.cli.outputs import look_of, output_of, print_or_write
from factcheck.pipeline.settings import load_settings
from factcheck.reports.questions import ANSWER_FORMATS, stories
from factcheck.resolution.story_clustering import stories_of


def run(options: argparse.Namespace) -> int:
    """Print the stories and return the exit status; nothing is extracted."""
    settings = load_settings(options)
    output = output_of(options.answer_format, ANSWER_FORMATS)
    asked = read_asked(options.paths, settings)
    documents = {document.id: document for document in asked.documents}
    members: dict[str, list[str]] = {}
    for name, story in stories_of(
        list(documents.values()), settings.stories, settings.group_by == "group"
    ).items():
        members.setdefault(story, []).append(name)
    if output.format == "json":
        listed = [{"id": name, "documents": members[name]} for name in sorted(members)]
        laid = json.dumps({"stories": listed}, ensure_ascii=False, indent=1) + "\n"
    else:
        answer = stories(members, documents)
        laid = ANSWER_FORMATS[output.format](answer, look_of(output, settings))
    print_or_write(laid, output, settings)
    print_reasons(asked.faults)
    return INCOMPLETE if asked.faults and not settings.allow_incomplete else CLEAN
