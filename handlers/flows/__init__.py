"""Conversations: pure steps in one file each, run by ``engine`` over drafts in the database."""
