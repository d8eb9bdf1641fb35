"""The way from every earlier shape of the tables to this one; run by ``scheduler.store.schema``."""
