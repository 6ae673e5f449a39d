# ruff: noqa: E501  (sentences for readers are kept whole)
"""The council's site as it stood before the package came: its pages, made where missing."""

import datetime

from django.db import transaction
from wagtail.models import Collection, Locale, Page, Site

from council.home.models import HomePage, InfoPage, NewsPage

#: slug, title, in the menu, introduction, body. A slug with a stroke lies under another page.
PAGES = (
    (
        "schools",
        "Schools and learning",
        True,
        "Finding a school place, term dates, help with costs, and support for every learner.",
        "<h2>Term dates</h2><p>Schools in Alderbrook choose their own training days. The dates of the"
        " terms are the same in all of them.</p><h2>School places</h2><p>Apply for a place in Year R"
        " by 15 January, and in Year 7 by 31 October.</p>",
    ),
    (
        "virtual-school",
        "Virtual School",
        True,
        "We are the team that stands up for the education of every child in Alderbrook&rsquo;s care,"
        " whichever school they go to.",
        "<p>The Virtual School is not a building. Children stay on the roll of their own school; we"
        " work with that school, the social worker and the people at home so that each child does"
        " well and is happy to learn.</p><h2>What we do</h2><ul><li>see that every child in our care"
        " has a plan for their education, and that it is a good one</li><li>help schools spend pupil"
        " premium plus on what the child needs</li><li>train designated teachers, carers and social"
        " workers</li><li>step in when a child has no school place</li></ul>"
        '<h2>Personal Education Plans</h2><p><a href="/personal-education-plans/">Guidance, dates'
        " and templates for Personal Education Plans</a></p>",
    ),
    (
        "bins",
        "Bins and recycling",
        True,
        "Which bin goes out when, and what may go into it.",
        "<p>Green bins go out on even weeks, brown bins on odd weeks, and the food caddy every week."
        " Put them at the kerb by 7am.</p>",
    ),
    (
        "parks",
        "Parks and rivers",
        False,
        "Six parks, two nature reserves, and eleven miles of riverside path.",
        "<p>The path along the Alder is open all year. Dogs are welcome in every park, on a lead near"
        " the ponds.</p>",
    ),
    (
        "council-tax",
        "Council tax",
        False,
        "Pay a bill, move house, or ask for help with the cost.",
        "<p>If you live alone, or look after somebody, your bill may be lower.</p>",
    ),
    (
        "housing",
        "Housing",
        False,
        "Homes to rent, repairs, and what to do if you may lose your home.",
        "<p>If you have nowhere to stay tonight, ring 01632 960 111 at any hour.</p>",
    ),
    (
        "care",
        "Children and families",
        False,
        "Help for families, fostering, and children in our care.",
        "<p>Worried about a child? Ring 01632 960 120. In an emergency ring 999.</p>",
    ),
    (
        "libraries",
        "Libraries",
        False,
        "Borrow, read, print, and meet at our five libraries.",
        "<p>Every library has warm rooms, free computers and a story time on Saturday morning.</p>",
    ),
    ("news", "News", False, "What is new in Alderbrook.", ""),
    (
        "contact",
        "Contact us",
        False,
        "Ring, write, or come in.",
        "<p>01632 960 100, Monday to Friday, 8:30am to 5pm</p><p>The Old Mill, Bridge Street,"
        " Alderbrook</p>",
    ),
    (
        "privacy",
        "Privacy",
        False,
        "What we know about you, why, and for how long.",
        "<p>This is a demonstration site. Do not enter the details of real people.</p>",
    ),
    (
        "accessibility",
        "Accessibility",
        False,
        "Everyone should be able to use this website.",
        "<p>We aim at the Web Content Accessibility Guidelines 2.2, level AA. Tell us if something"
        " is in your way: 01632 960 100.</p>",
    ),
)
#: days ago, slug, title, introduction, body.
NEWS = (
    (
        6,
        "readers-of-the-year",
        "The library gave out 412 reading medals",
        "More children than ever finished the summer reading challenge.",
        "<p>The youngest reader was four and chose dragons. The oldest was eleven, and chose"
        " dragons too.</p>",
    ),
    (
        19,
        "otters-are-back",
        "Otters are back on the Alder",
        "Wardens found fresh tracks at three places along the river path.",
        "<p>Please keep dogs on a lead between the Old Mill and Harrow Lane until spring.</p>",
    ),
    (
        33,
        "carers-evening",
        "An evening for foster carers",
        "Come and talk about homework, phones and exam years with people who know.",
        "<p>Thursday, 6:30pm, at Millbrook Library. There is tea, and a quiet room for children.</p>",
    ),
)
TILES = (
    ("school", "Schools and learning", "Places, term dates, help with costs", "schools"),
    ("people", "Children and families", "Fostering, support, worried about a child", "care"),
    ("book", "Virtual School", "The education of children in our care", "virtual-school"),
    ("bin", "Bins and recycling", "Which bin goes out when", "bins"),
    ("pound", "Council tax", "Pay, move house, pay less", "council-tax"),
    ("home", "Housing", "Homes, repairs, urgent help", "housing"),
    ("tree", "Parks and rivers", "Walks, play areas, nature", "parks"),
    ("leaf", "Libraries", "Borrow, print, meet, stay warm", "libraries"),
)


@transaction.atomic
def ensure_site(today: datetime.date) -> HomePage:
    """The home page with all its pages; what stands already is left as it is."""
    home = HomePage.objects.first() or _first_page()
    for slug, title, in_menu, intro, body in PAGES:
        if not home.get_children().filter(slug=slug).exists():
            page = InfoPage(
                title=title,
                slug=slug,
                intro=intro.replace("&rsquo;", "\u2019"),
                body=body,
                show_in_menus=in_menu,
            )
            home.add_child(instance=page)
            page.save_revision().publish()
    news = home.get_children().get(slug="news")
    for days, slug, title, intro, body in NEWS:
        if not news.get_children().filter(slug=slug).exists():
            date = today - datetime.timedelta(days=days)
            page = NewsPage(title=title, slug=slug, date=date, intro=intro, body=body)
            news.add_child(instance=page)
            page.save_revision().publish()
    if not home.tiles:
        _lay_tiles(home)
    return home


def _first_page() -> HomePage:
    """The home page in place of the one that a new Wagtail has, also on an emptied database."""
    Locale.objects.get_or_create(language_code="en-gb")
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    root = Page.objects.get(pk=root.pk)
    for welcome in root.get_children().filter(slug="home"):
        welcome.delete()
    root.refresh_from_db()
    home = HomePage(
        title="Alderbrook Council",
        slug="home",
        heading="A good place to grow",
        lede="Two rivers, nine villages, one town, and the services that keep them going.",
    )
    root.add_child(instance=home)
    home.save_revision().publish()
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": home, "site_name": "Alderbrook Council"},
    )
    return home


def _lay_tiles(home: HomePage) -> None:
    pages = {page.slug: page for page in home.get_children()}
    home.tiles = [
        ("tile", {"icon": icon, "title": title, "text": text, "page": pages.get(slug)})
        for icon, title, text, slug in TILES
    ]
    home.save_revision().publish()
