"""Tests of handlers/gateway."""
