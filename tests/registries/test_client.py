"""How registries are asked: politely, patiently, and once a day."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from kapguide.registries.asking.client import Client, Registry, RegistryError
from kapguide.registries.asking.crossref_works import BATCH, ask_crossref
from kapguide.registries.asking.lookup import Registries, Wanted, look_up
from kapguide.registries.asking.pubmed_records import ask_pubmed, convert_pmcids, find_pmids

TODAY = date(2026, 11, 22)


@pytest.fixture
def sleeps() -> list[float]:
    return []


@pytest.fixture
def client(sleeps: list[float], tmp_path: Path) -> Client:
    return Client(
        TODAY,
        mailto="pages@clinic.example",
        cache=tmp_path / ".cache" / "registries.json",
        timeout=0.3,
        sleep=sleeps.append,
    )


@pytest.fixture
def crossref(registries: Any) -> Registry:
    return Registry("Crossref", registries.settings["crossref"], 0)


@pytest.fixture
def pubmed(registries: Any) -> Registry:
    return Registry("PubMed", registries.settings["pubmed"], 0)


FAILS_ONCE = {
    "500 and then 200": lambda m: [m.status(500)],
    "503 twice, then 200": lambda m: [m.status(503), m.status(503)],
    "half an answer": lambda m: [m.body(b'{"message": {"ite', length=900)],
    "broken JSON": lambda m: [m.body(b'{"message": {"items": [')],
    "JSON of another shape": lambda m: [m.body(b'{"message": {"items": {"DOI": 1}}}')],
    "a list in place of an object": lambda m: [m.body(b"[1, 2]")],
    "a web page in place of JSON": lambda m: [m.body(m.PAGE, "text/html")],
    "bytes that are no text": lambda m: [m.body(b"\xff\xfe\x00")],
    "a slow answer": lambda m: [m.wait(0.6)],
    "an answer that trickles": lambda m: [m.trickle(0.05)],
    "429 without a time": lambda m: [m.status(429)],
    "429 with nonsense for a time": lambda m: [m.status(429, Retry_After="soon")],
}


@pytest.mark.parametrize("make", FAILS_ONCE.values(), ids=FAILS_ONCE.keys())
def test_a_passing_fault_is_waited_out(
    *,
    make: Callable[[ModuleType], list[Any]],
    client: Client,
    crossref: Registry,
    registries: Any,
    loopback: ModuleType,
    sleeps: list[float],
) -> None:
    """Three tries, with a second's pause and then four."""
    faults = make(loopback)
    registries.answer_next("/works", *faults)
    found = ask_crossref(client, crossref, ["10.5555/plain.1"])
    assert [*found] == ["10.5555/plain.1"]
    assert sleeps == [1.0, 4.0][: len(faults)]


FAILS_FOR_GOOD = {
    "its own trouble": (
        lambda m: m.status(502),
        "Crossref has trouble of its own (status 502). It was asked 3 times. Try again later.",
    ),
    "asked too often": (
        lambda m: m.status(429),
        "Crossref says that it was asked too often. It was asked 3 times. Try again later.",
    ),
    "half an answer": (
        lambda m: m.body(b'{"message": {"ite', length=900),
        "Crossref broke off in the middle of its answer. It was asked 3 times. Try again later.",
    ),
    "broken JSON": (
        lambda m: m.body(b'{"message": {'),
        "Crossref sent something that is not whole, or not what it should be. "
        "It was asked 3 times. Try again later.",
    ),
    "a web page": (
        lambda m: m.body(m.PAGE, "text/html"),
        "Crossref sent something that is a web page, not data: a network that asks you to sign "
        "in does so. It was asked 3 times. Try again later.",
    ),
    "slow": (
        lambda m: m.wait(0.6),
        "Crossref took longer than 0.3 seconds. It was asked 3 times. Try again later.",
    ),
}


@pytest.mark.parametrize(("make", "message"), FAILS_FOR_GOOD.values(), ids=FAILS_FOR_GOOD.keys())
def test_after_three_tries_it_says_why(
    *,
    make: Callable[[ModuleType], Any],
    message: str,
    client: Client,
    crossref: Registry,
    registries: Any,
    loopback: ModuleType,
) -> None:
    """A person learns which registry, what went wrong, and what to do."""
    registries.answer_next("/works", *[make(loopback)] * 3)
    with pytest.raises(RegistryError) as error:
        ask_crossref(client, crossref, ["10.5555/plain.1"])
    assert str(error.value) == message
    assert len(registries.asked) == 3


