"""cmi5: the course structure and its package."""
