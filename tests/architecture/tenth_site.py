"""Sets up an empty site with a tenth language and prints what readers and machines see of it."""

import json
import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from wagtail.models import Page  # noqa: E402

call_command("migrate", verbosity=0)
call_command("make_home_pages", stdout=sys.stderr)
draft = Client().get("/de/").content.decode()
for home in Page.objects.filter(depth=2).specific():
    home.save_revision().publish()
pages = {code: Client().get(f"/{code}/") for code in ("hu", "de")}
text = {code: page.content.decode() for code, page in pages.items()}
seen = {
    "draft passed by": "noindex" in draft,
    "live": pages["de"].status_code,
    "english": "Skip to the content" in text["de"],
    "frame": '<html lang="de" dir="ltr">' in text["de"],
    "switcher": 'hreflang="de"' in text["hu"] and "Deutsch" in text["hu"],
    "sitemap": "/sitemap-de.xml" in Client().get("/sitemap.xml").content.decode(),
    "first visit": Client(headers={"accept-language": "de-AT"}).get("/").url,
}
sys.stdout.write(json.dumps(seen))