def test_a_compressed_answer(
    client: Client, crossref: Registry, registries: Any, loopback: ModuleType
) -> None:
    """What comes compressed is read as any other."""
    item = json.dumps({"message": {"items": [{"DOI": "10.5555/zip"}]}}).encode()
    registries.answer_next("/works", loopback.zipped(item))
    assert [*ask_crossref(client, crossref, ["10.5555/zip"])] == ["10.5555/zip"]


def test_no_network(client: Client) -> None:
    """Nobody there: one message, with where it was looked for."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(RegistryError) as error:
        ask_crossref(client, Registry("Crossref", f"http://{address}", 0), ["10.5555/plain.1"])
    assert str(error.value) == (
        f"Crossref could not be reached at {address}. It was asked 3 times. "
        "Is this computer online? Nothing was changed."
    )


def test_a_registry_that_names_a_time_is_taken_at_its_word(
    client: Client,
    crossref: Registry,
    registries: Any,
    loopback: ModuleType,
    sleeps: list[float],
) -> None:
    """Its Retry-After stands in the place of our own pause."""
    registries.answer_next("/works", loopback.status(429, Retry_After="7"))
    assert ask_crossref(client, crossref, ["10.5555/plain.1"])
    assert sleeps == [7.0]


def test_nobody_waits_an_hour(
    client: Client, crossref: Registry, registries: Any, loopback: ModuleType, sleeps: list[float]
) -> None:
    """A person would think that the program hangs, so it is told when to come back."""
    registries.answer_next("/works", loopback.status(503, Retry_After="3600"))
    with pytest.raises(RegistryError, match="to wait 60 minutes"):
        ask_crossref(client, crossref, ["10.5555/plain.1"])
    assert sleeps == []


def test_a_refusal_is_not_asked_again(
    client: Client, crossref: Registry, registries: Any, loopback: ModuleType
) -> None:
    """What is wrong with the question does not pass."""
    registries.answer_next("/works", loopback.status(400))
    with pytest.raises(RegistryError, match=r"refused the question \(status 400 Bad Request\)"):
        ask_crossref(client, crossref, ["10.5555/plain.1"])
    assert len(registries.asked) == 1


XML_FAULTS = {
    "not whole": b"<PubmedArticleSet><PubmedArticle>",
    "a web page": b"<!DOCTYPE html><html><br></html>",
    "another root": b"<html></html>",
    "entities of its own": b'<!DOCTYPE a [<!ENTITY x "">]><PubmedArticleSet>&x;</PubmedArticleSet>',
    "nothing": b"",
}


@pytest.mark.parametrize("data", XML_FAULTS.values(), ids=XML_FAULTS.keys())
def test_xml_that_is_no_record(
    data: bytes, client: Client, pubmed: Registry, registries: Any, loopback: ModuleType
) -> None:
    """PubMed's answers are asked for again, too, and never expanded."""
    registries.answer_next("/efetch", *[loopback.body(data, "text/xml")] * 3)
    with pytest.raises(RegistryError, match="PubMed sent something that is"):
        ask_pubmed(client, pubmed, ["90000001"])


def test_it_says_who_asks(
    client: Client, crossref: Registry, pubmed: Registry, registries: Any
) -> None:
    """Registries can reach who runs this: Crossref by mailto, NCBI by tool and email."""
    ask_crossref(client, crossref, ["10.5555/plain.1"])
    ask_pubmed(client, pubmed, ["90000001"])
    assert set(registries.agents) == {
        "kapguide/0.1 (checks a list of studies; mailto:pages@clinic.example)"
    }
    assert registries.paths("/works")[0]["mailto"] == "pages@clinic.example"
    assert registries.paths("/efetch")[0] | {"id": ""} == {
        "db": "pubmed",
        "id": "",
        "retmode": "xml",
        "tool": "kapguide",
        "email": "pages@clinic.example",
    }


def test_it_keeps_the_pace(registries: Any, sleeps: list[float]) -> None:
    """Between two questions lies the pause that the registry asks for, also when one fails."""
    client = Client(TODAY, sleep=sleeps.append)
    registry = Registry("Crossref", registries.settings["crossref"], 1.0)
    ask_crossref(client, registry, [f"10.5555/{number}" for number in range(BATCH * 2 + 1)])
    assert len(registries.asked) == 3
    assert len(sleeps) == 2
    assert all(0.5 < pause <= 1 for pause in sleeps)


