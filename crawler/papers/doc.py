"""A Word 97 file (.doc) in, its paragraphs out, as `antiword` or LibreOffice read it, whichever is installed.

antiword is fifty times as fast; LibreOffice loses no row of a table, where antiword loses one in forty.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from crawler.article import Rejected
from crawler.letters import nfc
from crawler.papers import program
from crawler.papers.docx import read_docx
from crawler.papers.paper import Paper
from crawler.papers.table import Cell, table_texts

SECONDS = 20.0  # antiword reads 350 KB in .1 s
OFFICE_SECONDS = 90.0  # LibreOffice starts in 5 to 20 s
OFFICE_MEMORY = 4_000_000_000  # of address space, most of which it never touches
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream of a .docx with a password
_WORD = "WordDocument".encode("utf-16-le")


def read_doc(body: bytes) -> Paper:
    """Raises Rejected: "needs-antiword", "encrypted", "damaged", "unsupported-type", "timeout" or "no-text"."""
    if _ENCRYPTED in body:
        raise Rejected("encrypted")
    if _WORD not in body:
        raise Rejected("damaged" if body[:1] == b"\xd0" else "unsupported-type")
    antiword, office = program.find("antiword"), program.find("soffice") or program.find("libreoffice")
    if antiword is None and office is None:
        raise Rejected("needs-antiword")
    with tempfile.TemporaryDirectory(prefix="tracuu-") as folder:
        file = Path(folder) / "text.doc"
        file.write_bytes(body)
        book = _by_antiword(antiword, file) if antiword else None
        texts = () if book is None else tuple(_blocks(book))
        if office and (book is None or not texts or next(book.iter("tgroup"), None) is not None):
            return _by_office(office, file)
    if not texts:
        raise Rejected("damaged" if book is None else "no-text")
    return Paper(texts)


def _by_antiword(path: str, file: Path) -> etree._Element | None:
    """The text as DocBook; None for what antiword can't read."""
    done = program.run((path, "-x", "db", str(file)), seconds=SECONDS)
    if "encrypt" in done.stderr.decode("utf-8", errors="replace").lower():
        raise Rejected("encrypted")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    return etree.fromstring(done.stdout, parser) if done.stdout.strip() else None


def _blocks(parent: etree._Element) -> Iterator[str]:
    """Paragraphs and tables of the DocBook that antiword writes, in order; it sets tables inside of paragraphs."""
    for node in parent:
        if node.tag == "tgroup":
            yield from table_texts([_row(row) for row in node.iter("row")])
        elif node.tag in {"para", "title", "literallayout"} and next(node.iter("tgroup"), None) is None:
            yield from _lines(node)
        elif node.tag == "listitem":
            for at, text in enumerate(_blocks(node)):
                yield f"- {text}" if at == 0 and not text.startswith("-") else text
        elif node.tag != "bookinfo" and isinstance(node.tag, str):
            yield from _blocks(node)


def _row(row: etree._Element) -> list[Cell]:
    return [tuple(_lines(cell)) for cell in row.iter("entry")]


def _lines(node: etree._Element) -> Iterator[str]:
    lines = (" ".join(line.split()) for line in nfc("".join(map(str, node.itertext()))).split("\n"))
    yield from (line for line in lines if line)


def _by_office(path: str, file: Path) -> Paper:
    """With a profile of its own, which forbids what a text might ask to be fetched or run."""
    profile = file.parent / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
    command = (
        path, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--convert-to", "docx",
        "--outdir", str(file.parent / "out"), str(file),
    )  # fmt: skip
    done = program.run(command, seconds=OFFICE_SECONDS, environment={"HOME": str(profile)}, memory=OFFICE_MEMORY)
    made = file.parent / "out" / "text.docx"
    if not made.exists():
        raise Rejected("damaged", (done.stderr.decode("utf-8", errors="replace").strip()[:200],))
    return read_docx(made.read_bytes())


def _item(path: str, name: str, value: str) -> str:
    return (
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
    )


_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + _item("Office.Common/Security/Scripting", "DisableMacrosExecution", "true")
    + _item("Office.Common/Security/Scripting", "DisableActiveContent", "true")
    + _item("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")
    + _item("Office.Common/Security/Scripting", "MacroSecurityLevel", "3")
    + _item("Office.Writer/Content/Update", "Link", "0")  # never
    + _item("Inet/Settings", "ooInetProxyType", "2")  # by hand, to a port where nobody answers
    + _item("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1")
    + _item("Inet/Settings", "ooInetHTTPProxyPort", "9")
    + _item("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1")
    + _item("Inet/Settings", "ooInetHTTPSProxyPort", "9")
    + "</oor:items>"
)
