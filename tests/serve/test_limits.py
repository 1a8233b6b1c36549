"""What one query may take, and what the others notice of it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from serving import Client, serving

from kg.cli.parser import Parser
from kg.cli.serve import arguments

COUNT = "SELECT (COUNT(*) AS ?n) { ?p a zm:Person }"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
PLACE = "/id/place/430600-yue-yang-shi"


def runs(process: str) -> bool:
    """Whether a process does anything: it is there, and not only because nobody has asked how it ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def test_a_slow_query_is_ended_while_others_are_answered(exported: Path) -> None:
    """503 with a message; what comes meanwhile does not wait, and the server goes on."""
    with serving(exported, "--timeout", "8") as client, ThreadPoolExecutor(3) as pool:
        slow = [pool.submit(client.ask, SLOW) for _ in range(3)]
        for answer in (client.ask(COUNT), client(PLACE), client("/"), client("/graph.html")):
            assert answer.status == 200
        assert not all(one.done() for one in slow)
        for one in slow:
            answer = one.result()
            assert (answer.status, answer.media) == (503, "text/plain")
            assert "8 seconds" in answer.text
        assert client.ask(COUNT).status == 200


def test_who_finds_no_process_is_told(client: Client) -> None:
    """More slow queries than processes: all end with 503, none waits forever, and the server goes on."""
    with ThreadPoolExecutor(9) as pool:
        answers = list(pool.map(client.ask, [SLOW] * 9))
    assert {answer.status for answer in answers} == {503}
    assert client.ask(COUNT).status == 200


@pytest.mark.parametrize("query", ["SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_an_answer_of_too_many_rows_is_refused(client: Client, query: str) -> None:
    """It says so, and a LIMIT helps."""
    answer = client.ask(query)
    assert (answer.status, "more than 3000 rows" in answer.text) == (400, True)
    assert client.ask(f"{query} LIMIT 3000").status == 200


def test_a_page_of_a_thing_keeps_to_the_rows(exported: Path) -> None:
    """It is cut and says so."""
    with serving(exported, "--max-rows", "3") as client:
        answer = client(PLACE, Accept="text/html")
        assert answer.status == 200
        assert "the first 3 facts" in answer.text
        assert len(client(PLACE, Accept="application/n-triples").text.splitlines()) == 3


def test_a_page_of_a_thing_keeps_to_the_time(exported: Path) -> None:
    """What is too slow even for the quickest question is ended."""
    with serving(exported, "--timeout", "0.01") as client:
        answers = [client(PLACE) for _ in range(5)] + [client.ask(SLOW)]
        assert {answer.status for answer in answers} <= {200, 503}
        assert answers[-1].status == 503


def test_fifty_clients_at_once(client: Client) -> None:
    """Each gets the answer to its own question."""
    names = client.ask("SELECT ?l { ?p a zm:Person ; skos:prefLabel ?l } LIMIT 50", "text/csv").text.split()[1:]
    queries = [f"SELECT ?x {{ BIND ('{name}' AS ?x) ?p a zm:Person ; skos:prefLabel '{name}'@zh-Hans }}" for name in names]
    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(lambda query: client.ask(query, "text/csv"), queries))
    assert len(answers) == 50
    for name, answer in zip(names, answers, strict=True):
        assert (answer.status, answer.text.splitlines()[1]) == (200, name)


def test_pages_of_other_sites_may_not_ask_unless_they_may(client: Client, exported: Path) -> None:
    """No header lets them without --cors; with it, simple and preflighted requests are allowed."""
    asked = f"/sparql?query={quote(COUNT)}"
    preflight = {
        "Origin": "https://other.example",
        "Access_Control_Request_Method": "POST",
        "Access_Control_Request_Headers": "content-type",
    }
    assert "access-control-allow-origin" not in client(asked, Origin="https://other.example").headers
    assert "access-control-allow-origin" not in client("/sparql", method="OPTIONS", **preflight).headers
    with serving(exported, "--cors") as open_to_all:
        assert open_to_all(asked, Origin="https://other.example").headers["access-control-allow-origin"] == "*"
        answer = open_to_all("/sparql", method="OPTIONS", **preflight)
        assert (answer.status, answer.headers["access-control-allow-origin"]) == (200, "*")
        assert "POST" in answer.headers["access-control-allow-methods"]
        assert "content-type" in answer.headers["access-control-allow-headers"].lower()


def test_it_listens_to_this_machine_alone_unless_told() -> None:
    """The default of --host."""
    parser = Parser("kg serve")
    arguments(parser)
    assert parser.parse_args(["out"]).host == "127.0.0.1"


def test_a_port_that_is_taken_is_named(client: Client, exported: Path) -> None:
    """In a line that says what to do."""
    port = client.address.rpartition(":")[2]
    command = [sys.executable, "-m", "kg", "serve", exported, "--port", port]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 1
    (line,) = run.stderr.splitlines()
    assert f"port {port}" in line
    assert "--port" in line


def test_a_new_build_is_served_and_a_broken_one_is_not(tmp_path: Path) -> None:
    """As soon as its store is made; until then, and where it is no Turtle, the last one is."""
    graph = tmp_path / "graph.ttl"

    def put(text: str) -> None:
        (tmp_path / "new").write_text(text)
        (tmp_path / "new").rename(graph)

    def seen(client: Client, expected: str) -> bool:
        for _ in range(300):
            if client.ask("SELECT ?o { ?s ?p ?o }", "text/csv").text.split()[1:] == [expected]:
                return True
            time.sleep(0.1)
        return False

    put("<a:a> <a:b> <a:first> .")
    with serving(tmp_path) as client:
        assert seen(client, "a:first")
        put("no Turtle")
        time.sleep(1.5)
        assert seen(client, "a:first")
        put("<a:a> <a:b> <a:second> .")
        assert seen(client, "a:second")


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks into /proc")
def test_the_server_ends_with_all_its_processes(exported: Path) -> None:
    """When it is told to, in the middle of a query that would go on for an hour."""
    with serving(exported, "--timeout", "3600") as client, ThreadPoolExecutor(1) as pool:
        asking = pool.submit(client.ask, SLOW)
        client.ask(COUNT)
        children = " ".join(path.read_text() for path in Path(f"/proc/{client.process.pid}/task").glob("*/children")).split()
        assert len(children) >= 2
        client.process.send_signal(signal.SIGINT)
        client.process.wait(30)
        with suppress(OSError):
            asking.result()
    for _ in range(100):
        if not any(map(runs, children)):
            break
        time.sleep(0.1)
    assert not any(map(runs, children))


def test_a_folder_without_a_build_is_refused(tmp_path: Path) -> None:
    """The command says so and ends."""
    run = subprocess.run([sys.executable, "-m", "kg", "serve", tmp_path], capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 1
    assert "graph.ttl" in run.stderr
    assert "http" not in run.stderr
