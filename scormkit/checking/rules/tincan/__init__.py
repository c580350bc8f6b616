"""Tin Can: tincan.xml and its package."""
