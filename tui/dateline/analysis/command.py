"""The command `dateline analyze`: the analysis of articles as JSON."""

from __future__ import annotations

import json
import os
import sys
from typing import IO, TYPE_CHECKING, NoReturn

import click

from dateline.article.clean import clean_line

if TYPE_CHECKING:
    import datetime

_INTERRUPTED = 130
_BROKEN_PIPE = 141


@click.command("analyze")
@click.argument("sources", nargs=-1, metavar="[FILE]...")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day the article was published, when the source does not say.",
)
@click.option(
    "--jsonl",
    is_flag=True,
    help='Read lines {"id", "text", "published"?} on standard input; answer each with a line.',
)
@click.option(
    "--processes",
    type=click.IntRange(1),
    metavar="N",
    help="How many processes answer --jsonl (usually 2; each takes about 300 MB).",
)
def analyze(
    sources: tuple[str, ...],
    published: datetime.datetime | None,
    jsonl: bool,
    processes: int | None,
) -> None:
    """Print the names, numbers, times, quotes and places of articles as JSON.

    FILE is a path, a URL or "-" for standard input. One article is printed as one object,
    several as one object a line.
    """
    if jsonl and (sources or published):
        raise click.UsageError(
            "--jsonl reads standard input and takes neither FILE nor --published."
        )
    if processes and not jsonl:
        raise click.UsageError("--processes goes with --jsonl.")
    if not jsonl and not sources:
        raise click.UsageError("Give a FILE, or --jsonl.")
    try:
        if jsonl:
            complete = _analyze_stream(processes)
        else:
            complete = _analyze_sources(sources, published.date() if published else None)
        sys.stdout.flush()
    except KeyboardInterrupt:
        _leave(_INTERRUPTED)
    except BrokenPipeError:
        _leave(_BROKEN_PIPE)
    if not complete:
        sys.exit(1)


def _analyze_stream(processes: int | None) -> bool:
    """Answer each line; whether all could be analysed."""
    from dateline.analysis.team import analyze_lines_together, usual_size

    size = processes or usual_size()
    if size > 1:
        answers = analyze_lines_together(sys.stdin.buffer, size)
    else:
        from dateline.analysis.stream import analyze_lines

        answers = analyze_lines(sys.stdin.buffer)
    complete = True
    for answer in answers:
        _print_line(sys.stdout.buffer, answer)
        if complete and '"error": ' in answer and "error" in json.loads(answer):
            complete = False
    return complete


def _analyze_sources(sources: tuple[str, ...], published: datetime.date | None) -> bool:
    """Print each; whether all could be opened."""
    from dataclasses import replace

    from dateline.analysis.pipeline import analyze as analyze_article
    from dateline.article.model import SET_BY_COMMAND
    from dateline.article.opening import open_article

    indent = 2 if len(sources) == 1 and sys.stdout.isatty() else None
    complete = True
    for source in sources:
        try:
            article = open_article(source)
        except (OSError, ValueError) as error:
            _tell(source, _reason(error))
            complete = False
            continue
        if published:
            article = replace(article, published=published, published_from=SET_BY_COMMAND)
        found = analyze_article(article)
        for remark in (*article.remarks, *found.remarks):
            _tell(source, remark)
        _print_line(
            sys.stdout.buffer, json.dumps(found.to_dict(), ensure_ascii=False, indent=indent)
        )
    return complete


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}."
    return str(error)


def _tell(source: str, sentence: str) -> None:
    name = "standard input" if source == "-" else source
    told = sentence if name in sentence else f"{name}: {sentence}"
    click.echo(f"dateline: {clean_line(told)}", err=True)


def _print_line(out: IO[bytes], line: str) -> None:
    out.write(line.encode("utf-8", "surrogatepass") + b"\n")
    out.flush()


def _leave(status: int) -> NoReturn:
    """End at once and in silence: nobody reads the rest."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    os._exit(status)
