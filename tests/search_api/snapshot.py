"""Writes openapi.json beside this file: run it after a change of the API that is wanted."""

import json
from pathlib import Path

from sqlalchemy import create_engine

from indexer.embedded.engine import EmbeddedEngine
from search_api.app import create_app

HERE = Path(__file__).parent

if __name__ == "__main__":
    app = create_app(store=create_engine("sqlite://"), engine=EmbeddedEngine(HERE), sources=())
    text = json.dumps(app.openapi(), ensure_ascii=False, indent=1, sort_keys=True)
    (HERE / "openapi.json").write_text(text + "\n", encoding="utf-8")
