"""Texts of the demo: Hungarian sentences of the source document, and their English."""

EN: dict[str, str] = {}


def t(hu: str, en: str) -> str:
    """Note the English of a Hungarian text and give the Hungarian one."""
    EN[hu] = en
    return hu


SITE = {
    "name": t("Fővárosi Migrációs Kerekasztal", "Budapest Migration Roundtable"),
    "owner": t("Budapest Főváros Önkormányzata", "Municipality of Budapest"),
    "claim": t("Párbeszéd és szakmai fórum a migráció területén dolgozóknak",
               "Dialogue and a professional forum for people working on migration"),
    "funding": t(
        "Az EIA/2012/3.7.4. azonosító számú projekt megvalósítója Budapest Főváros "
        "Önkormányzata, akinek szakmai partnere a Budapest Esély Nonprofit Kft. A projektet a "
        "Belügyminisztérium kezelésében lévő Európai Integrációs Alap támogatja.",
        "Project EIA/2012/3.7.4. is implemented by the Municipality of Budapest; its "
        "professional partner is Budapest Esély Nonprofit Kft. The project is supported by the "
        "European Integration Fund, managed by the Ministry of the Interior.",
    ),
}  # fmt: skip

HOME_TITLE = t("Kezdőlap", "Home")
HERO = t("Párbeszéd azokkal, akik itt élnek", "In dialogue with those who live here")
HERO_TEXT = t(
    "A helyi közigazgatás és a migrációval foglalkozó civil szereplők hálózata: fórum, ajánlások, "
    "szolgáltatások.",
    "A network of the local administration and civil society actors working on migration: a forum, "
    "recommendations, services.",
)
ACTIVITIES = [
    t("Fővárosi Migrációs Kerekasztal – Hálózatépítés",
      "Budapest Migration Roundtable – network building"),
    t("Szakpolitikai ajánlás", "Policy recommendation"),
    t("Szolgáltatások migráns szervezeteknek", "Services for migrant organisations"),
    t("Szolgáltatások migránsokkal foglalkozóknak", "Services for those who work with migrants"),
    t("Hírlevél", "Newsletter"),
    t("Kiadvány", "Publication"),
]  # fmt: skip

