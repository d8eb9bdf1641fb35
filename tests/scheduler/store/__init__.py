"""Tests of scheduler/store."""
