"""Tests of scheduler/actions."""
