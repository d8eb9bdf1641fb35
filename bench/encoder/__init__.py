"""How faq/encoder.npz is made: a general encoder is taught parents' questions and made small.

Nothing of this is loaded by the bot. It needs the ``encoder`` extra, which brings PyTorch and the
weights to start from; docs/decisions/0006-encoder.md tells what was tried.
"""
