"""Decoding: the characters that bytes stand for, and what the reader should be told of it."""

from __future__ import annotations

import codecs
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000
_LIKELY = [
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp1258",
    "iso8859_2",
    "iso8859_5",
    "iso8859_7",
    "koi8_r",
    "koi8_u",
    "shift_jis",
    "euc_jp",
    "iso2022_jp",
    "gb18030",
    "big5",
    "euc_kr",
    "cp874",
    "mac_roman",
    "cp866",
    "cp437",
]
_SHOWN = {
    "cp1252": "Windows-1252",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
}
_LATIN = frozenset(
    ["cp1250", "cp1254", "cp1257", "cp1258", "iso8859_2", "mac_roman", "cp437", "cp1252"]
)
_EAST_ASIAN = frozenset(["shift_jis", "euc_jp", "iso2022_jp", "gb18030", "big5", "euc_kr"])
_WESTERN = frozenset(
    "àâäãáåæçéèêëíìîïñóòôöõøœúùûüÿßÀÂÄÃÁÅÆÇÉÈÊËÍÎÏÑÓÔÖÕØŒÚÙÛÜ“”‘’„‚–—…•·€£¥©®™°«»¿¡§½¼¾²³ªº\xa0\xad"
)
_ON_THE_WEB = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_FEW = 1 / 500


class Decoded(NamedTuple):
    """Text without a byte order mark, and a sentence for the reader where it was not UTF-8."""

    text: str
    remark: str | None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text that the bytes stand for.

    A byte order mark is obeyed; else UTF-8 is taken when the bytes are that, then what the source
    declares (`declared`, the name of an encoding), and at last what charset-normalizer detects.
    Nothing fails: what cannot be read is shown as U+FFFD, and the remark says so.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return Decoded(text, None if encoding == "utf-8" else _read_as(encoding))
    wide = _looks_like_utf16(data)
    if wide is not None:
        return Decoded(data.decode(wide, "replace"), _read_as(wide))
    try:
        return Decoded(data.decode("utf-8"), None)
    except UnicodeDecodeError:
        pass
    if declared is not None:
        try:
            return Decoded(data.decode(_as_browsers_do(declared)), None)
        except (UnicodeDecodeError, LookupError):
            pass
    text = data.decode("utf-8", "replace")
    broken = text.count("�")
    if broken and broken <= max(1, len(text) * _FEW) and _has_real_utf8(data, text):
        places = "One place is" if broken == 1 else f"{broken:,} places are"
        return Decoded(text, f"{places} not valid UTF-8 and shown as �.")
    encoding = detect(data)
    return Decoded(data.decode(encoding, "replace"), _read_as(encoding))


def _as_browsers_do(declared: str) -> str:
    """The encoding that a label stands for on the web (WHATWG Encoding Standard, 4.2)."""
    name = codecs.lookup(declared).name
    return _ON_THE_WEB.get(name, name)


def detect(data: bytes) -> str:
    """The encoding of bytes that are not UTF-8, as Python names it."""
    from charset_normalizer import from_bytes

    from dateline.article.code_pages import latin_code_page, other_code_page

    high = next((at for at, byte in enumerate(data[: 50 * _SAMPLE]) if byte > 0x7F), 0)
    start = max(0, high - 1_000)
    sample = data[start : start + _SAMPLE]
    latin = latin_code_page(sample)
    if latin is not None:
        return latin
    best = from_bytes(sample, cp_isolation=_LIKELY, preemptive_behaviour=True).best()
    if best is None:
        return "cp1252"
    if best.encoding in _EAST_ASIAN or best.encoding == "cp1251":
        return other_code_page(sample) or best.encoding
    western = best.encoding in _LATIN and _is_western(sample)
    return "cp1252" if western else best.encoding


def _is_western(sample: bytes) -> bool:
    """Whether Windows-1252 reads the bytes as the signs that Western texts have, and no others.

    So a text with names from several languages is read, which no one language fits.
    """
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return all(sign in _WESTERN for sign in text if sign > "\x7f")


def _has_real_utf8(data: bytes, text: str) -> bool:
    """Whether sequences of UTF-8 outnumber the places that are broken."""
    sequences = sum(1 for sign in text[:_SAMPLE] if sign > "\x7f" and sign != "�")
    return sequences > text[:_SAMPLE].count("�") or len(data) > len(text) + 2 * text.count("�")


def _looks_like_utf16(data: bytes) -> str | None:
    sample = data[:4_000]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else None


def _read_as(encoding: str) -> str:
    name = _SHOWN.get(encoding, encoding.replace("_", "-").upper())
    return f"The text is not UTF-8: it was read as {name}."
