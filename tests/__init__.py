"""The tests, room by room as in scormkit. A package, so that no other one called tests comes in its place."""
