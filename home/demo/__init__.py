"""The demo site: the source document of December 2012 as pages, Hungarian and English."""
