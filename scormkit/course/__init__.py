"""What an author writes: the model of a course, and reading it from YAML and Markdown with positions kept."""
