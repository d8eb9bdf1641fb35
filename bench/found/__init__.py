"""How well questions find their answers, beside the usual ways, and what the answers are like.

``python -m bench.found`` writes docs/answers.md.
"""
