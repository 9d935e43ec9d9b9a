from datetime import date

import pytest

from config.catalog import CatalogError
from config.catalog import load as load_sources
from config.corrections import load
from config.diagnosed import to_yaml

GOOD = """
hosts: [huunghi.vn]
layouts:
  - name: moi
    since: 2024-01-01
    when: .trang-bai
    lead: h2.sapo
    published: //time/@datetime
    drop: [.quang-cao, "//p[starts-with(., 'Mời bạn đọc')]"]
  - name: cu
    until: 2023-12-31
    body: "#noi-dung"
    tables: true
unverified: [lead]
"""


@pytest.fixture
def folder(tmp_path):
    def write(**files):
        for name, text in files.items():
            (tmp_path / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def problems(folder):
    with pytest.raises(CatalogError) as caught:
        load([folder])
    return [problem.removeprefix(f"{folder}/") for problem in caught.value.problems]


def test_a_file_becomes_the_correction_of_the_source_that_it_is_named_after(folder):
    correction = load([folder(huu_nghi=GOOD)]).of("huu-nghi", None)
    new, old = correction.layouts
    assert (correction.id, correction.hosts, correction.unverified) == ("huu-nghi", ("huunghi.vn",), ("lead",))
    assert (new.name, new.since, new.until, new.lead.written) == ("moi", date(2024, 1, 1), None, "h2.sapo")
    assert [one.written for one in new.drop] == [".quang-cao", "//p[starts-with(., 'Mời bạn đọc')]"]
    assert (old.until, old.body.written, old.tables) == (date(2023, 12, 31), "#noi-dung", True)


def test_one_s_own_correction_takes_the_place_of_the_bundled_one(folder):
    own = load([folder(vnexpress="layouts: [{lead: p.description}]")], sources=load_sources())
    (layout,) = own.of("vnexpress", None).layouts
    assert layout.lead.written == "p.description"
    assert (
        own.of("files", "https://vnexpress.net/a-1234567.html").id == "vnexpress"
    )  # the host of the source's home
    assert own.of("thoidai", None) == load().of("thoidai", None)


def test_what_is_written_out_is_read_in_again_as_it_was(folder):
    first = load([folder(huu_nghi=GOOD)]).of("huu-nghi", None)
    again = load([folder(huu_nghi=to_yaml(first))]).of("huu-nghi", None)
    assert again == first


def test_every_problem_is_told_with_its_file_its_key_and_a_mend(folder):
    found = problems(
        folder(
            a="hosts: [a.vn]\nlayouts:\n  - sapo: h2\n  - lead: h2..x\n    naem: x\n",
            b="hosts: [b.vn]\nlayouts: []\n",
            c="layouts:\n  - lead: h2\n",
            d="hosts: [https://d.vn/]\nlayouts:\n  - since: 2024-01-02\n    until: 2024-01-01\n    lead: h2\n",
            e="hosts: [e.vn]\nlayouts:\n  - name: x\n    when: h1\n  - lead: h2\n    tables: true\n",
            f="hosts: [f.vn]\nlayouts:\n  - lead: h2\n  - lead: h3\n",
            g="hosts: [g.vn\n",
            h="- a\n",
        )
    )
    assert found[0].startswith("a.yaml: layouts.0.sapo: there is no such key; there are name, since, until")
    assert found[1].startswith("a.yaml: layouts.1.lead: 'h2..x' is no CSS selector")
    assert "write it as h2.sapo" in found[1]
    assert found[2] == "a.yaml: layouts.1.naem: there is no such key; did you mean name?"
    assert found[3].startswith("b.yaml: layouts: List should have at least 1 item")
    assert found[4] == "c.yaml: there is no source c; name the file as its source, or add hosts"
    assert found[5].startswith("d.yaml: layouts.0: since (2024-01-02) is after until (2024-01-01); exchange them")
    assert found[6].startswith("d.yaml: hosts.0:")
    assert found[7].startswith("e.yaml: layouts.0: corrects nothing; add one of title, lead")
    assert found[8].startswith("e.yaml: layouts.1: tables says that tables in the body are text")
    assert found[9].startswith("f.yaml: the whole: two layouts have the name all")
    assert found[10].startswith("g.yaml: is no YAML")
    assert found[11].startswith("h.yaml: holds no keys")
    assert len(found) == 12


def test_a_file_is_named_as_a_source_is(folder):
    assert problems(folder(**{"Huu nghi": GOOD}))[0].startswith("Huu nghi.yaml: the file's name is no source's id")
