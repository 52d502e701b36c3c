"""A real mail server that does what a plan says: takes, refuses, defers, delays, breaks off.

Each attempt at an address takes the next step of its plan; without one the mail is taken.
"""

import asyncio
import socket
import threading
from collections import defaultdict
from dataclasses import dataclass
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

RCPT = {"451": "451 4.7.1 Greylisted, <{0}> comes later", "550": "550 5.1.1 <{0}>: unknown"}
DATA = {"451-data": "451 4.3.0 Try later", "554": "554 5.6.0 Message refused"}


@dataclass
class Taken:
    """A mail that the server has, whether it could say so or not."""

    sender: str
    recipient: str
    content: bytes

    @property
    def message(self):
        return message_from_bytes(self.content, policy=policy.default)


class Handler:
    def __init__(self):
        self.lock = threading.Lock()
        self.plans = defaultdict(list)
        self.steps = {}
        self.taken = []
        #: breaks of a connection after the whole mail was there
        self.breaks_after = 0
        self.connections = 0
        self.mail_from = ""
        self.open_dialogue = threading.Event()

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.mail_from:
            return self.mail_from
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        with self.lock:
            step = self.plans[address].pop(0) if self.plans[address] else "take"
        self.steps[id(envelope)] = step
        if step == "drop before":
            server.transport.abort()
        if step in RCPT:
            return RCPT[step].format(address)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        step = self.steps.pop(id(envelope), "take")
        if step.startswith("delay"):
            self.open_dialogue.set()
            await asyncio.sleep(float(step.split()[1]))
        if step in DATA:
            return DATA[step]
        with self.lock:
            self.taken += [
                Taken(envelope.mail_from, address, envelope.original_content)
                for address in envelope.rcpt_tos
            ]
            self.breaks_after += step == "drop after"
        if step == "drop after":
            server.transport.abort()
        return "250 OK"


class MailServer:
    """Listens on a free port of this machine until `stop`; `start` again takes the same one."""

    def __init__(self, **options):
        self.handler = Handler()
        self.options = options
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.controller = None

    def start(self):
        self.controller = Controller(
            self.handler, hostname="127.0.0.1", port=self.port, ready_timeout=20, **self.options
        )
        self.controller.start()
        return self

    def stop(self):
        if self.controller:
            self.controller.stop(no_assert=True)
            self.controller = None

    def plan(self, address, *steps):
        self.handler.plans[address] = list(steps)

    @property
    def taken(self):
        return self.handler.taken


def login(server, session, envelope, mechanism, data):
    """The one account of a server that asks for a login."""
    is_right = data.login == b"office" and data.password == b"right"
    return AuthResult(success=is_right, handled=False)
