"""W3C Web Annotations (https://www.w3.org/TR/annotation-model/) as JSON-LD, without loss.

An AnnotationCollection with one page. Each annotation has its quote and its place as they were
when it was marked; both count Unicode code points, as the model asks. The colour is a style class
(with a style sheet that says what it looks like), a note a TextualBody in Markdown, a tag one with
the purpose "tagging". What the model has no word for is under "dateline:".
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dateline.annotations.colours import COLOURS, colour_of
from dateline.annotations.exports.sheet import Sheet, iri_of
from dateline.annotations.model import Annotation, ArticleRecord, now

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"dateline": "urn:dateline:"}]
STYLESHEET = " ".join(
    f".dateline-{colour.name} {{ background-color: {colour.light};"
    f" text-decoration: underline {colour.css_line}; }}"
    for colour in COLOURS
)


def to_jsonld(sheets: Sequence[Sheet]) -> str:
    """The sheets as one AnnotationCollection."""
    items = [
        annotation_object(annotation, sheet.record)
        for sheet in sheets
        for annotation in sheet.annotations
    ]
    page: dict[str, Any] = {
        "id": "urn:dateline:page:1",
        "type": "AnnotationPage",
        "partOf": "urn:dateline:collection",
        "startIndex": 0,
        "items": items,
    }
    names = [sheet.record.name for sheet in sheets]
    collection = {
        "@context": CONTEXT,
        "id": "urn:dateline:collection",
        "type": "AnnotationCollection",
        "label": f"Annotations of {names[0]}" if len(names) == 1 else "Annotations",
        "generated": now(),
        "generator": {"type": "Software", "name": "Dateline"},
        "dateline:offsets": "Unicode code points",
        "total": len(items),
        "first": page,
        "last": page["id"],
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def annotation_object(annotation: Annotation, record: ArticleRecord) -> dict[str, Any]:
    """One annotation as a W3C Annotation."""
    bodies: list[dict[str, Any]] = []
    if annotation.note:
        bodies.append(
            {
                "type": "TextualBody",
                "value": annotation.note,
                "format": "text/markdown",
                "purpose": "commenting",
            }
        )
    bodies.extend(
        {"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in annotation.tags
    )
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": iri_of(record),
        "styleClass": f"dateline-{colour_of(annotation.colour).name}",
        "dateline:article": {
            f"dateline:{name}": value
            for name in ("title", "byline", "site", "published")
            if (value := getattr(record, name))
        },
    }
    if not annotation.on_article:
        target["selector"] = [
            {
                "type": "TextQuoteSelector",
                "exact": annotation.exact,
                "prefix": annotation.prefix,
                "suffix": annotation.suffix,
            },
            {
                "type": "TextPositionSelector",
                "start": annotation.made_start,
                "end": annotation.made_end,
            },
        ]
    if annotation.text_hash:
        target["dateline:textHash"] = annotation.text_hash
    found: dict[str, Any] = {
        "id": f"urn:uuid:{annotation.id}",
        "type": "Annotation",
        "motivation": _motivation(annotation),
        "created": annotation.created,
        "modified": annotation.modified,
        "stylesheet": {"type": "CssStylesheet", "value": STYLESHEET},
        "target": target,
    }
    if bodies:
        found["body"] = bodies
    if annotation.origin:
        found["via"] = annotation.origin
    if annotation.target:
        found["dateline:about"] = annotation.target
    return found


def _motivation(annotation: Annotation) -> str:
    if annotation.note:
        return "commenting"
    return "tagging" if annotation.tags else "highlighting"
