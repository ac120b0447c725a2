"""Corrections as facts of their own, applied on reading."""
