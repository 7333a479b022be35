"""One function for each sentence of the user's work: checks, does and logs in one transaction."""
