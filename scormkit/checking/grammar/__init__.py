"""The bindings as data: which elements and attributes a standard allows where, and which requirement a slip breaks.

A module in `bindings` states the grammars of one book in `GRAMMARS`; `judge` holds a file against those of its edition.
A rule asks for the violations of its own clause and has nothing to do but to explain it.
"""
