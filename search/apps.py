"""The room `search` as a Django app: the index follows the pages, topics and files."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        from django.conf import settings
        from django.db.models.signals import post_migrate

        from cms.core.databases.watch import keep_out
        from search.analysis.libraries import keep_tries_in
        from search.indexing.receivers import index_made
        from search.indexing.signals import index_follows
        from search.operations import register

        keep_out(*(model._meta.db_table for model in self.get_models()), *ENGINE_TABLES)
        keep_tries_in(settings.SEARCH_TRIES)
        register()
        index_follows()
        post_migrate.connect(index_made, sender=self, dispatch_uid="search.index_made")


#: Of the embedded engine, which writes them without models.
ENGINE_TABLES = ("search_version", *(
    f"search_{name}{suffix}{part}"
    for name, parts in (
        ("fts", ("", "_data", "_idx", "_content", "_docsize", "_config")), ("facet", ("",))
    )
    for suffix in ("", "_new", "_old")
    for part in parts
))  # fmt: skip
