"""The user's choices: `tracuu.toml`, then `TRACUU_…` in the environment, then the command line (the strongest)."""

import os
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

import platformdirs
from pydantic import AnyHttpUrl, Field, FilePath, StringConstraints, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from config.demo.server import PORT

FILE = "tracuu.toml"


class SettingsError(Exception):
    """A choice that can't be used; the message names it, where it stands and the mend."""


class Settings(BaseSettings):
    """Everything that can be chosen.  The names in the environment begin with `TRACUU_`."""

    model_config = SettingsConfigDict(env_prefix="TRACUU_", extra="forbid", frozen=True, env_ignore_empty=True)

    data: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("tracuu")), description="folder of all data"
    )
    engine: Literal["embedded", "elasticsearch"] = "embedded"
    database_url: str | None = Field(
        default=None, description="SQL store; default: store.sqlite in the data folder"
    )

    elasticsearch_url: AnyHttpUrl | None = Field(default=None, repr=False)  # may hold a password
    elasticsearch_api_key: str | None = Field(default=None, repr=False)
    elasticsearch_ca_certificate: Path | None = None
    elasticsearch_shards: int = Field(default=1, ge=1, le=100)
    elasticsearch_replicas: int = Field(default=0, ge=0, le=10)

    sources: Path | None = Field(
        default=None, description="folder of further source files; default: sources/ in data"
    )
    contact: str = Field(default="", description="address or page in the user agent, for the people crawled")
    workers: int = Field(default=0, ge=0, le=256, description="processes that extract and annotate; 0: one a core")

    ner_model: FilePath | None = Field(default=None, description="model of names; default: the one that ships")

    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=1, le=65535)
    nightly_at: Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] = "02:30"
    timezone: str = "Asia/Ho_Chi_Minh"
    demo_port: int = Field(default=PORT, ge=1, le=65535)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - given by name
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - given by name
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The strongest first."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @property
    def store_url(self) -> str:
        return self.database_url or f"sqlite:///{(self.data / 'store.sqlite').absolute()}"

    @property
    def user_agent(self) -> str:
        contact = f"; +{self.contact}" if self.contact else ""
        return f"tracuu/0.1 (research crawler{contact})"


def load(**chosen: Any) -> Settings:
    """The settings in force; `chosen` comes from the command line, None where it says nothing.

    Raises SettingsError for an unknown name, a value that is none, or a file that can't be read.
    """
    given = {name: value for name, value in chosen.items() if value is not None}
    path = _file(given)

    class Here(Settings):
        model_config = SettingsConfigDict(toml_file=path)

    try:
        return Here(**given)
    except ValidationError as error:
        raise SettingsError(_explain(error)) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: {error}; correct the file or take it away") from error


def strangers() -> tuple[str, ...]:
    """Names in the environment that look like settings and are none: most likely misspelt."""
    known = {f"TRACUU_{name.upper()}" for name in Settings.model_fields}
    return tuple(sorted(name for name in os.environ if name.startswith("TRACUU_") and name not in known))


def _file(given: dict[str, Any]) -> Path | None:
    """The settings file: of the working directory, else of the data folder."""
    data = given.get("data") or os.environ.get("TRACUU_DATA") or platformdirs.user_data_dir("tracuu")
    # os.path says no where a folder may not be looked into; whoever opens the store there says why.
    return next((path for path in (Path(FILE), Path(data) / FILE) if os.path.isfile(path)), None)  # noqa: PTH113


def _explain(error: ValidationError) -> str:
    lines = []
    for one in error.errors():
        name = ".".join(map(str, one["loc"]))
        if one["type"] == "extra_forbidden":
            lines.append(
                f"{FILE}: there is no setting {name!r}; the settings are {', '.join(Settings.model_fields)}"
            )
        else:
            value = str(one["input"])[:80]
            lines.append(f"setting {name} (TRACUU_{name.upper()}): {value!r}: {one['msg']}")
    return "\n".join(lines)
