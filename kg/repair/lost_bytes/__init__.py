"""The search for lost bytes behind :mod:`kg.repair.bytes_out_of_step`, from bytes up to decisions.

``codec`` knows bytes; ``rows``, ``pairs`` and ``tables`` what was counted at large, ``neighbours`` what stands on the page; from these
``language`` tells what is likely as characters and ``words`` as words, ``page_words`` adds phrases of the page. ``document`` is what
the rest of the page tells. ``window`` cuts damaged text into pieces; ``search`` tries the lost bytes on ``paths``, with ``candidates``
for what bytes allow and ``vanished`` for pairs without a trace; ``forward`` reads a result as the site did, ``decide`` weighs.
"""
