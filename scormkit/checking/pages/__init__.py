"""What stands in the pages, styles and scripts of a package, as compact values with places.

Three scanners of our own, each one pass without recursion, whose time and memory follow the size of a file whatever is
in it. Parsers at hand do not promise that: one tag of 100 000 attributes keeps libxml2 busy for 42 seconds, 24 KB of
`"a""a"…` tree-sitter for 1.5, and four megabytes of sound JavaScript take it 370 MB (docs/libraries.md).
"""
