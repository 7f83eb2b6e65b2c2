"""What offers and priorities may hold: every key of the file format with every kind of value, drawn by chance.

Used by random_offers.py. A new key of the format gets its values here.
"""

from __future__ import annotations

import json
import random
import re
from typing import Any, Callable


class Word(str):
    """A value that stands in the file as it is: a number, a date, a truth value."""


class Inline(dict):
    """A table between braces; a plain dict has a header of its own."""


# --- grammar --------------------------------------------------------------------

FACTORS = ("growth", "life", "people", "visa", "calm")
EVENTS = ("ipo", "change_of_control", "tender")
REASONS = ("voluntary", "retirement", "without_cause", "good_reason", "with_cause", "death", "disability")
ALLOCATIONS = ("cumulative_round_down", "cumulative_rounding", "cumulative_round_up", "front_loaded", "back_loaded",
               "front_loaded_to_single_tranche", "back_loaded_to_single_tranche", "round_up_short_last",
               "truncate_forfeit", "fractional")
DEFINITIONS = ("first_year", "annualized", "average", "target", "guaranteed", "present_value", "survival_weighted")


class Grammar:
    """Values and tables of the file format, drawn from one seeded source."""

    def __init__(self, source: random.Random):
        self.draw = source

    # Values.

    def often(self, share: float = 0.5) -> bool:
        return self.draw.random() < share

    def without(self, table: Any, *keys: str) -> None:
        """Takes keys out that mean nothing beside the rest; now and then one is left, to be refused."""
        for key in keys:
            if not self.often(0.01):
                table.pop(key, None)

    def of(self, *choices: Any) -> Any:
        return self.draw.choice(choices)

    def some_of(self, choices: tuple[str, ...]) -> Any:
        words = self.draw.sample(choices, self.draw.randint(1, min(3, len(choices))))
        return words[0] if len(words) == 1 and self.often() else words

    def number(self, low: int, high: int) -> Word:
        return Word(self.draw.randint(low, high))

    def money(self, most: int = 400_000) -> Word:
        amount = self.draw.choice([self.draw.randint(1, most), self.draw.randint(1, 400) * 1000, most, 1])
        return Word(self.of(f"{amount}", f"{amount:_}", f"{amount}.5", f"{amount}.00", "0", "0.01")
                    if self.often(0.2) else f"{amount:_}")

    def price(self) -> Word:
        return Word(self.of("170.25", "0.8734", "0.0001", "1", "0", "3.20", "41.2000000001", "12_345.67")
                    if self.often(0.4) else f"{self.draw.randint(1, 90_000) / 100}")

    def share(self) -> Any:
        return self.of("0%", "100%", "15%", "1/3", "0.15", Word("0.25"), Word("1"), "33.333%", "0.0001%", "50%", "2/7")

    def rate(self) -> Any:
        return self.of("120%", "0.5%") if self.often(0.2) else self.share()

    def growth(self) -> Any:
        return self.of("0%", "3%", "-20%", "-99.9%", "1/12", Word("0.08"), "+5%", "100%")

    def period(self, least: int = 0) -> str:
        return self.of("1 month", "3 months", "6 months", "12 months", "1 year", "2 years", "4 years", "18 months",
                       "90 days", "1 day", "2 weeks", "10 years", *(() if least else ("0 months", "0 days")))

    def date(self, first: int = 2024, last: int = 2031) -> Word:
        day = self.of(1, 2, 15, 28, 29, 30, 31)
        month = self.draw.randint(1, 12)
        most = 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
        year = self.draw.randint(first, last)
        if month == 2 and year % 4:
            most = 28
        return Word(f"{year}-{month:02}-{min(day, most):02}")

    def day_of_year(self) -> str:
        return self.of("02-15", "05-15", "08-15", "11-15", "02-29", "12-31", "01-01", "06-30")

    def text(self) -> str:
        return self.of("Northwind AI", "A", "Ünïcode GmbH", "=1+1", "<b>&", "a,b;c\"d", "株式会社", "x" * 120, "| pipe |",
                       "`tick`", "-", "new-hire", "e\u0301clair", "\u202eright to left", "percent % sign")

    def boolean(self) -> Word:
        return Word(self.of("true", "false"))

    def some(self, table: dict[str, Any], **keys: Callable[[], Any]) -> dict[str, Any]:
        """Adds about half of the keys to a table."""
        share = self.of(0.2, 0.5, 0.9)
        for key, value in keys.items():
            if self.often(share):
                table[key] = value()
        return table

    def several(self, table: Callable[[], Any], most: int = 3) -> list[Any]:
        return [table() for _ in range(self.draw.randint(1, most))]

    # Schedules.

    def portions(self, count: int) -> list[str]:
        """Portions that add to exactly 1."""
        cuts = sorted(self.draw.sample(range(1, 100), count - 1)) if count > 1 else []
        return [f"{high - low}%" for low, high in zip([0, *cuts], [*cuts, 100])]

    def even(self) -> dict[str, Any]:
        every, over, cliffs = self.of(
            ("1 month", "4 years", ("12 months", "1 year", "0 months", "48 months")),
            ("3 months", "4 years", ("12 months", "3 months")), ("12 months", "3 years", ("1 year", "24 months")),
            ("1 year", "5 years", ("1 year",)), ("30 days", "360 days", ("90 days",)), ("1 week", "52 weeks", ("4 weeks",)),
            ("6 months", "6 months", ("6 months",)), ("1 month", "1 month", ()), ("1 day", "60 days", ("1 day",)))
        table: dict[str, Any] = {"over": over, "every": every} if self.often(0.9) else {"over": "0 days"}
        if cliffs and self.often(0.4) and "every" in table:
            table["cliff"] = self.of(*cliffs) if self.often(0.7) else Inline(after=cliffs[0], portion=self.share())
        return table

    def vesting(self) -> Any:
        kind = self.draw.randint(0, 4)
        if kind == 0:
            return self.of("google", "amazon", "meta", "standard", "apple", "nvidia")
        if kind == 1:
            count = self.draw.randint(1, 5)
            return Inline(yearly=self.portions(count), every=self.of("1 month", "3 months", "12 months", "1 year"))
        if kind == 2:
            count = self.draw.randint(1, 4)
            days = sorted({self.date() for _ in range(count)})
            return Inline(on=[Inline(date=day, portion=portion)
                              for day, portion in zip(days, self.portions(len(days)))])
        return Inline(self.even())

    def segment(self, portion: str) -> dict[str, Any]:
        table = {"portion": portion, **self.even()}
        return self.some(table, gate=lambda: self.some_of(EVENTS),
                         start=lambda: "event:" + self.of(*EVENTS) + self.of("", " + 6 months", " + 1 day"))

    def acceleration(self) -> dict[str, Any]:
        trigger = self.of("single", "double", "death", "disability", "without_cause", "good_reason", "retirement")
        table: dict[str, Any] = {"trigger": trigger}
        if trigger in ("single", "double"):
            table["event"] = self.of(*EVENTS)
        if trigger == "double":
            self.some(table, within=self.period, before=self.period)
        amount = self.of("amount", "months", "quantity", "")
        if amount:
            table[amount] = {"amount": self.of(self.share(), "pro_rata"), "months": self.number(1, 60),
                             "quantity": self.number(1, 2000)}[amount]
        self.some(table, order=lambda: self.of("prorata", "soonest", "last"))
        if amount == "months":
            self.without(table, "order")
        return table

    # Tables of an offer.

    def grant(self, number: int, private: bool) -> dict[str, Any]:
        instrument = self.of("rsu", "rsu", "iso", "nso", "rsa", "sar", "phantom", "psu", "cash")
        table: dict[str, Any] = {"id": f"grant-{number}", "instrument": instrument}
        size = "value" if instrument == "cash" else self.of(
            "quantity", "quantity", "ownership" if private else "quantity",
            "value" if instrument not in ("iso", "nso", "sar", "phantom") or self.often(0.1) else "quantity")
        table[size] = {"quantity": self.number(1, self.of(9, 2_000, 100_000)), "value": self.money(),
                       "ownership": self.of("0.5%", "1/1000", "0.0001%")}[size]
        if size == "value" and instrument != "cash":
            self.some(table, conversion=lambda: Inline(self.some({}, price=self.price, round=lambda: self.of(
                "up", "down", "nearest"))))
        if instrument in ("iso", "nso", "sar", "phantom") and self.often(0.9):
            table["strike"] = self.price()
        if self.often(0.7):
            table["vesting"] = self.vesting()
        else:
            table["segment"] = [self.segment(portion) for portion in self.portions(self.draw.randint(1, 3))]
        if instrument == "psu" or self.often(0.02):
            table["performance"] = [self.some(
                {"curve": [[Word("8_000_000"), "0%"], [Word("10_000_000"), "100%"], [Word("12_000_000"), "150%"]],
                 "expected": self.of(Word("10_000_000"), Word("11_500_000.5"), Word("8_000_000"), Word("1"))},
                measure=self.text, evaluation=self.date, round=lambda: self.of("up", "down", "nearest"))]
        self.some(table, grant_date=self.date, vesting_start=self.date,
                  align=lambda: self.of(self.day_of_year(), ["02-15", "05-15", "08-15", "11-15"], ["02-29", "12-31"],
                                        ["03-3wed", "09-lastfri"], "06-1mon"),
                  allocation=lambda: self.of(*ALLOCATIONS),
                  day_of_month=lambda: self.of("vesting_start_day", "vesting_start_day_minus_one", "first_day_of_month",
                                               "last_day_of_month", Word("31"), Word("1")),
                  before_grant=lambda: self.of("fold", "keep"))
        self.some(table, gate=lambda: self.some_of(EVENTS),
                  expires=lambda: self.of("10 years", Inline(after="10 years", day_before=Word("true"))),
                  early_exercise=self.boolean, exercise=lambda: Inline(on=self.date(2028, 2033)),
                  after_leaving=lambda: self.of("forfeit", "keep"),
                  forfeits_vested=lambda: self.some_of(REASONS),
                  acceleration=lambda: self.several(self.acceleration, 2),
                  termination_window=lambda: [
                      {"reason": reason, "period": self.period()}
                      for reason in self.draw.sample(("any", *REASONS), self.draw.randint(1, 3))])
        if instrument not in ("iso", "nso"):
            self.without(table, "exercise")
        return table

    def stock(self) -> dict[str, Any]:
        table: dict[str, Any] = {"price": self.price()}
        if self.often():
            self.some(table, kind=lambda: "public", symbol=lambda: "NWND", dividend_yield=self.share,
                      market_correlation=self.share)
        else:
            table["kind"] = "private"
            table["fully_diluted"] = self.number(1_000_000, 60_000_000)
            self.some(table, preferred_price=self.price, dilution=self.share, rounds=lambda: self.number(0, 5),
                      discount=self.share)
            if self.often():
                table["series"] = [self.series() for _ in range(self.draw.randint(1, 3))]
                if self.often(0.3):
                    table["options"] = [{"shares": self.number(1, 400_000), "strike": self.price()}]
        self.some(table, as_of=self.date, volatility=self.share, currency=lambda: self.of("USD", "USD", "EUR"))
        if self.often(0.2):
            days = sorted({self.date() for _ in range(self.draw.randint(1, 3))})
            table["path"] = [{"on": day, "price": self.price()} for day in days]
        elif self.often():
            table["growth"] = self.growth()
        return table

    def series(self) -> dict[str, Any]:
        table = {"shares": self.number(1, 300_000), "invested": self.number(0, 60_000_000)}
        how = self.of("none", "full", "capped")
        if how == "capped":
            table["cap"] = self.of(Word("2.5"), Word("10"))
        return self.some(table | {"participation": how}, name=self.text, rank=lambda: self.number(1, 3),
                         multiple=lambda: self.of(Word("1"), Word("1.5"), Word("0")), accrued=self.money)

    def exits(self) -> list[dict[str, Any]]:
        """Ways in which it may end; now and then their chances do not add up."""
        chances = self.of(["100%"], ["60%", "40%"], ["50%", "30%", "20%"], ["75%", "25%"],
                          *([["80%", "15%"]] if self.often(0.03) else []))
        return [self.exit(chance) for chance in chances]

    def exit(self, chance: str) -> dict[str, Any]:
        table: dict[str, Any] = {"chance": chance, **self.of({"on": self.date(2027, 2034)}, {"after": self.period(1)})}
        how = self.of("sale", "sale", "listing", "tender")
        table["how"] = how
        if how == "tender":
            table["price"] = self.price()
            self.some(table, sellable=self.share)
        else:
            table["value"] = self.of(self.number(0, 900_000_000),
                                     Inline(low=Word("1_000_000"), likely=Word("50_000_000"), high=Word("400_000_000")))
        self.some(table, name=self.text, event=lambda: self.of(*EVENTS), debt=self.money, fees=self.money,
                  rounds=lambda: self.number(1, 3), raised=self.money)
        if how == "tender":
            self.without(table, "debt", "fees", "rounds", "raised")
        if "rounds" not in table or self.often(0.8):
            self.without(table, "raised")
        return table

    def household(self) -> dict[str, Any]:
        return self.some({}, status=lambda: self.of("single", "joint", "head", "separate"), spouse_pay=self.money,
                         children=lambda: self.number(0, 5), deferral=lambda: self.of("max", Word("0"), Word("20_000")),
                         pretax_benefits=lambda: self.money(20_000), other_income=self.money,
                         deduction=lambda: self.of("best", "standard"), spending=self.money,
                         rent=lambda: Inline({"us-ca": Word("42_000")}), index=self.share)

    def base(self) -> dict[str, Any]:
        kind = self.of("salary", "salary", "hourly", "daily", "monthly")
        if kind == "hourly":
            table = self.some({"hourly": self.number(15, 300)}, hours_per_week=lambda: self.number(1, 80),
                              weeks_per_year=lambda: self.number(1, 52),
                              overtime=lambda: Inline(hours_per_week=self.number(1, 20), rate=self.of("150%", "2")))
        elif kind == "daily":
            table = self.some({"daily": self.number(100, 2000)}, days_per_year=lambda: self.number(1, 366))
        elif kind == "monthly":
            table = self.some({"monthly": self.number(1000, 20_000)}, **self.of(
                {}, {"months": lambda: self.number(12, 14)},
                {"months": lambda: Word("13"), "extra_paid": lambda: self.number(1, 12)},
                {"months": lambda: Word("14"), "extra_paid": lambda: [Word(5), Word(12)]}))
        else:
            table = {"salary": self.money()}
        self.some(table, as_of=self.date, raise_=self.growth)
        if self.often(0.2):
            days = sorted({self.date() for _ in range(2)})
            table["change"] = [{"on": day, "salary": self.money()} for day in days]
        return table

    def bonus(self, name: str) -> dict[str, Any]:
        table = {"name": name, **({"target": self.rate()} if self.often() else {"amount": self.money(90_000)})}
        self.some(table, payout=self.share, guaranteed_years=lambda: self.number(0, 4),
                  paid=lambda: self.of("anniversary", self.number(1, 12), "03-15"),
                  year=lambda: self.of("employment", "calendar", "07-01"),
                  first_year=lambda: self.of("prorated", "full", "none"),
                  every=lambda: self.of("1 month", "3 months", "6 months", "1 year"),
                  on_leaving=lambda: self.of("lost", "pro_rata"),
                  deferred=lambda: Inline(portion=self.share(), vesting=Inline(over="3 years",
                                                                               every="12 months")))
        self.without(table, *(("paid",) if "every" in table else ()))
        if table.get("year", "employment") == "employment":
            self.without(table, "first_year")
        elif table.get("paid") == "anniversary":
            self.without(table, "paid")
        return table

    def sign_on(self, name: str) -> dict[str, Any]:
        table = {"name": name, "amount": self.money(90_000)}
        when = self.of("after", "on", "")
        if when:
            table[when] = self.period() if when == "after" else self.date()
        return self.some(table, over=lambda: self.of("12 months", "3 months", "1 month"), clawback=self.clawback)

    def clawback(self) -> Inline:
        table = self.some({}, within=self.period, from_=lambda: self.of("payment", "start"), share=self.share,
                          waived=lambda: self.some_of(REASONS))
        kind = self.of("prorated", "full", "steps", "")
        if kind == "steps":
            table["steps"] = [["12 months", "100%"], ["16 months", "75%"]]
            self.without(table, "within")
        elif kind == "prorated":
            self.some(table, full_for=lambda: self.of("3 months", "12 months"))
            if "full_for" in table:
                table["within"] = "24 months"
        return Inline(table, **({"rule": kind} if kind else {}))

    def benefits(self) -> dict[str, Any]:
        return self.some(
            {}, health=self.money, retirement=self.share, pto_days=lambda: self.number(0, 40),
            retirement_match=lambda: Inline(self.some(
                dict(self.of(Inline(rate="50%", up_to="6%", limit=self.money(20_000)), Inline(rate="100%", up_to="4%"),
                             Inline(tiers=[["100%", "3%"], ["50%", "2%"]]))),
                after=self.period, vesting=lambda: Inline(self.even()))),
            espp=lambda: Inline(self.some(
                {"discount": "15%", "contribution": self.share(),
                 **self.of({}, {"lookback": Word("true")}, {"lookback": Word("true"), "period": "3 months"})},
                limit=self.money)),
            other=lambda: [self.some({"name": f"Other {i}", "amount": self.money(9_000)}, after=self.period,
                                     vesting=lambda: Inline(self.even())) for i in range(2)])

    def rating(self, kind: str) -> Any:
        low, likely, high = sorted(self.draw.choices(range(11), k=3))
        if kind == "range":
            return Inline(low=Word(low), likely=Word(likely), high=Word(high))
        if kind == "chance":
            table = Inline(chance=self.share())
            self.some(table, askable=self.boolean)
            return Inline(table, met=Word(high), unmet=Word(low)) if self.often() else table
        return "unknown" if kind == "unknown" else Word(self.of(likely, f"{likely}.0", low))

    def factors(self) -> dict[str, Any]:
        kinds = self.of(("certain",), ("range",), ("chance",), ("unknown",), ("certain", "range"),
                        ("certain", "range", "chance", "unknown"))
        ids = FACTORS if self.often(0.8) else self.draw.sample(FACTORS, 3)
        return {one: self.rating(self.of(*kinds)) for one in ids}

    def events(self) -> list[dict[str, Any]]:
        events = [self.some({"id": one}, date=self.date, chance=self.share, deadline=lambda: self.date(2026, 2036))
                  for one in EVENTS]
        if self.often(0.2):
            events.append({"id": "lock_up_ends", "after": Inline(event=self.of(*EVENTS), plus=self.period())})
        return events

    def offer(self, number: int) -> dict[str, Any]:
        table: dict[str, Any] = {"company": self.text() if self.often(0.3) else f"Company {number}",
                                 "currency": self.of("USD", "USD", "USD", "EUR"),
                                 "start": self.date(2024, 2027)}
        kind = self.of("offer", "offer", "offer", "current", "search")
        if kind != "offer":
            table["kind"] = kind
        if kind == "search" or self.often(0.1):
            table["chance"] = self.share()
            table["evidence"] = "process"
        elif self.often(0.2):
            table["evidence"] = self.of("written", "verbal")
        self.some(table, role=self.text, location=self.text, received=lambda: self.date(2025, 2025),
                  decide_by=lambda: self.date(2026, 2027),
                  letter_total=lambda: Inline(amount=self.money(), means=self.of(*DEFINITIONS, "everything")),
                  stage=lambda: self.of("sent", "reply", "onsite"),
                  open_days=lambda: self.number(1, 30), employment=lambda: self.of("employee", "contract"),
                  employer=lambda: self.of("large", "startup", "finance", "public"),
                  employer_ni=lambda: self.of("employer", "employee"),
                  level=lambda: {"ladder": "google", "name": self.of("L3", "L4", "L5", "L8")})
        if self.often(0.7):
            table["place"] = self.of("us-ca", "us-wa-seattle", "us-ny-nyc", "de", "uk-england", "us-ca-san-francisco",
                                     "us-tx", "us-ma", "ie", "nl", *(["no-such"] if self.often(0.03) else []))
        if self.often(0.1):
            table["end"] = self.date(2027, 2031)
        if kind == "search" or self.often(0.9):
            table["base"] = self.base()
        if self.often(0.6):
            names = ["Bonus", "13th salary"][:self.draw.randint(1, 2)]
            table["bonus"] = [self.bonus(name) for name in names]
        if self.often():
            table["sign_on"] = [self.sign_on(name) for name in ("Sign-on", "Relocation")[:self.draw.randint(1, 2)]]
        if self.often(0.8):
            table["stock"] = self.stock()
            table["event"] = self.events()
            if table["stock"].get("kind") == "private" and self.often(0.4):
                table["exit"] = self.exits()
            if self.often(0.85):
                table["grant"] = [self.grant(i + 1, "fully_diluted" in table["stock"]) for i in range(self.draw.randint(1, 3))]
            self.some(table, refresher=lambda: self.some(
                {"value": self.money(), "vesting": Inline(self.even())}, first_after=self.period,
                every=lambda: self.period(1), on=self.day_of_year, probability=self.share))
        self.some(table, benefits=self.benefits, factors=self.factors,
                  leave_of_absence=lambda: [{"from": Word("2027-03-01"), "to": Word("2027-06-01"),
                                             "treatment": self.of("none", "extend", "skip_and_append")}],
                  leaving=lambda: self.some({}, notice=self.period, non_compete=self.period,
                                            non_compete_pay=self.share, **self.of({}, {"severance": self.period}, {
                                                "severance": self.period,
                                                "severance_for": lambda: self.some_of(REASONS)}),
                                            unused_holiday_days=lambda: self.number(0, 40)),
                  cost=lambda: [self.some({"name": "Moving", "amount": self.money(20_000)}, once=self.boolean)],
                  band=lambda: self.band(), market=lambda: self.market())
        if self.often(0.95):
            table["fx"] = {"EUR/USD": self.of(Word("1.08"), Word("0.9999")), "as_of": self.date()}
        return table

    def band(self) -> dict[str, Any]:
        def ends() -> Inline:
            low, mid, high = sorted(self.draw.choices(range(1, 600), k=3))
            return Inline({key: Word(f"{at}_000") for key, at in (("min", low), ("mid", mid), ("max", high))
                           if self.often(0.8)} or {"max": Word(f"{high}_000")})
        return self.some({}, base=ends, equity=ends, sign_on=ends, source=self.text, as_of=self.date)

    def market(self) -> dict[str, Any]:
        amounts = sorted(self.draw.sample(range(50, 900), 5))
        points = {f"p{at}": Word(f"{amount}_000") for at, amount in zip((10, 25, 50, 75, 90), amounts)
                  if self.often(0.8)}
        return self.some({"total": Inline(points or {"p50": Word("250_000")})}, source=self.text, as_of=self.date)

    def priorities(self) -> dict[str, Any]:
        table = self.some({}, name=self.text, horizon=lambda: self.of("4 years", "1 year", "2 years", "10 years"),
                          discount_rate=self.share, stay=lambda: Inline(exit_per_year=self.share()),
                          risk_tolerance=lambda: self.money(), currency=lambda: "USD")
        if self.often(0.2):
            table |= {"wealth": self.money(), "risk_aversion": self.of(Word("2"), Word("0.5"))}
        self.some(table, raise_=self.growth, household=self.household)
        weigh = self.of("swing", "swing", "rank", "equal")
        if weigh == "equal":
            table["weights"] = "equal"
        ids = list(FACTORS[:self.draw.randint(1, len(FACTORS))])
        places = self.draw.sample(range(1, len(ids) + 2), len(ids) + 1)

        def weight(place: int) -> dict[str, Any]:
            if weigh == "swing":
                return {"swing": self.of(self.number(1, 100), Word("0"), Word("50"), Word("50"))}
            return {"rank": Word(place)} if weigh == "rank" else {}

        if self.often(0.7):
            table["money"] = self.some({"worst": Word("50_000"), "best": Word(self.of("60_000", "450_000")),
                                        **weight(places[-1])}, goal=lambda: "money_now")
        table["factor"] = [self.factor(one, weight(place)) for one, place in zip(ids, places)]
        return table

    def factor(self, one: str, weight: dict[str, Any]) -> dict[str, Any]:
        return self.some({"id": one, **weight}, name=self.text, worst_means=self.text, best_means=self.text,
                         scale=lambda: self.of(Inline(worst=Word("0"), best=Word("10")),
                                               Inline(worst=Word("10"), best=Word("0"))),
                         goal=lambda: self.of("money_later", "impact", "experience", "brand", "personal_growth",
                                              "none"),
                         must=lambda: Inline(self.some({"at_least": self.number(0, 10)}, chance=self.share)),
                         question=self.text, askable=self.boolean)


# --- writing --------------------------------------------------------------------

def written(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, Word):
        return str(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key_of(key)} = {written(each)}" for key, each in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(written(each) for each in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def key_of(key: str) -> str:
    key = key.rstrip("_")  # `raise` and `from` are words of Python
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else json.dumps(key)


def is_table(value: Any) -> bool:
    return isinstance(value, dict) and not isinstance(value, Inline)


def toml(table: dict[str, Any], path: str = "") -> str:
    lines, below = [], []
    for key, value in table.items():
        inner = f"{path}.{key_of(key)}" if path else key_of(key)
        if is_table(value):
            below.append(f"\n[{inner}]\n{toml(value, inner)}")
        elif isinstance(value, list) and value and all(is_table(each) for each in value):
            below += [f"\n[[{inner}]]\n{toml(each, inner)}" for each in value]
        else:
            lines.append(f"{key_of(key)} = {written(value)}\n")
    return "".join(lines + below)
