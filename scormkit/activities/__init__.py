"""The kinds of activity, one folder each, and the contract that they keep."""
