#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/model/grant.hpp>
#include <offerkit/model/tax_words.hpp>
#include <offerkit/quantity/exact.hpp>

/// A tax law is a form: numbered lines, each made from inputs and from earlier lines by one of eight total functions.
/// There are no loops, no nesting and no conditions but a gate, so a form always ends and every line can be shown.
namespace offerkit::tax {

using diagnostic::Span;
using quantity::Exact;
using Status = model::FilingStatus;
using Kind = model::LineKind;
using Component = model::TaxComponent;
using Input = model::TaxInput;
using model::Confidence;
using model::Standing;

inline constexpr std::size_t status_count = words(model::FilingStatus{}).size();
inline constexpr std::size_t input_count = words(model::TaxInput{}).size();
inline constexpr std::size_t component_count = words(model::TaxComponent{}).size();

/// A form has at most so many lines.
inline constexpr std::size_t most_lines = 200;

/// A number, or a table, for each filing status; those that a form does not know hold nothing.
template <class T>
using ByStatus = std::array<T, status_count>;

/// What a line reads: an input, an earlier line of its form, or `profile.line` of another form of the chain.
struct Reference {
    std::string form{};  ///< id of another form; empty for its own
    std::string name{};  ///< of the input or the line
    Span span{};
};

struct Rounding {
    ByStatus<Exact> to{};  ///< above zero
    quantity::RoundingWay way = quantity::RoundingWay::down;
};

/// A line counts only where all that is written holds.
struct Gate {
    Reference of;
    std::optional<ByStatus<Exact>> over{};   ///< above
    std::optional<ByStatus<Exact>> from{};   ///< at or above
    std::optional<ByStatus<Exact>> under{};  ///< below
    std::optional<ByStatus<Exact>> up_to{};  ///< at or below
};

/// How an amount falls with income: with x = what `of` exceeds `from` by, by rate x x, or by `by` for each `each` of x.
struct Taper {
    Reference of;
    ByStatus<Exact> from{};
    std::optional<Exact> rate{};
    ByStatus<Exact> by{};
    ByStatus<Exact> each{};  ///< above zero where there is no rate
    quantity::RoundingWay way = quantity::RoundingWay::up;
    ByStatus<Exact> floor{};
};

/// A slice and its marginal rate, or a step and its value.
struct Row {
    Exact from{};
    Exact value{};
};

/// c0 + c1 y + c2 y2 with y = (x - origin) / unit, from a value on.
struct Piece {
    Exact from{};
    Exact origin{};
    Exact unit{1};  ///< above zero
    std::array<Exact, 3> c{};
};

/// One line. What counts depends on its kind; the rest is empty.
struct Line {
    std::string id;
    Kind kind = Kind::sum;
    bool per_earner = false;            ///< evaluated for each earner, else once for the household
    std::vector<Reference> of{};        ///< bands, steps, curve, product: one; least and greatest: one or more
    std::vector<Reference> plus{};      ///< sum
    std::vector<Reference> minus{};     ///< sum
    ByStatus<Exact> value{};            ///< amount
    std::optional<Taper> taper{};       ///< amount
    ByStatus<std::vector<Row>> rows{};  ///< bands and steps: from 0 on, rising
    std::string bands_of{};             ///< bands: the line whose table counts instead
    bool at_edge = false;               ///< steps: a row counts from its threshold on, else above it
    std::vector<Piece> pieces{};        ///< curve: from 0 on, rising
    std::optional<Exact> rate{};        ///< product: the other side, where it is a rate
    std::optional<Reference> times{};   ///< product: the other side, where it is a line
    std::optional<Gate> only{};
    std::optional<ByStatus<Exact>> at_least{};
    std::optional<ByStatus<Exact>> at_most{};
    std::optional<Rounding> round{};
    std::optional<Rounding> round_of{};
    std::optional<ByStatus<Exact>> split{};  ///< above zero: the line is that of a share of its base, times the shares
    std::optional<Component> is{};
    bool deductible = false;  ///< counts as state income tax where the first form asks for it
    std::optional<Rounding> indexed{};
    std::string label{};
    std::string source{};  ///< its own, or its form's
    std::string note{};
    Standing standing = Standing::enacted;
    int table_year = 0;  ///< the year of the file that last gave or confirmed its numbers
    Span span{};

    /// Whether it carries a number of the law.
    [[nodiscard]] bool has_numbers() const noexcept {
        return kind == Kind::amount || kind == Kind::bands || kind == Kind::steps || kind == Kind::curve ||
               rate.has_value() || only.has_value() || at_most.has_value();
    }
};

/// A yearly limit that a form states beside its lines: of deferrals, for example.
struct Limit {
    std::string id;
    quantity::Money value;
    std::vector<std::pair<std::string, quantity::Money>> more{};  ///< "catch_up_50": what may be added
    std::string source{};
};

/// What people get wrong where a form applies. It is said of an offer for which all that is written here holds.
struct Warning {
    std::string label;                        ///< what it is about, in a few words
    std::string text;                         ///< whole sentences
    std::vector<model::Instrument> grants{};  ///< of a grant of one of these kinds
    std::optional<bool> planned{};            ///< of options whose exercise is planned, or is not
    bool unsold = false;                      ///< shares are taxed that nobody buys yet
    std::vector<std::string> says{};          ///< the offer's role, location or benefits contain one of these words
    std::vector<std::string> works_in{};      ///< the location is in one of these places, and home is elsewhere
    bool late_start = false;                  ///< the job starts after the first month of a tax year
    std::optional<Reference> at_ceiling{};    ///< more pay no longer raises this line
    bool children = false;                    ///< there are children
    std::optional<quantity::Money> above{};   ///< a year pays more than this
    std::string source{};
};

/// A profile of one jurisdiction and one year, with all that it takes over from earlier ones.
struct Form {
    model::ProfileHeader header;
    std::string id;
    int year = 0;                     ///< the year it begins in
    calendar::DayOfYear begins{};     ///< the day of that year
    std::vector<std::string> uses{};  ///< ids of the forms whose lines it reads
    quantity::Currency currency;
    bool of_person = false;                  ///< each earner is taxed alone: every line is of one earner
    std::array<bool, status_count> knows{};  ///< the statuses it can compute
    Standing standing = Standing::enacted;
    Confidence confidence = Confidence::low;
    bool checked = false;  ///< by known answers
    std::vector<Limit> limits{};
    std::vector<Warning> warnings{};
    std::vector<Line> lines{};
    std::vector<diagnostic::SourceId> sources{};  ///< of the files it was read from: places of lines lead there

    [[nodiscard]] std::string name() const { return id + "-" + std::to_string(year); }
    [[nodiscard]] const Line* find(std::string_view line) const noexcept;
    /// The limit of that name, such as "deferral"; null when the form states none.
    [[nodiscard]] const Limit* limit(std::string_view name) const noexcept;
};

/// Of the years that a profile has a form for, the newest that does not begin after the year asked for; before all of
/// them, the first. Nothing without years.
[[nodiscard]] std::optional<int> year_for(std::span<const int> years, int asked) noexcept;

/// The tax year a day lies in, by the year it begins in: 2026-03-02 is in 2025 where years begin on 04-06.
[[nodiscard]] int tax_year_of(calendar::Date day, calendar::DayOfYear begins) noexcept;

}  // namespace offerkit::tax
