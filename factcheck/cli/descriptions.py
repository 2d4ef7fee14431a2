"""What each command is for, in a line, a paragraph and examples: the text of --help."""

from typing import NamedTuple

EXIT_STATUS = """\
exit status:
  0  everything was checked, nothing new at or above --fail-on
  1  new findings at or above --fail-on
  2  a usage, configuration or rule error
  3  something could not be checked (--allow-incomplete accepts that)
"""


class Help(NamedTuple):
    """The help of a command.

    Attributes:
        line: What it does, for the list of commands.
        about: What a user has to know before using it.
        examples: Command lines with a word on each.
        status: Whether the exit statuses are listed.
    """

    line: str
    about: str
    examples: tuple[tuple[str, str], ...]
    status: bool = False

    @property
    def epilog(self) -> str:
        """The examples and, where asked for, the exit statuses."""
        wide = max(len(command) for command, _ in self.examples) + 3
        shown = [f"  {one.ljust(wide)}{what}".rstrip() for one, what in self.examples]
        status = f"\n{EXIT_STATUS}" if self.status else ""
        return "\n".join(["examples:", *shown, status])


PROGRAM = Help(
    "",
    """\
A linter for facts: reads what several sources published about the same events and
reports where they contradict each other.""",
    (
        ("factcheck check articles/", "compare all articles of a folder"),
        ("factcheck check draft.txt --against archive/", "a draft with the archive"),
        ("factcheck facts articles/", "each fact, each source's version"),
        ('factcheck about "Ana Duval" articles/', "everything said about somebody"),
        ("factcheck extract article.txt -f text", "what one article claims"),
    ),
    status=True,
)

