"""Pages for people who are not staff, and the page of questions."""

from pep_plugin.guidance.mixins.guidance import GuidanceMixin


class YoungPeopleMixin(GuidanceMixin):
    """Plain words in larger type, in the child's colour."""

    pep_template = "pep_plugin/guidance/young_people_page.html"
    pep_kind = "young_people"

    class Meta:
        abstract = True


class CarersMixin(GuidanceMixin):
    """For foster carers, kinship carers and parents, in the carer's colour."""

    pep_template = "pep_plugin/guidance/carers_page.html"
    pep_kind = "carers"

    class Meta:
        abstract = True


class FaqMixin(GuidanceMixin):
    """Questions in groups, each with an address of its own."""

    pep_template = "pep_plugin/guidance/faq_page.html"
    pep_kind = "faq"

    class Meta:
        abstract = True
