"""Tests of scheduler/domain."""
