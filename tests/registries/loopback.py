"""Crossref, PubMed and PMC's ID converter on this machine, for tests and for trying.

Answers have the registries' shapes: a message with items, a PubmedArticleSet, a list
of identifiers. `answer_next` lets one question fail in a way of its own.
"""

from __future__ import annotations

import gzip
import json
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree as etree

ANSWERS = Path(__file__).parent / "answers"
HEAD = '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet>\n<PubmedArticleSet>'
PAGE = b"<!DOCTYPE html><html><body>Please sign in to this network.</body></html>"

Answer = Callable[[BaseHTTPRequestHandler], None]


def status(code: int, **headers: str) -> Answer:
    """Answer with a status and no more: `status(429, Retry_After="7")`."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def body(data: bytes, kind: str = "application/json", *, length: int | None = None) -> Answer:
    """Answer with this; a `length` that is greater makes it half an answer."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(data) if length is None else length))
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def zipped(data: bytes) -> Answer:
    """Answer with this, compressed, as both registries do."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        sent = gzip.compress(data)
        handler.send_response(200)
        handler.send_header("Content-Encoding", "gzip")
        handler.send_header("Content-Length", str(len(sent)))
        handler.end_headers()
        handler.wfile.write(sent)

    return answer


def trickle(seconds: float) -> Answer:
    """Send a byte now and then, and never come to an end."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        with suppress(OSError):
            while True:
                handler.wfile.write(b" ")
                threading.Event().wait(seconds)

    return answer


def wait(seconds: float) -> Answer:
    """Say nothing for a while."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        threading.Event().wait(seconds)

    return answer


class Loopback:
    """The three registries, with what they know and what they were asked."""

    def __init__(self, works: list[dict[str, Any]], articles: list[etree.Element]) -> None:
        self.works = {work["DOI"].lower(): work for work in works}
        self.articles = {pmid(article): article for article in articles}
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        self.agents: list[str] = []
        self._next: dict[str, list[Answer]] = defaultdict(list)
        self.address = ""

    def answer_next(self, part: str, *answers: Answer) -> None:
        """Let the next questions to an address with this part be answered so."""
        self._next[part] += answers

    def paths(self, part: str) -> list[Mapping[str, str]]:
        """Return the parameters of all questions to an address with this part."""
        return [parameters for path, parameters in self.asked if part in path]

    @property
    def settings(self) -> dict[str, str]:
        """What mkdocs.yml says under `extra.registries`."""
        return {
            "crossref": f"{self.address}/crossref",
            "pubmed": f"{self.address}/eutils",
            "idconv": f"{self.address}/idconv",
        }

    def handle(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        parameters = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.asked.append((parts.path, parameters))
        self.agents.append(handler.headers["User-Agent"])
        for part, answers in self._next.items():
            if part in parts.path and answers:
                answers.pop(0)(handler)
                return
        self._answer(parts.path, parameters)(handler)

    def _answer(self, path: str, parameters: Mapping[str, str]) -> Answer:
        by_path = {
            "/crossref/works": self._list_works,
            "/eutils/efetch.fcgi": self._fetch,
            "/eutils/esearch.fcgi": self._search,
            "/idconv/": self._convert_all,
        }
        if path in by_path:
            return by_path[path](parameters)
        item = self.works.get(unquote(path.removeprefix("/crossref/works/")).lower())
        if item is None:
            return status(404)
        return _json({"status": "ok", "message-type": "work", "message": item})

    def _list_works(self, parameters: Mapping[str, str]) -> Answer:
        dois = [one.removeprefix("doi:").lower() for one in parameters["filter"].split(",")]
        items = [self.works[doi] for doi in dois if doi in self.works][: int(parameters["rows"])]
        message = {"total-results": len(items), "items-per-page": 20, "items": items}
        return _json({"status": "ok", "message-type": "work-list", "message": message})

    def _fetch(self, parameters: Mapping[str, str]) -> Answer:
        wanted = parameters["id"].split(",")
        found = [self.articles[one] for one in wanted if one in self.articles]
        text = "".join(etree.tostring(article, "unicode") for article in found)
        return body(f"{HEAD}{text}</PubmedArticleSet>".encode(), "text/xml")

    def _search(self, parameters: Mapping[str, str]) -> Answer:
        term = parameters["term"].lower()
        ids = [key for key, one in self.articles.items() if f'"{doi(one).lower()}"[aid]' in term]
        return _json({"esearchresult": {"count": str(len(ids)), "idlist": ids}})

    def _convert_all(self, parameters: Mapping[str, str]) -> Answer:
        records = [self._convert(one) for one in parameters["ids"].split(",")]
        return _json({"status": "ok", "records": records})

    def _convert(self, pmcid: str) -> dict[str, Any]:
        for key, article in self.articles.items():
            if article_id(article, "pmc") == pmcid:
                return {
                    "requested-id": pmcid,
                    "pmcid": pmcid,
                    "pmid": int(key),
                    "doi": doi(article),
                }
        return {"requested-id": pmcid, "status": "error", "errmsg": "Identifier not found in PMC"}


def pmid(article: etree.Element) -> str:
    return str(article.findtext(".//PMID"))


def doi(article: etree.Element) -> str:
    return article_id(article, "doi")


def article_id(article: etree.Element, kind: str) -> str:
    return next((e.text or "" for e in article.iter("ArticleId") if e.get("IdType") == kind), "")


def _json(data: object) -> Answer:
    return body(json.dumps(data, ensure_ascii=False).encode())


def read_answers() -> Loopback:
    """Make registries that know the works of the folder `answers`."""
    works = json.loads((ANSWERS / "crossref.json").read_text("utf-8"))
    return Loopback(works, [*etree.parse(ANSWERS / "pubmed.xml").getroot()])


@contextmanager
def serve(registries: Loopback) -> Iterator[Loopback]:
    """Serve on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            registries.handle(self)

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    registries.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield registries
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
