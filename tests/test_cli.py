"""The command line, as a user calls it."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

import kg.cli
from kg.cli import COMMANDS
from kg.export import EXPORTERS
from kg.query.library import library
from kg.read import READERS

Run = Callable[..., subprocess.CompletedProcess[str]]

GOOD = "岳阳市委组织部副部长韦启明介绍，全市开展“四比四看”活动。\n"
TRADITIONAL = "岳陽市委組織部副部長韋啟明介紹，各級乾部為瞭群眾開展「四比四看」活動。\n"
FORMATS = [exporter.name for exporter in EXPORTERS]
OUTPUTS = {name for exporter in EXPORTERS for name in exporter.files}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with a good document."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build of a good document, by the command line."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "good.txt").write_text(GOOD, "utf-8")
    subprocess.run([sys.executable, "-m", "kg", "build", folder / "good.txt", "-o", folder / "out"], check=True, capture_output=True)
    return folder / "out"


def lines(text: str) -> list[str]:
    """The lines of an output that hold anything."""
    return [line for line in text.splitlines() if line.strip()]


def names(folder: Path) -> set[str]:
    """What is in a folder, hidden files as well."""
    return {path.name for path in folder.iterdir()}


def failed(result: subprocess.CompletedProcess[str]) -> str:
    """The one line that a failed call printed."""
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    (line,) = lines(result.stderr)
    assert line.startswith("kg: ")
    return line


# ---------------------------------------------------------------- what works


def test_a_folder_is_built(run: Run, pages: Path, tmp_path: Path) -> None:
    """The command kg build FOLDER writes the outputs into a folder that it makes, names them, and prints nothing on stdout."""
    result = run("build", pages, "-o", "new/out")
    assert (result.returncode, result.stdout) == (0, "")
    assert "1 document, " in result.stderr
    written = names(tmp_path / "new" / "out")
    assert {"graph.ttl", "graph.html", "graph.graphml", "nodes.csv", "edges.csv", "facts.sqlite", "report.json"} <= written <= OUTPUTS
    assert all((tmp_path / "new" / "out" / name).stat().st_size for name in written)


def test_files_and_folders_are_built_together(run: Run, pages: Path, tmp_path: Path) -> None:
    """Inputs may be mixed, folders are searched to the bottom, and a file that is named is read whatever its suffix."""
    (pages / "deep" / "er").mkdir(parents=True)
    (pages / "deep" / "er" / "page.html").write_text(f"<html><body><p>{TRADITIONAL}</p></body></html>", "utf-8")
    (pages / "deep" / "notes.log").write_text("西安市召开会议。", "utf-8")
    (pages / ".hidden.txt").write_text("沈阳市召开会议。", "utf-8")
    other = tmp_path / "other.dat"
    other.write_bytes("长沙市召开会议。".encode("gb18030"))
    assert run("build", pages, other, "-o", "out", "--format", "report").returncode == 0
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert {source["name"] for source in report["sources"]} == {"good.txt", "deep/er/page.html", "other.dat"}


@pytest.mark.parametrize("arguments", [["--format", "graphml", "--format", "csv"], ["--format", "csv,graphml"]], ids=["repeated", "commas"])
def test_formats_are_picked(run: Run, pages: Path, tmp_path: Path, arguments: list[str]) -> None:
    """--format may be repeated or list several, and nothing else is written."""
    assert run("build", pages, "-o", "out", *arguments).returncode == 0
    assert names(tmp_path / "out") == {"graph.graphml", "nodes.csv", "edges.csv"}


@pytest.mark.parametrize(
    ("command", "taught"),
    [
        ((), ["build", "text", "explain", "query", "formats", "graph.html"]),
        (("build",), ["--format", "--output", "--strict", "Examples", "GB18030", *FORMATS]),
        (("export",), ["--format", "--evidence", "facts.sqlite", "Examples", *FORMATS]),
        (("text",), ["--repaired", "--why", "--part", "oa:start"]),
        (("explain",), ["pinyin", "Example"]),
        (("query",), ["SPARQL", "--format", "--name", "Example", "@FILE"]),
        (("serve",), ["127.0.0.1", "--timeout", "--max-rows", "--cors", "Example"]),
        (("validate",), ["rules", "Example"]),
        (("score",), ["gold", "--show", "--calibration", "Example"]),
        (("formats",), ["read", "written"]),
    ],
    ids=lambda given: given[0] if isinstance(given, tuple) and given else "",
)
def test_help_teaches(run: Run, command: tuple[str, ...], taught: list[str]) -> None:
    """--help says what a command is for, names its options and shows an example."""
    result = run(*command, "--help")
    assert result.returncode == 0
    said = re.sub(r"[\s│]+", " ", result.stdout)
    assert [word for word in taught if word not in said] == []


def test_every_command_has_its_module() -> None:
    """What kg --help lists is there, each with a text of its own for --help, and every command is listed."""
    modules = {name: import_module(f"kg.cli.{name}") for name, _ in COMMANDS}
    assert all(module.__doc__ and callable(module.arguments) and callable(module.run) for module in modules.values())
    files = {path.stem for path in Path(kg.cli.__file__).parent.glob("*.py") if "\ndef run(options" in path.read_text("utf-8")}
    assert files <= set(modules)


def test_nothing_asked_is_help(run: Run) -> None:
    """The command kg alone shows what there is, and fails."""
    result = run()
    assert (result.returncode, result.stderr) == (2, "")
    assert "kg build FOLDER -o OUT" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bulid",), "'build'"),
        (("build", "--otput", "x", "y"), "-o/--output"),
        (("build", "pages", "-o", "out", "--otput"), "--otput"),
        (("build", "pages", "-o", "out", "--max-bytes", "0"), "at least 1"),
        (("build", "pages", "-o", "out", "--evidence", "some"), "'full', 'none'"),
        (("serve", "out", "--port", "99999"), "from 0 to 65535"),
        (("serve", "out", "--timeout", "soon"), "'soon'"),
        (("text", "a", "b\x1b[31m"), "unrecognized arguments: b\ufffd[31m"),
    ],
)
def test_what_cannot_be_parsed_is_a_line(run: Run, arguments: tuple[str, ...], said: str) -> None:
    """It names what is wrong and the command whose --help tells more; the exit is 2."""
    result = run(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    (line,) = lines(result.stderr)
    assert said in line
    assert line.endswith("--help")


def test_options_stand_where_one_likes(run: Run, built: Path) -> None:
    """Before, between and behind the arguments; what follows -- is no option."""
    sparql = "SELECT ?name WHERE { ?p a zm:Official ; skos:prefLabel ?name }"
    for given in ((built, "--format", "csv", sparql), ("--format=csv", built, sparql), (built, sparql, "--format", "csv")):
        assert run("query", *given).stdout.splitlines() == ["name", "韦启明"]
    assert "does not exist" in run("build", "-o", "out", "--", "--strict").stderr


def test_a_reader_that_stops_reading_is_no_error(built: Path) -> None:
    """The pipe of kg query … | head is closed before all is written."""
    ours, theirs = os.pipe()
    os.close(ours)
    everything = [sys.executable, "-m", "kg", "query", built, "SELECT * { ?s ?p ?o }", "--format", "tsv"]
    result = subprocess.run(everything, stdout=theirs, stderr=subprocess.PIPE, check=False)
    os.close(theirs)
    assert (result.returncode, result.stderr) == (1, b"")


def test_the_version_is_printed(run: Run) -> None:
    """--version prints name and version."""
    result = run("--version")
    assert result.returncode == 0
    assert re.fullmatch(r"zhengmai \d+\.\d+\.\d+\S*\n", result.stdout)


def test_formats_are_listed(run: Run) -> None:
    """The command kg formats names every reader and every exporter."""
    result = run("formats")
    assert all(name in result.stdout for name in [*(reader.name for reader in READERS), *FORMATS])
    assert "[pdf]" in result.stdout


def test_a_build_is_exported_again(run: Run, pages: Path, tmp_path: Path) -> None:
    """Further formats are written beside what is there, which stays."""
    run("build", pages, "-o", "out", "--format", "sqlite,csv")
    before = names(tmp_path / "out")
    result = run("export", "out", "--format", "nquads,report")
    assert result.returncode == 0
    assert names(tmp_path / "out") == before | {"graph.nq", "report.json"}
    assert "graph.nq" in result.stderr


def test_the_raw_text_is_printed(tmp_path: Path) -> None:
    """The command kg text prints the text that positions refer to, line ends and all, and nothing else."""
    text = "  岳陽市\r\n乾部，為瞭\t群眾。"
    (tmp_path / "a.txt").write_bytes(text.encode("utf-16"))
    result = subprocess.run([sys.executable, "-m", "kg", "text", tmp_path / "a.txt"], capture_output=True, check=True)
    assert result.stdout == text.encode()


def test_the_repaired_text_is_printed(run: Run, tmp_path: Path) -> None:
    """The command kg text --repaired prints it mended and simplified."""
    (tmp_path / "a.txt").write_text(TRADITIONAL, "utf-8")
    assert run("text", "a.txt", "--repaired").stdout == "岳阳市委组织部副部长韦启明介绍，各级干部为了群众开展“四比四看”活动。\n"


def test_every_repair_is_listed(run: Run, tmp_path: Path) -> None:
    """The command kg text --why says where, what it was, what it became and which step; --json the same to programs."""
    (tmp_path / "a.txt").write_text(TRADITIONAL + "\u202e王 磊\n", "utf-8")
    table = run("text", "a.txt", "--why").stdout
    assert re.search(r"1-2 +陽 +阳 +script +to simplified script +1.00", table)
    told = run("text", "a.txt", "--json").stdout
    assert "\u202e" not in table + told
    rows = [json.loads(line) for line in lines(told)]
    assert {"step": "script", "start": 1, "end": 2, "was": "陽", "became": "阳", "confidence": 1.0, "note": "to simplified script"} in rows
    assert ("width", "\u202e", "") in [(row["step"], row["was"], row["became"]) for row in rows]
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    assert run("text", "good.txt", "--why").stdout == "nothing was repaired\n"
    assert run("text", "good.txt", "--why", "--json").stdout == ""


@pytest.mark.parametrize("name", ["韦启明", "韋啟明", "wei qiming", "Weiqiming"], ids=["simplified", "traditional", "pinyin", "joined"])
def test_a_thing_is_explained_by_any_of_its_names(run: Run, built: Path, name: str) -> None:
    """The command kg explain finds a person however the name is written, and quotes the sentence."""
    result = run("explain", built, name)
    assert result.returncode == 0
    assert "韦启明" in result.stdout
    assert "岳阳市委组织部副部长" in result.stdout
    assert GOOD.strip() in result.stdout.replace("\n", "")


def test_an_iri_is_explained(run: Run, built: Path) -> None:
    """The command kg explain takes the IRI that a query gave."""
    asked = run("query", built, "SELECT ?p WHERE { ?p a zm:Person }", "--format", "csv").stdout
    iri = asked.splitlines()[1]
    assert iri.startswith("https://")
    assert "韦启明" in run("explain", built, iri).stdout


def test_a_build_is_validated(run: Run, built: Path, tmp_path: Path) -> None:
    """The command kg validate is an exit of 0 for a sound build, and of 1 for one with violations, each with its thing and the sentence."""
    pytest.importorskip("pyshacl")
    assert (run("validate", built).returncode, run("validate", built).stdout) == (0, "")
    graph, least = (built / "graph.ttl").read_text("utf-8"), "\torg:classification "
    start = graph.index(least)
    (tmp_path / "graph.ttl").write_text(graph[:start] + graph[graph.index(";\n", start) + 2 :], "utf-8")
    result = run("validate", tmp_path)
    assert (result.returncode, result.stderr) == (1, "1 violation\n")
    rule, sentence = lines(result.stdout)
    assert "A body has exactly one classification." in rule
    assert GOOD.strip() in sentence


def test_a_query_is_answered(run: Run, built: Path, tmp_path: Path) -> None:
    """The command kg query takes SPARQL or a file of it, with the prefixes declared, and answers as a table or as CSV."""
    query = "SELECT ?name WHERE { ?p a zm:Official ; skos:prefLabel ?name }"
    (tmp_path / "q.rq").write_text(query, "utf-8")
    for given in (query, "@q.rq"):
        assert "韦启明" in run("query", built, given).stdout
        result = run("query", built, given, "--format", "csv")
        assert (result.returncode, result.stdout.splitlines()) == (0, ["name", "韦启明"])


def test_each_row_is_explained(run: Run, built: Path) -> None:
    """--explain lists below each row its claims and their sentences, of a named query as well; what has none says so."""
    asked = "SELECT ?n ?t { ?p org:holds/skos:prefLabel ?t ; skos:prefLabel ?n }"
    row, ground = lines(run("query", built, asked, "--explain").stdout)
    assert row == "韦启明  岳阳市委组织部副部长"
    assert ground.startswith(f"  org:holds  “{GOOD.strip()}”")
    assert re.search(r"<https://\S+/claim/\w+>$", ground)
    assert GOOD.strip() in run("query", built, "--name", "holders-in-place", "--param", "place=岳阳市", "--explain").stdout
    assert "rdf:type" in run("query", built, "SELECT (COUNT(*) AS ?n) { ?p a zm:Person }", "--explain").stdout
    assert "no claim" in run("query", built, "SELECT (1 AS ?n) { }", "--explain").stdout
    assert "leave --format out" in run("query", built, asked, "--explain", "--format", "csv").stderr
    assert run("query", built, "ASK { ?p a zm:Person }", "--explain").stdout == "yes\n"


def test_an_empty_answer_is_accounted_for(run: Run, built: Path) -> None:
    """On stderr: a name that no export has; of the library a default, or a name that no thing has; a full answer needs no word."""
    asked = run("query", built, "SELECT ?x { ?x a zm:Persn }", "--format", "csv")
    assert (asked.returncode, asked.stdout) == (0, "x\n")
    assert asked.stderr == "kg: nothing found: no export has zm:Persn; it may have zm:Person\n"
    assert "person=祝延年, the default" in run("query", built, "--name", "colleagues").stderr
    for name, why in (("周一", "nothing in this build is called 周一"), ("Wéi Qǐmíng", "Wéi Qǐmíng is another name of 韦启明")):
        named = run("query", built, "--name", "colleagues", "--param", f"person={name}")
        assert named.stderr == f"kg: nothing found: {why}\n"
    assert run("query", built, "--name", "colleagues", "--param", "person=韦启明").stderr == ""
    assert run("query", built, "--name", "successors").stderr == ""
    assert run("query", built, "SELECT ?x { ?x a zm:Person }").stderr == ""


def test_the_library_is_listed(run: Run) -> None:
    """--list gives name, question and parameters of every query, and needs no build."""
    listed = lines(run("query", "--list").stdout)
    assert [line.split()[0] for line in listed] == list(library())
    (line,) = [line for line in listed if line.startswith("holders-in-place ")]
    assert re.search(r"[\u4e00-\u9fff]+？ .+\? .*place=", line)


def test_a_bad_query_gets_a_caret(run: Run, built: Path) -> None:
    """Line and column of a query in a file, the line, and a caret below the place."""
    result = run("query", built, "SELECT ?x WHERE {\n  ?x a zm:Person )\n}")
    assert result.returncode == 1
    assert result.stderr == "kg: line 2, column 18: ) closes nothing\n  ?x a zm:Person )\n                 ^\n"


# ---------------------------------------------------------------- bad input

BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n", "no text"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0" * 30, "binary"),
    "undecodable.txt": (b"".join(bytes([byte, 0xFF]) for byte in GOOD.encode()), "UTF-8"),
    "corrupt.html": (b"<html><body><script>never closed \xff\xfe", "HTML|no visible text|decoded"),
}


def test_a_missing_path_and_an_empty_folder_are_named(run: Run, pages: Path, tmp_path: Path) -> None:
    """What is not there, or holds nothing, is said in a line each."""
    (tmp_path / "hollow").mkdir()
    result = run("build", pages, "missing.txt", "hollow", "-o", "out", "--format", "report")
    assert result.returncode == 0
    assert [line for line in lines(result.stderr) if "missing.txt" in line and "does not exist" in line]
    assert [line for line in lines(result.stderr) if "hollow" in line and "no document" in line]
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert {entry["name"] for entry in report["skipped"]} == {"missing.txt", "hollow"}


@pytest.mark.parametrize(("options", "status"), [((), 0), (("--strict",), 1)], ids=["lenient", "strict"])
def test_bad_documents_are_named_and_the_others_are_built(
    run: Run, pages: Path, tmp_path: Path, options: tuple[str, ...], status: int
) -> None:
    """One line on stderr says what is wrong with which file, report.json has it, and the good document is built whole."""
    for name, (data, _) in BAD.items():
        (pages / name).write_bytes(data)
    result = run("build", pages, "-o", "out", "--format", "report", *options)
    assert result.returncode == status
    assert "Traceback" not in result.stderr
    for name, (_, why) in BAD.items():
        (told,) = [line for line in lines(result.stderr) if name in line]
        assert re.search(why, told)
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert {entry["name"] for entry in report["skipped"]} == set(BAD)
    assert [source["name"] for source in report["sources"]] == ["good.txt"]
    assert names(tmp_path / "out") == {"report.json"}


def test_strict_is_content_with_good_documents(run: Run, pages: Path) -> None:
    """--strict changes nothing where nothing is wrong."""
    assert run("build", pages, "-o", "out", "--format", "report", "--strict").returncode == 0


@pytest.mark.parametrize("name", ["missing.txt", "hollow", "empty.txt", "binary.txt", "corrupt.html"])
def test_nothing_to_build_is_a_failure(run: Run, tmp_path: Path, name: str) -> None:
    """Where nothing could be built the exit is 1, one line says why, and no output folder is left."""
    (tmp_path / "hollow").mkdir()
    if name in BAD:
        (tmp_path / name).write_bytes(BAD[name][0])
    assert name in failed(run("build", name, "-o", "out"))
    assert not (tmp_path / "out").exists()


def test_an_unknown_format_is_named_with_the_known_ones(run: Run, pages: Path, tmp_path: Path) -> None:
    """A misspelt format is refused before anything is written."""
    line = failed(run("build", pages, "-o", "out", "--format", "turtel"))
    assert "turtel" in line
    assert "turtle" in line
    assert not (tmp_path / "out").exists()


def test_an_output_that_is_a_file_is_refused(run: Run, pages: Path, tmp_path: Path) -> None:
    """The file is named and left as it was."""
    (tmp_path / "out").write_text("precious", "utf-8")
    assert "out" in failed(run("build", pages, "-o", "out"))
    assert (tmp_path / "out").read_text("utf-8") == "precious"


def test_a_rebuild_removes_its_stale_files_and_nothing_else(run: Run, pages: Path, tmp_path: Path) -> None:
    """What an earlier build wrote and this one does not is gone; a foreign file stays."""
    run("build", pages, "-o", "out", "--format", "csv,report")
    (tmp_path / "out" / "notes.txt").write_text("mine", "utf-8")
    run("build", pages, "-o", "out", "--format", "report,sqlite")
    assert names(tmp_path / "out") == {"report.json", "facts.sqlite", "notes.txt"}
    assert (tmp_path / "out" / "notes.txt").read_text("utf-8") == "mine"


def test_a_failed_build_leaves_the_last_one_whole(run: Run, pages: Path, tmp_path: Path) -> None:
    """When nothing can be read any more, what was built before stays as it was."""
    run("build", pages, "-o", "out", "--format", "report,csv")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    (pages / "good.txt").write_bytes(b"")
    failed(run("build", pages, "-o", "out", "--format", "report,csv"))
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("text", "missing.txt"), "missing.txt"),
        (("text", "."), "cannot be read"),
        (("export", "missing", "--format", "turtle"), "missing"),
        (("export", "."), "--format"),
        (("explain", "missing", "韦启明"), "missing"),
        (("query", "missing", "SELECT * {}"), "missing"),
        (("query", ".", "@missing.rq"), "missing.rq"),
    ],
)
def test_what_is_not_there_is_named(run: Run, arguments: tuple[str, ...], named: str) -> None:
    """Every command says in one line which file or folder it lacks."""
    assert named in failed(run(*arguments))


def test_an_unknown_name_is_said_to_be_unknown(run: Run, built: Path) -> None:
    """The command kg explain of nobody is an exit of 1 with what to try."""
    line = failed(run("explain", built, "查无此人"))
    assert "查无此人" in line
    assert "try" in line


def test_a_malformed_query_is_refused(run: Run, built: Path) -> None:
    """A syntax error is one line, not a traceback."""
    assert run("query", built, "SELECT ?name WHERE {").returncode == 1
    assert "Traceback" not in run("query", built, "SELEKT").stderr


def test_a_query_file_in_another_encoding_is_refused(run: Run, built: Path, tmp_path: Path) -> None:
    """A file that is not UTF-8 is named in one line."""
    (tmp_path / "q.rq").write_bytes('SELECT ?s { ?s ?p "中" }'.encode("gb18030"))
    assert "q.rq" in failed(run("query", built, "@q.rq"))


# ---------------------------------------------------------------- hostile names

ESCAPES = "evil\x1b]0;owned\x07\x1b[31mred\u202e.txt"


def test_escape_sequences_in_a_name_do_not_reach_a_pipe(run: Run, pages: Path) -> None:
    """A file's name cannot drive the terminal by way of an error."""
    (pages / ESCAPES).write_bytes(b"")
    for arguments in (("build", pages, "-o", "out", "--format", "report"), ("text", pages / ESCAPES), ("text", f"missing{ESCAPES}")):
        result = run(*arguments)
        assert "evil" in result.stderr
        assert not set(result.stderr) & {"\x1b", "\x07", "\u202e"}


