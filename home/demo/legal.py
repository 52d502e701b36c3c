"""The legal pages as samples: what a city checks and replaces before it opens its site."""

from home.demo.pages import section
from home.demo.texts import t
from home.models import StandardPage

SAMPLE = t(
    "Ez egy minta: a városnak a nyitás előtt jogászával át kell néznie és ki kell egészítenie.",
    "This is a sample: before the site opens, the city must have it checked and completed by its "
    "lawyer.",
)
PRIVACY = {
    "title": t("Minta: adatkezelési tájékoztató", "Sample: privacy notice"),
    "collected": (
        t("Milyen adatot gyűjtünk Önről?", "What data do we collect about you?"),
        t("Amíg csak olvas, semmilyet: nem mérjük a látogatását, és az oldalak más cégtől semmit "
          "nem töltenek be.",
          "None while you are only reading: we do not track your visit, and the pages load nothing "
          "from any other company."),
        t("Egyetlen sütit az kap, aki bejelentkezik vagy jelszóval védett oldalt nyit meg. A süti "
          "a munkamenet végén lejár.",
          "The only cookie is set when you log in or open a password-protected page. It expires at "
          "the end of the session."),
    ),
    "published": (
        t("Kinek az adatai láthatók az oldalakon?", "Whose data can be seen on the pages?"),
        t("A Kerekasztal tagjaié és a szervezetek kapcsolattartóié: név, beosztás, hivatali "
          "elérhetőség. Fényképet csak az érintett hozzájárulásával teszünk közzé.",
          "The data of the Roundtable's members and of the organisations' contact persons: name, "
          "position, official contact details. A photograph is published only with the person's "
          "consent."),
    ),
    "rights": (
        t("Mit kérhet tőlünk?", "What can you ask us to do?"),
        t("Megtudhatja, milyen adatát kezeljük, kérheti a javítását, elrejtését vagy törlését. "
          "A kérést azonnal teljesítjük, és indokolnia sem kell.",
          "You can find out which data we hold about you, and ask us to correct, hide or delete "
          "it. We will do so at once, and you do not need to give a reason."),
        t("Ha a válaszunkkal nem elégedett, a Nemzeti Adatvédelmi és Információszabadság "
          "Hatósághoz fordulhat.",
          "If you are not satisfied with our answer, you can turn to the Hungarian National "
          "Authority for Data Protection and Freedom of Information."),
    ),
}  # fmt: skip
ACCESSIBILITY = {
    "title": t("Minta: akadálymentességi nyilatkozat", "Sample: accessibility statement"),
    "state": (
        t("Mennyire akadálymentes ez a webhely?", "How accessible is this site?"),
        t("Arra törekszünk, hogy a webhely megfeleljen a WCAG 2.2 AA szintjének. Telefonon, 400 "
          "százalékos nagyításban és JavaScript nélkül is használható.",
          "We aim for level AA of WCAG 2.2. The site can be used on a phone, at 400 per cent "
          "zoom and without JavaScript."),
    ),
    "tested": (
        t("Hogyan ellenőriztük?",
          "How did we check it?"),
        t("Minden oldaltípust géppel vizsgálunk magyarul, angolul és arabul: a szabványos "
          "HTML-t, a WCAG szabályait, a címsorok és hivatkozások sorrendjét, a nagyítást, a "
          "sötét és a nagy kontrasztú megjelenést. Külső szakértő és képernyőolvasót használó "
          "olvasó még nem vizsgálta.",
          "Every type of page is tested by machine in Hungarian, English and Arabic: valid "
          "HTML, the rules of WCAG, the order of headings and links, zoom, dark and "
          "high-contrast display. No outside expert and no reader who uses a screen reader has "
          "tested it yet."),
    ),
    "known": (
        t("Mi nem akadálymentes?", "What is not accessible?"),
        t("Néhány régebbi fájlról nem tudjuk, vagy tudjuk, hogy nem akadálymentes: ezt a fájl "
          "mellett jelezzük. Kérésre más formában is elküldjük.",
          "Some older files are not accessible, or we do not know whether they are: this is stated "
          "beside the file. We will send them in another format on request."),
    ),
    "report": (
        t("Hogyan jelezhet hibát?", "How can you report a problem?"),
        t("Írja meg, melyik oldalon mit nem tudott elolvasni vagy elvégezni; válaszolunk.",
          "Write to us and say which page it was and what you could not read or do; we will "
          "answer."),
    ),
    "authority": (
        t("Ha a válasz nem kielégítő",
          "If the answer does not satisfy you"),
        t("Minta: itt írja le a város, melyik hatósághoz fordulhat az, akinek a bejelentésére "
          "nem vagy nem kielégítően válaszoltunk.",
          "Sample: here the city says which authority you can turn to if we have not answered "
          "your report, or if our answer does not satisfy you."),
    ),
}  # fmt: skip
IMPRINT = {
    "title": t("Minta: impresszum", "Sample: legal notice"),
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
          "Pages are written in Hungarian and translated into eight more languages. If a page is "
          "not yet available in your language, we say so and show the most important facts."),
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
