"""A course in other languages: its texts, the XLIFF files that carry them to translators, and the way back."""
