"""A holding's citation as a file for reference managers, for whoever may read the page."""

import json
import re

import pytest
from wagtail.models import PageViewRestriction

from resources.models import PublicationContributor
from tests.factories.library import make_publication, make_resource
from tests.factories.pages import StandardPageFactory, home_in, translated

pytestmark = pytest.mark.django_db
HARD = r"50 % & egy {rossz} \cím_ #1 ~ $5 ^2"


def cited(client, page, ending, status=200):
    response = client.get(f"{page.url_path}cite.{ending}")
    assert response.status_code == status
    return response.content.decode()


def fields_of(entry):
    """The fields of one BibTeX entry, read by counting braces as BibTeX does."""
    kind, key, rest = re.fullmatch(r"(?s)@(\w+)\{([^,\s]+),\n(.*)\}\n", entry).groups()
    fields, name, depth, value = {}, "", 0, ""
    for letter in rest:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth >= 0
        if letter == "," and depth == 0:
            fields[name.strip()], name, value = value.strip(), "", ""
        elif letter == "=" and depth == 0 and not name:
            name, value = value, ""
        else:
            value += letter
    assert depth == 0
    assert not value.strip()
    return {"": (kind, key), **{n: re.sub(r"^\{(.*)\}$", r"\1", v) for n, v in fields.items()}}


def lines_of(text):
    assert text.endswith("\r\nER  - \r\n")
    assert "\n" not in text.replace("\r\n", "")
    lines = text.removesuffix("\r\n").split("\r\n")
    return [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups() for line in lines]


@pytest.fixture
def made(locales):
    makers = [("author", "Минта Анна"), ("author", "مينا بيلا"), ("translator", "Minta, Béla")]
    return make_publication(
        title="Útmutató", slug="utmutato", kind="handbook", isbn="9786155000010", doi="10.1234/a_b",
        issued="2013-05", pages=12, publisher_name="Minta Kiadó & Társa", series="Minta füzetek",
        series_number="3", edition="2., javított kiadás", summary="Első sor.\r\nMásodik sor.",
        rows={"contributors": [
            PublicationContributor(role=role, name=name, sort_order=order)
            for order, (role, name) in enumerate(makers)
        ]},
    )  # fmt: skip


def test_bibtex_has_every_field_and_names_as_they_are_printed(made, client):
    fields = fields_of(cited(client, made, "bib"))
    assert fields[""] == ("book", "utmutato-hu")
    assert fields["author"] == "{Минта Анна} and {مينا بيلا}"
    assert fields["translator"] == "{Minta, Béla}"
    assert fields["title"] == "{Útmutató}"
    assert fields["publisher"] == r"Minta Kiadó \& Társa"
    assert (fields["year"], fields["month"]) == ("2013", "may")
    assert (fields["series"], fields["number"]) == ("Minta füzetek", "3")
    assert fields["doi"] == "10.1234/a_b"
    assert fields["isbn"] == "978-615-5000-01-0"
    assert fields["url"] == f"http://testserver{made.url_path}"
    assert fields["abstract"] == "Első sor. Második sor."
    assert "day" not in fields


def test_bibtex_takes_any_title(locales, client):
    fields = fields_of(cited(client, make_publication(title=HARD, kind="report"), "bib"))
    assert fields[""][0] == "techreport"
    assert fields["title"] == (
        r"{50 \% \& egy \textbraceleft{}rossz\textbraceright{} \textbackslash{}cím\_ \#1 "
        r"\textasciitilde{} \$5 \textasciicircum{}2}"
    )


def test_ris_ends_its_lines_as_the_format_asks(made, client):
    lines = lines_of(cited(client, made, "ris"))
    assert lines[0] == ("TY", "BOOK")
    assert [value for tag, value in lines if tag == "AU"] == ["Минта Анна", "مينا بيلا"]
    values = dict(lines)
    assert values["A4"] == "Minta, Béla"
    assert values["DA"] == "2013/05//"
    assert values["PY"] == "2013"
    assert values["T2"] == "Minta füzetek"
    assert values["AB"] == "Első sor. Második sor."


def test_csl_json_tells_dates_and_names_by_its_schema(made, client):
    [item] = json.loads(cited(client, made, "json"))
    assert item["type"] == "book"
    assert item["author"] == [{"literal": "Минта Анна"}, {"literal": "مينا بيلا"}]
    assert item["translator"] == [{"literal": "Minta, Béla"}]
    assert item["issued"] == {"date-parts": [[2013, 5]]}
    assert (item["collection-title"], item["collection-number"]) == ("Minta füzetek", "3")
    assert item["number-of-pages"] == 12
    assert "ISSN" not in item


def test_a_date_is_no_more_exact_than_it_is_known(locales, client):
    page = make_publication(issued="2012~")
    [item] = json.loads(cited(client, page, "json"))
    assert item["issued"] == {"date-parts": [[2012]], "circa": True}
    assert dict(lines_of(cited(client, page, "ris")))["DA"] == "2012///"
    assert "month" not in fields_of(cited(client, page, "bib"))


def test_other_holdings_have_one_of_their_kind(locales, client):
    law = make_resource(title="Törvény", kind="law", reference="2007. évi II.", issued="2007-01-05")
    [item] = json.loads(cited(client, law, "json"))
    assert (item["type"], item["number"]) == ("legislation", "2007. évi II.")
    assert dict(lines_of(cited(client, law, "ris")))["TY"] == "STAT"
    fields = fields_of(cited(client, law, "bib"))
    assert (fields[""][0], fields["number"], fields["day"]) == ("misc", "2007. évi II.", "5")


def test_each_language_has_its_own(made, client):
    twin = translated(made, "ar")
    [item] = json.loads(cited(client, twin, "json"))
    assert (item["id"], item["language"]) == ("utmutato-ar", "ar")
    assert item["title"] == "Útmutató (en)"
    assert item["author"][0] == {"literal": "Минта Анна"}


@pytest.mark.parametrize(
    ("ending", "media_type"),
    [
        ("bib", "application/x-bibtex"),
        ("ris", "application/x-research-info-systems"),
        ("json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_the_page_offers_them_as_files(made, client, ending, media_type):
    url = f"{made.url_path}cite.{ending}"
    assert f'href="{url}" type="{media_type}"' in client.get(made.url_path).content.decode()
    response = client.get(url)
    assert response.headers["Content-Type"] == f"{media_type}; charset=utf-8"
    assert response.headers["Content-Disposition"] == f'attachment; filename="utmutato.{ending}"'
    again = client.get(url, headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304
    assert client.post(url).status_code == 405


@pytest.mark.parametrize("ending", ["bib", "ris", "json"])
def test_nobody_gets_what_the_page_does_not_show(made, client, ending):
    PageViewRestriction.objects.create(
        page=made, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    assert "Útmutató" not in cited(client, made, ending, status=200)
    PageViewRestriction.objects.all().delete()
    made.unpublish()
    cited(client, made, ending, status=404)


def test_a_page_that_is_no_holding_has_none(locales, client):
    page = StandardPageFactory(parent=home_in("hu"), slug="rolunk")
    cited(client, page, "bib", status=404)
    assert client.get(f"{page.url_path}cite.doc").status_code == 404
