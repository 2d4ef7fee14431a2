"""Machines' formats have the shape that those who read them document.

`schemas/junit-10.xsd` is the schema of Jenkins' xunit plugin (MIT, as it says itself),
which pytest ships with its sources. The official SARIF schema is not ours to hand on;
where it is at hand, name it in `SARIF_SCHEMA` and every report is held to it as well:
`.ci/run` takes it from the npm package @microsoft/jest-sarif.
"""

import json
import os
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
import stories

from factcheck.reports import REPORTS

STORIES = ["dam", "hostile", "clean"]
XSD = Path(__file__).parent / "schemas" / "junit-10.xsd"
OFFICIAL = os.environ.get("SARIF_SCHEMA")
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "id": {"type": "integer", "minimum": 0},
        "message": {"$ref": "#/$defs/message"},
        "physicalLocation": {
            "required": ["artifactLocation", "region"],
            "properties": {
                "artifactLocation": {
                    "required": ["uri"],
                    "properties": {"uri": {"type": "string", "minLength": 1}},
                },
                "region": {
                    "required": ["startLine"],
                    "additionalProperties": {"type": "integer", "minimum": 1},
                },
            },
        },
    },
}
RESULT = {
    "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
    "properties": {
        "level": {"enum": ["error", "warning", "note", "none"]},
        "message": {"$ref": "#/$defs/message"},
        "locations": {"type": "array", "minItems": 1, "items": LOCATION},
        "relatedLocations": {"type": "array", "items": LOCATION},
        "partialFingerprints": {"additionalProperties": {"type": "string"}},
        "baselineState": {"enum": ["new", "unchanged", "updated", "absent"]},
        "suppressions": {
            "items": {
                "required": ["kind"],
                "properties": {
                    "kind": {"enum": ["inSource", "external"]},
                    "status": {"enum": ["accepted", "underReview", "rejected"]},
                },
            }
        },
    },
}
SARIF = {
    "$defs": {"message": {"required": ["text"], "additionalProperties": True}},
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {"required": ["driver"]},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "invocations": {"items": {"required": ["executionSuccessful"]}},
                    "results": {"type": "array", "items": RESULT},
                },
            }
        },
    },
}
GITLAB = {
    "type": "array",
    "items": {
        "required": [
            "description",
            "check_name",
            "fingerprint",
            "severity",
            "location",
        ],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^[^\n]+$"},
                    "lines": {
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
INSIDE = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase"},
    "testcase": {"failure", "error", "skipped"},
    "failure": set(),
    "error": set(),
    "skipped": set(),
}
NEEDED = {
    "testsuites": {"name"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped"},
    "testcase": {"name", "classname"},
    "failure": {"message", "type"},
    "error": {"message", "type"},
    "skipped": {"message"},
}


def made(form: str, story: str) -> str:
    return REPORTS[form](getattr(stories, story)())


@pytest.mark.parametrize("story", STORIES)
def test_sarif_has_the_shape_github_reads(story):
    jsonschema.validate(json.loads(made("sarif", story)), SARIF)


@pytest.mark.skipif(OFFICIAL is None, reason="SARIF_SCHEMA names no official schema")
@pytest.mark.parametrize("story", STORIES)
def test_sarif_is_valid(story):
    schema = json.loads(Path(OFFICIAL or "").read_text(encoding="utf-8"))

    jsonschema.validate(json.loads(made("sarif", story)), schema)


@pytest.mark.parametrize("story", STORIES)
def test_gitlab_has_the_documented_shape(story):
    laid = json.loads(made("gitlab", story))

    jsonschema.validate(laid, GITLAB)
    assert len({issue["fingerprint"] for issue in laid}) == len(laid)


@pytest.mark.parametrize("story", STORIES)
def test_junit_has_the_shape_build_servers_read(story):
    root = ElementTree.fromstring(made("junit", story))

    assert root.tag == "testsuites"
    for parent in root.iter():
        assert {child.tag for child in parent} <= INSIDE[parent.tag]
        assert set(parent.attrib) == NEEDED[parent.tag]


@pytest.mark.parametrize("story", STORIES)
def test_junit_fits_the_common_schema(story):
    etree = pytest.importorskip("lxml.etree", reason="the extra html is not installed")
    schema = etree.XMLSchema(etree.parse(XSD))

    schema.assertValid(etree.fromstring(made("junit", story).encode()))


@pytest.mark.parametrize("story", STORIES)
def test_junit_counts_what_it_holds(story):
    for suite in ElementTree.fromstring(made("junit", story)):
        counted = {
            "tests": len(suite),
            "failures": len(suite.findall("testcase/failure")),
            "errors": len(suite.findall("testcase/error")),
            "skipped": len(suite.findall("testcase/skipped")),
        }
        assert counted == {name: int(suite.attrib[name]) for name in counted}


def test_a_result_names_no_more_places_than_github_shows():
    story = stories.dam()
    finding = next(f for f in story.findings if f.variants)
    many = replace(finding, variants=finding.variants * 100)

    laid = json.loads(REPORTS["sarif"](replace(story, findings=(many,))))

    (result,) = laid["runs"][0]["results"]
    assert len(result["locations"]) + len(result["relatedLocations"]) == 100
