"""The file, then the environment, then the command line, the last the strongest; a wrong one is named."""

from pathlib import Path

import pytest

from config.settings import SettingsError, load, strangers


@pytest.fixture(autouse=True)
def _apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in strangers():
        monkeypatch.delenv(name)
    for name in ("TRACUU_ENGINE", "TRACUU_ELASTICSEARCH_URL", "TRACUU_PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TRACUU_DATA", str(tmp_path))
    monkeypatch.chdir(tmp_path)


def test_the_command_line_beats_the_environment_beats_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "tracuu.toml").write_text('port = 9001\nnightly_at = "03:15"\nengine = "elasticsearch"\n')
    monkeypatch.setenv("TRACUU_PORT", "9002")

    settings = load(engine="embedded")

    assert (settings.port, settings.nightly_at, settings.engine) == (9002, "03:15", "embedded")


def test_the_working_directory_comes_before_the_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    (tmp_path / "tracuu.toml").write_text("port = 9001\n")
    (here / "tracuu.toml").write_text("port = 9003\n")
    monkeypatch.chdir(here)

    assert load().port == 9003


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("prot = 9001", "there is no setting 'prot'"),
        ("port = 'many'", "setting port (TRACUU_PORT): 'many'"),
        ("nightly_at = '25:00'", "setting nightly_at"),
        ("port = = 1", "correct the file"),
    ],
)
def test_a_wrong_setting_is_named_with_its_place(tmp_path: Path, file: str, said: str) -> None:
    (tmp_path / "tracuu.toml").write_text(file)

    with pytest.raises(SettingsError) as error:
        load()

    assert said in str(error.value)
    assert "tracuu.toml" in str(error.value) or "TRACUU_" in str(error.value)


def test_a_misspelt_name_in_the_environment_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACUU_ENGIN", "elasticsearch")

    assert strangers() == ("TRACUU_ENGIN",)


def test_a_key_is_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACUU_ELASTICSEARCH_API_KEY", "c2VjcmV0")

    assert "c2VjcmV0" not in repr(load())
