"""Code lists: the national codes, in plain words, once each."""

import pytest

from pep_plugin.sections import codelists

LISTS = sorted(codelists.names())


@pytest.mark.parametrize("name", LISTS)
def test_codes_and_labels_are_each_used_once(name):
    options = codelists.get(name)
    assert options
    assert len({choice.code for choice in options}) == len(options)
    # Word files and imports may name an option by its label.
    assert len({choice.label.casefold() for choice in options}) == len(options)


@pytest.mark.parametrize("name", LISTS)
def test_labels_are_words_for_people(name):
    for choice in codelists.get(name):
        assert choice.label == choice.label.strip()
        assert choice.label[0].isupper() or choice.label[0].isdigit()
        assert not choice.label.endswith(".")
        assert choice.code == choice.code.strip()
        # Many choices are kept apart by semicolons when they come as one text.
        assert ";" not in choice.code + choice.label


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("legal_status", "C1 C2 D1 E1 V2 V3 V4 J1 J2 J3 L1 L2 L3"),
        (
            "placement_type",
            "U1 U2 U3 U4 U5 U6 A3 A4 A5 A6 P1 P2 P3 H5 K1 K2 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 Z1",
        ),
        (
            "ethnicity",
            "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH CHNE BCRB BAFR BOTH "
            "OOTH REFU NOBT",
        ),
        ("sen_status", "N K E A"),
        ("sen_need", "SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD OTH NSA"),
        ("no_sdq_reason", "SDQ1 SDQ2 SDQ3 SDQ4 SDQ5"),
        ("participation", "PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7"),
        ("primary_standard", "WTS EXS GDS NOT"),
        ("phonics_outcome", "Wa Wt A D Q"),
    ],
)
def test_the_national_codes_are_all_there(name, codes):
    assert {choice.code for choice in codelists.get(name)} == set(codes.split())


def test_a_name_is_taken_once():
    with pytest.raises(ValueError, match="already a code list called sex"):
        codelists.register("sex", ("X", "X"))


def test_a_list_that_does_not_exist_is_said():
    assert not codelists.has("moods")
    with pytest.raises(KeyError):
        codelists.get("moods")


def test_the_kinds_of_plan_have_the_words_that_plans_use():
    from pep_plugin.plans.states import Kind

    options = [(choice.code, choice.label) for choice in codelists.get("plan_kind")]
    assert options == [(kind.value, str(kind.label)) for kind in Kind]
