"""Programs that build data of the lexicon and of the interface; each is run from the project's root."""
