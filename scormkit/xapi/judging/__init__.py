"""Profiles, read and judged, and statements held against them."""
