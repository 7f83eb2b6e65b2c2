#include <offerkit/authoring/field_kinds.hpp>

#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::authoring {

namespace {

using model::Accepts;

constexpr FieldKind kinds[] = {
    {Accepts::money, "money", "`182_000` or `170.25`",
     "In the file's currency, from 0 to 10^12, with no more decimals than the currency has; read exactly, never "
     "through binary fractions"},
    {Accepts::stock_money, "stock money", "`240_000`",
     "The same in the stock's currency, which is the file's unless `stock.currency` names another"},
    {Accepts::price, "price", "`0.8734`", "Of one share in the stock's currency, with up to ten decimals"},
    {Accepts::rate, "rate", "`\"15%\"`, `\"1/3\"` or `0.15`",
     "Exact and at least 0; a bare number is at most 1, so that a forgotten % cannot make 15 out of 15%"},
    {Accepts::growth_rate, "growth rate", "`\"3%\"` or `\"-10%\"`",
     "A rate that may be negative, but stays above -100%"},
    {Accepts::correlation, "correlation", "`\"55%\"` or `\"-10%\"`", "A rate from -100% to 100%"},
    {Accepts::share, "share", "`\"40%\"`, `\"2/3\"` or `0.4`", "A rate of at most 100%"},
    {Accepts::number, "number", "`8` or `1.08`", "An exact decimal within 10^12 either way"},
    {Accepts::count, "count", "`12`", "A whole number"},
    {Accepts::day_of_year, "day of the year", "`\"02-15\"`", "Month and day; 02-29 is 28 February in common years"},
    {Accepts::vest_day, "vest day", "`\"02-15\"` or `\"03-3wed\"`",
     "Month and day, 02-29 for the end of February; or the 1st to 5th or last weekday of a month, such as "
     "`\"12-lastfri\"`"},
    {Accepts::date, "date", "`2026-03-02`", "A TOML date without quotation marks, from 1900 to 2999, that exists"},
    {Accepts::period, "period", "`\"4 years\"`, `\"1 month\"`, `\"90 days\"` or `\"2 weeks\"`",
     "A whole number and a unit; a year is 12 months and a week 7 days, but 90 days are not 3 months"},
    {Accepts::boolean, "yes or no", "`true` or `false`", "Without quotation marks"},
    {Accepts::currency, "currency", "`\"USD\"`", "Three capital letters of ISO 4217"},
    {Accepts::choice, "word", "`\"rsu\"`", "One of the words listed with the key"},
    {Accepts::profile, "profile", "`\"google\"` or `\"mine/vesting.toml\"`",
     "The id of a profile, or a path that ends in `.toml`, holds no `..`, and begins where the file lies"},
    {Accepts::text, "text", "`\"Northwind AI\"`", "At most 10,000 characters, none of them a control character"},
};

// Of the kinds above, where several stand in a list.
std::string plural(std::string_view name) {
    if (name == "day of the year") {
        return "days of the year";
    }
    return std::string{name} + "s";
}

}  // namespace

std::span<const FieldKind> field_kinds() noexcept { return kinds; }

std::string kinds_of(const model::Field& field) {
    const auto takes = [&](Accepts kind) { return model::accepts(field.accepts, kind); };
    if (takes(Accepts::pairs)) {
        return takes(Accepts::number)   ? "list of pairs of a number and a rate"
               : takes(Accepts::period) ? "list of pairs of a period and a share"
                                        : "list of pairs of rates";
    }
    if (takes(Accepts::number_pairs)) {
        return "list of pairs of numbers";
    }
    std::vector<std::string> words;
    if (takes(Accepts::rows)) {
        words.emplace_back("list of pairs of a threshold and a rate or a number");
    }
    for (const FieldKind& kind : kinds) {
        if (takes(kind.accepts)) {
            words.emplace_back(kind.name);
            if (takes(Accepts::list)) {
                words.push_back(diagnostic::formatted("list of {}", plural(kind.name)));
            }
        }
    }
    if (takes(Accepts::table)) {
        words.emplace_back("table");
    }
    if (takes(Accepts::tables)) {
        words.emplace_back(takes(Accepts::table) ? "several tables" : "tables");
    }
    return report::joined(words, "or");
}

}  // namespace offerkit::authoring
