"""A person at the explorer: an open page, what it complained of, what it asked for, and what one does with it."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright import sync_api


@dataclass
class Visit:
    """An open page and all that it complained of or asked for."""

    page: sync_api.Page
    file: Path
    noise: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, fragment: str = "") -> Visit:
        """Open the file, afresh, at a fragment."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.file.as_uri()}{fragment}")
        self.page.wait_for_selector("html[data-ready]")
        return self

    def data(self, name: str) -> Any:
        """A part of the data of the page."""
        return _part(self.file, name)

    def close(self) -> None:
        """Close the page; it must have been silent and have asked for nothing but itself."""
        assert self.noise == []
        assert {url.split("#")[0] for url in self.requests if not url.startswith(("blob:", "data:"))} <= {self.file.as_uri(), "about:blank"}
        self.page.context.close()

    def search(self, text: str) -> None:
        """Type into the search box."""
        self.page.keyboard.press("/")
        self.page.keyboard.type(text)

    def shown(self) -> set[str]:
        """The labels in the table of what is visible."""
        self.page.click("#view-table")
        names = set(self.page.locator("#table tbody td:first-child").all_inner_texts())
        self.page.click("#view-network")
        return names

    def check(self, group: str, text: str) -> None:
        """Click the checkbox with a label."""
        self.page.locator(f"#{group} label", has_text=text).locator("input").click()


def visit_of(browser: sync_api.Browser, file: Path, **options: object) -> Visit:
    """A page of its own on ``file`` that keeps a log."""
    settings = {"viewport": {"width": 1280, "height": 720}, "locale": "zh-CN", "accept_downloads": True, **options}
    visit = Visit(browser.new_context(**settings).new_page(), file)
    visit.page.on("console", lambda message: visit.noise.append(message.text) if message.type in ("error", "warning") else None)
    visit.page.on("pageerror", lambda error: visit.noise.append(str(error)))
    visit.page.on("dialog", lambda dialog: (visit.noise.append("a dialog was opened"), dialog.dismiss()))
    visit.page.on("request", lambda request: visit.requests.append(request.url))
    return visit


@cache
def _part(file: Path, name: str) -> Any:
    """The JSON of a part of a page."""
    return embedded(file.read_text(encoding="utf-8"), name)


def embedded(page: str, name: str) -> Any:
    """The part ``name`` of the data of a page, read by zlib."""
    text = page.partition(f'<script type="text/plain" id="{name}">')[2].partition("</script>")[0]
    return json.loads(zlib.decompress(b64decode(text, validate=True), wbits=-15))
