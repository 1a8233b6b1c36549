"""The tables of the lexicon: each one is well formed, and what it refers to exists."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from importlib.resources import files

import pytest

from kg.errors import TableError
from kg.lexicon.generate import given_characters, pinyin
from kg.lexicon.tables import parse_rows, read_column, read_pairs, read_rows, read_table
from kg.lexicon.words import CAMPAIGNS, CAMPAIGNS_SHORT

KEYS = {
    "offices": ("title",),
    "office_ranks": ("title",),
    "fused_titles": ("surface",),
    "title_followers": ("title",),
    "person_nouns": ("noun",),
    "body_suffixes": ("suffix",),
    "suffix_roles": ("suffix", "role"),
    "town_words": ("word", "role"),
    "stops": ("word", "role"),
    "national_bodies": ("name",),
    "suffix_followers": ("ending",),
    "body_variants": ("long",),
    "words_like_bodies": ("word",),
    "words_like_names": ("word",),
    "firm_trades": ("trade",),
    "national_firms": ("firm", "role"),
    "generic_words": ("word",),
    "units": ("unit",),
    "unit_roles": ("unit", "role"),
    "program_heads": ("head",),
    "campaigns": ("name",),
    "program_words": ("word", "role"),
    "figure_words": ("word", "role"),
    "event_words": ("word",),
    "event_modifiers": ("word", "role"),
    "relative_dates": ("word",),
    "anniversaries": ("words",),
    "known_documents": ("word",),
    "document_words": ("word", "role"),
    "work_words": ("word", "role"),
    "surnames": ("surname",),
    "given_characters": ("char",),
    "given_characters_of_today": ("char",),
    "name_words": ("word", "role"),
    "given_names": ("name",),
    "transliteration": ("char",),
    "pinyin": ("char",),
    "pinyin_names": ("text", "use"),
    "towns": ("stem",),
    "villages": ("first",),
    "first_readings": ("pages", "kind", "relation", "rule"),
}
"""The columns that name a row of each table."""

CLOSED = {
    ("offices", "seat"): "single many",
    ("offices", "sphere"): "party state congress mass enterprise academic media military village other",
    ("offices", "official"): "0 1",
    ("office_ranks", "rank"): (
        "national sub-national ministerial sub-ministerial bureau sub-bureau division sub-division section sub-section staff"
    ),
    ("body_suffixes", "kind"): (
        "party-committee party-department party-branch discipline government government-department congress cppcc court "
        "procuratorate leading-group office mass-organisation enterprise school hospital medium public-institution military "
        "association village party-school other"
    ),
    ("national_firms", "role"): "before trade bank insurer",
    ("body_suffixes", "bare"): "0 1",
    ("body_suffixes", "strength"): "strong weak never",
    ("town_words", "role"): "stem behind follower people",
    ("stops", "role"): "ends kept inside generic",
    ("suffix_roles", "role"): "department nameless beside again post",
    ("units", "kind"): "count people money length area weight time energy percent other",
    ("unit_roles", "role"): "named words few spaced",
    ("program_heads", "quoted"): "0 1",
    ("program_heads", "bare"): "0 1",
    ("program_words", "role"): "starts runs leads ends ordinary plain inside never year report figurative praise contest festival",
    ("figure_words", "role"): "more less about joint light stop led head noun whose change abstract act done thing then",
    (
        "event_words",
        "kind",
    ): "meeting visit look launch opening founding lecture reception talks signing feedback held activity delegation arrival",
    ("event_modifiers", "role"): "opens inside plain habit party",
    ("relative_dates", "unit"): "year month day days",
    ("relative_dates", "base"): "document named",
    ("relative_dates", "alone"): "0 1",
    ("known_documents", "whose"): "0 1",
    ("document_words", "role"): "about hereby plan listed rule paper own quoted posted",
    ("work_words", "role"): "kind near verb behind held title short journal",
    ("surnames", "class"): "common rare compound",
    ("surnames", "word"): "0 1",
    ("name_words", "role"): "follower behind kin function body",
    ("pinyin_names", "use"): "surname place word",
}
"""The columns whose cells come from a closed list, with that list."""


def column(name: str, key: str) -> list[str]:
    """The cells of one column of a table."""
    return [row[key] for row in read_table(name)]


@pytest.mark.parametrize("name", KEYS)
def test_no_key_stands_twice(name: str) -> None:
    """A table has one row for each key."""
    counts = Counter(tuple(row[key] for key in KEYS[name]) for row in read_table(name))
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", KEYS)
def test_file_opens_with_its_policy(name: str) -> None:
    """A table opens with comments that state its policy, its source and every column, and has LF line ends alone."""
    data = (files("kg.lexicon") / f"{name}.tsv").read_bytes()
    text = data.decode("utf-8")
    head = text[: text.index("\n" + "\t".join(next(read_rows(name))) + "\n")]
    assert text.startswith("# ")
    assert "# Policy." in head
    assert "# Source: " in head
    assert all(re.search(rf"^# {key} ", head, re.MULTILINE) for key in next(read_rows(name)))
    assert b"\r" not in data
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("name", KEYS)
def test_cells_are_clean(name: str) -> None:
    """No cell has blanks at its ends or characters that Unicode would compose differently."""
    cells = [cell for row in read_rows(name) for cell in row]
    assert [cell for cell in cells if cell != cell.strip() or cell != unicodedata.normalize("NFC", cell)] == []


@pytest.mark.parametrize("place", CLOSED, ids="-".join)
def test_closed_columns_hold_known_values(place: tuple[str, str]) -> None:
    """A column with a closed vocabulary holds nothing else."""
    assert set(column(*place)) <= set(CLOSED[place].split())


def test_every_broader_office_exists_and_none_is_its_own() -> None:
    """Every broader title is a title, and following broader always ends."""
    broader = {row["title"]: row["broader"] for row in read_table("offices")}
    for title in broader:
        seen = [title]
        while broader[seen[-1]]:
            seen.append(broader[seen[-1]])
            assert len(seen) == len(set(seen)), seen


def test_only_offices_have_ranks() -> None:
    """Each title of the table of ranks is one of the table of offices; an acting one has the rank of the office."""
    ranks = {row["title"]: row["rank"] for row in read_table("office_ranks")}
    broader = {row["title"]: row["broader"] for row in read_table("offices")}
    assert ranks.keys() <= broader.keys()
    assert all(ranks[broader[title]] == rank for title, rank in ranks.items() if broader[title])


def test_a_deputy_is_not_a_variant_of_the_office() -> None:
    """The broader of a title is a variant of the same office: a plain deputy has none."""
    rows = {row["title"]: row for row in read_table("offices")}
    assert rows["副书记"]["broader"] == ""
    assert rows["代市长"]["broader"] == "市长"
    assert rows["常务副市长"]["broader"] == "副市长"
    assert [title for title, row in rows.items() if row["broader"] and "副" + row["broader"] == title] == []


def test_units_end_their_titles() -> None:
    """The unit of a title, followed by 长, ends it: 组织部 + 部长; heads of government are marked as such."""
    rows = [row for row in read_table("offices") if row["unit"] not in {"", "government"}]
    assert [row["title"] for row in rows if not re.search(f"{row['unit']}长(助理)?$", row["title"])] == []
    assert {row["title"]: row["unit"] for row in read_table("offices")}["代县长"] == "government"


def test_fused_titles_end_in_offices() -> None:
    """Every fused title names a title of the table of offices and a body that has a suffix."""
    titles = set(column("offices", "title"))
    suffixes = tuple(column("body_suffixes", "suffix"))
    assert [row for row in read_table("fused_titles") if row["title"] not in titles] == []
    assert [row["body"] for row in read_table("fused_titles") if not row["body"].endswith(suffixes)] == []


def test_departments_belong_to_known_owners() -> None:
    """A department is of the party, of the government or of any body; what is none has an empty cell."""
    assert set(column("body_suffixes", "departments_of")) == {"", "party", "government", "any"}


def test_suffixes_with_a_role_are_looked_for() -> None:
    """What more is known of a suffix is of use only if texts are searched for it."""
    searched = {row["suffix"] for row in read_table("body_suffixes") if row["strength"] != "never"}
    assert set(column("suffix_roles", "suffix")) - searched == set()


@pytest.mark.parametrize(("role", "holds"), [("stem", str.endswith), ("behind", str.endswith), ("follower", str.startswith)])
def test_no_word_around_towns_is_held_by_another(role: str, holds: Callable[[str, str], bool]) -> None:
    """A word that ends, or begins, as another one of its role would never decide anything."""
    words = [row["word"] for row in read_table("town_words") if row["role"] == role]
    assert [(word, other) for word in words for other in words if word != other and holds(word, other)] == []


def test_no_word_behind_names_begins_as_another() -> None:
    """Beginnings are compared: the longer word would never decide anything."""
    words = [row["word"] for row in read_table("name_words") if row["role"] == "behind"]
    assert [(word, other) for word in words for other in words if word != other and word.startswith(other)] == []


def test_words_that_are_no_names_begin_as_names_may() -> None:
    """A character with which no name begins needs no row that says that it seldom does."""
    initials = {*column("surnames", "surname"), *column("transliteration", "char")}
    assert {row["word"] for row in read_table("name_words") if row["role"] == "function"} <= initials


def test_units_with_a_role_are_known() -> None:
    """What more is known of a unit is of use only if numbers are read with it; few of a unit can only be counted in words if any can."""
    roles = {role: {row["unit"] for row in read_table("unit_roles") if row["role"] == role} for role in column("unit_roles", "role")}
    assert set().union(*roles.values()) <= {*column("units", "unit"), "轮次"}
    assert roles["few"] <= roles["words"]


def test_heads_can_be_used() -> None:
    """A head that may end neither a quoted nor an unquoted name would be useless."""
    assert [row["head"] for row in read_table("program_heads") if row["quoted"] + row["bare"] == "00"] == []


def test_what_a_campaign_is_called_for_short_is_no_alias() -> None:
    """A short form means the campaign only beside its subject, so that it does not mean it by itself."""
    assert CAMPAIGNS_SHORT
    assert not {short for _, short, _ in CAMPAIGNS_SHORT} & set(CAMPAIGNS)


def test_campaigns_have_sound_names_and_dates() -> None:
    """Names and aliases are unique over the table, without quotation marks; dates are YYYY or YYYY-MM, in order."""
    rows = read_table("campaigns")
    names = [name for row in rows for name in [row["name"], *filter(None, row["aliases"].split("|"))]]
    assert len(names) == len(set(names))
    assert not set("".join(names)) & set("“”‘’《》 ")
    dates = [date for row in rows for date in (row["start"], row["end"]) if date]
    assert [date for date in dates if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", date)] == []
    assert [row["name"] for row in rows if row["end"] and row["start"][:4] > row["end"][:4]] == []


def test_compound_surnames_have_two_characters() -> None:
    """A surname has two characters exactly when its class is compound."""
    assert [row for row in read_table("surnames") if (row["class"] == "compound") != (len(row["surname"]) == 2)] == []


def test_given_character_totals_reach_the_minimum() -> None:
    """A character is listed only when at least two entries hold it."""
    rows = read_table("given_characters")
    totals = [int(row["second"]) + int(row["last"]) + int(row["single"]) for row in rows]
    assert min(totals) >= given_characters.MINIMUM


def test_readings_have_one_syllable_a_character() -> None:
    """A special reading has as many syllables as its text has characters, in lower case."""
    rows = read_table("pinyin_names")
    assert [row for row in rows if len(row["pinyin"].split(" ")) != len(row["text"])] == []
    assert [row for row in rows if row["pinyin"] != row["pinyin"].lower()] == []


def test_surnames_with_readings_are_surnames() -> None:
    """A reading for a surname belongs to a surname of the table of surnames."""
    texts = {row["text"] for row in read_table("pinyin_names") if row["use"] == "surname"}
    assert texts - set(column("surnames", "surname")) == set()


def test_given_characters_are_regenerated_to_the_same_bytes() -> None:
    """The committed counts are what the generator makes."""
    committed = (files("kg.lexicon") / "given_characters.tsv").read_bytes()
    assert given_characters.build().encode("utf-8") == committed


def test_pinyin_is_regenerated_to_the_same_bytes() -> None:
    """The committed readings are what the generator makes."""
    assert pinyin.build().encode("utf-8") == (files("kg.lexicon") / "pinyin.tsv").read_bytes()


def test_a_short_row_is_an_error_that_names_file_and_line() -> None:
    """A row with too few cells is refused, with the file and the line in the message."""
    with pytest.raises(TableError, match=r"t\.tsv, line 4: 1 cells where the header has 2"):
        list(parse_rows("# policy\na\tb\n1\t2\n3\n", "t.tsv"))


def test_a_repeated_column_is_an_error() -> None:
    """A header in which a name stands twice is refused."""
    with pytest.raises(TableError, match=r"t\.tsv, line 1: empty or repeated"):
        list(parse_rows("a\ta\n", "t.tsv"))


def test_a_table_without_header_is_an_error() -> None:
    """A file of comments alone is refused."""
    with pytest.raises(TableError, match="no header row"):
        list(parse_rows("# nothing\n", "t.tsv"))


def test_an_unknown_table_is_an_error() -> None:
    """Asking for a table that does not exist says so."""
    with pytest.raises(TableError, match="no such table"):
        read_table("no-such-table")


def test_comments_between_rows_are_skipped() -> None:
    """A section comment is no row."""
    assert list(parse_rows("# p\na\n# -- section\n1\n", "t.tsv")) == [["a"], ["1"]]


def test_pairs_are_the_rows() -> None:
    """The quick reading of a table of two columns gives the same as the slow one."""
    rows = read_rows("pinyin")
    assert next(rows) == ["char", "pinyin"]
    assert read_pairs("pinyin") == dict(rows)


def test_pairs_need_two_columns() -> None:
    """A table of three columns is not read as pairs."""
    with pytest.raises(TableError, match="not a table of two columns"):
        read_pairs("surnames")


def test_a_column_is_its_rows() -> None:
    """The quick reading of a table of one column gives the same as the slow one."""
    rows = read_rows("towns")
    assert next(rows) == ["stem"]
    assert read_column("towns") == [cell for row in rows for cell in row]


def test_a_column_needs_one_column() -> None:
    """A table of two columns is not read as one."""
    with pytest.raises(TableError, match="not a table of one column"):
        read_column("pinyin")
