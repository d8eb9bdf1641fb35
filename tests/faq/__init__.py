"""Tests of the answers and of what finds them."""
