"""What a block carries along unseen: keys made once, and what the editor has no box for."""

from django import forms
from wagtail import blocks


class HiddenBlock(blocks.CharBlock):
    """Text in a hidden field. Sent along so that it is never lost, and of no use to type in."""

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)
        self.field.widget = forms.HiddenInput()

    class Meta:
        form_classname = "w-hidden"
        label = " "
