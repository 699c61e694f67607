"""The English pipeline's rules from tags to parts of speech and features, with a memory.

spaCy's attribute ruler matches some two hundred patterns against every text, a tenth of the whole
time. But what it says of a token follows from little: its tag, its dependency, whether it is white
space, the word itself if a rule names it, and whether an expletive stands before it. What was said
once of such a token is remembered here and said again. Lemmas are left alone: nothing reads them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy
from spacy.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

NAME = "remembered_tag_rules"

_READ: list[int | str] = ["LOWER", "TAG", "DEP", "IS_SPACE"]
_WRITTEN: list[int | str] = ["TAG", "POS", "MORPH", "DEP"]
_Key = tuple[int, ...]


class RememberedTagRules:
    """An attribute ruler whose answers are remembered.

    Raises ValueError for a ruler whose answers depend on more.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._known: dict[_Key, tuple[int, ...]] = {}
        words, expletives = _what_rules_read(ruler.patterns)
        strings = ruler.vocab.strings
        self._words = numpy.array(sorted(strings.add(word) for word in words), dtype="uint64")
        self._expletives = numpy.array([strings.add(dep) for dep in expletives], dtype="uint64")

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech and features of every token."""
        keys = self._keys(doc)
        try:
            written = [self._known[key] for key in keys]
        except KeyError:
            doc = self._ruler(doc)
            answers = map(tuple, doc.to_array(_WRITTEN).tolist())
            self._known.update(zip(keys, answers, strict=True))
            return doc
        if written:
            values: Any = numpy.array(written, dtype="uint64")
            doc.from_array(_WRITTEN, values)
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Each doc in turn; `batch_size` makes no difference."""
        return map(self, docs)

    def _keys(self, doc: Doc) -> list[_Key]:
        read = doc.to_array(_READ)
        dependencies = read[:, 2]
        read[:, 0] *= numpy.isin(read[:, 0], self._words)
        after = numpy.zeros(len(doc), dtype="uint64")
        after[1:] = numpy.isin(dependencies[:-1], self._expletives)
        return list(map(tuple, numpy.column_stack((read, after)).tolist()))


def _what_rules_read(patterns: Iterable[dict[str, Any]]) -> tuple[set[str], set[str]]:
    """The words that the rules name, and the dependencies that matter on the token before."""
    words: set[str] = set()
    expletives: set[str] = set()
    for rule in patterns:
        if set(rule["attrs"]) == {"LEMMA"}:
            continue
        for pattern in rule["patterns"]:
            *before, token = pattern
            if len(before) > 1 or (before and rule["index"] != 1):
                raise ValueError(f"a rule on more than the token before: {rule}")
            for each in before:
                if set(each) != {"DEP"} or not isinstance(each["DEP"], str):
                    raise ValueError(f"a rule on more than the dependency before: {rule}")
                expletives.add(each["DEP"])
            if not set(token) <= {"LOWER", "TAG", "DEP", "IS_SPACE"}:
                raise ValueError(f"a rule on more than word, tag and dependency: {rule}")
            words.update(_named(token.get("LOWER", [])))
        if not set(rule["attrs"]) <= {"TAG", "POS", "MORPH", "LEMMA", "DEP"}:
            raise ValueError(f"a rule that sets more than tags and features: {rule}")
    return words, expletives


def _named(condition: Any) -> list[str]:
    if isinstance(condition, str):
        return [condition]
    if isinstance(condition, dict):
        if set(condition) != {"IN"}:
            raise ValueError(f"a rule on words that it does not name: {condition}")
        condition = condition["IN"]
    return list(condition)


@Language.factory(NAME)
def _make(nlp: Language, name: str) -> RememberedTagRules:
    ruler: Any = nlp.get_pipe("attribute_ruler")
    return RememberedTagRules(ruler)


def remember_tag_rules(model: Language) -> None:
    """Put the memory in the place of a pipeline's attribute ruler, if it makes no difference."""
    if "attribute_ruler" not in model.pipe_names:
        return
    try:
        model.add_pipe(NAME, after="attribute_ruler")
    except ValueError:
        return
    model.disable_pipe("attribute_ruler")
