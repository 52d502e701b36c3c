"""Which roles open which address by GET, and whose POST of its form writes: the table of rights.

Roles: 0 anonymous, E editor, M moderator, N who may change the English tree only, A administrator,
U translator and R reviewer of Ukrainian; `-` for none. `EMA NA` is an address of a page: for a
Hungarian one, for its translation. A line is `namespace … > name …`; `bulk > page.delete` is a bulk
action; `name+` is the second route of one name. An address that is in the resolver and in no row
here fails the test.

What Wagtail's own screens show to everybody in the admin (choosers, bulk confirmations, the page
explorer's search, reports) names titles of pages that one may not edit: the gate closes them to
translators and reviewers.
"""

from collections.abc import Iterator

ROLES = {
    "0": "anonymous", "E": "editor", "M": "moderator", "N": "english", "A": "administrator",
    "U": "translator", "R": "reviewer",
}  # fmt: skip

#: Errors of Wagtail itself, with the reason why they may stand.
STOCK_ERRORS = {
    "wagtailadmin_error_test": "raises on purpose, so that error mails can be tried",
    "wagtailredirects:process_import": "a second step that nobody reaches without the first",
    **dict.fromkeys(
        [
            "wagtailsnippetchoosers_resources_addressee:create",
            "wagtailsnippetchoosers_core_topic:create",
            "wagtailsnippetchoosers_core_contact:create",
            "wagtailsnippetchoosers_core_place:create",
            "wagtailsnippetchoosers_translations_term:create",
        ],
        "the dialogue has no form for a new record, so nothing posts to it",
    ),
}

