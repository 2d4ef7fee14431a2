"""XML as a small tree, read without anything that could grow or leave the file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from factcheck.errors import DocumentError

DEEPEST = 200
"""Elements within one another; nobody writes a feed deeper than that."""


@dataclass(slots=True)
class Element:
    """One element.

    Attributes:
        name: Its name without the namespace's prefix, as in `encoded`.
        space: Its namespace, or "".
        given: Its attributes.
        line: The line on which it begins.
        parts: Its text and elements, in order.
    """

    name: str
    space: str
    given: dict[str, str]
    line: int
    parts: "list[str | Element]" = field(default_factory=list)

    @property
    def elements(self) -> "Iterator[Element]":
        """The elements directly within."""
        return (part for part in self.parts if isinstance(part, Element))

    @property
    def text(self) -> str:
        """The text directly within."""
        return "".join(part for part in self.parts if isinstance(part, str))


def read_xml(raw: bytes, path: str) -> Element:
    """Read the tree of a file.

    Entities may not be declared, so none can grow; nothing outside is ever read.

    Raises:
        DocumentError: It is not XML, declares entities or is nested too deeply.
    """
    root = Element("", "", {}, 1)
    opened = [root]
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse(reason: str) -> NoReturn:
        raise DocumentError(f"{path}:{parser.CurrentLineNumber}", reason)

    def start(name: str, given: dict[str, str]) -> None:
        if len(opened) > DEEPEST:
            refuse("nested too deeply for a feed")
        space, _, local = name.rpartition(" ")
        made = Element(local, space, given, parser.CurrentLineNumber)
        opened[-1].parts.append(made)
        opened.append(made)

    def end(_: str) -> None:
        opened.pop()

    def text(characters: str) -> None:
        opened[-1].parts.append(characters)

    def entity(*_: object) -> None:
        refuse("declares entities, which may grow without end; take them out")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as error:
        fault = expat.ErrorString(error.code)
        raise DocumentError(f"{path}:{error.lineno}", f"not XML: {fault}") from error
    except (ValueError, LookupError) as error:
        raise DocumentError(path, f"not XML: {error}") from error
    return next(root.elements)
