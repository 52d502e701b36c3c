"""A machine translation service on this computer: a real server that speaks both protocols.

It "translates" into capitals and keeps tags and what is marked `translate="no"`, as the services
do.
"""

import json
import re
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from django.utils.translation import override

from cms.languages import LANGUAGES
from cms.translations.machine.faults import SENTENCES

KEY = "a-key:fx"
TAG = re.compile(r'(<span translate="no">.*?</span>|<[^<>]*>|&\w+;)')


def in_capitals(text):
    return "".join(one if number % 2 else one.upper() for number, one in enumerate(TAG.split(text)))


def wrapped(content, number):
    """In so many pieces, the last one shorter."""
    size = max(1, len(content) // number)
    return [content[at : at + size] for at in range(0, len(content), size)]


class Machine:
    """`asked` holds what came, path and body; `answer` may give another (status, bytes)."""

    def __init__(self):
        self.asked, self.answer, self.over = [], None, Event()
        self.drips = False
        self.translated = in_capitals

    def reply(self, path, headers, body):
        self.asked.append((path, body))
        if self.answer is not None:
            return self.answer()
        if path == "/v2/translate":
            if headers["Authorization"] != f"DeepL-Auth-Key {KEY}":
                return 403, b""
            texts = [{"text": self.translated(one)} for one in body["text"]]
            return 200, json.dumps({"translations": texts}).encode()
        texts = [self.translated(one) for one in body["q"]]
        return 200, json.dumps({"translatedText": texts}).encode()

    @property
    def texts(self):
        return [one for _path, body in self.asked for one in body.get("q") or body["text"]]

    def close(self):
        """The connection ends without an answer."""
        raise ConnectionError

    def pieces(self, content):
        """One every 0.3 seconds where the machine drips."""
        if not self.drips:
            return [content]
        return (one for one in wrapped(content, 20) if not self.over.wait(0.3))

    def hang(self):
        self.over.wait(10)
        return 200, b"{}"


@contextmanager
def served():
    machine = Machine()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status, content = machine.reply(self.path, self.headers, body)
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            if status == 302:
                self.send_header("Location", "/elsewhere")
            self.end_headers()
            for piece in machine.pieces(content):
                self.wfile.write(piece)

        def log_message(self, *_args):
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_args):
            """Whoever asked has gone after its time."""

    server = Server(("127.0.0.1", 0), Handler)
    machine.host = f"127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield machine
    finally:
        machine.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def sentences():
    """Of all faults, in all languages."""
    found = set()
    for language in LANGUAGES:
        with override(language.code):
            found |= {str(one) for one in SENTENCES.values()}
    return found


def is_deepl(machine, settings):
    settings.MACHINE_TRANSLATION_URL = f"deepl+http://{KEY}@{machine.host}?timeout=1"
