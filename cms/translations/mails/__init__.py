"""What translators and reviewers are told by mail."""
