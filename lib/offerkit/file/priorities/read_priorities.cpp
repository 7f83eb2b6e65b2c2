#include <offerkit/file/priorities/read_priorities.hpp>

#include <algorithm>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/file/priorities/read_household.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using diagnostic::Related;
using model::Factor;
using model::Goal;
using model::Priorities;
using quantity::Fraction;

/// What a decision weighs in a second or two; people have five to ten.
constexpr std::size_t most_factors = 1'000;

Goal read_goal(const View& table) {
    const auto goal = table.choice<Goal>("goal");
    return goal ? goal->value : Goal::none;
}

/// Reads `swing` and `rank` of a factor or of money, one of which at most is written.
template <class T>
void read_weight(const View& table, T& into) {
    table.refuse_together("swing", {"rank"});
    into.swing = table.number("swing");
    into.rank = table.count("rank");
    if (into.swing && into.swing->value < Fraction{0}) {
        table.context().error(codes::bad_number, into.swing->span, "`swing` must be at least 0",
                              "0 leaves the factor out");
    }
}

void read_money(const View& root, Priorities& priorities) {
    const auto table = root.table("money");
    if (!table) {
        return;
    }
    const auto worst = table->money("worst");
    const auto best = table->money("best");
    const auto zero = quantity::Money::zero(root.context().currency);
    model::MoneyFactor money{.worst = worst ? worst->value : zero, .best = best ? best->value : zero};
    money.span = table->span();
    read_weight(*table, money);
    money.goal = read_goal(*table);
    if (worst && best && best->value <= worst->value) {
        root.context().error(codes::wrong_order, best->span, "`best` must be above `worst`", {},
                             Related{worst->span, "`worst` stands here"});
    }
    priorities.money = money;
}

/// What an uncertain pay is worth to somebody who owns something else: both keys or neither.
void read_aversion(const View& view, Priorities& priorities) {
    Context& context = view.context();
    priorities.wealth = view.money("wealth");
    priorities.risk_aversion = view.number("risk_aversion");
    if (priorities.risk_aversion && priorities.risk_aversion->value <= quantity::Number{0}) {
        context.error(codes::bad_number, priorities.risk_aversion->span, "`risk_aversion` must be above 0",
                      "write such as 2, or leave it out with `wealth`");
    }
    if (view.has("wealth") != view.has("risk_aversion")) {
        const bool wealth = view.has("wealth");
        context.missing(codes::missing_key, view.span(wealth ? "wealth" : "risk_aversion"),
                        wealth ? "`wealth` counts only together with `risk_aversion`"
                               : "`risk_aversion` counts only together with `wealth`",
                        wealth ? "add such as `risk_aversion = 2`, or take it out"
                               : "add such as `wealth = 200_000`, or take it out");
    }
}

void read_scale(const View& table, Factor& factor) {
    const auto scale = table.table("scale");
    if (!scale) {
        return;
    }
    const auto worst = scale->number("worst");
    const auto best = scale->number("best");
    if (worst && best) {
        factor.scale = {worst->value, best->value, table.span("scale")};
        if (worst->value == best->value) {
            table.context().error(codes::wrong_order, best->span, "the two ends of a scale must differ",
                                  "write such as { worst = 0, best = 10 }");
        }
    }
}

/// Reads what an offer must have; the scale has been read.
void read_must(const View& table, Factor& factor) {
    const auto must = table.table("must");
    if (!must) {
        return;
    }
    const auto at_least = must->number("at_least");
    const auto chance = must->rate("chance");
    if (!at_least) {
        return;
    }
    factor.must = model::MustHave{at_least->value, chance ? std::optional{chance->value} : std::nullopt};
    const auto low = std::min(factor.scale.worst, factor.scale.best);
    const auto high = std::max(factor.scale.worst, factor.scale.best);
    if (at_least->value < low || at_least->value > high) {
        table.context().error(codes::off_scale, must->span("at_least"),
                              formatted("`at_least` lies outside the scale of {} to {}", to_decimal(factor.scale.worst),
                                        to_decimal(factor.scale.best)),
                              "write a rating that an offer can have");
    }
}

constexpr std::string_view not_with_children = "has no meaning on a factor with children: they have their own";

void read_question(const View& table, Factor& factor) {
    factor.question = text_or_empty(table, "question");
    if (const auto askable = table.boolean("askable")) {
        factor.askable = askable->value;
    }
    if (!factor.askable) {
        table.refuse("question", "has no meaning on a factor that nobody can be asked about");
    }
    if (!factor.children.empty()) {
        table.refuse("question", not_with_children);
        table.refuse("askable", not_with_children);
    }
}

