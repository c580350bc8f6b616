"""Judgements that editions have in common: each edition has its rule, with its own clause, and asks here."""
