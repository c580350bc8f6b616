"""The files that describe a package besides imsmanifest.xml: where they lie, and what they say as typed values."""
