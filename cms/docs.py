"""Writes the generated parts of the docs: the table of settings in docs/operators.md."""

from pathlib import Path

from cms.env import ROOT, table

BEGIN, END = "<!-- settings -->", "<!-- /settings -->"


def with_table(text: str) -> str:
    """`text` with today's table between the two marks."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


def operators_page() -> Path:
    return ROOT / "docs" / "operators.md"


if __name__ == "__main__":
    page = operators_page()
    page.write_text(with_table(page.read_text()))
