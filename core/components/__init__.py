"""The stages of reading, one spaCy factory a file."""
