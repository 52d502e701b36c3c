"""A web server that writes beside the workers: each request one transaction, some queue a task."""

from django.core.wsgi import get_wsgi_application
from django.db import connection, transaction
from django.http import HttpResponse
from django.urls import path
from gunicorn.app.base import BaseApplication

from tests.operations.queue import work


def write(request, number):
    """Every tenth request queues a task in its own transaction."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO effect VALUES (%s, '', 'web')", [f"web {number}"])
        if number % 10 == 0:
            work.write.enqueue(f"from web {number}")
    return HttpResponse("written")


urlpatterns = [
    path("<int:number>/", write),
    # where a mail says that it can be stopped
    path("account/", write, {"number": 1}, name="wagtailadmin_account"),
]


class Server(BaseApplication):
    """gunicorn as the site runs it: two processes of four threads."""

    def __init__(self, port):
        self.port = port
        super().__init__()

    def load_config(self):
        values = {
            "bind": f"127.0.0.1:{self.port}", "workers": 2, "threads": 4,
            "worker_class": "gthread", "loglevel": "warning", "control_socket_disable": True,
        }  # fmt: skip
        for name, value in values.items():
            self.cfg.set(name, value)

    def load(self):
        return get_wsgi_application()
