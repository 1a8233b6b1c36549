"""Builders of the tables that are computed from other people's data; run as modules, their output is committed."""
