"""YASGUI in a real Chromium, where ``make assets`` has put it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from serving import Client
from test_pages import EVIL

from kg.query.library import named
from kg.serve.yasgui import has_yasgui

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")


class Visit:
    """A page and all that it complained of or asked for."""

    def __init__(self, browser: Any, client: Client, **options: object) -> None:
        self.page = browser.new_context(**options).new_page()
        self.noise: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.noise.append(message.text) if message.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.noise.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.noise.append("a dialog was opened"), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.client = client

    def run(self, query: str = "") -> Any:
        """Run what is in the open tab, or ``query``; the table of the answer."""
        tab = self.page.locator(".tabPanel.active")
        if query:
            tab.locator(".CodeMirror").evaluate("(node, text) => node.CodeMirror.setValue(text)", query)
        tab.locator(".yasqe_queryButton").click()
        table = tab.locator(".yasr table.dataTable")
        table.wait_for()
        return table


@pytest.fixture
def visit(browser: Any, client: Client, wanting: Callable[[str], None]) -> Visit:
    """The page for queries, in YASGUI."""
    if not has_yasgui():
        wanting("YASGUI is not there: make assets")
    visit = Visit(browser, client)
    visit.page.goto(client.address)
    visit.page.locator(".yasgui .CodeMirror").wait_for()
    return visit


def quiet(visit: Visit) -> bool:
    """No error was met, and nobody else was asked for anything."""
    assert visit.noise == []
    assert [url for url in visit.requests if not url.startswith((visit.client.address, "data:"))] == []
    return True


def test_the_example_is_answered_with_labels_for_iris(visit: Visit) -> None:
    """The name stands in the column of the IRI, as a link to the page that this server has of the thing."""
    assert not visit.page.locator("#plain").is_visible()
    row = visit.run().locator("tbody tr").first
    link = row.locator("a.iri").first
    sync_api.expect(link).to_have_text(row.locator("td").nth(2).inner_text().split('"')[1])
    assert link.get_attribute("title").startswith("https://w3id.org/zhengmai/id/person/")
    with visit.page.context.expect_page() as opened:
        link.click()
    sync_api.expect(opened.value.locator("h1")).to_have_text(link.inner_text())
    assert quiet(visit)


def test_labels_stand_on_every_sheet_and_for_terms(visit: Visit) -> None:
    """Also on those that are drawn later, and for what the vocabulary names."""
    prefix = "PREFIX zm: <https://w3id.org/zhengmai/ontology#>"
    table = visit.run(prefix + "SELECT ?s ?c { ?s a ?c FILTER (?c = zm:Person) } ORDER BY ?s LIMIT 120")
    sync_api.expect(table.locator("tbody tr").first.locator("a.iri").nth(1)).to_have_text("人物")
    visit.page.locator(".tabPanel.active .dt-paging button", has_text="2").first.click()
    sync_api.expect(table.locator("tbody td").first).to_have_text("51")
    sync_api.expect(table.locator("tbody tr").first.locator("a.iri").first).not_to_contain_text("person/")
    assert quiet(visit)


def test_a_query_of_the_library_is_opened_from_the_menu(visit: Visit) -> None:
    """In a tab of its own, by its title; it runs."""
    visit.page.select_option("#library", value=named("documents-cited").text)
    sync_api.expect(visit.page.locator(".tab.active")).to_contain_text(named("documents-cited").title_zh)
    assert visit.run().locator("tbody tr").count() > 1
    assert quiet(visit)


def test_an_address_may_name_a_query(visit: Visit) -> None:
    """As the links of the plain page do."""
    visit.page.goto(f"{visit.client.address}/?name=sources")
    sync_api.expect(visit.page.locator(".tab.active")).to_contain_text(named("sources").title_zh)


def test_prefixes_are_declared_while_typing(visit: Visit) -> None:
    """Each prefix of the contract once, as soon as it is written, without another server."""
    visit.page.locator(".tabPanel.active .CodeMirror").click()
    visit.page.keyboard.press("Control+A")
    visit.page.keyboard.type("SELECT * { ?x a org:")
    text = "() => document.querySelector('.tabPanel.active .CodeMirror').CodeMirror.getValue().split('PREFIX org: <http://www.w3.org/ns/org#>')"
    visit.page.wait_for_function(f"({text})().length === 2")
    assert quiet(visit)


def test_hostile_text_is_text(visit: Visit) -> None:
    """A literal that looks like HTML is shown as it is; where YASGUI makes elements of it all the same, the policy stops their scripts."""
    text = EVIL.replace("\\", "\\\\").replace('"', '\\"')
    table = visit.run(f'SELECT ?x {{ BIND ("{text}" AS ?x) }}')
    sync_api.expect(table.locator("tbody td").nth(1)).to_contain_text("<script>alert(1)</script>")
    assert [noise for noise in visit.noise if "Content Security Policy" not in noise] == []
    assert [url for url in visit.requests if not url.startswith((visit.client.address, "data:"))] == []


def test_an_error_is_shown_in_our_words(visit: Visit) -> None:
    """The message of the server, with the caret."""
    tab = visit.page.locator(".tabPanel.active")
    tab.locator(".CodeMirror").evaluate("node => node.CodeMirror.setValue('SELECT * { ?s ?p ?o } LIMIT 99999')")
    tab.locator(".yasqe_queryButton").click()
    sync_api.expect(tab.locator(".yasr_results")).to_contain_text("more than 3000 rows")


def test_without_scripts_the_plain_page_works(browser: Any, client: Client) -> None:
    """The form is shown, a link of the library fills it, and its answer is a page."""
    page = Visit(browser, client, java_script_enabled=False).page
    page.goto(client.address)
    page.locator("a[href='/?name=documents-cited']").click()
    page.get_by_role("button", name="Run").click()
    assert page.locator("table tr").count() > 1
