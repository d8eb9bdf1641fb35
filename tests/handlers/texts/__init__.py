"""Tests of the catalogs' loader."""
