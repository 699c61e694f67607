"""The CoNLL-2003 form (a token a line) put together again as articles with gold spans."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_NO_SPACE_BEFORE = frozenset(
    [*".,;:!?)]}%'", "'s", "'re", "'ve", "'ll", "'d", "'m", "n't", "'S", "N'T"]
)
_NO_SPACE_AFTER = frozenset([*"([{$£#", "US$", "A$", "C$", "NZ$"])


@dataclass(frozen=True, slots=True)
class Name:
    """A gold or found name: a half-open span of the document's text and a label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its text, one sentence a line, and its names."""

    text: str
    names: tuple[Name, ...]


def read_documents(path: Path, sentence_end: str = "\n") -> list[Document]:
    """Read a CoNLL file; documents are parted by `-DOCSTART-` lines, sentences by empty ones."""
    documents: list[list[list[tuple[str, str]]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if fields and fields[0] == "-DOCSTART-":
            documents.append([])
        elif not fields:
            if documents:
                documents[-1].append([])
        else:
            documents[-1][-1].append((fields[0], fields[-1]))
    return [_document([s for s in sentences if s], sentence_end) for sentences in documents]


def _document(sentences: list[list[tuple[str, str]]], sentence_end: str) -> Document:
    text = ""
    names: list[Name] = []
    for sentence in sentences:
        if text:
            text += sentence_end
        open_quote = False
        glue = True
        for token, tag in sentence:
            space = not glue and token not in _NO_SPACE_BEFORE
            glue = token in _NO_SPACE_AFTER
            if token == '"':
                space = space and not open_quote
                open_quote = not open_quote
                glue = open_quote
            if space:
                text += " "
            start = len(text)
            text += token
            if tag.startswith("B-"):
                names.append(Name(start, len(text), tag[2:]))
            elif tag.startswith("I-"):
                names[-1] = Name(names[-1].start, len(text), tag[2:])
    return Document(text, tuple(names))
