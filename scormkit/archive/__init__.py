"""The zip, written deterministically and atomically, and read with limits; knows nothing of what is inside."""
