"""Texts of the samples of the library and the newsletter."""

from home.demo.texts import t

#: (slug, title, summary, abstract) of a guide, a report, a leaflet.
PUBLICATIONS = (
    (
        "minta-utmutato",
        t("Minta: útmutató az ügyintézéshez", "Sample: a guide to public offices"),
        t("Ez egy minta: így jelenik meg egy útmutató, öt nyelven és fejezetekkel.",
          "This is a sample: this is how a guide appears, in five languages and with chapters."),
        t("Minta: itt áll a kivonat, néhány mondatban arról, kinek és miről szól a kiadvány.",
          "Sample: the abstract goes here: a few sentences on who the work is for and what it is "
          "about."),
    ),
    (
        "minta-jelentes",
        t("Minta: jelentés a nyelvi akadályokról", "Sample: a report on language barriers"),
        t("Ez egy minta: a jelentés fájljai csak kérésre adhatók ki.",
          "This is a sample: the files of the report are available on request only."),
        t("Minta: a jelentés kivonata.", "Sample: the abstract of the report."),
    ),
    (
        "minta-szorolap",
        t("Minta: szórólap új érkezőknek", "Sample: a leaflet for those who have just arrived"),
        t("Ez egy minta: a szórólap csak egy későbbi naptól nyilvános.",
          "This is a sample: the leaflet becomes public only on a later date."),
        t("Minta: a szórólap kivonata.", "Sample: the abstract of the leaflet."),
    ),
)  # fmt: skip
#: (heading, text) of the guide's chapters.
CHAPTERS = (
    (t("Minta: mielőtt elindul", "Sample: before you set out"),
     t("Minta: milyen iratokat vigyen magával.", "Sample: which papers to take with you.")),
    (t("Minta: a hivatalban", "Sample: at the office"),
     t("Minta: hogyan kérhet tolmácsot.", "Sample: how to ask for an interpreter.")),
    (t("Minta: ha elutasítják", "Sample: if your request is refused"),
     t("Minta: hová fordulhat jogorvoslatért.", "Sample: where you can appeal.")),
)  # fmt: skip
#: (kind, slug, issued, address, title, summary).
RESOURCES = (
    ("law", "minta-jogszabaly", "2013-01-01", "https://example.org/",
     t("Minta: jogszabály", "Sample: a law"),
     t("Ez egy minta: így jelenik meg egy jogszabály a könyvtárban.",
       "This is a sample: this is how a law appears in the library.")),
    ("form", "minta-urlap", "2013-02", "",
     t("Minta: kérelem űrlapja", "Sample: an application form"),
     t("Ez egy minta: kitölthető űrlap egy fájlban.",
       "This is a sample: a form to fill in, as a file.")),
    ("link", "minta-hivatkozas", "", "https://example.org/",
     t("Minta: hasznos oldal", "Sample: a useful site"),
     t("Ez egy minta: hivatkozás egy másik oldalra, több nyelven.",
       "This is a sample: a link to another site, in several languages.")),
    ("audio", "minta-felvetel", "2012~", "https://example.org/",
     t("Minta: hangfelvétel", "Sample: a sound recording"),
     t("Ez egy minta: felvétel egy másik szolgáltatónál.",
       "This is a sample: a recording hosted by another provider.")),
    ("dataset", "minta-adatsor", "2013", "",
     t("Minta: adatsor", "Sample: a dataset"),
     t("Ez egy minta: adatok egy táblázatban.", "This is a sample: data in a table.")),
)  # fmt: skip
#: (slug, title, summary, introduction, headline, text, call to action).
ISSUES = (
    (
        "minta-2013-1",
        t("Minta: a hírlevél 1. száma", "Sample: issue 1 of the newsletter"),
        t("Ez egy minta: az első szám.", "This is a sample: the first issue."),
        t("Minta: a bevezető elmondja, miről szól ez a szám.",
          "Sample: the introduction says what this issue is about."),
        t("Minta: saját hír", "Sample: a story written for this issue"),
        t("Minta: a hír néhány mondatban.", "Sample: the story in a few sentences."),
        t("Minta: olvasson tovább", "Sample: read on"),
    ),
    (
        "minta-2013-2",
        t("Minta: a hírlevél 2. száma", "Sample: issue 2 of the newsletter"),
        t("Ez egy minta: a második szám.", "This is a sample: the second issue."),
        t("Minta: a második szám bevezetője.", "Sample: the introduction of the second issue."),
        t("Minta: még egy saját hír", "Sample: another story written for this issue"),
        t("Minta: a második szám híre.", "Sample: the story of the second issue."),
        t("Minta: írja meg, mit gondol", "Sample: tell us what you think"),
    ),
)  # fmt: skip
