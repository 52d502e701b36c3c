"""Records of a holding for programs that keep references: BibTeX, RIS and CSL-JSON."""
