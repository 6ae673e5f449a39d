"""A template for every live form. A form that is published gets one by itself."""

from typing import Any

from django.db.models.signals import post_save

from pep_plugin.conf import serves
from pep_plugin.formversions.models import FormVersion
from pep_plugin.library.blanks import live_versions
from pep_plugin.library.models import Template
from pep_plugin.library.sorting import AUDIENCES, PHASES

#: What the shipped forms are for, and the phase of papers that are made for one age.
_SHIPPED = {
    "early-years": ("", "The whole plan on paper, from birth to the end of nursery."),
    "primary": ("", "The whole plan on paper, for Reception to Year 6."),
    "secondary": ("", "The whole plan on paper, for Years 7 to 11."),
    "post-16": ("", "The whole plan on paper, for college, sixth form, training or work."),
    "kept-as-file": ("", "Eight facts to go with a plan that you keep as a form of your own."),
    "my-views-5-7": ("primary", "A young child says what they think, with faces and pictures."),
    "my-views-8-11": ("primary", "A child gets ready for the meeting and says what matters."),
    "my-views-11-16": ("secondary", "A young person says how things are and what should change."),
    "my-profile": ("", "One page about me: what I am good at, what helps, what I hope for."),
    "carers-view": ("", "What a carer or parent sees at home, to bring to the meeting."),
    "meeting-agenda": ("", "An agenda in which the child or young person speaks first."),
    "teachers-checklist": ("", "What to do before, at and after a PEP meeting."),
}


def ensure_templates() -> list[Template]:
    """The templates that had to be made; one that is there stays as an editor left it.

    Idempotent. One that an editor took out of the library is still there, and stays out.
    """
    known = set(Template.objects.exclude(form_key="").values_list("form_key", flat=True))
    return [_make(version) for version in live_versions() if version.form_key not in known]


def _make(version: FormVersion) -> Template:
    form = version.form
    phase, purpose = _SHIPPED.get(version.form_key, ("", ""))
    phase = phase or form.phase
    return Template.objects.create(
        title=version.title[:120],
        slug=_free_slug(version.form_key),
        phase=phase if phase in dict(PHASES) else "",
        audience=form.audience if form.audience in dict(AUDIENCES) else "staff",
        purpose=purpose,
        form_key=version.form_key,
    )


def _free_slug(form_key: str) -> str:
    """The form's key, unless an editor gave that address to another paper."""
    taken = Template.objects.filter(slug=form_key).exists()
    return f"{form_key}-form" if taken else form_key


def follow(instance: FormVersion, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """A new form has its template at once; a title that nobody changed follows the form's."""
    if not created or raw or not serves("public"):
        return
    template = Template.objects.filter(form_key=instance.form_key).first()
    if template is None:
        _make(instance)
        return
    before = FormVersion.objects.filter(
        form_key=instance.form_key, number__lt=instance.number
    ).first()
    if before is not None and template.title == before.title[:120] != instance.title[:120]:
        template.title = instance.title[:120]
        template.save(update_fields=["title"])


post_save.connect(follow, sender=FormVersion, dispatch_uid="pep_plugin.library")
