"""A hook of mkdocs: pages made from rules, help texts, docstrings and the README."""

import argparse
import html
import inspect
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

import factcheck
from factcheck.claims import KINDS
from factcheck.cli.arguments import parser
from factcheck.cli.command_help import HELP
from factcheck.cli.rules_command import shape
from factcheck.rules import Rule, load_rules
from factcheck.rules.definition.rule import Case, Text

ROOT = Path(__file__).parent.parent
SEVERITIES = {"error": "Errors", "warning": "Warnings", "note": "Notes"}
CHECKS = {
    "agree": "Compares what the sources say of one thing with each other.",
    "each": "Looks at each statement by itself.",
    "against": "Compares what the sources say with reference facts.",
    "sql": "Asks the store a query.",
}
LINK = re.compile(r"\[([^]]*)\]\(([^)]*)\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made, not written."""
    rules = load_rules()
    made = {
        "index.md": (ROOT / "README.md").read_text("utf-8"),
        "CHANGELOG.md": (ROOT / "CHANGELOG.md").read_text("utf-8"),
        "rules/shipped.md": listed(rules),
        "reference/commands.md": "\n".join(commands()),
        "reference/python.md": "\n".join(python()),
        "reference/roles.md": "\n".join(roles()),
    }
    made |= {f"rules/{rule.id}.md": page(rule) for rule in rules}
    for path, content in made.items():
        files.append(File.generated(config, path, content=content))
    for file in files.documentation_pages():
        if file.src_uri.startswith(("rules/", "decisions/")) and file.src_uri not in (
            "rules/shipped.md",
            "decisions/README.md",
        ):
            file.inclusion = InclusionLevel.NOT_IN_NAV
    return files


def on_page_markdown(markdown: str, page, files: Files, **_) -> str:  # type: ignore[no-untyped-def]
    """Lead links of the README into the pages; those out of them become text."""
    home = page.file.src_uri in ("index.md", "CHANGELOG.md")

    def led(match: re.Match[str]) -> str:
        said, to = match.groups()
        if home:
            to = to.removeprefix("docs/")
        to = {"decisions": "decisions/README.md"}.get(to, to)
        if "://" in to or to.startswith("#"):
            return match[0]
        here = ROOT if home else ROOT / "docs" / Path(page.file.src_uri).parent
        there = (here / match[2].split("#")[0]).resolve()
        out = there.exists() and not there.is_relative_to(ROOT / "docs")
        if out and not (home and files.get_file_from_path(to)):
            return said
        return f"[{said}]({to})"

    return LINK.sub(led, markdown)


def listed(rules: list[Rule]) -> str:
    """Return the page of all rules, by severity."""
    lines = ["# Shipped rules", ""]
    for severity, title in SEVERITIES.items():
        lines += [f"## {title}", ""]
        for rule in rules:
            if rule.severity == severity:
                lines.append(f"- [{rule.id}]({rule.id}.md): {rule.why.strip()}")
        lines.append("")
    return "\n".join(lines)


def page(rule: Rule) -> str:
    """Return the page of a rule."""
    lines = [f"# {rule.id}", "", f"Severity: **{rule.severity}**", ""]
    lines += [_code(rule.message), rule.why.strip(), ""]
    lines += ["## What it compares", "", CHECKS[rule.check], ""]
    lines.append(_code("\n".join(map(_wrapped, shape(rule)))))
    if rule.query:
        lines.append(_code(rule.query.strip()))
    if used := lexicons(rule):
        named = ", ".join(f"`{name}`" for name in used)
        lines += ["## Lexicons", "", f"It looks words up in {named}.", ""]
    for title, fires in (("It fires on", True), ("It is silent about", False)):
        cases = [case for case in rule.tests if bool(case.expect) == fires]
        shown = [case for case in cases if case.texts] or cases[:1]
        if shown:
            lines += [f"## {title}", ""]
        for case in shown:
            lines += [f"### {_titled(case.name)}", "", _example(case)]
    return "\n".join(lines)


def commands() -> Iterator[str]:
    """Yield the reference of the command line, from the parser."""
    yield from ("# Commands", "", "The same as `factcheck COMMAND --help`.", "")
    (known,) = (a for a in parser()._actions if a.dest == "command")
    command: argparse.ArgumentParser
    for name, command in known.choices.items():
        told = HELP[name]
        usage = re.sub(r"\s+", " ", command.format_usage()).removeprefix("usage: ")
        yield from (f"## factcheck {name}", "", " ".join(told.about.split()), "")
        yield _code(textwrap.fill(usage.strip(), 88, subsequent_indent="    "))
        yield from ("| option | what it does |", "|---|---|")
        for action in command._actions[1:]:
            names = ", ".join(action.option_strings) or action.metavar or action.dest
            if action.metavar and action.option_strings:
                names += f" {action.metavar}"
            choices = (
                f" ({', '.join(map(str, action.choices))})" if action.choices else ""
            )
            yield f"| `{names}` | {_cell((action.help or '') + choices)} |"
        yield from ("", "Examples:", "")
        yield _code(
            "\n".join(f"{line}    # {what}" for line, what in told.examples.items())
        )


def python() -> Iterator[str]:
    """Yield the reference of the Python API, from its docstrings."""
    yield from ("# Python API", "", inspect.cleandoc(factcheck.__doc__ or ""), "")
    for name in factcheck.__all__:
        thing = getattr(factcheck, name)
        yield from (f"## {name}", "", _code(_signature(name, thing)))
        yield _docstring(thing)
        if inspect.isclass(thing):
            for part, inside in sorted(vars(thing).items()):
                if not part.startswith("_") and inspect.isfunction(inside):
                    yield from (f"### {name}.{part}", "")
                    yield from (_code(_signature(part, inside)), _docstring(inside))


def roles() -> Iterator[str]:
    """Yield what each kind of claim holds, from the declarations."""
    yield from ("# Roles", "", "The same as `factcheck rules --roles`.", "")
    for name in KINDS:
        yield from (f"## {name}", "", f"> {html.escape(KINDS[name].example)}", "")
        yield from ("| role | what fills it | default |", "|---|---|---|")
        for role, told in KINDS[name].roles.items():
            yield f"| `{role}` | {_cell(told.meaning)} | {told.default or ''} |"
        yield ""


def _signature(name: str, thing: object) -> str:
    try:
        return textwrap.fill(f"{name}{inspect.signature(thing)}", 88)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return name


def _docstring(thing: object) -> str:
    """Return a docstring as Markdown: its sections become lists."""
    lines = []
    for line in inspect.cleandoc(inspect.getdoc(thing) or "").splitlines():
        if section := re.fullmatch(r"(Attributes|Args|Raises|Returns|Yields):", line):
            lines += ["", f"**{section[1]}**", ""]
        elif entry := re.fullmatch(r"    (\w+): (.*)", line):
            lines.append(f"- `{entry[1]}`: {html.escape(entry[2], quote=False)}")
        else:
            lines.append(html.escape(line.strip() if line[:4] else "", quote=False))
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return html.escape(text, quote=False).replace("|", "\\|").replace("%%", "%")


def lexicons(rule: Rule) -> list[str]:
    """Return the lexicons a rule names."""
    parts = [*rule.where.values(), *rule.require.values(), rule.compare]
    return sorted({part.using for part in parts if part and part.using})


def _example(case: Case) -> str:
    if case.texts:
        told = (_told(source, text) for source, text in case.texts.items())
        return "\n\n".join(f"> {line}" for line in told) + "\n"
    given = yaml.safe_dump(list(case.claims), sort_keys=False, allow_unicode=True)
    return _code(given.strip())


def _told(source: str, text: Text) -> str:
    title = f"“{text.title}”: " if text.title else ""
    published = f" (published {text.published})" if text.published else ""
    said = f"{source}: {title}{' '.join(text.text.split())}{published}"
    return html.escape(said, quote=False)


def _titled(name: str) -> str:
    return name[:1].upper() + name[1:]


def _wrapped(line: str) -> str:
    return textwrap.fill(line, 88, subsequent_indent=" " * 10)


def _code(text: str) -> str:
    return f"```text\n{text}\n```\n"
