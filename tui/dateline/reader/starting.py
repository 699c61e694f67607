"""From the command line to the first screen: options, the article, the terminal, the app."""

from __future__ import annotations

import datetime
import io
import os
import stat
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.article.clean import clean_line
from dateline.article.errors import ArticleError
from dateline.article.head import read_head
from dateline.article.model import SET_BY_COMMAND
from dateline.config import load_config
from dateline.reader import garbage
from dateline.reader.first_page.page import FirstPage
from dateline.reader.opening import open_source

if TYPE_CHECKING:
    from dateline.article.model import Article

_BEATS = "500"
"""How often in a second the screen may be drawn, when something on it has changed."""
_ONLY_TEXT = "dateline: this terminal says that it is a plain one, so the text is printed"
_SWITCH = 0.0005
"""Seconds after which a thread that works gives the interpreter to one that waits for it."""


class UsageError(Exception):
    """The command line cannot be understood; the text says why."""


@dataclass(frozen=True)
class ReadingOptions:
    """What the command line asks for."""

    sources: tuple[str, ...] = ()
    published: datetime.date | None = None
    theme: str | None = None
    plain: bool = False
    show: str = ""
    """"help" or "version" when only that is asked for."""


def read_options(arguments: list[str]) -> ReadingOptions:
    """Read the command line. Raises UsageError."""
    options, sources, rest = ReadingOptions(), list[str](), list(arguments)
    while rest:
        word = rest.pop(0)
        name, has_value, value = word.partition("=")
        if word == "--":
            sources += rest
            break
        if name in ("--published", "--theme"):
            if not has_value:
                if not rest:
                    raise UsageError(f"{name} needs a value")
                value = rest.pop(0)
            if name == "--theme":
                options = replace(options, theme=value)
            else:
                options = replace(options, published=_date(value))
        elif word in ("--help", "-h"):
            options = replace(options, show="help")
        elif word in ("--version", "-V"):
            options = replace(options, show="version")
        elif word == "--plain":
            options = replace(options, plain=True)
        elif word.startswith("-") and word != "-":
            raise UsageError(f"there is no option {clean_line(word)}")
        else:
            sources.append(word)
    return replace(options, sources=tuple(sources))


def _date(value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{clean_line(value)} is not a date; write it like 2025-06-07") from None


def start_reading(options: ReadingOptions) -> int:
    """Open the sources and read them; returns the exit status."""
    garbage.wait_for_the_first_screen()
    if not options.sources and _is_piped():
        options = replace(options, sources=("-",))
    if options.plain or not sys.stdout.isatty():
        return _print_all(options)
    if _is_dumb():
        print(_ONLY_TEXT, file=sys.stderr)
        return _print_all(options)
    from dateline.reader.ending import leave_on_signals

    leave_on_signals()
    page = FirstPage()
    try:
        return _read(options, page)
    finally:
        page.take_back()


def _is_piped() -> bool:
    """Whether standard input is a pipe or a file that the shell led here."""
    try:
        mode = os.fstat(0).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)


def _is_dumb() -> bool:
    """Whether the terminal calls itself one that can neither place its cursor nor show colours."""
    return os.environ.get("TERM") in ("dumb", "unknown") and not os.environ.get("COLORTERM")


def _print_all(options: ReadingOptions) -> int:
    """Open the sources and print their text; returns the exit status."""
    articles = _open_all(options)
    return 1 if articles is None else _print(articles)


def _read(options: ReadingOptions, page: FirstPage) -> int:
    """Read in the terminal; the first page stands there while the rest is made ready."""
    config = load_config()
    if options.theme:
        config = replace(config, theme=options.theme)
    positions = None
    if len(options.sources) == 1 and sys.stdin.isatty() and sys.stderr.isatty():
        from dateline.library.positions import Positions

        positions = Positions()
        # Who goes on further down sees the page when the whole article is read.
        begins = not positions.last_offset(options.sources[0])
        head = read_head(options.sources[0]) if begins else None
        if head is not None:
            page.show(head, 0, config)
    articles = _open_all(options, page)
    if articles is None:
        return 1
    if not _take_terminal():
        return _print(articles)
    article = articles[0] if articles else None
    if positions is not None and article is not None and not page.is_shown:
        place = positions.place_in(article)
        page.show(article, place.offset if place else 0, config)
    if len(articles) > 1:
        from dateline.article.dossier import make_dossier

        article = make_dossier(articles)
    _answer_quickly()
    _draw_in_unicode()
    from dateline.reader.app import DatelineApp

    app = DatelineApp(article, config, positions, page)
    app.run()
    return app.return_code or 0


def _answer_quickly() -> None:
    """Shorten what a key waits for: the next beat of the drawing, and the threads of the terminal.

    Usually that is up to 17 ms for the one, 5 ms each time for the others.
    """
    os.environ.setdefault("TEXTUAL_FPS", _BEATS)
    sys.setswitchinterval(_SWITCH)


def _draw_in_unicode() -> None:
    """Let Textual write UTF-8 to the terminal, whatever encoding Python was told or guessed."""
    terminal = sys.__stderr__
    if isinstance(terminal, io.TextIOWrapper):
        terminal.reconfigure(encoding="utf-8", errors="replace")


def _open_all(options: ReadingOptions, page: FirstPage | None = None) -> list[Article] | None:
    """Open all sources; None when one of them cannot be opened, which has been told."""
    articles = []
    for source in options.sources:
        article = _open(source, page)
        if article is None:
            return None
        if options.published is not None:
            article = replace(article, published=options.published, published_from=SET_BY_COMMAND)
        articles.append(article)
    return articles


def _open(source: str, page: FirstPage | None) -> Article | None:
    """Open a source; what goes wrong is one sentence on standard error."""
    try:
        return open_source(source)
    except ArticleError as error:
        if page is not None:
            page.take_back()
        print(f"dateline: {error}", file=sys.stderr)
        return None


def _take_terminal() -> bool:
    """Make the terminal both what is read and what is drawn on, wherever a shell led them.

    Standard input may have been an article's pipe; Textual draws on standard error.
    """
    if sys.stdin.isatty() and sys.stderr.isatty():
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    if not sys.stderr.isatty():
        os.dup2(terminal, 2)
    if sys.stdin.isatty():
        os.close(terminal)
        return True
    os.dup2(terminal, 0)
    os.close(terminal)
    sys.stdin = os.fdopen(0, "r", closefd=False)
    return sys.stdin.isatty()


def _print(articles: list[Article]) -> int:
    """Print the plain text: there is no terminal to read in."""
    if not articles:
        print("dateline: there is no terminal here; name an article to print", file=sys.stderr)
        return 2
    try:
        if isinstance(sys.stdout, io.TextIOWrapper):
            # An encoding that lacks a character is no reason to print nothing.
            sys.stdout.reconfigure(errors="replace")
        for article in articles:
            for remark in article.remarks:
                print(f"dateline: {clean_line(remark)}", file=sys.stderr)
            sys.stdout.write(article.text if article.text.endswith("\n") else article.text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of the pipe has seen enough; closing standard output again must not raise.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 0