def test_a_work_that_is_not_there(client: Client, crossref: Registry, registries: Any) -> None:
    """A DOI with a comma is asked for by itself; that nobody has it is an answer."""
    assert ask_crossref(client, crossref, ["10.5555/a,b"]) == {}
    assert len(registries.asked) == 1


def test_a_flood_is_not_read(
    client: Client,
    crossref: Registry,
    registries: Any,
    loopback: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nor asked for again."""
    monkeypatch.setattr("kapguide.registries.asking.client.LARGEST", 2**20)
    registries.answer_next("/works", loopback.body(b" " * (2**20 + 1)))
    with pytest.raises(
        RegistryError, match=r"^Crossref sent more than 1 MB, so it was not read\.$"
    ):
        ask_crossref(client, crossref, ["10.5555/plain.1"])
    assert len(registries.asked) == 1


def test_batches(client: Client, crossref: Registry, pubmed: Registry, registries: Any) -> None:
    """Few questions, none too long for an address."""
    dois = [f"10.5555/a.rather.long.name.of.a.work.{number}" for number in range(500)]
    ask_crossref(client, crossref, dois)
    ask_pubmed(client, pubmed, [str(number) for number in range(1000, 1500)])
    find_pmids(client, pubmed, dois)
    assert len(registries.paths("/works")) == 10
    assert [len(asked["id"].split(",")) for asked in registries.paths("/efetch")] == [200, 200, 100]
    assert max(len(repr(parameters)) for _, parameters in registries.asked) < 4000


def test_answers_are_kept_for_the_day(
    client: Client, crossref: Registry, registries: Any, tmp_path: Path
) -> None:
    """A second run on the same day asks nobody; the next day's asks anew."""
    cache = tmp_path / ".cache" / "registries.json"
    first = ask_crossref(client, crossref, ["10.5555/plain.1"])
    client.close()
    assert re.search(r'"asked": "2026-11-22"', cache.read_text("utf-8"))
    again = Client(TODAY, mailto="pages@clinic.example", cache=cache)
    assert ask_crossref(again, crossref, ["10.5555/plain.1"]) == first
    assert len(registries.asked) == 1
    later = Client(date(2026, 11, 23), mailto="pages@clinic.example", cache=cache)
    ask_crossref(later, crossref, ["10.5555/plain.1"])
    assert len(registries.asked) == 2


def test_numbers_of_pubmed_central(client: Client, registries: Any) -> None:
    """One that PubMed Central has leads to its PubMed number and DOI; another to none."""
    idconv = Registry("PubMed Central", registries.settings["idconv"], 0)
    found = convert_pmcids(client, idconv, ["PMC9000001", "PMC1"])
    assert found == {"PMC9000001": ("90000001", "10.5555/plain.1")}


def test_a_number_of_pubmed_central_whose_work_pubmed_does_not_have(
    client: Client, registries: Any, loopback: ModuleType
) -> None:
    """Then the DOI that PubMed Central names leads to Crossref."""
    record = {"pmcid": "PMC5", "doi": "10.5555/book.1"}
    data = json.dumps({"status": "ok", "records": [record]}).encode()
    registries.answer_next("/idconv", loopback.body(data))
    places = {name: Registry(name, registries.settings[name], 0) for name in registries.settings}
    (found,) = look_up(client, Registries(**places), [Wanted(pmcid="PMC5")])
    assert found.pubmed is None
    assert found.crossref is not None
    assert found.crossref.get("title") == "A handbook of quiet rooms"
    assert found.by == {"doi": "", "pmid": "", "pmcid": "PMC5"}


def test_a_number_that_pubmed_does_not_repeat_is_not_confirmed(
    client: Client, registries: Any
) -> None:
    """An entry's PMC number counts as known only where it led to the record."""
    places = {name: Registry(name, registries.settings[name], 0) for name in registries.settings}
    (found,) = look_up(client, Registries(**places), [Wanted(pmid="90000002", pmcid="PMC9000001")])
    assert found.pubmed is not None
    assert found.pubmed.get("pmcid") == ""


def test_a_build_does_not_load_it() -> None:
    """Explaining codes loads every module of the engine, and would wait for the HTTP library."""
    code = "import sys, kapguide.commands; print({'requests', 'rispy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
