"""The formats in which a holding's citation is offered, each with what writes it."""

from cms.core.outlets import Outlet
from resources.citations.bibtex import bibtex_of
from resources.citations.csl import csl_of
from resources.citations.ris import ris_of

#: Names of formats, the same in every language.
CITATIONS = (
    Outlet("cite.bib", "BibTeX", "application/x-bibtex"),
    Outlet("cite.ris", "RIS", "application/x-research-info-systems"),
    Outlet("cite.json", "CSL-JSON", "application/vnd.citationstyles.csl+json"),
)
WRITERS = {"bib": bibtex_of, "ris": ris_of, "json": csl_of}