ABOUT_TITLE = t("A projektről", "About the project")
ABOUT_SUMMARY = t(
    "A projekt a helyi közigazgatás és a migrációval foglalkozó civil szereplők hálózatának "
    "kiépítését célozza annak érdekében, hogy párbeszédet generáljon és szakmai fórumot "
    "biztosítson a migráció területén dolgozók együttműködésének javítása érdekében.",
    "The project aims to build a network of the local administration and civil society actors "
    "working on migration, in order to start a dialogue and to offer a professional forum where "
    "those who work in this field can cooperate better.",
)
AIM = t(
    "A projekt célja a Budapest területén a migráció szakterületén tevékenykedő társadalmi "
    "szereplők hálózatának kialakítása, aktivitásainak, képességeinek fejlesztése, a Fővárosi "
    "Önkormányzat bekapcsolása a migráció társadalompolitikai kezelésébe, a fővárosban élő migráns "
    "közösségek társadalmi integrációjának elősegítése érdekében, a Fővárosi Migrációs Kerekasztal "
    "összehívása és működtetése által.",
    "The aim of the project is to build a network of the social actors working on migration in "
    "Budapest, to develop their activities and skills, and to involve the Municipality in social "
    "policy on migration, in order to help the migrant communities of the capital integrate into "
    "society. It does so by convening and running the Budapest Migration Roundtable.",
)
BACKGROUND = [
    t("A projekt a helyi közigazgatást kívánja aktivizálni a migráció szakterületén. Jelenleg a "
      "városban folyó tevékenységek az állami hatáskörök gyakorlóihoz és egy-egy jelentős civil "
      "szervezethez köthetők.",
      "The project aims to make the local administration active in the field of migration. At "
      "present, what is done in the city is the work of state bodies and of a few major civil "
      "society organisations."),
    t("A városvezetés ugyanakkor fontosnak tartja, hogy az itt élő migráns közösségek számára is "
      "jól láthatók legyenek a társadalmi részvétel lehetőségei és módjai.",
      "The leaders of the city, however, consider it important that the migrant communities living "
      "here can also see clearly how they can take part in society."),
    t("Annak érdekében, hogy a helyi migráns közösségeket képviselő, érdekükben tevékenykedő "
      "szervezetekkel együttműködésben e csoportok igényeit és szükségleteit a városvezetés "
      "megismerhesse, rendelkezésre álló eszközeivel támogathassa, illetve e közösségek az "
      "önkormányzattal való együttműködés lehetőségeit megismerjék, használják, szükséges egy jól "
      "működő kommunikációs, konzultációs csatorna kialakítása.",
      "A well-functioning channel of communication and consultation is needed so that the leaders "
      "of the city, in cooperation with the organisations that represent the local migrant "
      "communities, can learn what these groups need and support them with the means available, "
      "and so that these communities get to know and use the ways of working with the "
      "municipality."),
]  # fmt: skip
DEFINITION = t(
    "A migránsok/bevándorlók az EU-n kívüli országok azon állampolgárai, akik 3 hónapot meghaladó "
    "tartózkodási jogcímmel rendelkeznek és jogszerűen tartózkodnak Magyarországon.",
    "Migrants are nationals of countries outside the EU who have a right of residence for more "
    "than three months and are staying in Hungary legally.",
)
PROBLEMS = [
    t("A migráns közösségek gyenge társadalmi hálózatainak erősítése.",
      "Strengthening the weak social networks of migrant communities."),
    t("A migráns szervezetek képessé tétele a lehetőségeik kihasználása, tevékenységük erősítése "
      "érdekében.",
      "Enabling migrant organisations to make the most of their opportunities and to strengthen "
      "their work."),
    t("A közigazgatás szereplőinek képessé tétele a migráns szervezetekkel folytatandó "
      "párbeszédre, az interkulturális különbségekből adódó sajátos szükségletek adekvát "
      "kezelésére.",
      "Enabling public authorities to engage in dialogue with migrant organisations and to respond "
      "properly to the particular needs that arise from intercultural differences."),
]  # fmt: skip
TARGETS = [
    t("A Budapesten élő migráns személyek, közösségek, civil szerveződések.",
      "Migrants who live in Budapest, their communities and civil society organisations."),
    t("A közigazgatás szereplői.", "Public authorities."),
    t("A többségi társadalom.", "The majority population."),
]  # fmt: skip
HEADINGS = {
    "aim": t("A projekt célja", "Aim of the project"),
    "background": t(
        "A projekt háttere és a beavatkozás indokoltsága", "Background and need for action"
    ),
    "definition": t("Kiket nevezünk migránsnak", "Who we mean by migrants"),
    "problems": t("A megoldásra váró főbb problémacsoportok", "Main problem areas to address"),
    "targets": t("A projekt célcsoportjai", "Target groups"),
}
FUNDING = {
    "programme": t("Európai Integrációs Alap", "European Integration Fund"),
    "funder": t("Belügyminisztérium", "Ministry of the Interior"),
    "implementer": t("Budapest Főváros Önkormányzata", "Municipality of Budapest"),
    "partner": t("Budapest Esély Nonprofit Kft.", "Budapest Esély Nonprofit Kft."),
    "obligatory_text": t(
        "A projektet a Belügyminisztérium kezelésében lévő Európai Integrációs Alap támogatja.",
        "The project is supported by the European Integration Fund, managed by the Ministry of "
        "the Interior.",
    ),
}
BODY_TITLE = t("Fővárosi Migrációs Kerekasztal", "Budapest Migration Roundtable")
BODY_SUMMARY = t(
    "A városvezetés és a migráns közösségeket képviselő szervezetek kommunikációs, konzultációs "
    "csatornája.",
    "The channel of communication and consultation between the city and the organisations that "
    "represent migrant communities.",
)
MANDATE = t(
    "Kiemelt cél, hogy a Magyarországon élő bevándorlók és a migráció területén dolgozó civil "
    "szervezetek igényeinek megfelelő fejlesztések és projektek valósuljanak meg Budapesten.",
    "A key goal is to bring about developments and projects in Budapest that meet the needs of "
    "immigrants living in Hungary and of the civil society organisations working on migration.",
)
EVENTS_TITLE = t("Események", "Events")
FOUNDING_TITLE = t(
    "A Fővárosi Migrációs Kerekasztal megalakítása", "Founding of the Budapest Migration Roundtable"
)
FOUNDING_SUMMARY = t(
    "A Kerekasztal I. ülésére a Főpolgármesteri Hivatalban került sor.",
    "The first meeting of the Roundtable was held at the Mayor's Office.",
)
FOUNDING_REPORT = t(
    "2012. december 5-én részt vettünk a Fővárosi Migrációs Kerekasztal megalakítását célzó "
    "rendezvényen.",
    "On 5 December 2012 we took part in the event held to found the Budapest Migration Roundtable.",
)
FOUNDING_REPORT_SOURCE = t("Beszámoló, 2012. december", "Report, December 2012")
SAMPLE_TITLE = t("Minta: a Kerekasztal ülése", "Sample: a meeting of the Roundtable")
SAMPLE_SUMMARY = t(
    "Ez egy minta: azt mutatja, hogyan jelenik meg egy közelgő ülés a napirendjével.",
    "This is a sample: it shows how an upcoming meeting appears with its agenda.",
)
SAMPLE_AGENDA = [
    (t("Minta: megnyitó", "Sample: opening"), "information", 10),
    (t("Minta: a nyelvi akadályok az ügyintézésben",
       "Sample: language barriers in public offices"), "discussion", 45),
    (t("Minta: döntés a következő ülés napjáról",
       "Sample: decision on the date of the next meeting"), "decision", 15),
]  # fmt: skip
PLACE = t("Főpolgármesteri Hivatal", "Mayor's Office")
TOPICS = {
    "integration": t("Társadalmi integráció", "Social integration"),
    "dialogue": t("Párbeszéd", "Dialogue"),
    "networking": t("Hálózatépítés", "Network building"),
    "participation": t("Társadalmi részvétel", "Participation in society"),
}
