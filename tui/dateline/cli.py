"""The command line: `dateline FILE` reads; `dateline COMMAND ...` does what the command says.

The way to the first screen goes by here, so nothing is imported before it is needed.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

COMMANDS = {
    "add": "dateline.library.command:add",
    "analyze": "dateline.analysis.command:analyze",
    "export": "dateline.annotations.command:export_",
    "import": "dateline.annotations.command:import_",
    "languages": "dateline.analysis.languages:languages",
    "notes": "dateline.annotations.command:notes",
}
"""The subcommands, and the click command that each is."""

USAGE = """\
Usage: dateline [FILE | URL | -]...       read an article; without one, what
                                         is piped in, or what you choose
       dateline COMMAND [ARGUMENTS]...    see dateline COMMAND --help

Commands:
  analyze    print what is found in articles as JSON
  notes      list and search your notes on all articles
  export     write an article with its notes in an open format
  import     take notes from a file
  add        fetch pages into the library
  languages  list the languages that are read in depth

Options:
  --published DATE  the date of the article, such as 2025-06-07
  --theme NAME      a colour theme: dateline-dark, dateline-light, ansi-dark, ...
  --plain           print the article's text instead of opening the reader
  --version         print the version
  --help            print this

A file whose name is a command is opened with a path: dateline ./notes
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status: 0 well, 1 bad input, 2 bad usage."""
    arguments = sys.argv[1:] if arguments is None else arguments
    # Textual takes an empty NO_COLOR for a set one; no-color.org does not.
    if not os.environ.get("NO_COLOR", "x"):
        del os.environ["NO_COLOR"]
    if arguments and arguments[0] in COMMANDS:
        return _run_command(arguments[0], arguments[1:])
    return _read(arguments)


def _run_command(name: str, arguments: list[str]) -> int:
    module, _, attribute = COMMANDS[name].partition(":")
    command = getattr(import_module(module), attribute)
    from click import Abort, ClickException, UsageError

    try:
        result = command.main(arguments, prog_name=f"dateline {name}", standalone_mode=False)
    except (ClickException, Abort) as problem:
        message = problem.format_message() if isinstance(problem, ClickException) else "stopped"
        print(f"dateline: {message}", file=sys.stderr)
        if isinstance(problem, UsageError):
            print(f"Try: dateline {name} --help", file=sys.stderr)
            return 2
        return 1
    return result if isinstance(result, int) else 0


def _read(arguments: list[str]) -> int:
    from dateline.reader.starting import UsageError, read_options, start_reading

    try:
        options = read_options(arguments)
    except UsageError as problem:
        print(f"dateline: {problem}\nTry: dateline --help", file=sys.stderr)
        return 2
    if options.show == "help":
        print(USAGE, end="")
        return 0
    if options.show == "version":
        from dateline import __version__

        print(f"dateline {__version__}")
        return 0
    return start_reading(options)


if __name__ == "__main__":
    sys.exit(main())
