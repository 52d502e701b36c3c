"""The translators' desk: where volunteers translate and review, and nothing else."""
