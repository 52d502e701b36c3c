"""The Declaration of Human Rights as PDFs of three producers: `python -m tests.search.pdfs.make`.

Needs Chromium and LibreOffice (`soffice`); tests read what it made and need neither. Each file has
the text of the edition of `home/demo/udhr` beside it, as what a reader reads.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

import django
from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).parent
CODES = ("ar", "fa")
PAGE = """<!doctype html><html lang="{code}" dir="rtl">
<head><meta charset="utf-8"><title>{title}</title>
<style>{face} body {{ font-family: Vazirmatn; font-size: 12pt }}</style></head>
<body>{body}</body></html>
"""


def texts(code):
    from home.demo.declaration import declaration

    made = declaration(code)
    yield "h1", made.title
    for chapter in made.chapters:
        yield "h2", chapter.heading
        for text in (*chapter.paragraphs, *chapter.points):
            yield "p", text


def html_of(code, face):
    from django.utils.html import escape

    parts = list(texts(code))
    body = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in parts)
    return PAGE.format(code=code, title=escape(parts[0][1]), face=face, body=body)


def by_chromium(code, target):
    from cms.core.pdf.fonts import FOLDER as FONTS

    font = (FONTS / "Vazirmatn-Regular.ttf").as_uri()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "page.html"
        page_file.write_text(
            html_of(code, f'@font-face{{font-family:Vazirmatn;src:url("{font}")}}')
        )
        options = {"executable_path": shutil.which("chromium"), "args": ["--no-sandbox"]}
        browser = playwright.chromium.launch(**options)
        page = browser.new_page()
        page.goto(page_file.as_uri())
        page.pdf(path=target, format="A4")
        browser.close()


def by_libreoffice(code, target):
    """With whichever font of the machine has Arabic letters."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "page.html").write_text(html_of(code, ""))
        command = [
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
            "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", folder, f"{folder}/page.html",
        ]  # fmt: skip
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        shutil.copy(Path(folder) / "page.pdf", target)


def by_typst(code, target):
    from home.demo.declaration import declaration_pdf

    target.write_bytes(declaration_pdf(code).content)


def main():
    django.setup()
    for code in CODES:
        (FOLDER / f"{code}.txt").write_text("\n".join(text for _tag, text in texts(code)) + "\n")
        for make in (by_chromium, by_libreoffice, by_typst):
            make(code, FOLDER / f"{make.__name__.removeprefix('by_')}-{code}.pdf")


if __name__ == "__main__":
    main()