COMMANDS = {
    "check": Help(
        "report where documents contradict each other",
        "Reads the documents, extracts what each one claims, and reports claims that "
        "cannot all be true. Documents that did not change since the last run are not "
        "read again.",
        (
            ("factcheck check articles/", "compare all articles of a folder"),
            (
                "factcheck check draft.txt --against archive/",
                "only what concerns draft",
            ),
            ("factcheck check articles/ -f concise", "one line per finding"),
            ("factcheck check articles/ -f html=site", "a folder of pages"),
            ("factcheck check articles/ --fail-on warning", "let warnings fail too"),
        ),
        status=True,
    ),
    "report": Help(
        "report the last check again, in other formats",
        "Prints the findings of the last check in this folder without checking again.",
        (
            ("factcheck report -f markdown", "the same findings as Markdown"),
            ("factcheck report -f html=site", "as a folder of pages"),
        ),
    ),
    "stories": Help(
        "list which documents report the same event",
        "A story is the unit in which tolls, days and places are compared: documents "
        "with similar rare names and words, published within days of each other.",
        (("factcheck stories articles/", "a row for each document, by story"),),
    ),
    "facts": Help(
        "show what each source says of each fact, side by side",
        "Prints one table for each story: a row per fact, a column per source. "
        "A fact given by one source alone is left out, except in JSON and CSV.",
        (
            ("factcheck facts articles/", "tables on the screen"),
            ("factcheck facts articles/ -f csv=facts.csv", "for a spreadsheet"),
        ),
    ),
    "about": Help(
        "show everything said of, by and to a person, body or place",
        "NAME may be part of a name: a surname finds everybody who bears it.",
        (
            ('factcheck about "Ana Duval" articles/', "each sentence, with its place"),
            ("factcheck about Duval articles/ -f html=duval.html", "as a page"),
        ),
    ),
    "timeline": Help(
        "show what happened according to the documents, day by day",
        "Claims about the same event on the same day are one row.",
        (("factcheck timeline articles/", "the earliest first"),),
    ),
    "diff": Help(
        "show what changed between two versions of a text",
        "Lists the sentences of OLD and NEW that differ, and says whether a fact "
        "changed or only the style.",
        (("factcheck diff old.txt new.txt", "a row for each changed sentence"),),
    ),
    "sources": Help(
        "show which sources agree, stand alone or contradict themselves",
        "Prints one row for each source; those that stand alone against several others "
        "come first.",
        (("factcheck sources articles/", "one row per source"),),
    ),
    "export": Help(
        "write everything that was read and found as tables",
        "Writes documents, claims, mentions, entities, findings and attestations.",
        (
            ("factcheck export articles/ -f csv=tables", "a folder of CSV files"),
            ("factcheck export articles/ -f sqlite=facts.db", "one database"),
        ),
    ),
    "explore": Help(
        "explore everything that was read in a browser (Datasette)",
        "Needs the extra `explore`. Serves on this machine only, until Ctrl-C.",
        (("factcheck explore articles/ --open", "and open the browser"),),
    ),
    "extract": Help(
        "print what documents claim, one claim per line",
        "Extracts claims from each document by itself and compares nothing.",
        (
            ("factcheck extract article.txt -f text", "to read"),
            ("factcheck extract articles/ > claims.jsonl", "to process"),
            ("factcheck extract article.txt --mentions", "people, places, times …"),
        ),
    ),
    "test": Help(
        "run the tests inside the rules",
        "Every rule carries its tests. A rule that fires and should not is noisy; one "
        "that should and does not is missing.",
        (
            ("factcheck test", "the tests of all rules"),
            ("factcheck test house-rules/", "those of a folder"),
            ("factcheck test title-conflict --coverage", "and that both sides exist"),
        ),
    ),
    "rules": Help(
        "list the rules, or show some",
        "Lists the rules that come with factcheck, or those that --rules names.",
        (
            ("factcheck rules", "one line per rule"),
            ("factcheck rules title-conflict", "what it compares, and its tests"),
            ("factcheck rules title-conflict --yaml", "the file, to start from"),
            ("factcheck rules quantity --roles", "what a kind of claim holds"),
        ),
    ),
    "explain": Help(
        "show how a finding was found: rule, claims, lexicon, query",
        "A report prints the FINGERPRINT of each finding; its beginning is enough.",
        (
            ("factcheck explain 5d1f0c7a", "a finding of the last check"),
            ("factcheck explain 5d1f --sql", "with the query of its rule"),
        ),
    ),
    "baseline": Help(
        "accept current findings as known, so that only new ones are reported",
        "The baseline lies beside the configuration and belongs under version control.",
        (
            ("factcheck baseline write articles/", "accept what is found now"),
            ("factcheck baseline prune articles/", "drop what is no longer found"),
            ("factcheck baseline show", "list what is known"),
        ),
    ),
    "review": Help(
        "record whether a finding is real, and see how precise the rules are",
        "Verdicts are real, not-an-issue and accepted. Only a real finding is reported "
        "again.",
        (
            ("factcheck review 5d1f0c7a real", "it is a contradiction"),
            ("factcheck review 5d1f0c7a not-an-issue --note 'two towns'", "it is not"),
            ("factcheck review --list", "verdicts, and the precision of each rule"),
        ),
    ),
    "store": Help(
        "inspect the fact store, or forget documents",
        "The fact store keeps what was extracted. It may be deleted at any time.",
        (
            ("factcheck store list", "what it holds"),
            ("factcheck store forget agency.txt", "read that document again next time"),
        ),
    ),
    "init": Help(
        "write commented starter files into this folder",
        "Writes configuration, suppressions, aliases, reference facts, a house rule; "
        "with --ci also what GitHub and pre-commit need. Files that already exist are "
        "left unchanged.",
        (
            ("factcheck init", "for a newsroom"),
            ("factcheck init --ci", "for a repository of articles or dossiers"),
        ),
    ),
    "schema": Help(
        "print the JSON Schema of what goes in and comes out",
        "Without NAME it lists the schemas there are.",
        (
            ("factcheck schema", "which schemas there are"),
            ("factcheck schema rule > rule.schema.json", "for an editor"),
        ),
    ),
    "lsp": Help(
        "serve an editor: check drafts while they are written",
        "A language server (extra `lsp`); an editor starts it and talks to it.",
        (("factcheck lsp --against archive/", "compare drafts with the archive"),),
    ),
}
"""The commands, in the order of the list."""
