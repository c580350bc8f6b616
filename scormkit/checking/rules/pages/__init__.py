"""What stands in pages, styles and scripts, whatever the standard of the package."""
