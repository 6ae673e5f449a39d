import pytest

from pep_plugin.notices.checks import links_lead_somewhere


@pytest.mark.parametrize(
    ("address", "ids"),
    [
        ("https://peps.example.org", []),
        ("http://127.0.0.1:8000/", []),
        ("", ["pep_plugin.W012"]),
        ("peps.example.org", ["pep_plugin.E006"]),
        ("https://peps.example.org/pep/", ["pep_plugin.E006"]),
        ("javascript:alert(1)", ["pep_plugin.E006"]),
    ],
)
def test_links_in_messages_need_the_address_of_the_site(settings, address, ids):
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "SITE_ADDRESS": address}
    assert [message.id for message in links_lead_somewhere()] == ids


def test_a_public_site_sends_no_links(settings):
    settings.PEP_PLUGIN = {"PARTS": "public"}
    assert links_lead_somewhere() == []
