"""What the PDF of a service says beside its body: who offers it, where, when and how."""

from typing import Any

from django.http import HttpRequest
from django.utils.html import escape
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from cms.core.figures import Figure, in_digits, said_date, said_time
from cms.core.pdf import PdfFact, PdfFacts, PdfItem, PdfList, PdfPart, PdfSection, PdfTable
from cms.core.pdf.page import rich_section
from cms.core.plain import isolated
from cms.core.texts import Texts
from network.profile import Noted, Site
from network.service_hours import Day, Span, Week
from network.service_profile import Brought, ServiceProfile, service_context


def service_sections(page: Any, request: HttpRequest) -> tuple[PdfSection, ...]:
    shown = service_context(page, request)
    profile, texts = shown["profile"], shown["texts"]
    for_whom = PdfFact(_("For whom"), tuple(map(str, shown["for_whom"])))
    return (
        PdfSection(parts=(PdfFacts((for_whom, *service_facts(page, profile, texts))),)),
        *opening_hours(page, profile, texts),
        *rich_section(_("Who can use it"), page.eligibility),
        *rich_section(_("How to apply"), page.how_to_apply),
        *what_to_bring(profile.required),
        *rich_section(_("Fees"), escape(page.fees)),
        *rich_section(_("What to expect"), page.what_to_expect),
        *rich_section(_("If you are not satisfied"), page.complaints),
    )


def service_facts(page: Any, profile: ServiceProfile, texts: Texts) -> tuple[PdfFact, ...]:
    languages = [noted(way) for way in profile.languages]
    if languages and page.interpreter_notice_days:
        days = page.interpreter_notice_days
        languages.append(ngettext(
            "Ask for an interpreter %(days)s day before.",
            "Ask for an interpreter %(days)s days before.", days,
        ) % {"days": Figure(days)})  # fmt: skip
    where = [place_lines(site, texts) for site in profile.places]
    if profile.has_hidden_place:
        where.append(_("The address is not public: please write or telephone first."))
    registration = (page.get_registration_display(), isolated(page.appointment_url))
    return (
        PdfFact(_("Status"), (page.get_status_display(), closed(profile))),
        PdfFact(_("Offered by"), tuple(link.title for link in profile.providers)),
        PdfFact(_("Cost"), (page.get_cost_display(),)),
        PdfFact(pgettext("of a service", "Registration"), (" ".join(filter(None, registration)),)),
        PdfFact(_("Your name"), (_("You do not have to give it."),) if page.anonymous else ()),
        PdfFact(_("Languages"), tuple(languages)),
        PdfFact(_("Telephone"), tuple(noted(way) for way in profile.phones)),
        PdfFact(_("Web site"), (page.website,)),
        PdfFact(_("Where"), tuple(where)),
    )


def noted(way: Noted) -> str:
    parts = (isolated(way.value), str(way.kind), isolated(way.note))
    return " · ".join(filter(None, parts))


def place_lines(site: Site, texts: Texts) -> str:
    text = texts.of("place", site.place.pk)
    lines = (
        text.name if text else "", site.place.postal_address, text.first if text else "", site.note,
    )  # fmt: skip
    return "\n".join(isolated(line) for line in lines if line)


def closed(profile: ServiceProfile) -> str:
    closure = profile.closure
    if closure is None:
        return ""
    days = {"first": said_date(closure.starts)}
    if closure.until is None:
        return _("Closed from %(first)s until further notice.") % days
    return _("Closed from %(first)s until %(last)s.") % (days | {"last": said_date(closure.until)})


def opening_hours(page: Any, profile: ServiceProfile, texts: Texts) -> tuple[PdfSection, ...]:
    """Tables of weeks, then days that differ; nothing where it is not offered now."""
    if not page.is_offered or not (profile.weeks or profile.days):
        return ()
    parts: list[PdfPart] = [week_table(week, texts) for week in profile.weeks]
    sections = [PdfSection(_("Opening hours"), parts=tuple(parts))]
    if profile.days:
        items = tuple(PdfItem(day_line(one)) for one in profile.days)
        sections.append(PdfSection(_("Different opening hours"), 2, (PdfList(items),)))
    return tuple(sections)


def week_table(week: Week, texts: Texts) -> PdfTable:
    place = texts.of("place", week.place)
    name = isolated(place.name) if place else _("Every week")
    if week.is_hidden:
        name = _("At an address that is not public")
    season = [
        _("from %(first)s") % {"first": said_date(week.valid_from)} if week.valid_from else "",
        _("until %(last)s") % {"last": said_date(week.valid_until)} if week.valid_until else "",
    ]
    rows = tuple(
        (str(label), "\n".join(map(span_text, spans)) or _("closed"))
        for label, spans, _is_today in week.rows
    )
    head = (capfirst(_("day")), _("Opening hours"))
    return PdfTable(" ".join(filter(None, (name, *season))), head, rows)


def span_text(span: Span) -> str:
    closes = in_digits("24:00") if span.ends_the_day else said_time(span.closes)
    return f"{said_time(span.opens)} – {closes}"


def day_line(one: Day) -> str:
    hours = span_text(one.span) if one.span else _("closed")
    return " · ".join(filter(None, (said_date(one.day), hours, isolated(one.note))))


def what_to_bring(required: list[Brought]) -> tuple[PdfSection, ...]:
    items = tuple(PdfItem(" · ".join(filter(None, brought(one)))) for one in required)
    return (PdfSection(_("What to bring"), parts=(PdfList(items),)),) if items else ()


def brought(one: Brought) -> tuple[str, ...]:
    return (
        isolated(one.text), "" if one.obligatory else _("if available"),
        isolated(one.form.title if one.form else ""),
    )  # fmt: skip
