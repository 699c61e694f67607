"""The commands `dateline notes`, `dateline export` and `dateline import`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.annotations.colours import colour_of
from dateline.annotations.errors import StoreError
from dateline.annotations.exports import FORMATS, SUFFIXES
from dateline.article.clean import clean_line

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis
    from dateline.annotations.exports.sheet import Sheet
    from dateline.annotations.model import Annotation, ArticleRecord
    from dateline.annotations.store import AnnotationStore
    from dateline.article.model import Article

_PAGE = 1000
_BROKEN_PIPE = 141


@click.command("notes")
@click.argument("query", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Print the first N only.")
def notes(query: tuple[str, ...], as_json: bool, limit: int | None) -> None:
    """List the notes on all articles, the latest first, or those that QUERY finds.

    QUERY holds words (the beginning is enough), "phrases", tag:NAME, colour:NAME, article:WORD;
    all of it must be found. The search goes over quotes, notes and tags.
    """
    try:
        found = 0
        for annotation, record in _found(" ".join(query), limit):
            click.echo(
                json.dumps(_as_dict(annotation, record), ensure_ascii=False)
                if as_json
                else _as_lines(annotation, record)
            )
            found += 1
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_quietly()
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    if not found and query:
        click.echo("No notes found.", err=True)
        sys.exit(1)


@click.command("export")
@click.argument("article", required=False)
@click.option("--to", "form", type=click.Choice(FORMATS), help="The format.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="A file to write.")
def export_(article: str | None, form: str | None, output: str | None) -> None:
    """Write ARTICLE (a path or a URL) with its notes, or, without one, the notes on all articles.

    The format is that of --to, else what the name of the file asks for, else markdown. It goes to
    standard output unless -o names a file, which is written whole or not at all.
    """
    from dateline.annotations.exports import export
    from dateline.annotations.exports.sheet import sheets_of
    from dateline.annotations.exports.writing import write_whole

    form = form or SUFFIXES.get(Path(output or "").suffix.lower(), "markdown")
    store = _store()
    try:
        sheets = sheets_of(store) if article is None else [_sheet(store, article, form)]
        text = export(sheets, form, _analyze)
        if output is None:
            sys.stdout.buffer.write(text.encode("utf-8", "replace"))
            sys.stdout.buffer.flush()
        else:
            write_whole(Path(output), text)
    except BrokenPipeError:
        _leave_quietly()
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.ClickException(
            f"Not written: {clean_line(output or 'standard output')}: {reason}."
        ) from error
    except (StoreError, ValueError) as error:
        raise click.ClickException(clean_line(str(error))) from error


@click.command("import")
@click.argument("file")
def import_(file: str) -> None:
    """Take the notes in FILE ("-" for standard input): W3C Web Annotations or Hypothesis' JSON.

    Notes that are there already are not taken twice.
    """
    from dateline.annotations.imports import NotAnImportError, read_entries
    from dateline.annotations.imports.storing import store_entries

    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        imported = store_entries(_store(), read_entries(content))
    except NotAnImportError as error:
        name = "Standard input" if file == "-" else file
        raise click.ClickException(clean_line(f"{name} {error}")) from error
    except StoreError as error:
        raise click.ClickException(clean_line(str(error))) from error
    except FileNotFoundError as error:
        told = f"There is no file {file}: check its name, or give - for standard input."
        raise click.ClickException(clean_line(told)) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise click.ClickException(clean_line(f"{file} cannot be read: {reason}.")) from error
    parts = [f"{_counted(imported.added, 'note')} taken"]
    if imported.articles:
        parts[0] += f" on {_counted(imported.articles, 'article')}"
    if imported.known:
        parts.append(f"{imported.known} there already")
    click.echo(", ".join(parts) + ".")


def _store() -> AnnotationStore:
    from dateline.annotations.store import AnnotationStore

    return AnnotationStore()


def _found(typed: str, limit: int | None) -> list[tuple[Annotation, ArticleRecord]]:
    store = _store()
    found: list[tuple[Annotation, ArticleRecord]] = []
    while limit is None or len(found) < limit:
        size = _PAGE if limit is None else min(_PAGE, limit - len(found))
        page = store.search(typed, limit=size, offset=len(found)).annotations
        records = store.records_of(page)
        found.extend((annotation, records[annotation.article]) for annotation in page)
        if len(page) < size:
            break
    for remark in store.take_remarks():
        click.echo(clean_line(remark), err=True)
    return found


def _as_dict(annotation: Annotation, record: ArticleRecord) -> dict[str, Any]:
    return {
        "id": annotation.id,
        "title": record.title,
        "source": record.addresses[0] if record.addresses else record.url,
        "start": annotation.made_start,
        "end": annotation.made_end,
        "quote": annotation.exact,
        "colour": colour_of(annotation.colour).name,
        "note": annotation.note,
        "tags": list(annotation.tags),
        "created": annotation.created,
        "modified": annotation.modified,
    }


def _as_lines(annotation: Annotation, record: ArticleRecord) -> str:
    """A block of lines for one note: fields parted by TAB first, then the quote, then the note."""
    colour = colour_of(annotation.colour)
    source = record.addresses[0] if record.addresses else record.url
    head = [annotation.modified[:10], colour.name, record.name]
    if source and source != record.name:
        head.append(source)
    lines = ["\t".join(clean_line(part) for part in head)]
    quote = " ".join(clean_line(annotation.exact).split())
    if quote:
        lines.append(f"  {colour.glyph} “{quote}”")
    lines.extend(f"    {clean_line(line)}" for line in annotation.note.splitlines())
    if annotation.tags:
        lines.append("    " + " ".join(f"#{clean_line(tag)}" for tag in annotation.tags))
    return "\n".join(lines) + "\n"


def _dated(article: Article) -> Article:
    """The article with the date that the reader gave it in the app, if ever."""
    from dateline.library.positions import Positions

    positions = Positions()
    try:
        return positions.dated(article)
    finally:
        positions.close()


def _sheet(store: AnnotationStore, source: str, form: str) -> Sheet:
    """The article at a source with its notes; an article that is gone is taken from the notes."""
    from dateline.annotations.exports.sheet import Sheet, sheet_of
    from dateline.annotations.model import ArticleRecord
    from dateline.article.opening import open_article

    try:
        article = _dated(open_article(source))
    except (OSError, ValueError) as error:
        kept = _kept(store, source)
        if kept is None:
            raise ValueError(str(error)) from error
        click.echo(f"{clean_line(str(error))} Taken as it was when last annotated.", err=True)
        article = kept
    sheet = sheet_of(store, article)
    if sheet is not None:
        return sheet
    if form == "html":
        record = ArticleRecord(0, article.title or "", "", "", "", "", (), "", "", "")
        return Sheet(record, (), article)
    raise ValueError(f"There are no notes on {source}.")


def _kept(store: AnnotationStore, source: str) -> Article | None:
    """An article that cannot be opened any more, with the text that its notes were made in."""
    from dataclasses import replace
    from datetime import date

    from dateline.article.model import Article
    from dateline.library.address import address_of

    address = address_of(source)
    for record in store.articles():
        text = store.text_of(record.text_hash) if address in record.addresses else None
        if text is not None:
            return replace(
                Article.from_text(text, source=source),
                text=text,
                title=record.title or None,
                byline=record.byline or None,
                site=record.site or None,
                published=date.fromisoformat(record.published) if record.published else None,
                url=record.url or None,
            )
    return None


def _analyze(sheet: Sheet) -> Analysis | None:
    from dateline.analysis.cache import AnalysisCache
    from dateline.analysis.pipeline import analyze

    if sheet.article is None:
        return None
    return AnalysisCache().load(sheet.article) or analyze(sheet.article)


def _counted(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"


def _leave_quietly() -> None:
    """The reader of the pipe has gone: end as `head` makes other programs end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(_BROKEN_PIPE)
