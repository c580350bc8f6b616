"""Course to Site: pages, styles, scripts and media, and the list of what can be tracked; knows no standard."""
