#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/keys/likely.hpp>
#include <offerkit/file/offer/read_pay.hpp>
#include <offerkit/file/terms/read_vesting.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using calendar::DayOfYear;
using model::Bonus;

constexpr DayOfYear calendar_year{1, 1};

std::optional<model::DeferredBonus> read_deferred(const View& owner) {
    const auto table = owner.table("deferred");
    if (!table) {
        return std::nullopt;
    }
    const auto portion = table->rate("portion");
    auto vesting = read_vesting(*table);
    if (!portion || !vesting) {
        return std::nullopt;
    }
    return model::DeferredBonus{portion->value, std::move(*vesting), portion->span};
}

/// Whether a text is meant as a day such as "03-15" rather than a word.
bool begins_with_digit(const Node& node) {
    return node.kind == NodeKind::text && !node.text.empty() && node.text.front() >= '0' && node.text.front() <= '9';
}

/// "3 months" for a text such as "quarterly", where a bonus can be paid so often; else empty.
std::string how_often(const Node& node) {
    constexpr std::array<std::string_view, 3> parts{"1 month", "3 months", "6 months"};
    const std::string every = node.kind == NodeKind::text ? likely::period(node.text) : "";
    return std::find(parts.begin(), parts.end(), every) == parts.end() ? "" : every;
}

/// The first day of the year that earns a bonus; absent for years of employment.
std::optional<DayOfYear> read_year(const View& table) {
    const Node* year = table.find("year");
    if (year != nullptr && begins_with_digit(*year)) {
        const auto day = table.day_of_year("year");
        return day ? std::optional{day->value} : std::nullopt;
    }
    const auto word = table.one_of("year");
    return word && word->value == "calendar" ? std::optional{calendar_year} : std::nullopt;
}

/// 1, 2, 4 or 12 parts a year.
int read_parts(const View& table) {
    const auto every = table.period("every");
    if (!every) {
        return 1;
    }
    constexpr std::array lengths{1, 3, 6, 12};
    const int months = every->value.count();
    if (!every->value.in_months() || std::find(lengths.begin(), lengths.end(), months) == lengths.end()) {
        table.context().error(
            codes::bad_period, every->span,
            diagnostic::formatted("a bonus is paid every 1, 3, 6 or 12 months, not every {}", to_string(every->value)),
            "write `every = \"3 months\"`");
        return 1;
    }
    return 12 / months;
}

/// The day of the year on which a bonus is paid; a month stands for its last day.
std::optional<DayOfYear> read_paid(const View& table, const Bonus& bonus) {
    const Node* paid = table.find("paid");
    if (paid == nullptr) {
        // What the default is depends on the year, and the field knows the one of years of employment.
        if (bonus.parts > 1 || table.was_meant("paid") || table.has("paid_after")) {
            return std::nullopt;
        }
        if (bonus.year) {
            const auto last = bonus.year->in(2027).plus_days(-1);
            table.context().assume(table.path_of("paid"), calendar::to_string(last).substr(5),
                                   "the bonus is paid on the last day of its year", table.span());
            return std::nullopt;
        }
    } else if (paid->kind == NodeKind::number) {
        const auto month = table.count("paid");
        return month ? std::optional{DayOfYear{static_cast<int>(month->value), 31}} : std::nullopt;
    } else if (begins_with_digit(*paid)) {
        const auto day = table.day_of_year("paid");
        return day ? std::optional{day->value} : std::nullopt;
    }
    if (const std::string every = paid != nullptr ? how_often(*paid) : ""; !every.empty() && !table.has("every")) {
        table.context().error(codes::unknown_word, paid->span,
                              "`paid` is the day on which a bonus is paid, not how often",
                              diagnostic::formatted("write `every = {}`", likely::quoted(every)));
        return std::nullopt;
    }
    if (table.one_of("paid") && paid != nullptr && bonus.year) {
        table.context().error(
            codes::out_of_place, paid->span,
            "`\"anniversary\"` is a day of years of employment, and this bonus has a year of its own",
            "write a day or a month, such as `paid = \"03-15\"`, or leave it out for the year's last day");
    }
    return std::nullopt;
}

void read_calendar(const View& table, Bonus& bonus) {
    bonus.year = read_year(table);
    bonus.year_stated = table.has("year");
    bonus.paid_span = table.span("paid");
    bonus.parts = read_parts(table);
    table.refuse_together("paid", {"every", "paid_after"});
    bonus.paid_on = read_paid(table, bonus);
    if (const auto after = table.has("paid_after") ? table.period("paid_after") : std::nullopt) {
        bonus.paid_after = after->value;
    }
    const Node* year = table.find("year");
    if (bonus.year) {
        using F = model::FirstYear;
        if (const auto first = table.choice<F>("first_year")) {
            bonus.first_year = first->value;
        }
    } else if (year == nullptr || year->text == "employment") {
        table.refuse("first_year", "has no meaning in years of employment: the first day cuts none of them",
                     "say which year the bonus is of, such as `year = \"calendar\"`, or take it out");
    }
    using L = model::BonusOnLeaving;
    if (const auto leaving = table.choice<L>("on_leaving")) {
        bonus.on_leaving = leaving->value;
    }
}

Bonus read_bonus(const View& table) {
    const std::string_view which = table.exactly_one({"target", "amount"});
    const auto target = table.rate("target");
    const auto amount = table.money("amount");
    auto name = table.text("name");
    Bonus bonus{.name = name ? std::move(name->value) : std::string{}, .target = quantity::Rate{}};
    if (which == "amount" && amount) {
        bonus.target = amount->value;
    } else if (target) {
        bonus.target = target->value;
    }
    bonus.span = which.empty() ? table.span() : table.span(which);
    if (const auto payout = table.rate("payout")) {
        bonus.payout = payout->value;
    }
    if (const auto years = table.count("guaranteed_years")) {
        bonus.guaranteed_years = years->value;
    }
    read_calendar(table, bonus);
    bonus.deferred = read_deferred(table);
    return bonus;
}

}  // namespace

std::vector<Bonus> read_bonuses(const View& root) {
    std::vector<Bonus> bonuses;
    const auto tables = root.tables("bonus");
    for (const View& table : tables) {
        if (tables.size() > 1) {
            table.require("name", "several bonuses are told apart by it");
        }
        bonuses.push_back(read_bonus(table));
    }
    return bonuses;
}

}  // namespace offerkit::file
