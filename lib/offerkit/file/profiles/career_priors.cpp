#include <offerkit/file/profiles/career_priors.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/document/document.hpp>
#include <offerkit/quantity/fraction.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;

/// The middle of two rates, as one would write it.
std::string middle_of(const quantity::Rate& low, const quantity::Rate& high) {
    const auto sum = low.plus(high);
    const auto half = sum ? sum->over(quantity::Fraction{2}) : std::nullopt;
    return half ? quantity::to_percent(*half, 16) : std::string{};
}

void read_rates(const View& table, model::CareerPrior& prior) {
    table.refuse_together("value", {"low", "likely", "high"});
    if (const auto value = table.rate("value")) {
        prior.low = prior.likely = prior.high = quantity::to_percent(value->value, 16);
        return;
    }
    const auto low = table.rate("low");
    const auto likely = table.rate("likely");
    const auto high = table.rate("high");
    if (low && high && !(high->value < low->value)) {
        prior.low = quantity::to_percent(low->value, 16);
        prior.high = quantity::to_percent(high->value, 16);
        prior.likely = likely ? quantity::to_percent(likely->value, 16) : middle_of(low->value, high->value);
    } else if (low && high) {
        table.context().error(codes::wrong_order, high->span, "`high` is below `low`", "write the lower one first");
    } else if (table.has("low") != table.has("high")) {
        table.require(table.has("low") ? "high" : "low", "a range has two ends");
    }
}

std::vector<model::CareerPrior> priors_of(const ProfileStore& store, const std::string& id,
                                          diagnostic::Sources& sources, diagnostic::Diagnostics& diagnostics) {
    const auto header = store.header("career", id, {sources, diagnostics});
    auto text = store.text("career", id);
    auto document = header && text
                        ? read_document("profiles/career/" + id + ".toml", std::move(*text), sources, diagnostics)
                        : std::nullopt;
    if (!document) {
        return {};
    }
    const auto usd = *quantity::Currency::of("USD");
    Context context{.sources = sources,
                    .diagnostics = diagnostics,
                    .profiles = store,
                    .find_schedule = schedule_named,
                    .currency = usd,
                    .stock_currency = usd,
                    .complete = document->complete};
    auto priors = read_priors({context, document->root, *model::profile_schema("career"), {}});
    for (auto& prior : priors) {
        prior.profile = id;
        prior.built_in = header->built_in;
    }
    return priors;
}

}  // namespace

std::vector<model::CareerPrior> read_priors(const View& view) {
    std::vector<model::CareerPrior> priors;
    for (const View& table : view.tables("prior")) {
        const auto as_of = table.date("as_of");
        const auto grade = table.choice<model::SourceGrade>("grade");
        if (!as_of || !grade) {
            continue;
        }
        model::CareerPrior prior{.input = text_or_empty(table, "input"),
                                 .grade = grade->value,
                                 .source = text_or_empty(table, "source"),
                                 .as_of = as_of->value,
                                 .note = text_or_empty(table, "note")};
        const auto same =
            std::find_if(priors.begin(), priors.end(), [&](const auto& other) { return other.input == prior.input; });
        if (same != priors.end()) {
            view.context().error(codes::duplicate_id, table.span("input"),
                                 diagnostic::formatted("there are two priors `{}`", prior.input),
                                 "give each its own `input`");
        }
        read_rates(table, prior);
        priors.push_back(std::move(prior));
    }
    return priors;
}

std::vector<model::CareerPrior> all_priors(const ProfileStore& store, diagnostic::Sources& sources,
                                           diagnostic::Diagnostics& diagnostics) {
    std::vector<model::CareerPrior> all;
    for (const std::string& id : store.ids("career")) {
        diagnostic::Diagnostics problems;
        auto some = priors_of(store, id, sources, problems);
        const auto found = problems.all();
        const auto error = std::find_if(found.begin(), found.end(), [](const auto& problem) {
            return problem.severity <= diagnostic::Severity::error;
        });
        if (error != found.end()) {
            diagnostics.warning(codes::profile_left_out, error->span,
                                diagnostic::formatted("this profile of priors is left out: {}", error->message),
                                error->help);
            continue;
        }
        all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
    std::stable_partition(all.begin(), all.end(), [](const auto& prior) { return !prior.built_in; });
    std::vector<model::CareerPrior> once;
    for (auto& prior : all) {
        if (std::none_of(once.begin(), once.end(), [&](const auto& one) { return one.input == prior.input; })) {
            once.push_back(std::move(prior));
        }
    }
    return once;
}

}  // namespace offerkit::file
