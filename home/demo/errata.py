"""Typing errors in the editions of the Declaration that came with the source, and what they meant.

The files in `udhr/` stay as they were received; a reader gets the text of the United Nations. One
of the slips, in the Arabic article 29, turns the sentence into its contrary.
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
