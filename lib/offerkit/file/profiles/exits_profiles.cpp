// Profiles of exits: how often companies ended in which way.

#include <utility>

#include <offerkit/file/profiles/profile_reading.hpp>
#include <offerkit/quantity/exact.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;

void check_outcomes(const View& view, const model::ExitsProfile& profile) {
    quantity::Exact sum{};
    std::size_t with_multiple = 0;
    for (const auto& outcome : profile.outcomes) {
        sum += quantity::Exact{outcome.chance};
        with_multiple += outcome.multiple ? 1U : 0U;
    }
    // What somebody counted and rounded need not add up where no value hangs on it.
    if (with_multiple != 0 && sum != quantity::Exact{1}) {
        view.context().error(codes::chances_sum, view.span("outcome"), "the chances of the outcomes do not add to 100%",
                             "check each `chance`");
    }
    if (with_multiple != 0 && with_multiple != profile.outcomes.size()) {
        view.context().error(codes::missing_key, view.span("outcome"), "some outcomes have a `multiple` and some none",
                             "write it for all of them, such as `multiple = 0`, or for none");
    }
}

}  // namespace

std::optional<model::ExitsProfile> ProfileStore::exits(const std::string& name, const Naming& naming) const {
    return read<model::ExitsProfile>(
        "exits", name, naming, [](const View& view, model::ProfileHeader header) -> std::optional<model::ExitsProfile> {
            model::ExitsProfile profile{.header = std::move(header)};
            if (const auto horizon = view.period("horizon")) {
                profile.horizon = horizon->value;
            }
            bool readable = true;
            for (const View& table : view.tables("outcome")) {
                const auto chance = table.rate("chance");
                const auto multiple = table.number("multiple");
                model::ExitOutcome outcome{.name = text_or_empty(table, "name")};
                readable = readable && chance && (multiple || !table.has("multiple"));
                if (chance) {
                    outcome.chance = chance->value;
                }
                if (multiple) {
                    outcome.multiple = multiple->value;
                    if (multiple->value < quantity::Number{0}) {
                        view.context().error(codes::bad_number, multiple->span, "a multiple is at least 0",
                                             "write 0 for what was lost");
                    }
                }
                profile.outcomes.push_back(std::move(outcome));
            }
            if (readable && !profile.outcomes.empty()) {
                check_outcomes(view, profile);
            }
            return profile;
        });
}

}  // namespace offerkit::file
