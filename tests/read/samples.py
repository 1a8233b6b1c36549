"""One document, and ways to put it into containers with the libraries that people use."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TEXT = "岳阳市召开全市基层党建工作推进会，市委组织部副部长韦启明出席会议并讲话。\n会议要求，各级党组织要把工作落到实处。\n"
OTHER = "沈阳市民政局局长易思齐介绍，全市开展“四比四看”活动，让群众看得见变化。\n"
TRADITIONAL = "岳陽市召開全市基層黨建工作推進會，市委組織部副部長韋啟明出席會議並講話。\n會議要求，各級黨組織要把工作落到實處。\n"


def page(text: str, head: str = "") -> str:
    """``text`` as a web page, a paragraph a line."""
    return f"<html><head>{head}</head><body>{''.join(f'<p>{line}</p>' for line in text.splitlines())}</body></html>"


def table(rows: list[list[str]], encoding: str = "utf-8", **dialect: str) -> bytes:
    """Rows as a spreadsheet writes them."""
    out = io.StringIO(newline="")
    csv.writer(out, **dialect).writerows(rows)
    return out.getvalue().encode(encoding)


def lines(*records: Mapping[str, object]) -> bytes:
    """Records as JSONL."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def archive(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Members as a ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def web_archive(*pages: tuple[str, str, str, bytes], compressed: bool = False) -> bytes:
    """Pages (address, status, content type, body) as a web archive, each behind the request for it."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    for url, status, kind, body in pages:
        sent = StatusAndHeaders("GET / HTTP/1.1", [("Host", "example.cn")], is_http_request=True)
        writer.write_record(writer.create_warc_record(url, "request", http_headers=sent))
        headers = StatusAndHeaders(status, [("Content-Type", kind), ("Content-Length", str(len(body)))], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers))
    return out.getvalue()
