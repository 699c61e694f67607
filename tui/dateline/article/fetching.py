"""Fetching a page over http or https, within limits of time, size and redirects."""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dateline import __version__
from dateline.article.errors import ArticleError, shown

if TYPE_CHECKING:
    import httpx

SECONDS = 30.0
"""How long fetching may take, from the first word to the last byte."""
LARGEST = 20 * 1024 * 1024
"""The most bytes of a page, after decompression."""
REDIRECTS = 10
"""How many redirects are followed."""

_HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; Dateline/{__version__}; a reader for the terminal)",
    "Accept": "text/html,application/xhtml+xml,application/epub+zip,application/pdf,"
    "application/rss+xml,application/atom+xml,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "en, *;q=0.5",
}
_REFUSED = {
    "image": "a picture",
    "audio": "a sound",
    "video": "a film",
    "font": "a font",
    "application/json": "data for programs",
    "application/javascript": "a script",
    "text/javascript": "a script",
    "text/css": "a style sheet",
}
_CHARSET = re.compile(r"charset\s*=\s*\"?([\w.:-]{2,40})", re.IGNORECASE)
_STATUS = {
    401: "asks for a password: open it in a browser and save the page",
    402: "asks to be paid: open it in a browser and save the page",
    403: "may not be read from here: open it in a browser and save the page",
    404: "is not there: look at how the address is spelt",
    410: "is gone for good",
    429: "is asked for too often: try again in a while",
    451: "may not be shown for legal reasons",
}


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What a server sent."""

    data: bytes
    url: str
    """Where it was in the end, after redirects."""
    charset: str | None
    """The encoding that the server declared."""
    remark: str | None = None
    """A sentence for the reader when the page did not arrive whole."""


def fetch(
    url: str, *, seconds: float = SECONDS, largest: int = LARGEST, pictures: bool = False
) -> FetchedPage:
    """Fetch what is at an http or https address; `ArticleError` says why when that fails.

    A picture is refused, or with `pictures` everything that is not a picture.

    Waits `seconds` at most for all of it, however slowly the server drips. Can be called from
    any thread, also from one that runs an event loop.
    """
    _check(url)
    answers: list[FetchedPage | BaseException] = []

    def work() -> None:
        try:
            answers.append(asyncio.run(_fetch(url, seconds, largest, pictures)))
        except BaseException as error:  # It is raised again in the thread that waits.
            answers.append(error)

    thread = threading.Thread(target=work, name="fetch", daemon=True)
    thread.start()
    thread.join()
    answer = answers[0]
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _check(url: str) -> None:
    name = shown(url)
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        raise ArticleError(f"“{name}” is no address: look at how it is spelt.") from None
    if parts.scheme.lower() not in ("http", "https"):
        raise ArticleError(
            f"“{name}” cannot be fetched: only http and https addresses can, not "
            f"{shown(parts.scheme)}."
        )
    if not host:
        raise ArticleError(f"“{name}” names no site: write it as “https://example.com/page”.")


async def _fetch(url: str, seconds: float, largest: int, pictures: bool) -> FetchedPage:
    import httpx

    name, host = shown(url), shown(urlsplit(url).hostname or url)
    try:
        async with (
            asyncio.timeout(seconds),
            httpx.AsyncClient(
                follow_redirects=True, max_redirects=REDIRECTS, timeout=seconds, headers=_HEADERS
            ) as client,
            client.stream("GET", url) as response,
        ):
            _check_answer(response, name, pictures)
            return await _read(response, name, largest)
    except (TimeoutError, httpx.TimeoutException):
        raise ArticleError(
            f"“{name}” did not arrive within {seconds:g} seconds: try again later."
        ) from None
    except httpx.TooManyRedirects:
        raise ArticleError(
            f"“{name}” sends the reader on in a circle (over {REDIRECTS} redirects)."
        ) from None
    except (httpx.UnsupportedProtocol, httpx.InvalidURL, UnicodeError):
        raise ArticleError(
            f"“{name}” leads to an address that cannot be fetched: only http and https can."
        ) from None
    except httpx.ConnectError as error:
        raise ArticleError(_no_connection(host, error)) from None
    except httpx.DecodingError:
        raise ArticleError(f"“{name}” is packed in a way that is damaged.") from None
    except httpx.HTTPError as error:
        why = shown(str(error) or type(error).__name__).rstrip(".")
        raise ArticleError(f"“{name}” could not be fetched: {why}.") from None


def _check_answer(response: httpx.Response, name: str, pictures: bool) -> None:
    """Refuse an answer by its head, before anything of it is read."""
    status = response.status_code
    if status >= 400:
        said = _STATUS.get(status)
        if said is None:
            fault = "the site has a fault; try again later" if status >= 500 else "it is refused"
            said = f"cannot be read: {fault}"
        raise ArticleError(f"“{name}” {said} (the site answers {status}).")
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if pictures:
        if kind.partition("/")[0] in ("text", "audio", "video", "font"):
            raise ArticleError(f"“{name}” is not a picture ({shown(kind)}).")
        return
    what = _REFUSED.get(kind) or _REFUSED.get(kind.partition("/")[0])
    if what is not None and kind != "image/svg+xml":
        raise ArticleError(f"“{name}” is {what} ({shown(kind)}), not an article.")


async def _read(response: httpx.Response, name: str, largest: int) -> FetchedPage:
    import httpx

    too_large = ArticleError(f"“{name}” is larger than {largest >> 20 or 1} MB: it was not read.")
    length = response.headers.get("Content-Length", "")
    if length.isdigit() and int(length) > largest:
        raise too_large
    parts: list[bytes] = []
    total = 0
    remark = None
    try:
        async for part in response.aiter_bytes():
            total += len(part)
            if total > largest:
                raise too_large
            parts.append(part)
    except (httpx.RemoteProtocolError, httpx.ReadError):
        if not total:
            raise
        remark = "The site broke off before the page had arrived whole."
    charset = _CHARSET.search(response.headers.get("Content-Type", ""))
    return FetchedPage(b"".join(parts), str(response.url), charset[1] if charset else None, remark)


def _no_connection(host: str, error: BaseException) -> str:
    causes = list(_causes(error))
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return f"“{host}” cannot be trusted: its certificate or its encryption is not valid."
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return f"“{host}” is not known: look at how it is spelt, and at your network."
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return f"“{host}” refuses the connection: look at the address, or try again later."
    return f"“{host}” cannot be reached: look at your network, or try again later."


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and all that it came of."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for part in error.exceptions:
                yield from _causes(part)
        error = error.__cause__ or error.__context__