Factor read_factor(const View& table) {
    Factor factor;
    factor.span = table.span();
    if (auto id = table.text("id")) {
        factor.id = std::move(id->value);
        factor.span = id->span;
    }
    factor.name = text_or_empty(table, "name");
    read_weight(table, factor);
    read_scale(table, factor);
    factor.worst_means = text_or_empty(table, "worst_means");
    factor.best_means = text_or_empty(table, "best_means");
    factor.goal = read_goal(table);
    read_must(table, factor);
    factor.children = table.texts("children");
    if (!factor.children.empty()) {
        table.refuse("scale", not_with_children);
        table.refuse("must", not_with_children);
    }
    if (const auto monetary = table.boolean("monetary")) {
        factor.monetary = monetary->value;
    }
    read_question(table, factor);
    return factor;
}

/// Children that stand nowhere, that two parents claim, or that are their own ancestors.
void check_tree(Context& context, const Priorities& priorities) {
    const auto position = [&](const std::string& id) {
        const auto found = std::find_if(priorities.factors.begin(), priorities.factors.end(),
                                        [&](const Factor& factor) { return factor.id == id; });
        return static_cast<std::size_t>(found - priorities.factors.begin());
    };
    const std::size_t none = priorities.factors.size();
    std::vector<std::size_t> parent(none, none);
    std::vector<std::string_view> ids;
    for (const Factor& factor : priorities.factors) {
        ids.push_back(factor.id);
    }
    for (std::size_t i = 0; i < none; ++i) {
        for (const auto& child : priorities.factors[i].children) {
            const std::size_t at = position(child.value);
            if (at == none) {
                const std::string near = diagnostic::did_you_mean(child.value, ids);
                context.missing(codes::unknown_factor, child.span,
                                formatted("no [[factor]] has the id `{}`", child.value),
                                near.empty() ? "add [[factor]] with that id" : near);
            } else if (parent[at] != none) {
                context.error(
                    codes::conflict, child.span,
                    formatted("`{}` is already a child of `{}`", child.value, priorities.factors[parent[at]].id),
                    "a factor has one parent");
            } else {
                parent[at] = i;
            }
        }
    }
    for (std::size_t i = 0; i < none; ++i) {
        std::size_t above = parent[i];
        for (std::size_t steps = 0; above != none && steps <= none; ++steps) {
            if (above == i) {
                context.error(codes::conflict, priorities.factors[i].span,
                              formatted("`{}` is a child of its own children", priorities.factors[i].id),
                              "take it out of one of the lists");
                return;
            }
            above = parent[above];
        }
    }
}

/// Of factors that share a weight by their swings, one at least has a swing above 0. An only child has all the weight,
/// whatever its swing.
void check_swings(Context& context, const Priorities& priorities) {
    std::optional<diagnostic::Span> first_zero;
    bool weighs = false;
    const auto add = [&](const auto& weighted) {
        const bool zero = weighted.swing && weighted.swing->value.is_zero();
        weighs = weighs || !zero;
        first_zero = zero && !first_zero ? weighted.swing->span : first_zero;
    };
    const auto check = [&](const std::string& which) {
        if (!weighs && first_zero) {
            context.error(codes::no_weight, *first_zero, formatted("every swing{} is 0, so nothing counts", which),
                          "give what matters most 100 points");
        }
        first_zero.reset();
        weighs = false;
    };
    const auto names = [](const Factor& parent, const std::string& id) {
        return std::any_of(parent.children.begin(), parent.children.end(),
                           [&](const auto& child) { return child.value == id; });
    };
    for (const Factor& parent : priorities.factors) {
        if (parent.children.size() < 2) {
            continue;
        }
        for (const Factor& child : priorities.factors) {
            if (names(parent, child.id)) {
                add(child);
            }
        }
        check(formatted(" below `{}`", parent.id));
    }
    if (priorities.money) {
        add(*priorities.money);
    }
    for (const Factor& factor : priorities.factors) {
        const bool child = std::any_of(priorities.factors.begin(), priorities.factors.end(),
                                       [&](const Factor& parent) { return names(parent, factor.id); });
        if (!child) {
            add(factor);
        }
    }
    check("");
}

