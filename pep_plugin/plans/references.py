"""Plan references: ``PEP-7K2M-4QX9``. Random, since a running number would count children."""

import secrets

#: Crockford's base 32: no I, L, O or U, so that nothing is misread over the telephone.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("ILO", "110")


def _check(body: str) -> str:
    """A weighted sum modulo 31 finds every single slip and every swap of neighbours."""
    total = sum(ALPHABET.index(character) * weight for weight, character in enumerate(body, 2))
    return ALPHABET[total % 31]


def new_reference() -> str:
    """A fresh reference: seven random characters and a check character."""
    return with_check_character("".join(secrets.choice(ALPHABET[:31]) for _ in range(7)))


def with_check_character(body: str) -> str:
    """The reference that seven characters of the first 31 of the alphabet make."""
    text = body + _check(body)
    return f"PEP-{text[:4]}-{text[4:]}"


def read_reference(text: str) -> str | None:
    """A reference as people type it, put right; ``None`` when its characters do not fit."""
    plain = text.upper().replace("-", "").replace(" ", "").removeprefix("PEP").translate(_MISREAD)
    if len(plain) != 8 or any(c not in ALPHABET for c in plain) or _check(plain[:7]) != plain[7]:
        return None
    return f"PEP-{plain[:4]}-{plain[4:]}"