READS = {
    "-": """
        mails > again rest
        wagtailadmin_api:pages wagtailadmin_api:documents wagtailadmin_api:images > find
        desk > segment send approve reject file_in archive_in link_give link_revoke
            machine machine_segment report_done report_reopen comment_resolve comment_reopen
        outside > page segment send preview enter notes comment_resolve comment_reopen
        - > wagtailadmin_error_test wagtailadmin_logout wagtailadmin_block_preview
            admin/^.*/$ media operations_job_run operations_task_again
        wagtailadmin_workflows > enable enable_task
        wagtailadmin_editing_sessions > ping release
        wagtailredirects > process_import
        wagtaillocales > add
        wagtailsettings > edit preview_on_edit
        wagtailsnippets > index
        wagtaildocs > edit_multiple create_multiple_from_uploaded_document delete_multiple
            delete_upload_multiple
        wagtailimages > url_generator url_generator_output edit_multiple
            create_multiple_from_uploaded_image delete_multiple delete_upload_multiple
    """,
    "0": """
        - > wagtailadmin_login
    """,
    "0EMNAUR": """
        - > glossary robots sitemap sitemap_part feeds feed event_calendar events_calendar page_pdf
            citation search_feed search_suggestions translation_status
            translation_report translation_reported
        - > wagtailadmin_sprite wagtailadmin_password_reset wagtailadmin_password_reset_done
            wagtailadmin_password_reset_confirm wagtailadmin_password_reset_complete
            wagtailadmin_javascript_catalog wagtaildocs_authenticate_with_password search
            wagtail_serve wagtailcore_login
    """,
    "A": """
        - > wagtailadmin_explore_root operations_panel
        desk > edit preview help file_out assign notes
        bulk > user.assign_role user.delete user.set_active_state
        wagtailadmin_collections > index add edit delete set_privacy
        wagtailadmin_workflows > index index_results add disable edit usage usage_results
            add_task select_task_type task_index task_index_results edit_task disable_task
        wagtailredirects > index index_results add edit delete start_import
        wagtailsettings > edit+
        wagtailsnippets_resources_addressee wagtailsnippets_core_topic
            wagtailsnippets_translations_term wagtailsnippets_core_contact
            wagtailsnippets_core_place > delete
        wagtaillocales wagtailsites wagtailusers_users > index index_results edit delete history
            history_results usage
        wagtailsites wagtailusers_users > add copy
        wagtailusers_groups > index index_results add edit delete history history_results
            usage
    """,
    "EMA": """
        mails > index index_results inspect
        - > topics_import topics_export glossary_import glossary_export wagtaildocs_serve
        wagtaildocs > index index_results add edit delete add_multiple document_usage
        wagtailimages > index index_results edit delete preview add image_usage add_multiple
        wagtailsnippets_resources_addressee wagtailsnippets_core_contact
            wagtailsnippets_translations_term wagtailsnippets_core_place > list list_results add
            edit usage history history_results copy
        wagtailsnippetchoosers_resources_addressee wagtailsnippetchoosers_core_contact
            wagtailsnippetchoosers_translations_term wagtailsnippetchoosers_core_place > create
        wagtailsnippets_core_topic > list list_results edit usage history history_results
        memberships roles attendance item_discussions co_addressees > index index_results add
            edit history history_results usage
        wagtaildocs_chooser > chosen create
        wagtailimages_chooser > chosen create select_format
    """,
    "EMNA": """
        - > admin/test404/ wagtailadmin_choose_page
            wagtailadmin_choose_page_search wagtailadmin_choose_page_chosen_multiple
            wagtailadmin_choose_page_external_link wagtailadmin_choose_page_email_link
            wagtailadmin_choose_page_phone_link wagtailadmin_choose_page_anchor_link
            wagtailadmin_tag_autocomplete wagtailadmin_tag_model_autocomplete
        wagtailadmin_api:pages > listing
        wagtailadmin_api:documents wagtailadmin_api:images > listing detail
        bulk > addressee.delete contact.delete place.delete topic.delete term.delete
            librarydocument.add_tags librarydocument.add_to_collection
            librarydocument.delete siteimage.add_tags siteimage.add_to_collection
            siteimage.delete
        wagtailadmin_pages > type_use type_use_results search search_results
        wagtailadmin_workflows > task_chooser task_chooser_results task_chooser_create
            task_chosen
        wagtailadmin_reports > workflow workflow_results workflow_tasks
            workflow_tasks_results site_history site_history_results aging_pages
            aging_pages_results page_types_usage page_types_usage_results
        wagtailembeds > chooser chooser_upload
        wagtailsnippetchoosers_resources_addressee wagtailsnippetchoosers_core_topic
            wagtailsnippetchoosers_core_contact wagtailsnippetchoosers_core_place
            wagtailsnippetchoosers_translations_term > choose choose_results chosen chosen_multiple
        wagtaildocs_chooser wagtailimages_chooser > choose choose_results chosen_multiple
    """,
    "EMNAUR": """
        - > styleguide wagtailadmin_home wagtailadmin_account wagtailadmin_dismissibles
    """,
    "AUR": """
        desk > index archive_out reports concordance
    """,
    "EMAUR": """
        desk > overview overview_out
    """,
    "MA": """
        wagtailadmin_reports > locked_pages locked_pages_results
        wagtailsnippets_core_topic > add copy
        wagtailsnippetchoosers_core_topic > create
        memberships roles attendance item_discussions co_addressees > delete confirm
    """,
    "N": """
        wagtailadmin_pages > choose_parent
    """,
    "- -": """
        desk > request urgent release fallback
        wagtailadmin_api:pages > action
        wagtailadmin_pages > convert_alias set_page_position lock unlock revisions_index
        wagtailadmin_workflows > remove remove+
    """,
    "0EMNAUR 0EMNAUR": """
        - > wagtailcore_authenticate_with_password
    """,
    "A A": """
        wagtailadmin_pages > delete unpublish move set_privacy revisions_unschedule
    """,
    "EMA -": """
        wagtailadmin_pages > add copy edit revisions_revert
    """,
    "EMA A": """
        wagtailadmin_pages > preview_on_add add_subpage
    """,
    "EMA NA": """
        wagtailadmin_api:pages > detail
        - > wagtailadmin_explore wagtailadmin_explore_results
        wagtailadmin_pages > usage preview_on_edit view_draft revisions_view
            revisions_compare history history_results
            workflow_history workflow_history_detail
    """,
    "EMNA EMNA": """
        - > act_texts
        bulk > page.delete page.move page.publish page.unpublish
        wagtailadmin_pages > move_confirm confirm_workflow_cancellation
        - > wagtailadmin_choose_page_child
    """,
    "MA A": """
        - > live_fact_action
    """,
    "MA -": """
        desk > source
        wagtailadmin_pages > workflow_action collect_workflow_action_data workflow_preview
    """,
}
WRITES = {
    "0EMNAUR": """
        - > translation_report
    """,
    "A": """
        desk > send assign report_done notes comment_resolve
        - > operations_job_run operations_task_again
        bulk > user.delete addressee.delete contact.delete topic.delete term.delete
        wagtailadmin_collections > edit delete set_privacy
        wagtailadmin_workflows > add disable edit edit_task disable_task enable_task
        wagtailredirects wagtailusers_groups > add edit delete
        wagtailsettings > edit+
        wagtailsnippets_resources_addressee wagtailsnippets_core_topic
            wagtailsnippets_translations_term wagtailsnippets_core_contact
            wagtailsnippets_core_place wagtailusers_users > delete
        wagtaillocales > edit
        wagtailsites > edit delete copy
    """,
    "EMA": """
        bulk > librarydocument.delete siteimage.delete
        wagtaildocs wagtailimages > edit delete delete_multiple
        wagtailsnippets_resources_addressee wagtailsnippets_core_contact
            wagtailsnippets_translations_term wagtailsnippets_core_place > edit copy
        wagtailsnippets_translations_term > add
        wagtailsnippets_core_topic memberships roles attendance item_discussions
            co_addressees > edit
    """,
    "MA": """
        mails > again rest
        wagtailsnippets_core_topic > copy
        memberships roles attendance item_discussions co_addressees > delete confirm
    """,
    "A A": """
        wagtailadmin_api:pages > action
        bulk > page.delete page.publish page.unpublish
        wagtailadmin_pages > delete unpublish move_confirm set_page_position
            revisions_unschedule
    """,
    "EMA -": """
        wagtailadmin_pages > add edit revisions_revert
    """,
    "EMA A": """
        wagtailadmin_pages > preview_on_add
    """,
    "EMA NA": """
        wagtailadmin_pages > preview_on_edit
    """,
    "MA A": """
        - > live_fact_action
        wagtailadmin_pages > lock
    """,
    "MA -": """
        desk > urgent
        wagtailadmin_pages > workflow_action
    """,
    "AUR -": """
        desk > request
    """,
    "MNA MNA": """
        - > act_texts
    """,
}


def rows(table: dict[str, str]) -> dict[str, frozenset[str]]:
    """Names of roles by row, as `addresses` names the rows."""
    found: dict[str, frozenset[str]] = {}
    for key, text in table.items():
        trees = key.split()
        for name in _names(text):
            for tree, letters in zip(("hu", "en"), trees, strict=False):
                row = name if len(trees) == 1 else f"{name} {tree}"
                found[row] = frozenset(ROLES[one] for one in letters if one in ROLES)
    return found


def _names(text: str) -> Iterator[str]:
    spaces: list[str] = []
    for word in _words(text):
        if isinstance(word, list):
            spaces = word
        else:
            yield from (_name(space, word) for space in spaces)


def _words(text: str) -> Iterator[str | list[str]]:
    """Words after each `>`, and before them the list of namespaces that they belong to."""
    lines: list[str] = []
    for line in text.strip().splitlines():
        if line.startswith(" " * 12):
            lines[-1] += line
        else:
            lines.append(line)
    for line in lines:
        spaces, _, names = line.partition(">")
        yield spaces.split()
        yield from names.split()


def _name(space: str, name: str) -> str:
    if space == "-":
        return name
    return f"bulk {name.replace('.', ' ')}" if space == "bulk" else f"{space}:{name}"
