"""Looking up schools: as a page, and as JSON for a script."""

import pytest

from tests.factories import SchoolFactory

URL = "/pep/schools/"


def test_a_page_for_people_and_json_for_a_script(scene, signed_in):
    client = signed_in("designated_teacher")
    assert "Harrow Lane Primary" in client.get(URL, {"q": "harr"}).content.decode()

    found = client.get(URL, {"q": "harr"}, headers={"accept": "application/json"}).json()["schools"]
    assert [school["name"] for school in found] == ["Harrow Lane Primary"]
    assert found[0]["postcode"] == "ZZ1 1AA"


@pytest.mark.parametrize("words", ["", "h", " h ", "\x00", "%%", "zz" * 200])
def test_too_little_or_nonsense_finds_nothing(scene, signed_in, words):
    response = signed_in("designated_teacher").get(
        URL, {"q": words}, headers={"accept": "application/json"}
    )
    assert response.json() == {"schools": []}


def test_fifteen_rows_are_the_most(scene, signed_in):
    SchoolFactory.create_batch(20)
    response = signed_in("vs_head").get(
        URL, {"q": "foxglove"}, headers={"accept": "application/json"}
    )
    assert len(response.json()["schools"]) == 15


@pytest.mark.parametrize("role", ["web_editor", "superuser"])
def test_who_has_no_post_looks_up_nothing(scene, signed_in, role):
    assert signed_in(role).get(URL, {"q": "harrow"}).status_code in (403, 404)