def test_escape_sequences_in_a_name_do_not_reach_a_terminal(pages: Path, tmp_path: Path) -> None:
    """Nor by way of the progress bar."""
    (pages / ESCAPES).write_bytes(b"")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "kg", "build", pages, "-o", tmp_path / "out", "--format", "report"]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=os.environ | {"TERM": "xterm-256color"})
    os.close(theirs)
    shown = b""
    while chunk := _read(ours):
        shown += chunk
    os.close(ours)
    assert process.wait() == 0
    assert b"evil" in shown
    assert b"\x1b]0;owned" not in shown
    assert b"\x07" not in shown
    assert "\u202e".encode() not in shown


def _read(terminal: int) -> bytes:
    """What a terminal was sent; nothing at the end, which Linux reports as an error."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_a_name_with_a_line_feed_makes_one_line(run: Run, pages: Path) -> None:
    """A name cannot forge a line of output."""
    (pages / "x\nkg: all is well.txt").write_bytes(b"")
    result = run("build", pages, "-o", "out", "--format", "report")
    assert [line for line in lines(result.stderr) if line.startswith("kg: all is well")] == []


NOT_UTF8 = pytest.param(
    b"\xff\xfe.txt",
    id="not UTF-8",
)


@pytest.mark.parametrize("name", [pytest.param(b"evil\x1b[31m.txt", id="control characters"), NOT_UTF8])
def test_a_document_with_any_name_is_built(run: Run, pages: Path, name: bytes) -> None:
    """A good document is built in every format, whatever it is called."""
    (Path(os.fsdecode(os.fsencode(pages) + b"/" + name))).write_text(TRADITIONAL, "utf-8")
    assert run("build", pages, "-o", "out").returncode == 0


def test_the_output_folder_may_lie_inside_the_input(run: Run, pages: Path) -> None:
    """The command kg build . -o out, run twice, says the same twice."""
    first = run("build", pages, "-o", pages / "out", "--format", "html,report").stderr
    assert run("build", pages, "-o", pages / "out", "--format", "html,report").stderr == first


# ---------------------------------------------------------------- files of several documents

RECORDS = "".join(json.dumps({"wen": text, "title": title}, ensure_ascii=False) + "\n" for text, title in ((GOOD, "一"), ("\n", "二")))


def test_records_are_sources_of_their_own(run: Run, tmp_path: Path) -> None:
    """Each record of a table is a document with its own hash, and one that is empty is named; --field says where the text is."""
    (tmp_path / "news.jsonl").write_text(RECORDS, "utf-8")
    result = run("build", "news.jsonl", "-o", "out", "--format", "report", "--field", "text=wen")
    assert result.returncode == 0
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert [(source["name"], source["title"]) for source in report["sources"]] == [("news.jsonl#1", "一")]
    assert [entry["name"] for entry in report["skipped"]] == ["news.jsonl#2"]
    assert "FIELD=NAME" in failed(run("build", "news.jsonl", "-o", "out", "--field", "text"))


def test_a_part_is_printed_by_name(run: Run, tmp_path: Path) -> None:
    """The command kg text of a file of several documents asks which, and prints the one that is named."""
    (tmp_path / "news.jsonl").write_text(RECORDS, "utf-8")
    assert "--part news.jsonl#1" in failed(run("text", "news.jsonl", "--field", "text=wen"))
    assert run("text", "news.jsonl", "--field", "text=wen", "--part", "news.jsonl#1").stdout == GOOD
    assert "news.jsonl#7" in failed(run("text", "news.jsonl", "--part", "news.jsonl#7"))


def test_standard_input_is_read(tmp_path: Path) -> None:
    """A dash stands for what is piped in, in kg build and kg text; nothing piped in is an error."""
    command = [sys.executable, "-m", "kg"]
    done = subprocess.run([*command, "text", "-"], input=GOOD.encode(), capture_output=True, check=True)
    assert done.stdout == GOOD.encode()
    build = [*command, "build", "-", "-o", tmp_path / "out", "--format", "report"]
    subprocess.run(build, input=GOOD.encode(), check=True, capture_output=True)
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert [source["name"] for source in report["sources"]] == ["standard input"]
    empty = subprocess.run([*command, "text", "-"], input=b"", capture_output=True, check=False)
    assert (empty.returncode, b"is empty" in empty.stderr) == (1, True)


DAMAGED = {
    "truncated.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
    "broken.docx": b"PK\x03\x04word/document.xml",
    "broken.rtf": b"{\\rtf1",
    "broken.gz": b"\x1f\x8b\x08\x00rubbish",
    "broken.csv": b"colour,shape\nred,round\n",
    "broken.jsonl": b'{"text": "',
    "broken.warc": b"WARC/1.0\r\n",
}


def test_damaged_files_of_every_format_are_a_line_each(run: Run, pages: Path, tmp_path: Path) -> None:
    """Each is named once on stderr and once in the report, and the good document is built."""
    for name, data in DAMAGED.items():
        (pages / name).write_bytes(data)
    (pages / "nested.html").write_text(f"<html><body>{'<div>' * 100_000}{GOOD}", "utf-8")
    result = run("build", pages, "-o", "out", "--format", "report")
    assert result.returncode == 0
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    skipped = [re.sub(r"#\d+$", "", entry["name"]) for entry in report["skipped"]]
    assert sorted(skipped) == sorted(DAMAGED)
    assert all(sum(name in line for line in lines(result.stderr)) == 1 for name in DAMAGED)
    assert {source["name"] for source in report["sources"]} == {"good.txt", "nested.html"}


def test_a_file_that_is_too_large_is_refused(run: Run, pages: Path) -> None:
    """--max-bytes bounds what is read, and the message names it."""
    assert "--max-bytes" in failed(run("build", pages, "-o", "out", "--max-bytes", "10"))
    assert "--max-bytes" in failed(run("text", pages / "good.txt", "--max-bytes", "10"))
