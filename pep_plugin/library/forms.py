"""What an editor may save of a template and its versions; each refusal says what was found."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from pep_plugin.library.blanks import form_choices
from pep_plugin.library.inspection import look
from pep_plugin.library.sorting import code_of


class TemplateForm(WagtailAdminModelForm):
    """A template: made from a form or by versions, and no two of these under one name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "form_key" in self.fields:
            live = form_choices()
            now = self.instance.form_key
            kept = [(now, now)] if now and now not in dict(live) else []
            field = self.fields["form_key"]
            self.fields["form_key"] = forms.ChoiceField(
                choices=[("", _("None: it has versions of its own")), *live, *kept],
                required=False,
                label=field.label,
                help_text=field.help_text,
            )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        versions = self._versions()
        if cleaned.get("form_key") and versions:
            self.add_error(
                "form_key",
                _("The file is either made from a form or one of the versions below, not both."),
            )
        self._no_version_twice(versions)
        for form in versions:
            for sentence in _about_the_file(getattr(form, "cleaned_data", {}).get("source")):
                form.add_error("source", sentence)
        return cleaned

    def _versions(self) -> list[Any]:
        """The forms of the versions that stay."""
        formset = self.formsets.get("editions")
        if formset is None:
            return []
        formset.is_valid()
        going = {form for form in formset.forms if formset._should_delete_form(form)}
        return [
            form
            for form in formset.forms
            if form not in going and (form.has_changed() or form.instance.pk)
        ]

    def _no_version_twice(self, versions: list[Any]) -> None:
        seen: dict[str, str] = {}
        for form in versions:
            version = getattr(form, "cleaned_data", {}).get("version", "")
            code = code_of(version)
            if version and code in seen:
                form.add_error(
                    "version",
                    _("“%(this)s” and “%(other)s” would have one address. Give one another name.")
                    % {"this": version, "other": seen[code]},
                )
            seen.setdefault(code, version)


def _about_the_file(source: Any) -> Iterator[str]:
    """Looked at on every save: the document may have been given another file since."""
    for block in source or ():
        if block.block_type != "document" or block.value is None:
            continue
        try:
            problems = look(block.value.file)
        except OSError:
            problems = [_("Its file is missing. Upload it again.")]
        for sentence in problems:
            yield f"{block.value.title}: {sentence}"
