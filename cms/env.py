"""Typed settings from the environment: every variable that an operator can set, in one class."""

import secrets
from pathlib import Path
from typing import Any

from pydantic_settings import BaseSettings

ROOT = Path(__file__).resolve().parent.parent


class Environment(BaseSettings):
    data_dir: Path = ROOT / "data"
    secret_key: str = ""
    allowed_hosts: list[str] = ["*"]
    base_url: str = "http://localhost:8000"

    def database(self) -> dict[str, Any]:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(self.data_dir / "db.sqlite3"),
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20,
                        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"},
        }


env = Environment()
if not env.secret_key:
    env.secret_key = secrets.token_urlsafe(50)
