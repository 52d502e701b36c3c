"""The legal pages as samples: what a city checks and replaces before it opens its site."""

from home.demo.pages import section
from home.demo.texts import t
from home.models import StandardPage

SAMPLE = t(
    "Ez egy minta: a városnak a nyitás előtt jogászával át kell néznie és ki kell egészítenie.",
    "This is a sample: the city must have it checked and completed by its lawyer before opening.",
)
PRIVACY = {
    "title": t("Minta: adatkezelési tájékoztató", "Sample: privacy notice"),
    "collected": (
        t("Milyen adatot gyűjtünk Önről?", "What data do we collect about you?"),
        t("Amíg csak olvas, semmilyet: nem mérjük a látogatását, és az oldalak más cégtől semmit "
          "nem töltenek be.",
          "None while you only read: we do not track your visit, and the pages load nothing from "
          "any other company."),
        t("Egyetlen sütit az kap, aki bejelentkezik vagy jelszóval védett oldalt nyit meg. A süti "
          "a munkamenet végén lejár.",
          "Only those who log in or open a page protected by a password receive a cookie. It "
          "ends with the session."),
    ),
    "published": (
        t("Kinek az adatai láthatók az oldalakon?", "Whose data can be seen on the pages?"),
        t("A Kerekasztal tagjaié és a szervezetek kapcsolattartóié: név, beosztás, hivatali "
          "elérhetőség. Fényképet csak az érintett hozzájárulásával teszünk közzé.",
          "Those of the Roundtable's members and of the organisations' contacts: name, position, "
          "official contact details. A photograph is published only with the person's consent."),
    ),
    "rights": (
        t("Mit kérhet tőlünk?", "What can you ask of us?"),
        t("Megtudhatja, milyen adatát kezeljük, kérheti a javítását, elrejtését vagy törlését. "
          "A kérést azonnal teljesítjük, és indokolnia sem kell.",
          "You can learn which of your data we hold, and ask us to correct, hide or delete it. We "
          "act at once, and you need not give a reason."),
        t("Ha a válaszunkkal nem elégedett, a Nemzeti Adatvédelmi és Információszabadság "
          "Hatósághoz fordulhat.",
          "If our answer does not satisfy you, you can turn to the Hungarian National Authority "
          "for Data Protection and Freedom of Information."),
    ),
}  # fmt: skip
ACCESSIBILITY = {
    "title": t("Minta: akadálymentességi nyilatkozat", "Sample: accessibility statement"),
    "state": (
        t("Mennyire akadálymentes ez a webhely?", "How accessible is this site?"),
        t("Arra törekszünk, hogy a webhely megfeleljen a WCAG 2.2 AA szintjének. Billentyűzettel, "
          "képernyőolvasóval, telefonon és JavaScript nélkül is használható.",
          "We aim for level AA of WCAG 2.2. The site can be used by keyboard, with a screen "
          "reader, on a phone and without JavaScript."),
    ),
    "known": (
        t("Mi nem akadálymentes?", "What is not accessible?"),
        t("Néhány régebbi fájlról nem tudjuk, vagy tudjuk, hogy nem akadálymentes: ezt a fájl "
          "mellett jelezzük. Kérésre más formában is elküldjük.",
          "Of some older files we do not know whether they are accessible, or know that they are "
          "not: it says so beside the file. On request we send them in another form."),
    ),
    "report": (
        t("Hogyan jelezhet hibát?", "How can you report a problem?"),
        t("Írja meg, melyik oldalon mit nem tudott elolvasni vagy elvégezni; válaszolunk.",
          "Write to us on which page you could not read or do what; we will answer."),
    ),
}  # fmt: skip
IMPRINT = {
    "title": t("Minta: impresszum", "Sample: imprint"),
    "publisher": (
        t("Ki adja ki ezt a webhelyet?", "Who publishes this site?"),
        t("A webhelyet Budapest Főváros Önkormányzata adja ki; szakmai partnere a Budapest Esély "
          "Nonprofit Kft.",
          "The site is published by the Municipality of Budapest; its professional partner is "
          "Budapest Esély Nonprofit Kft."),
    ),
    "languages": (
        t("Milyen nyelveken olvasható?", "In which languages can it be read?"),
        t("Az oldalak magyarul készülnek, és további nyolc nyelvre fordítjuk őket. Ha egy oldal "
          "még nincs meg az Ön nyelvén, ezt jelezzük, és megmutatjuk a legfontosabb adatokat.",
          "Pages are written in Hungarian and translated into eight more languages. Where a page "
          "does not exist in your language yet, we say so and show the most important facts."),
    ),
}  # fmt: skip
SLUGS = {
    "adatkezeles": PRIVACY, "akadalymentesseg": ACCESSIBILITY, "impresszum": IMPRINT,
}  # fmt: skip


def make_legal_pages() -> list[StandardPage]:
    return [
        StandardPage(
            title=str(texts["title"]), slug=slug, summary=SAMPLE,
            body=[
                block
                for name, part in texts.items() if name != "title"
                for block in section(*part)
            ],
        )
        for slug, texts in SLUGS.items()
    ]  # fmt: skip
