"""The pages of keys say what the table of commands says."""

from pathlib import Path

from dateline.reader.commands import COMMANDS
from dateline.reader.manual import keys_markdown, man_page

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_keys_is_of_this_table() -> None:
    assert (DOCS / "keys.md").read_text("utf-8") == keys_markdown(), "run `make docs`"


def test_the_manual_page_is_of_this_table() -> None:
    assert (DOCS / "dateline.1").read_text("utf-8") == man_page(), "run `make docs`"


def test_every_command_is_on_the_page() -> None:
    page = keys_markdown()
    assert all(f"`{command.id}`" in page for command in COMMANDS)
