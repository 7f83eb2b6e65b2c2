#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/file/plan/detail/plan_parts.hpp>
#include <offerkit/file/profiles/career_priors.hpp>

namespace offerkit::file::plan {

namespace codes = diagnostic::codes;
using diagnostic::formatted;

std::optional<std::size_t> Names::find(Context& context, const std::string& id, diagnostic::Span span) const {
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (ids[i] == id) {
            return i;
        }
    }
    const std::vector<std::string_view> words(ids.begin(), ids.end());
    const std::string near = diagnostic::did_you_mean(id, words);
    context.missing(code, span, formatted("no {} has the id `{}`", what, id),
                    !near.empty()   ? near
                    : words.empty() ? formatted("add {} with that id", what)
                                    : "write " + diagnostic::listed(words));
    return std::nullopt;
}

std::optional<int> months(const View& view, std::string_view key, int least) {
    const auto period = view.period(key);
    if (!period) {
        return std::nullopt;
    }
    const auto fault = [&](std::string message, std::string help) {
        view.context().error(codes::bad_period, period->span, formatted("`{}` {}", key, message), std::move(help));
        return std::nullopt;
    };
    if (!period->value.in_months()) {
        return fault("is counted in months or years", "write such as \"18 months\" or \"2 years\"");
    }
    if (period->value.count() < least) {
        return fault("must be at least one month", "write such as \"18 months\" or \"2 years\"");
    }
    return period->value.count();
}

namespace {

/// Reads `low`, `likely` and `high` by `read`; values that fall are reported.
template <class Range, class Read>
std::optional<Range> range_in(const View& table, Read read) {
    const auto low = read(table, "low");
    const auto likely = read(table, "likely");
    const auto high = read(table, "high");
    if (!low || !likely || !high) {
        return std::nullopt;
    }
    const auto falls = [&](const auto& lower, std::string_view lower_key, const auto& upper, std::string_view key) {
        if (upper.value < lower.value) {
            table.context().error(codes::wrong_order, upper.span, formatted("`{}` is below `{}`", key, lower_key),
                                  "write the three from the lowest to the highest",
                                  diagnostic::Related{lower.span, formatted("`{}` stands here", lower_key)});
            return true;
        }
        return false;
    };
    if (falls(*low, "low", *likely, "likely") || falls(*likely, "likely", *high, "high")) {
        return std::nullopt;
    }
    return Range{low->value, likely->value, high->value, table.span()};
}

constexpr std::string_view prior_mark = "prior:";

/// The node that names a prior; null where the key states something else.
const Node* prior_name(const View& view, std::string_view key) {
    const Node* node = view.find(key);
    return node != nullptr && node->kind == NodeKind::text && node->text.starts_with(prior_mark) ? node : nullptr;
}

/// The prior that a key names; one that is not known or has no rate is reported.
std::optional<model::CareerPrior> prior_of(const View& view, std::string_view key, const Node& named) {
    Context& context = view.context();
    const std::string input = named.text.substr(prior_mark.size());
    const auto priors = all_priors(context.profiles, context.sources, context.diagnostics);
    const auto found =
        std::find_if(priors.begin(), priors.end(), [&](const auto& prior) { return prior.input == input; });
    if (found == priors.end()) {
        std::vector<std::string_view> known;
        for (const auto& prior : priors) {
            if (prior.has_rate()) {
                known.push_back(prior.input);
            }
        }
        const std::string near = diagnostic::did_you_mean(input, known);
        context.error(
            codes::unknown_profile, named.span, formatted("there is no prior `{}`", input),
            formatted("{}those with a rate are {}", near.empty() ? "" : near + " ", diagnostic::listed(known, "and")));
        return std::nullopt;
    }
    if (!found->has_rate()) {
        context.error(codes::unknown_profile, named.span, formatted("the prior `{}` gives no single rate", input),
                      formatted("read it with `offerkit profiles {}`, and write a `{}` of your own", input, key));
        return std::nullopt;
    }
    return *found;
}

/// A prior as the value of a key, which has to hold it; what it is becomes an assumption.
std::optional<model::RateRange> range_of(const View& view, std::string_view key, const Node& named,
                                         const model::CareerPrior& prior) {
    const model::Field& field = *find_field(view.schema(), key);
    const auto read = [&](const std::string& text) {
        Node node = named;
        node.text = text;
        return literal::rate(node, field);
    };
    const auto low = read(prior.low);
    const auto likely = read(prior.likely);
    const auto high = read(prior.high);
    for (const auto* one : {&low, &likely, &high}) {
        if (!*one) {
            view.context().error(
                one->error().code, named.span,
                formatted("{}, and the prior `{}` says {}", one->error().message, prior.input,
                          prior.is_range() ? formatted("{} to {}", prior.low, prior.high) : prior.likely),
                formatted("write a rate of your own, such as `{} = {}`", key, field.sample));
            return std::nullopt;
        }
    }
    view.context().assume(view.path_of(key),
                          prior.is_range() ? prior.low + ", " + prior.likely + ", " + prior.high : prior.likely,
                          formatted("the prior `{}`, grade {}, as of {}: {}", prior.input, word(prior.grade),
                                    to_string(prior.as_of), prior.source),
                          named.span);
    return model::RateRange{*low, *likely, *high, named.span};
}

bool is_table(const View& view, std::string_view key) {
    const Node* node = view.find(key);
    return node != nullptr && node->kind == NodeKind::table;
}

}  // namespace

std::optional<model::Stated<quantity::Rate>> rate(const View& view, std::string_view key) {
    const Node* named = prior_name(view, key);
    if (named == nullptr) {
        return view.rate(key);
    }
    const auto prior = prior_of(view, key, *named);
    if (!prior) {
        return std::nullopt;
    }
    if (prior->is_range()) {
        view.context().error(codes::wrong_type, named->span,
                             formatted("the prior `{}` is a range from {} to {}, and `{}` takes one rate", prior->input,
                                       prior->low, prior->high, key),
                             formatted("write one of your own, such as `{} = \"{}\"`", key, prior->likely));
        return std::nullopt;
    }
    const auto range = range_of(view, key, *named, *prior);
    return range ? std::optional{model::Stated<quantity::Rate>{range->likely, named->span}} : std::nullopt;
}

std::optional<model::RateRange> rate_range(const View& view, std::string_view key) {
    if (is_table(view, key)) {
        const auto table = view.table(key);
        return table ? range_in<model::RateRange>(
                           *table, [](const View& from, std::string_view name) { return from.rate(name); })
                     : std::nullopt;
    }
    if (const Node* named = prior_name(view, key)) {
        const auto prior = prior_of(view, key, *named);
        return prior ? range_of(view, key, *named, *prior) : std::nullopt;
    }
    const auto rate = view.rate(key);
    return rate ? std::optional{model::RateRange{rate->value, rate->value, rate->value, rate->span}} : std::nullopt;
}

std::optional<model::MoneyRange> money_range(const View& view, std::string_view key) {
    if (is_table(view, key)) {
        const auto table = view.table(key);
        return table ? range_in<model::MoneyRange>(
                           *table, [](const View& from, std::string_view name) { return from.money(name); })
                     : std::nullopt;
    }
    const auto amount = view.money(key);
    return amount ? std::optional{model::MoneyRange{amount->value, amount->value, amount->value, amount->span}}
                  : std::nullopt;
}

}  // namespace offerkit::file::plan
