"""By what the library is sorted: phase, audience, language, version."""

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

#: The empty phase stands for a paper that fits every child.
PHASES = [
    ("early-years", _("Early Years")),
    ("primary", _("Reception to Year 6")),
    ("secondary", _("Years 7 to 11")),
    ("post-16", _("Post-16")),
]
ALL_PHASES = _("All phases")

#: Whose paper it is: the colour of the small sheet beside it. The words say it as well.
AUDIENCES = [
    ("staff", _("Schools and social workers")),
    ("child", _("Children and young people")),
    ("carer", _("Carers and parents")),
]

#: Languages of papers, each by its own name. The codes are those of the ``lang`` attribute.
LANGUAGES = [
    ("en", "English"),
    ("cy", "Cymraeg (Welsh)"),
    ("sq", "Shqip (Albanian)"),
    ("am", "አማርኛ (Amharic)"),
    ("ar", "العربية (Arabic)"),
    ("bn", "বাংলা (Bengali)"),
    ("bg", "Български (Bulgarian)"),
    ("fr", "Français (French)"),
    ("ckb", "کوردی (Kurdish Sorani)"),
    ("ps", "پښتو (Pashto)"),
    ("fa", "فارسی (Persian, Dari)"),
    ("pl", "Polski (Polish)"),
    ("pt", "Português (Portuguese)"),
    ("pa", "ਪੰਜਾਬੀ (Punjabi)"),
    ("ro", "Română (Romanian)"),
    ("sk", "Slovenčina (Slovak)"),
    ("so", "Soomaali (Somali)"),
    ("es", "Español (Spanish)"),
    ("ti", "ትግርኛ (Tigrinya)"),
    ("tr", "Türkçe (Turkish)"),
    ("uk", "Українська (Ukrainian)"),
    ("ur", "اردو (Urdu)"),
    ("vi", "Tiếng Việt (Vietnamese)"),
]
#: Written from right to left.
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "ps", "ur"})


def code_of(version: str) -> str:
    """The version as it stands in an address: “2.1” becomes ``2-1``."""
    return slugify(version.replace(".", "-").replace("/", "-"))
