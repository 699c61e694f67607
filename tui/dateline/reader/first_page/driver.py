"""The driver of an app that begins where a first page stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.drivers.linux_driver import LinuxDriver

from dateline.reader.first_page.page import ENTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver

    from dateline.reader.first_page.page import FirstPage


def driver_over(page: FirstPage, driver: type[Driver]) -> type[Driver]:
    """The driver itself, or one that draws over the page instead of clearing the screen first."""
    if not page.is_shown or driver is not LinuxDriver:
        return driver

    class DriverOverPage(LinuxDriver):
        def start_application_mode(self) -> None:
            start: Callable[[], None] = super().start_application_mode
            start()
            if page.settings is not None:
                # Not those that held back what was typed while the page stood there.
                self.attrs_before = page.settings

        def write(self, data: str) -> None:
            if data == ENTER and page.is_shown:
                page.is_shown = False
            else:
                super().write(data)

    return DriverOverPage