/// Either swings, or ranks on every factor, or equal weights.
void check_weights(Context& context, const Priorities& priorities) {
    const auto span_of = [](const auto& weighted) {
        return weighted.swing ? weighted.swing->span : weighted.rank->span;
    };
    const auto kind_of = [](const auto& weighted) { return weighted.swing ? "swing" : "rank"; };
    std::string_view first;
    diagnostic::Span first_span;
    const auto check = [&](const auto& weighted) {
        if (!weighted.swing && !weighted.rank) {
            return;
        }
        if (priorities.equal_weights) {
            context.error(codes::conflict, span_of(weighted),
                          formatted("`weights = \"equal\"` leaves no room for a `{}`", kind_of(weighted)),
                          "keep one of them");
        } else if (first.empty()) {
            first = kind_of(weighted);
            first_span = span_of(weighted);
        } else if (first != kind_of(weighted)) {
            context.error(codes::conflict, span_of(weighted), "some factors have a swing and others a rank",
                          "give every factor the same of the two", Related{first_span, "the first one stands here"});
        }
    };
    if (priorities.money) {
        check(*priorities.money);
    }
    for (const Factor& factor : priorities.factors) {
        check(factor);
    }
    if (priorities.equal_weights) {
        return;
    }
    const auto need = [&](const auto& weighted, const std::string& name) {
        if (!weighted.swing && !weighted.rank) {
            const bool ranks = first == "rank";
            context.missing(codes::missing_key, weighted.span, formatted("`{}` has no weight", name),
                            ranks ? "add `rank = 1`, its place in the order"
                                  : "add `swing = 50`, points for going from its worst to its best");
        }
    };
    if (priorities.money) {
        need(*priorities.money, "money");
    }
    for (const Factor& factor : priorities.factors) {
        need(factor, factor.id);
    }
}

}  // namespace

Priorities read_priorities(const View& view, std::string name) {
    Context& context = view.context();
    Priorities priorities{.file = std::move(name)};
    if (const auto currency = view.currency("currency")) {
        context.currency = currency->value;
        context.stock_currency = currency->value;
        priorities.currency = *currency;
    }
    if (auto title = view.text("name")) {
        priorities.name = std::move(title->value);
    }
    priorities.horizon = view.period("horizon");
    if (priorities.horizon && (!priorities.horizon->value.in_months() || priorities.horizon->value.is_zero())) {
        context.error(codes::bad_period, priorities.horizon->span,
                      "`horizon` is a number of months or years, at least one month", "write such as \"4 years\"");
    }
    priorities.discount_rate = view.rate("discount_rate");
    priorities.raise = view.rate("raise");
    if (const auto stay = view.table("stay")) {
        priorities.exit_per_year = stay->rate("exit_per_year");
    }
    priorities.risk_tolerance = view.money("risk_tolerance");
    if (priorities.risk_tolerance && priorities.risk_tolerance->value.is_zero()) {
        context.error(codes::bad_money, priorities.risk_tolerance->span, "`risk_tolerance` must be above 0",
                      "leave it out if risk does not matter to you");
    }
    read_aversion(view, priorities);
    priorities.equal_weights = view.one_of("weights").has_value();
    priorities.household = read_household(view);
    read_money(view, priorities);
    for (const View& table : view.tables("factor")) {
        if (priorities.factors.size() == most_factors) {
            context.error(codes::too_many_factors, table.span(),
                          "with this factor there are more than 1,000, too many to be weighed in time",
                          "keep what could change your mind: five to ten factors are usual");
            break;
        }
        Factor factor = read_factor(table);
        const auto same = std::find_if(priorities.factors.begin(), priorities.factors.end(),
                                       [&](const Factor& other) { return other.id == factor.id; });
        if (same != priorities.factors.end() && !factor.id.empty()) {
            context.error(codes::duplicate_id, factor.span, formatted("there are two factors `{}`", factor.id),
                          "give each factor its own `id`", Related{same->span, "the first one stands here"});
        }
        if (factor.id == "money" && priorities.money) {
            context.error(codes::duplicate_id, factor.span, "`money` is what [money] is called",
                          "give the factor another `id`", Related{priorities.money->span, "[money] stands here"});
        }
        if (factor.monetary && priorities.money) {
            context.error(codes::conflict, table.span("monetary"),
                          formatted("`{}` is money, and [money] counts it already", factor.id),
                          "keep one of them: money is counted once");
        }
        priorities.factors.push_back(std::move(factor));
    }
    check_tree(context, priorities);
    check_weights(context, priorities);
    check_swings(context, priorities);
    return priorities;
}

std::optional<Priorities> read_priorities_tree(Context& context, const Node& root, std::string name) {
    return read_priorities(View{context, root, model::priorities_schema(), {}}, std::move(name));
}

}  // namespace offerkit::file
