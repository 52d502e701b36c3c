"""A pair of pages for each page type, over which every fact path runs.

A later type joins with one function that makes its `Pair`.
"""

from collections.abc import Callable
from datetime import date

from home.models import FundingRecord
from tests.core.fact_steps import Pair, make_pair
from tests.factories.library import make_issue, make_publication, make_resource
from tests.factories.members import make_organisation, make_person
from tests.factories.pages import (
    START,
    RoundtablePageFactory,
    StandardPageFactory,
    home_in,
    published,
    translated,
)
from tests.factories.recommendations import make_recommendation, recently_sent
from tests.factories.services import make_full_service


def standard_pair() -> Pair:
    source = StandardPageFactory(parent=home_in("hu"))
    source.funding = [
        FundingRecord(programme="Alap", award_number="EIA/2012/3.7.4.", sort_order=0),
        FundingRecord(programme="Másik alap", sort_order=1),
    ]
    source = published(source)
    return Pair(
        source, translated(source), new={"audiences": ["press"]},
        live={"withdrawn_reason": "error"}, rows={"funding": {"award_number": "HU/2014"}},
    )  # fmt: skip


def roundtable_pair() -> Pair:
    source = published(RoundtablePageFactory(parent=home_in("hu")))
    new = {"founded_on": START.date(), "kind": "working_group"}
    return Pair(source, translated(source), new=new, live={"status": "paused"})


def service_pair() -> Pair:
    source = make_full_service()
    return Pair(
        source, translated(source), new={"website": "https://example.org/uj", "anonymous": False},
        live={"status": "temporarily_closed"},
        rows={"hours": {"weekday": 4}, "phones": {"number": "+36 1 000 0000"}},
    )  # fmt: skip


def organisation_pair() -> Pair:
    source = make_organisation(full=True)
    return Pair(
        source, translated(source),
        new={"website": "https://example.org/uj", "kind": "church", "spoken": ["vi", "hu"]},
        live={"status": "dormant"},
        rows={"languages": {"code": "vi"}, "reach": {"value": "uj@example.org", "public": False}},
    )  # fmt: skip


def person_pair() -> Pair:
    source = make_person(photo=True, photo_consent_on=date(2013, 1, 1), languages=["hu"])
    return Pair(
        source, translated(source), new={"family_name": "Minta", "languages": ["vi"]},
        live={"hidden_on_request": True},
    )  # fmt: skip


def recommendation_pair() -> Pair:
    source = recently_sent(make_recommendation())
    return Pair(
        source, translated(source), new={"kind": "opinion"}, live={"state": "closed"},
        rows={"items": {"priority": "high", "legal_basis": "2011. évi CLXXIX. törvény"}},
        row_live={"items": {"response_state": "answered", "position": "accepted"}},
        is_copied=False,
    )  # fmt: skip


def publication_pair() -> Pair:
    source = make_publication()
    new = {"issued": "2014-01", "isbn": "978-615-5000-01-0", "access": "embargo",
           "embargo_until": date(2099, 1, 1), "licence": "CC-BY-4.0"}  # fmt: skip
    return Pair(
        source, translated(source), new=new, live={"withdrawn_reason": "error"},
        rows={"files": {"role": "annex"}, "contributors": {"role": "editor", "name": "Minta Béla"},
              "relations": {"kind": "replaces", "url": "https://example.org/uj"}},
    )  # fmt: skip


def resource_pair() -> Pair:
    source = make_resource()
    new = {"issued": "2014~", "external_url": "https://example.org/uj", "languages": ["uk"]}
    return Pair(
        source, translated(source), new=new, live={"withdrawn_reason": "error"},
        rows={"files": {"role": "annex"}, "contributors": {"name": "Kormány"}},
    )  # fmt: skip


def issue_pair() -> Pair:
    source = make_issue()
    return Pair(
        source, translated(source),
        new={"issued_on": date(2014, 2, 3), "action_url": "https://example.org/uj"},
        live={"withdrawn_reason": "error"}, rows={"stories": {}},
    )  # fmt: skip


#: Name of a page type → function that makes its pair. Lists have no fact but those of every page,
#: which `standard` has too; the home page is not moved, copied, deleted or given a slug.
CASES: dict[str, Callable[[], Pair]] = {
    "event": make_pair,
    "issue": issue_pair,
    "organisation": organisation_pair,
    "person": person_pair,
    "publication": publication_pair,
    "recommendation": recommendation_pair,
    "resource": resource_pair,
    "roundtable": roundtable_pair,
    "service": service_pair,
    "standard": standard_pair,
}
