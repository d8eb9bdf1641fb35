"""Tests of handlers/flows."""
