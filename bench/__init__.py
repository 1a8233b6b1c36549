"""How fast the pipeline is, beside ``jieba.cut`` over the same text in the same run: ``python -m bench`` or ``make bench``."""
