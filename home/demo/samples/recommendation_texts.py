"""What the sample recommendations say; each text says that it is a sample."""

from home.demo.texts import t

LIST_TITLE = t("Ajánlások", "Recommendations")
LIST_SUMMARY = t(
    "Mit ajánlottunk kinek, mikor válaszolt, és mi lett belőle.",
    "What we recommended to whom, when they answered, and what came of it.",
)
#: (name, unit, days to answer)
ADDRESSEES = [
    (t("Minta Főosztály", "Sample Department"),
     t("Ügyfélszolgálati iroda", "Customer Service Office"), 60),
    (t("Minta Minisztérium", "Sample Ministry"), t("Titkárság", "Secretariat"), 90),
    (t("Minta Kerületi Hivatal", "Sample District Office"), "", 30),
]  # fmt: skip
SAMPLE = t(
    "Ez egy minta: azt mutatja, hogyan követhető egy ajánlás a döntéstől a válaszig.",
    "This is a sample: it shows how a recommendation can be followed from decision to answer.",
)
BACKGROUND = t(
    "Minta: a Kerekasztal tagjai szerint az ügyintézés első akadálya a nyelv.",
    "Sample: the members of the Roundtable say that language is the first barrier in public "
    "offices.",
)
TEXT = t(
    "Minta: az ajánlás szövege azt mondja meg, mit kérünk pontosan a címzettől.",
    "Sample: the text of an item says what exactly is asked of the addressee.",
)
WHY = t("Minta: itt áll az indoklás.", "Sample: the rationale goes here.")
TITLES = {
    "languages": t("Minta: többnyelvű ügyintézés az ügyfélszolgálatokon",
                   "Sample: services in several languages at customer service desks"),
    "housing": t("Minta: lakhatási tájékoztatás az első hónapban",
                 "Sample: information on housing in the first month"),
    "schools": t("Minta: beiskolázási segédlet szülőknek",
                 "Sample: a guide to school enrolment for parents"),
    "draft": t("Minta: közös képzés ügyintézőknek",
               "Sample: joint training for public office staff"),
    "old": t("Minta: kétnyelvű tájékoztató lapok", "Sample: bilingual information sheets"),
    "mistaken": t("Minta: visszavont vélemény", "Sample: a withdrawn opinion"),
}  # fmt: skip
ITEMS = [
    t("Minta: tájékoztató lapok nyolc nyelven", "Sample: information sheets in eight languages"),
    t("Minta: tolmács előzetes kérésre, díjmentesen",
      "Sample: an interpreter on request, free of charge"),
    t("Minta: egyszerű nyelvű levelek", "Sample: letters in plain language"),
    t("Minta: többnyelvű időpontfoglalás", "Sample: appointment booking in several languages"),
]  # fmt: skip
ANSWER = t(
    "Minta: a címzett részben egyetért, és jövőre indítja el.",
    "Sample: the addressee agrees in part and will begin next year.",
)
ACCEPTED = t(
    "Minta: a címzett egyetért, és jövőre elindítja.",
    "Sample: the addressee agrees and will begin next year.",
)
NO_ANSWER = t(
    "Minta: két emlékeztető után sem jött válasz.",
    "Sample: no answer came after two reminders.",
)
PROGRESS = t(
    "Minta: az első kerületben elindult.",
    "Sample: it has begun in the first district.",
)
WITHDRAWN = t(
    "Minta: egy újabb ajánlás lép a helyébe.",
    "Sample: a newer recommendation takes its place.",
)
