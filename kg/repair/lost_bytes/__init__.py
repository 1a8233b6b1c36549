"""The search for lost bytes behind :mod:`kg.repair.bytes_out_of_step`, from bytes up to decisions.

``codec`` knows bytes, ``language`` what is likely, ``document`` what the rest of the page tells; ``window`` cuts
damaged text into pieces, ``search`` tries the lost bytes, ``forward`` reads a result as the site did,
``decide`` weighs.
"""
