"""Fetching: real answers from a server on the loopback address, honest and hostile."""

import asyncio
import contextlib
import gzip
import re
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from dateline.article.errors import ArticleError
from dateline.article.fetching import fetch
from dateline.article.opening import open_article

STORY = (
    "<html><head><title>Quay closes</title></head><body><article><h1>Quay closes for winter</h1>"
    + "<p>The council voted on Monday to close the quay, as engineers had found cracks in it. </p>"
    * 8
    + "</article></body></html>"
).encode()


def answer(body: bytes = STORY, status: str = "200 OK", **headers: str) -> bytes:
    fields = {"Content-Type": "text/html", "Content-Length": str(len(body)), "Connection": "close"}
    fields.update({name.replace("_", "-"): value for name, value in headers.items()})
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


BOMB = gzip.compress(b"<p>x</p>" * 4_000_000)
ANSWERS: dict[str, bytes] = {
    "/story": answer(),
    "/moved": answer(b"", "302 Found", Location="/story"),
    "/circle": answer(b"", "302 Found", Location="/circle"),
    "/file": answer(b"", "302 Found", Location="file:///etc/passwd"),
    "/missing": answer(b"no", "404 Not Found"),
    "/broken": answer(b"no", "503 Service Unavailable"),
    "/longer": answer(Content_Length=str(len(STORY) + 500)),
    "/shorter": answer(Content_Length=str(len(STORY) - 200)),
    "/huge": answer(Content_Length=str(10**10)),
    "/no-length": answer(Content_Length=""),
    "/packed": answer(gzip.compress(STORY), Content_Encoding="gzip"),
    "/bomb": answer(BOMB, Content_Encoding="gzip"),
    "/not-packed": answer(Content_Encoding="gzip"),
    "/latin": answer(
        STORY.replace(b"The council", "Zoë’s council".encode("cp1252")),
        Content_Type="text/html; charset=utf-8",
    ),
    "/declared": answer(
        STORY.replace(b"The council", "Zoë’s council".encode("cp1252")),
        Content_Type="text/html; charset=windows-1252",
    ),
    "/picture": answer(b"\x89PNG\r\n\x1a\n", Content_Type="image/png"),
    "/text": answer(b"Quay closes\n\nThe quay closes for winter.\n", Content_Type="text/plain"),
    "/wrong-type": answer(Content_Type="application/octet-stream"),
    "/nonsense": b"\x00\x01\x02 this is not http\r\n\r\n",
    "/nothing": b"",
    "/empty": answer(b""),
}


class Server:
    """Answers each path with the bytes above; "/hang" never answers, "/drip" hardly does."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        self.closed = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while not self.closed.is_set():
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection:
            path = connection.recv(65536).split(b" ")[1].decode()
            if path == "/hang":
                self.closed.wait(10)
            elif path == "/drip":
                for byte in ANSWERS["/story"]:
                    if self.closed.wait(0.1):
                        return
                    with contextlib.suppress(OSError):
                        connection.send(bytes([byte]))
            else:
                connection.sendall(ANSWERS[path])


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    server = Server()
    yield server.url
    server.closed.set()
    server.socket.close()


@pytest.fixture(autouse=True)
def _direct(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


def refusal(url: str, **limits: float) -> str:
    with pytest.raises(ArticleError) as caught:
        fetch(url, **limits)
    message = str(caught.value)
    assert re.search(r"[\x00-\x1f\x7f-\x9f]", message) is None
    assert message.endswith(".")
    return message


@pytest.mark.parametrize(
    "path", ["/story", "/moved", "/no-length", "/packed", "/wrong-type", "/latin", "/declared"]
)
def test_pages_are_read(server: str, path: str) -> None:
    article = open_article(server + path)
    assert article.title == "Quay closes for winter"
    assert "to close the quay, as engineers" in article.text
    assert article.source == server + path
    if path == "/moved":
        assert article.url == server + "/story"
    if path in ("/latin", "/declared"):
        assert "Zoë’s council" in article.text


def test_plain_text_is_read(server: str) -> None:
    article = open_article(server + "/text")
    assert (article.format, article.title) == ("text", "Quay closes")
    assert article.url == server + "/text"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/circle", "in a circle"),
        ("/file", "only http and https"),
        ("/missing", "404"),
        ("/broken", "503"),
        ("/huge", "larger than"),
        ("/not-packed", "damaged"),
        ("/picture", "a picture"),
        ("/nonsense", "could not be fetched"),
        ("/nothing", "could not be fetched"),
    ],
)
def test_refusals_say_why(server: str, path: str, said: str) -> None:
    assert said in refusal(server + path)


def test_a_page_that_inflates_is_refused(server: str) -> None:
    begun = time.monotonic()
    assert "larger than 20 MB" in refusal(server + "/bomb")
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("path", ["/hang", "/drip"])
def test_a_server_that_hangs_or_drips_is_given_up(server: str, path: str) -> None:
    begun = time.monotonic()
    assert "within 0.4 seconds" in refusal(server + path, seconds=0.4)
    assert time.monotonic() - begun < 3


def test_a_page_that_breaks_off_is_read_as_far_as_it_came(server: str) -> None:
    article = open_article(server + "/longer")
    assert "to close the quay" in article.text
    assert "broke off" in article.remarks[-1]
    assert "to close the quay" in open_article(server + "/shorter").text


def test_an_empty_page_is_refused(server: str) -> None:
    with pytest.raises(ArticleError, match="is empty"):
        open_article(server + "/empty")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://example.com/story", "only http and https"),
        ("http:///story", "names no site"),
        ("http://[::1", "no address"),
        ("http://127.0.0.1:1/", "refuses the connection"),
        ("http://does-not-exist.invalid/", "is not known"),
    ],
)
def test_addresses_that_lead_nowhere(url: str, said: str) -> None:
    assert said in refusal(url)


def test_it_can_be_called_where_an_event_loop_runs(server: str) -> None:
    async def read() -> bytes:
        return fetch(server + "/story").data

    assert asyncio.run(read()) == STORY
