"""Log lines: text or JSON, with the id of request or task, and no personal data in either."""

import io
import json
import logging
import logging.config
import os
import subprocess
import sys

import pytest

from cms.env import ROOT
from cms.settings.logs import logged_as_task, logging_settings, request_id


@pytest.fixture(params=["text", "json"])
def written(request):
    """`written()` is what the logger wrote."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    config = logging_settings("INFO", request.param)
    configurator = logging.config.DictConfigurator(config)
    handler.setFormatter(configurator.configure_formatter(config["formatters"]["line"]))
    LOGGER.addHandler(handler)
    yield stream.getvalue
    LOGGER.removeHandler(handler)


LOGGER = logging.getLogger("logs.test")


def test_a_line_names_its_request_and_its_task(written):
    request_id.set("abc")
    with logged_as_task("def"):
        LOGGER.warning("within")
    request_id.set("")
    LOGGER.warning("after")
    within, after = written().splitlines()
    assert "abc" in within and "def" in within
    assert "abc" not in after and "request_id" not in after


@pytest.mark.parametrize(
    "say",
    [
        lambda: LOGGER.warning("mail to anna.kovacs@example.org"),
        lambda: LOGGER.warning("mail to %s", "anna.kovacs@example.org"),
        lambda: LOGGER.warning("sent", extra={"to": ["anna.kovacs@example.org"]}),
        lambda: LOGGER.warning("Invalid request from ip=%s: broken", "anna"),
        lambda: LOGGER.warning("Error handling request %s", "/hu/search/?q=anna"),
        lambda: LOGGER.warning("signed in", extra={"username": "anna", "ip": "anna"}),
    ],
)
def test_nothing_tells_who_somebody_is(written, say):
    say()
    text = written()
    assert text and "anna" not in text


def test_tracebacks_are_scrubbed_too(written):
    try:
        raise ValueError("Key broke\nDETAIL:  Key (name)=(Anna) exists.\nof anna@example.org")
    except ValueError:
        LOGGER.exception("failed")
    text = written()
    assert "ValueError" in text and "Anna" not in text and "anna" not in text


def test_an_address_that_is_a_key_is_told_as_its_route(written, rf):
    request = rf.get("/admin/password_reset/confirm/MQ/c2-secret/", {"q": "what was searched"})
    from django.urls import resolve

    request.resolver_match = resolve(request.path)
    LOGGER.warning("Not Found: %s", request.path, extra={"request": request, "status_code": 404})
    text = written()
    assert "c2-secret" not in text and "searched" not in text
    assert "password_reset/confirm" in text and "404" in text


def test_json_is_one_object_a_line():
    code = (
        "import logging, django; django.setup()\n"
        "log = logging.getLogger('cms.x')\n"
        "try: 1 / 0\n"
        "except ZeroDivisionError: log.exception('Zeile\\nzwei: é', extra={'issue': 12})\n"
    )
    result = run(code, LOG_FORMAT="json")
    [line] = result.stderr.splitlines()
    found = json.loads(line)
    assert found["message"] == "Zeile\nzwei: é" and found["issue"] == 12
    assert found["level"] == "ERROR" and found["logger"] == "cms.x"
    assert found["exception"] == "ZeroDivisionError" and "division by zero" in found["traceback"]
    assert found["time"].endswith("+00:00")


@pytest.mark.parametrize(
    ("module", "given", "form"),
    [
        ("development", "", "text"), ("development", "json", "json"), ("production", "", "json"),
        ("production", "TEXT", "text"),
    ],
)  # fmt: skip
def test_text_in_development_json_in_production_unless_it_is_said(module, given, form):
    code = "import logging, django; django.setup(); logging.getLogger('cms').warning('so')"
    result = run(code, module, LOG_FORMAT=given)
    assert result.stderr.startswith("{") == (form == "json")


def test_another_form_stops_the_start():
    result = run("import django; django.setup()", LOG_FORMAT="xml")
    assert result.returncode == 2
    assert result.stderr.startswith("LOG_FORMAT is wrong: ") and result.stderr.count("\n") == 1


def run(code, module="development", **variables):
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "DATA_DIR") if name in os.environ}
    public = {
        "SECRET_KEY": "aB3-cD4_eF5" * 6, "ALLOWED_HOSTS": "example.org",
        "BASE_URL": "https://example.org",
        "DJANGO_SETTINGS_MODULE": f"cms.settings.{module}",
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=kept | public | variables,
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_each_answer_has_an_id_of_its_own_and_takes_a_proxys_where_one_is(client, settings):
    first, second = (client.get("/-/live")["X-Request-ID"] for _ in range(2))
    assert first != second and len(first) == 32
    given = {"x-request-id": "abcdef-123456"}
    assert client.get("/-/live", headers=given)["X-Request-ID"] not in given.values()
    settings.BEHIND_PROXY = True
    assert client.get("/-/live", headers=given)["X-Request-ID"] == "abcdef-123456"
    answer = client.get("/-/live", headers={"x-request-id": "x\ny <script>"})
    assert "script" not in answer["X-Request-ID"]


@pytest.mark.django_db
def test_a_line_of_a_request_has_the_id_of_its_answer(client, locales, caplog):
    seen = []
    handler = logging.Handler()
    handler.emit = lambda record: seen.append(request_id.get())
    logging.getLogger("django.request").addHandler(handler)
    try:
        answer = client.get("/hu/nincs-ilyen/")
    finally:
        logging.getLogger("django.request").removeHandler(handler)
    assert answer.status_code == 404
    assert seen == [answer["X-Request-ID"]]
    assert request_id.get() == ""


def test_the_web_server_writes_the_same_lines():
    code = (
        "from gunicorn.config import Config; from cms.server_log import ServerLog\n"
        "ServerLog(Config()).warning('Invalid request from ip=%s: %s', '10.1.2.3', 'no host')\n"
    )
    [line] = run(code, "production").stderr.splitlines()
    assert json.loads(line)["message"] == "Invalid request from ip=(removed) no host"
    assert run(code, "production", LOG_FORMAT="text").stderr.endswith("ip=(removed) no host\n")
