#include <offerkit/file/plan/read_plan.hpp>

#include <algorithm>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/plan/detail/plan_parts.hpp>
#include <offerkit/model/fields/career_fields.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using model::CareerPlan;
using plan::Names;

/// Rungs and paths carry small numbers through every world.
constexpr std::size_t most_rungs = 100;
constexpr std::size_t most_turns = 20;

/// The ids of the tables under a key, each once; what is not a text is reported where it is read.
Names names_of(Context& context, const std::vector<View>& tables, std::string_view what, const diagnostic::Code& code) {
    Names names{.what = what, .code = code};
    std::vector<diagnostic::Span> spans;
    for (const View& table : tables) {
        const Node* id = table.find("id");
        std::string text = id != nullptr && id->kind == NodeKind::text ? id->text : std::string{};
        const auto same = std::find(names.ids.begin(), names.ids.end(), text);
        if (same != names.ids.end() && !text.empty()) {
            context.error(codes::duplicate_id, id->span, formatted("there are two {} `{}`", what, text),
                          "give each its own `id`",
                          diagnostic::Related{spans[static_cast<std::size_t>(same - names.ids.begin())],
                                              "the first one stands here"});
        }
        spans.push_back(table.span("id"));
        names.ids.push_back(std::move(text));
    }
    return names;
}

/// What `init --career` writes where only the person knows.
constexpr std::string_view open_question = "?";

/// The remark behind a value, without its sign; empty without one.
std::string remark_in(const Context& context, diagnostic::Span span) {
    const std::string_view line = context.sources[span.source].line(span.line);
    const std::size_t sign = line.rfind("  # ");
    return sign == std::string_view::npos ? std::string{} : std::string{line.substr(sign + 4)};
}

/// Reports each line that still holds a question; whether there is one.
bool asks(Context& context, const Node& node, std::uint32_t& last_line) {
    if (node.kind == NodeKind::text && node.text == open_question) {
        if (node.span.line != last_line) {
            last_line = node.span.line;
            const std::string remark = remark_in(context, node.span);
            context.error(codes::template_value, node.span,
                          formatted("this is still to be filled in{}", remark.empty() ? "" : ": " + remark),
                          "write your own value in place of \"?\"");
        }
        return true;
    }
    bool any = false;
    for (const Entry& entry : node.entries) {
        any = asks(context, entry.value, last_line) || any;
    }
    for (const Node& item : node.items) {
        any = asks(context, item, last_line) || any;
    }
    return any;
}

/// Reports a table too many, and drops what follows.
void keep_at_most(Context& context, std::vector<View>& tables, std::size_t most, std::string_view what,
                  std::string_view help) {
    if (tables.size() > most) {
        context.error(codes::too_many_paths, tables[most].span(),
                      formatted("with this one there are more than {} {}", std::to_string(most), what),
                      std::string{help});
        tables.erase(tables.begin() + static_cast<std::ptrdiff_t>(most), tables.end());
    }
}

void read_horizon(const View& root, CareerPlan& into) {
    Context& context = root.context();
    if (const auto horizon = plan::months(root, "horizon", 1)) {
        if (*horizon % 12 != 0 || *horizon > 12 * most_plan_years) {
            context.error(codes::bad_period, root.span("horizon"), "`horizon` is a whole number of years, 40 at most",
                          "write such as \"10 years\"");
        } else {
            into.horizon = *horizon;
        }
    }
    for (const auto& look : plan::values<calendar::Period>(root, "look", literal::period)) {
        const int count = look.value.count();
        if (!look.value.in_months() || count % 12 != 0 || count == 0) {
            context.error(codes::bad_period, look.span, "`look` is a whole number of years",
                          "write such as \"4 years\"");
        } else if (count > into.horizon) {
            context.error(codes::bad_period, look.span,
                          formatted("`look` lies beyond the horizon of {} years", std::to_string(into.horizon / 12)),
                          "write a longer `horizon`, or leave it out");
        } else if (count < into.horizon) {
            into.looks.push_back(count);
        }
    }
    std::sort(into.looks.begin(), into.looks.end());
    into.looks.erase(std::unique(into.looks.begin(), into.looks.end()), into.looks.end());
}

void read_person(const View& root, CareerPlan& into) {
    const auto amount = [&](std::string_view key) {
        const auto money = root.money(key);
        return money ? std::optional{money->value} : std::nullopt;
    };
    into.spending = amount("spending");
    into.savings = amount("savings");
    into.wealth = amount("wealth");
    if (const auto keep = plan::rate(root, "keep")) {
        into.keep = keep->value;
    }
    if (const auto aversion = root.number("risk_aversion")) {
        into.risk_aversion = aversion->value;
        if (aversion->value <= quantity::Fraction{0} || aversion->value > quantity::Fraction{100}) {
            root.context().error(codes::bad_number, aversion->span, "`risk_aversion` is above 0, and 100 at most",
                                 "write such as 2; leave it out if risk does not matter to you");
        }
    }
    const auto needs = [&](std::string_view key, std::string_view other, std::string_view why) {
        if (root.has(key) && !root.has(other)) {
            root.require(other, why);
        }
    };
    needs("savings", "spending", "`savings` last as long as spending lets them");
    needs("wealth", "risk_aversion", "`wealth` counts for certainty equivalents, which need both");
    needs("risk_aversion", "wealth", "`risk_aversion` counts for certainty equivalents, which need both");
}

