"""Tables of general knowledge (TSV beside this file), their loader and what is computed from them alone."""
