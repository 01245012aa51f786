"""The home screen and its lists, from what the terminal has in stock. Pure."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kiosk.catalogue import Catalogue
from kiosk.config import Config
from ui.backroom import Stock
from ui.journey import Journey, Wishes
from ui.viewmodels.base import text_of
from ui.viewmodels.home import HomeProps, derive_example, derive_forms, derive_hours, derive_tiles

if TYPE_CHECKING:
    from kiosk.forms.model import Form


def derive_home(  # noqa: PLR0917 - one call, each part of another kind
    catalogue: Catalogue, config: Config, stock: Stock | None, journey: Journey, wishes: Wishes, today: date
) -> HomeProps:
    """What home shows; without stock yet, everything but the question's words and the board."""
    language = wishes.language
    tiles, others = derive_tiles(catalogue, language, elder=wishes.elder)
    opens, closes, closed = derive_hours(config.opening, today)
    found = catalogue.category(journey.category) if journey.category else None
    props = HomeProps(
        tiles=tiles,
        others=others,
        forms=derive_forms(catalogue, found.forms, language) if found else (),
        category=text_of(found.name, language) if found else "",
        opens=opens,
        closes=closes,
        closed_days=closed,
        closed_today=today.weekday() in closed,
    )
    if stock is None:
        return props
    return replace(
        props,
        **_greeting(stock.forms.get(catalogue.home.rating), language),
        example=derive_example(stock.cards, language),
        done=int(stock.totals["done"]) if stock.totals else -1,
    )


def _greeting(form: "Form | None", language: str) -> dict[str, Any]:
    """The first question of the rating form and its five words, as home shows them."""
    if form is None:
        return {}
    first = form.screens[0].questions[0]
    items = first.itemset.items if first.itemset else ()
    return {"question": first.label(language), "grades": tuple(item.text.plain(language) for item in items)}