std::vector<model::CareerRung> read_rungs(const std::vector<View>& tables) {
    std::vector<model::CareerRung> rungs;
    for (const View& table : tables) {
        const auto zero = quantity::Money::zero(table.context().currency);
        model::CareerRung rung{text_or_empty(table, "id"), {zero, zero, zero}, table.span()};
        if (const auto total = plan::money_range(table, "total")) {
            rung.total = *total;
            if (total->low.is_zero()) {
                table.context().error(codes::bad_money, table.span("total"), "`total` must be above 0",
                                      "write what the rung would pay you a year");
            }
        }
        rungs.push_back(std::move(rung));
    }
    return rungs;
}

model::CareerTurn read_turn(const View& table, const Names& paths, const CareerPlan& into) {
    Context& context = table.context();
    model::CareerTurn turn{.cost = quantity::Money::zero(context.currency), .span = table.span()};
    if (const auto at = plan::months(table, "at", 1)) {
        turn.at = *at;
        if (*at >= into.horizon) {
            context.error(codes::bad_period, table.span("at"),
                          formatted("`at` is not before the horizon of {} years", std::to_string(into.horizon / 12)),
                          "turn earlier, or write a longer `horizon`");
        }
    }
    const auto path = [&](std::string_view key) {
        const auto id = table.text(key);
        return id ? paths.find(context, id->value, id->span) : std::nullopt;
    };
    const auto from = path("from");
    const auto to = path("to");
    if (from && to) {
        turn.from = *from;
        turn.to = *to;
        if (*from == *to) {
            context.error(codes::conflict, table.span("to"), "a turn from a path to itself changes nothing",
                          "name another path in `to`");
        } else if (*to < into.paths.size() && !into.paths[*to].has_first_job()) {
            context.error(codes::missing_key, table.span("to"),
                          formatted("`{}` states no first job that one could turn to", paths.ids[*to]),
                          formatted("add `offer` or `pay` to path `{}`", paths.ids[*to]));
        }
    }
    if (const auto open = plan::rate(table, "open")) {
        turn.open = open->value;
    }
    if (const auto cost = table.money("cost")) {
        turn.cost = cost->value;
    }
    if (const auto reading = plan::rate(table, "reading")) {
        turn.reading = reading->value;
    }
    return turn;
}

}  // namespace

std::optional<CareerPlan> read_plan_tree(Context& context, const Node& root, std::string name) {
    // Nothing else can be said of a plan that asks: the rest rests on the answers.
    if (std::uint32_t last_line = 0; asks(context, root, last_line)) {
        return std::nullopt;
    }
    const View view{context, root, model::career_schema(), {}};
    if (const auto currency = view.currency("currency")) {
        context.currency = context.stock_currency = currency->value;
    }
    CareerPlan into{.file = std::move(name), .currency = context.currency};
    into.name = text_or_empty(view, "name");
    read_horizon(view, into);
    const auto take = [&](std::string_view key, quantity::Rate& rate) {
        if (const auto stated = plan::rate(view, key)) {
            rate = stated->value;
        }
    };
    take("discount_rate", into.discount_rate);
    take("pay_growth", into.pay_growth);
    read_person(view, into);
    if (const auto market = view.table("market")) {
        if (const auto downturn = plan::rate(*market, "downturn")) {
            into.downturn = downturn->value;
        }
    }
    auto rung_tables = view.tables("rung");
    auto path_tables = view.tables("path");
    auto turn_tables = view.tables("turn");
    keep_at_most(context, rung_tables, most_rungs, "rungs", "keep those that a path can reach");
    keep_at_most(context, path_tables, most_paths, "paths", "keep the paths that you could still take");
    keep_at_most(context, turn_tables, most_turns, "turns", "keep those that you would think about");
    const Names rungs = names_of(context, rung_tables, "[[rung]]", codes::unknown_rung);
    const Names paths = names_of(context, path_tables, "[[path]]", codes::unknown_path);
    if (rungs.ids.empty()) {
        context.missing(codes::missing_key, view.span(), "there is no rung: what a path pays is not known",
                        "add [[rung]] with `id` and `total`");
    }
    if (paths.ids.empty()) {
        context.missing(codes::missing_key, view.span(), "there is no path to look at",
                        "add [[path]] with `id` and `rung`");
    }
    into.rungs = read_rungs(rung_tables);
    for (const View& table : path_tables) {
        into.paths.push_back(plan::read_path(table, rungs, paths));
    }
    for (const View& table : turn_tables) {
        into.turns.push_back(read_turn(table, paths, into));
    }
    plan::check_plan(context, view, into);
    into.assumptions = context.assumptions;
    return context.failed ? std::nullopt : std::optional{std::move(into)};
}

}  // namespace offerkit::file
