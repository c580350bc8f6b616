"""Site to Package: one file per target, and all that a standard demands of a package."""
