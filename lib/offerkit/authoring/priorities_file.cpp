#include <offerkit/authoring/priorities_file.hpp>

#include <string_view>
#include <vector>

#include <offerkit/authoring/toml.hpp>
#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::authoring {

namespace {

using model::Goal;

/// The text of the file as it grows, a key a line.
class Lines {
public:
    void line(std::string_view text) { text_ += std::string{text} + "\n"; }
    void pair(std::string_view key, const std::string& value) { line(std::string{key} + " = " + value); }
    template <class T, class Written>
    void pair(std::string_view key, const std::optional<T>& value, Written written) {
        if (value) {
            pair(key, written(value->value));
        }
    }
    /// `swing` or `rank`, and the goal where there is one.
    template <class Weighted>
    void weight(const Weighted& weighted) {
        pair("swing", weighted.swing, toml::number);
        pair("rank", weighted.rank, [](std::int64_t rank) { return std::to_string(rank); });
    }
    void goal(Goal goal) {
        if (goal != Goal::none) {
            pair("goal", toml::text(word(goal)));
        }
    }
    void text(std::string_view key, const std::string& text) {
        if (!text.empty()) {
            pair(key, toml::text(text));
        }
    }
    [[nodiscard]] std::string take() && { return std::move(text_); }

private:
    std::string text_{};
};

void write_factor(Lines& out, const model::Factor& factor) {
    out.line("");
    out.line("[[factor]]");
    out.pair("id", toml::text(factor.id));
    out.text("name", factor.name);
    out.weight(factor);
    if (factor.children.empty()) {
        out.pair("scale", "{ worst = " + toml::number(factor.scale.worst) +
                              ", best = " + toml::number(factor.scale.best) + " }");
    }
    out.text("worst_means", factor.worst_means);
    out.text("best_means", factor.best_means);
    out.text("question", factor.question);
    if (!factor.askable) {
        out.pair("askable", "false");
    }
    out.goal(factor.goal);
    if (factor.must) {
        const std::string chance = factor.must->chance ? ", chance = " + toml::rate(*factor.must->chance) : "";
        out.pair("must", "{ at_least = " + toml::number(factor.must->at_least) + chance + " }");
    }
    if (!factor.children.empty()) {
        std::string children;
        for (const auto& child : factor.children) {
            children += (children.empty() ? "" : ", ") + toml::text(child.value);
        }
        out.pair("children", "[" + children + "]");
    }
    if (factor.monetary) {
        out.pair("monetary", "true");
    }
}

/// "{ us-ca = 42_000, uk-england = 30_000 }".
std::string amounts_by_place(const std::vector<model::MoneyAt>& amounts) {
    std::string text;
    for (const model::MoneyAt& one : amounts) {
        text += (text.empty() ? "{ " : ", ") + toml::key(one.place.value) + " = " + toml::amount(one.amount);
    }
    return text + " }";
}

void write_household(Lines& out, const model::Household& household) {
    const auto amount = [](quantity::Money money) { return toml::amount(money); };
    const auto as_word = [](auto value) { return toml::text(word(value)); };
    out.line("");
    out.line("[household]");
    out.pair("status", household.status, as_word);
    out.pair("spouse_pay", household.spouse_pay, amount);
    out.pair("children", household.children, [](std::int64_t count) { return std::to_string(count); });
    if (household.most_deferral) {
        out.pair("deferral", toml::text("max"));
    } else {
        out.pair("deferral", household.deferral, amount);
    }
    out.pair("pretax_benefits", household.pretax_benefits, amount);
    out.pair("other_income", household.other_income, amount);
    out.pair("deduction", household.deduction, as_word);
    out.pair("index", household.index, toml::rate);
    if (!household.spending_in.empty()) {
        out.pair("spending", amounts_by_place(household.spending_in));
    } else {
        out.pair("spending", household.spending, amount);
    }
    out.pair("spending_at", household.spending_at, [](const std::string& place) { return toml::text(place); });
    if (!household.rent.empty()) {
        out.pair("rent", amounts_by_place(household.rent));
    }
}

}  // namespace

std::string priorities_file(const model::Priorities& priorities) {
    Lines out;
    out.line("# What matters to me, written by `offerkit decide --weights`.");
    if (!priorities.profile.empty()) {
        out.line(diagnostic::formatted("# Begun from the profile `{}`.", priorities.profile));
    }
    out.line("# A swing is what going from a scale's worst end to its best counts, beside the others.");
    out.line("");
    if (priorities.profile.empty()) {
        out.text("name", priorities.name);
    }
    const auto amount = [](quantity::Money money) { return toml::amount(money); };
    out.pair("currency", priorities.currency, [](quantity::Currency currency) { return toml::text(currency.code()); });
    out.pair("horizon", priorities.horizon,
             [](calendar::Period period) { return toml::text(calendar::to_string(period)); });
    out.pair("discount_rate", priorities.discount_rate, toml::rate);
    out.pair("raise", priorities.raise, toml::rate);
    out.pair("stay", priorities.exit_per_year,
             [](const quantity::Rate& rate) { return "{ exit_per_year = " + toml::rate(rate) + " }"; });
    out.pair("risk_tolerance", priorities.risk_tolerance, amount);
    out.pair("wealth", priorities.wealth, amount);
    out.pair("risk_aversion", priorities.risk_aversion, toml::number);
    if (priorities.equal_weights) {
        out.pair("weights", toml::text("equal"));
    }
    if (priorities.money) {
        out.line("");
        out.line("[money]");
        out.pair("worst", amount(priorities.money->worst));
        out.pair("best", amount(priorities.money->best));
        out.weight(*priorities.money);
        out.goal(priorities.money->goal);
    }
    if (priorities.household) {
        write_household(out, *priorities.household);
    }
    for (const model::Factor& factor : priorities.factors) {
        write_factor(out, factor);
    }
    return std::move(out).take();
}

std::string factors_table(std::span<const model::FactorRating> ratings) {
    Lines out;
    out.line("[factors]");
    for (const model::FactorRating& rating : ratings) {
        out.pair(toml::key(rating.factor), toml::rating(rating));
    }
    return std::move(out).take();
}

}  // namespace offerkit::authoring
