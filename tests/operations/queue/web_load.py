"""Clients of the writing web server: two, one request each 40 ms, one connection each."""

import http.client
import itertools
import threading
import time
import urllib.request

from cms.operations.bench.start import free_port

CLIENTS, PAUSE = 2, 0.04


class Load:
    """While the block runs: `times` of answered requests in seconds, and how many `errors`."""

    def __init__(self, nursery):
        self.port = free_port()
        self.server = nursery.start("web", self.port)
        self.times = []
        self.errors = 0
        self.numbers = itertools.count()
        self.over = threading.Event()
        self.threads = [threading.Thread(target=self.write) for _ in range(CLIENTS)]

    def __enter__(self):
        for _ in range(200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/1000000/").close()
                break
            except OSError:
                time.sleep(0.05)
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *rest):
        self.over.set()
        for thread in self.threads:
            thread.join()
        self.server.workers()  # they end with the server
        self.server.signal(15)
        self.server.wait()

    def write(self):
        server = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        while not self.over.wait(PAUSE):
            begun = time.monotonic()
            try:
                server.request("GET", f"/{next(self.numbers)}/")
                answer = server.getresponse()
                answer.read()
                self.errors += answer.status != 200
            except (OSError, http.client.HTTPException):
                self.errors += 1
                server.close()
            self.times.append(time.monotonic() - begun)
        server.close()
