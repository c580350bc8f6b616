"""The cases of the checker: small packages of one defect each, see README.md."""
