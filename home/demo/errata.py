"""Typing errors in the editions of the Declaration that came with the source, and what they meant.

The files in `udhr/` stay as they were received; a reader gets the text of the United Nations. One
of the slips, in the Arabic article 29, turns the sentence into its contrary; another, in the
Hungarian article 23, leaves out the right to form and to join trade unions.
"""

from unicodedata import normalize

ERRATA: dict[str, dict[str, str]] = {
    "hu": {
        "Minden. emberi": "Minden emberi",
        "tőrvény": "törvény",
        "kőtele": "kötele",
        "bűnősségét": "bűnösségét",
        "miatti. kellőképpen": "miatti, kellőképpen",
        "hogy -az államok": "hogy – az államok",
        # Article 23 (4) repeats article 24 in the file. The sentence is that of the Council of
        # Europe's Hungarian edition (Compass, the full text of the Declaration).
        "Minden személynek joga van a pihenéshez, a szabad időhöz, nevezetesen a munka "
        "időtartamának ésszerű korlátozásához, valamint az időszakonkénti fizetett szabadsághoz.": (
            "Minden személynek joga van, hogy érdekeinek védelme céljából másokkal együtt "
            "szakszervezetet alapítson vagy szakszervezethez csatlakozzon."
        ),
        "erőforrásaival- a": "erőforrásaival – a",
        "-érdeméhez képest-": "– érdeméhez képest –",
    },
    "ar": {
        "يصح بحال من الأحوال": "لا يصح بحال من الأحوال",
        "لبلاده ما مباشرة": "لبلاده إما مباشرة",
        "متا بلغا": "متى بلغا",
        "حرية النقل": "حرية التنقل",
        "ممارسته حقوقه": "ممارسة حقوقه",
    },
    "fa": {
        "در اعلامیه ذکر حاضر شده": "در اعلامیه حاضر ذکر شده",
        "توقیف ‐ حبس": "توقیف، حبس",
        "إتخاذ": "اتخاذ",
        "تعقیب شکنجه": "تعقیب، شکنجه",
        "نمود آزادانه": "نمو آزادانه",
        "اردهٔ": "ارادهٔ",
    },
    "tr": {
        "oralak": "olarak",
        "İnsanin": "İnsanın",
        "mualeleye": "muameleye",
        "fiilli": "fiili",
        "korunmasi ": "korunması ",
    },
    "uk": {
        ">таття 3.": ">Стаття 3.",
        "уваги. що": "уваги, що",
        "економічній. Соціальній": "економічній, соціальній",
    },
    "vi": {
        "bầy tỏ": "bày tỏ",
        "tryền bá": "truyền bá",
        "chia xẻ": "chia sẻ",
        "nhgệ thuật": "nghệ thuật",
        "knông": "không",
    },
}


def mended(code: str, html: str) -> str:
    """The text of an edition without its slips, in composed form (NFC)."""
    html = normalize("NFC", html)
    for wrong, right in ERRATA.get(code, {}).items():
        html = html.replace(normalize("NFC", wrong), normalize("NFC", right))
    return html
