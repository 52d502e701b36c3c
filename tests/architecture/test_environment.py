"""Settings from the environment: faults in one sentence however it starts, the key, production."""

import os
import re
import stat
import subprocess
import sys

import pytest

from cms.database_url import database_settings
from cms.email_url import email_settings
from cms.env import ROOT

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.production",
    "SECRET_KEY": "aB3-cD4_eF5" * 6,
    "ALLOWED_HOSTS": "example.org",
    "BASE_URL": "https://example.org",
}
STARTS = {
    "manage": ["manage.py", "check"],
    "wsgi": ["-c", "import cms.wsgi"],
    "serve": ["-m", "cms.serve"],
}


def start(*arguments, **variables):
    """A process of its own with nothing but `variables` set."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "DATA_DIR") if name in os.environ}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=kept | variables,
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def assert_one_sentence(result, name):
    assert result.returncode == 2, result.stderr
    assert re.fullmatch(rf"{name} .+\.\n", result.stderr)
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://a/b"),
        ("DATABASE_URL", "postgres://user:password@host"),
        ("DATABASE_URL", "postgres://user:pass#word@host/name"),
        ("DATABASE_URL", "postgres://user@host:port/name"),
        ("DATABASE_URL", "postgres://user@host/name?sslmode=always"),
        ("DATABASE_URL", "postgres://user@host/name?colour=red"),
        ("DATABASE_URL", "postgres://:password@host/name"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("CACHE_URL", "redis://localhost"),
        ("EMAIL_URL", "imap://localhost"),
        ("EMAIL_URL", "smtp://"),
        ("EMAIL_URL", "smtp://user@mail.example.org"),
        ("EMAIL_URL", "smtp://user:geheim@mail.example.org?tls=no"),
        ("EMAIL_URL", "smtps://mail.example.org?tls=no"),
        ("EMAIL_URL", "smtp://mail.example.org?tls=perhaps"),
        ("EMAIL_URL", "smtp://mail.example.org?timeout=0"),
        ("EMAIL_URL", "smtp://mail.example.org?colour=red"),
        ("EMAIL_URL", "smtp://mail.example.org:port"),
        ("MACHINE_TRANSLATION_URL", "google://key@example.org"),
        ("MACHINE_TRANSLATION_URL", "deepl://api-free.deepl.com"),
        ("MACHINE_TRANSLATION_URL", "libretranslate+http://geheim@machine.example.org"),
        ("MACHINE_TRANSLATION_URL", "libretranslate+https://host:port"),
        ("EMAIL_FROM", "office"),
        ("EMAIL_ERRORS_TO", "a@example.org,b"),
        ("MAIL_DOUBT", "perhaps"),
        ("MAIL_KEEP_DAYS", "0"),
        ("SEARCH_URL", "sqlite"),
        ("STORAGE_URL", "s3://bucket"),
        ("ALLOWED_HOSTS", "https://example.org"),
        ("ALLOWED_HOSTS", "example.org,"),
        ("BASE_URL", "example.org"),
        ("BEHIND_PROXY", "perhaps"),
        ("LOG_LEVEL", "LOUD"),
        ("WEB_PORT", "80000"),
        ("DATA_DIR", "/dev/null/data"),
    ],
)
def test_a_wrong_value_is_one_sentence(name, value):
    program = "from cms.env import env; env.key(); env.database()"
    assert_one_sentence(start("-c", program, **{name: value}), name)


def test_a_mail_server_without_a_sender_stops_the_start():
    result = start("-c", "import cms.env", EMAIL_URL="smtp://mail.example.org")
    assert_one_sentence(result, "EMAIL_FROM")


def test_a_mail_server_is_percent_decoded_and_encrypted_unless_it_is_this_machine():
    far = email_settings("smtp://iroda%40x:p%2F%23@mail.example.org")
    assert (far["EMAIL_HOST_USER"], far["EMAIL_HOST_PASSWORD"]) == ("iroda@x", "p/#")
    assert (far["EMAIL_PORT"], far["EMAIL_USE_TLS"], far["EMAIL_USE_SSL"]) == (587, True, False)
    tls = email_settings("smtps://u:p@mail.example.org?timeout=20")
    assert (tls["EMAIL_PORT"], tls["EMAIL_USE_TLS"], tls["EMAIL_USE_SSL"]) == (465, False, True)
    assert tls["EMAIL_TIMEOUT"] == 20
    near = email_settings("smtp://localhost")
    assert (near["EMAIL_PORT"], near["EMAIL_USE_TLS"], near["EMAIL_TIMEOUT"]) == (25, False, 10)


@pytest.mark.parametrize("way", STARTS)
def test_every_way_to_start_stops_the_same(way):
    assert_one_sentence(start(*STARTS[way], CACHE_URL="redis://localhost"), "CACHE_URL")


@pytest.mark.parametrize("way", STARTS)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "short"),
        ("ALLOWED_HOSTS", ""),
        ("ALLOWED_HOSTS", "*"),
        ("BASE_URL", "http://example.org"),
    ],
)
def test_production_is_set_completely(way, name, value):
    if way == "manage" or name == "SECRET_KEY":
        assert_one_sentence(start(*STARTS[way], **PRODUCTION | {name: value}), name)


def test_a_fault_does_not_show_the_password():
    result = start("-c", "import cms.env", DATABASE_URL="postgres://user:geheim@host")
    assert "geheim" not in result.stderr


def test_production_settings_have_no_warnings(tmp_path):
    result = start("manage.py", "check", "--deploy", **PRODUCTION, DATA_DIR=str(tmp_path))
    assert result.returncode == 0, result.stderr
    assert "WARNINGS" not in result.stderr


def test_the_proxy_header_counts_only_behind_a_proxy(tmp_path):
    program = (
        "from cms.settings import production; print(hasattr(production, 'SECURE_PROXY_SSL_HEADER'))"
    )
    variables = PRODUCTION | {"DATA_DIR": str(tmp_path)}
    assert start("-c", program, **variables).stdout == "False\n"
    assert start("-c", program, **variables, BEHIND_PROXY="true").stdout == "True\n"


def test_a_key_is_made_once_and_kept_for_its_owner(tmp_path):
    program = "from cms.env import env; print(env.key())"
    first, second = (start("-c", program, DATA_DIR=str(tmp_path)).stdout for _ in range(2))
    assert first == second
    assert len(first.strip()) >= 50
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_database_url_is_percent_decoded():
    settings = database_settings("postgres://u%40x:p%2F%23@h:5433/n%20a?sslmode=require")
    assert settings["USER"] == "u@x"
    assert settings["PASSWORD"] == "p/#"
    assert settings["NAME"] == "n a"
    assert (settings["HOST"], settings["PORT"]) == ("h", "5433")
    assert settings["OPTIONS"]["sslmode"] == "require"


def test_a_dead_connection_and_a_frozen_session_are_noticed_before_a_lease_ends():
    options = database_settings("postgres://h/n?options=-c%20work_mem%3D8MB")["OPTIONS"]
    assert int(options["tcp_user_timeout"]) <= 25_000
    idle, interval, count = (
        int(options[f"keepalives_{name}"]) for name in ("idle", "interval", "count")
    )
    assert idle + interval * count <= 25
    assert int(options["connect_timeout"]) <= 25
    assert "idle_in_transaction_session_timeout=30s" in options["options"]
    assert options["options"].endswith(" -c work_mem=8MB")


def test_an_sqlite_url_is_relative_to_the_project_or_absolute():
    assert database_settings("sqlite:///data/a.sqlite3")["NAME"] == str(ROOT / "data/a.sqlite3")
    assert database_settings("sqlite:////var/a.sqlite3")["NAME"] == "/var/a.sqlite3"
