"""Text as it enters: one normalisation at the edge, so that every output equals what is stored."""

import re

# C0 and C1 control characters but tab and line feed, lone surrogates, and the two non-characters
# that XML 1.0 refuses. Joiners and bidi marks stay: Welsh, Hebrew and emoji need them.
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

# Every way in which a line may end, word processors' vertical tab and Unicode's own included.
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def normalise_text(text: str) -> str:
    """The text without what no output can hold: NUL, controls, lone surrogates; ``\\n`` line ends.

    Idempotent. Trailing white space at the very end is cut; everything else stays as typed.
    """
    return _NOT_TEXT.sub("", _LINE_END.sub("\n", text)).rstrip()
