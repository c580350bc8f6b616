"""The LMS's half of cmi5: launching assignable units, judging what they send, and knowing when learners move on."""
