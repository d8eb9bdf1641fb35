"""Tests of scheduler/delivery."""
