#include <cli/session/session.hpp>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include <cli/line/option_values.hpp>
#include <cli/system/clock.hpp>
#include <cli/system/input.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>

namespace offerkit::cli {
namespace {

namespace codes = diagnostic::codes;

std::vector<std::string> profile_folders(const Invocation& invocation) {
    std::vector<std::string> folders;
    if (invocation.profiles_folder) {
        folders.push_back(*invocation.profiles_folder);
    }
    if (std::string own = own_profiles_folder(); !own.empty()) {
        folders.push_back(std::move(own));
    }
    return folders;
}

std::string_view base_name(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

/// A whole argument as a place: for what is given on the command line and used like something written in a file.
diagnostic::Span whole_of(diagnostic::SourceId source, std::string_view text) {
    return {source, 1, 1, static_cast<std::uint32_t>(text.size())};
}

}  // namespace

Session::Session(Invocation invocation, std::map<std::string, std::string> files)
    : invocation_(std::move(invocation)), files_(std::move(files)), profiles_(profile_folders(invocation_)) {
    check_profiles_folder();
    read_settings();
}

void Session::complain(Complaint complaint) {
    if (!complaint_) {
        complaint_ = std::move(complaint);
    }
}

bool Session::failed() const noexcept {
    const auto& all = problems_.all();
    return complaint_.has_value() ||
           std::any_of(all.begin() + static_cast<std::ptrdiff_t>(std::min(passed_over_, all.size())), all.end(),
                       [](const auto& problem) { return problem.severity <= diagnostic::Severity::error; });
}

void Session::show_the_rest() { passed_over_ = problems_.all().size(); }

std::vector<std::string> Session::files() const {
    std::vector<std::string> files = invocation_.offer ? std::vector{*invocation_.offer} : invocation_.arguments;
    files.insert(files.end(), invocation_.against.begin(), invocation_.against.end());
    return files;
}

void Session::check_profiles_folder() {
    std::error_code error;
    if (invocation_.profiles_folder && !std::filesystem::is_directory(*invocation_.profiles_folder, error)) {
        const auto source = sources_.add(*invocation_.profiles_folder, "");
        problems_.unreadable(codes::unreadable_file, {source, 0, 0, 0}, "there is no such folder of profiles",
                             "`--profiles` takes a folder that holds folders such as `vesting` and `companies`");
    }
}

void Session::read_settings() {
    for (const auto& setting : invocation_.settings) {
        auto parsed = file::parse_override(setting, sources_, problems_);
        if (!parsed) {
            continue;
        }
        if (is_given("--set", parsed->file)) {
            overrides_.push_back(std::move(*parsed));
        }
    }
    for (const auto& swept : invocation_.sweeps) {
        static_cast<void>(is_given("--sweep", swept.file));
    }
}

bool Session::is_given(std::string_view option, const std::string& file) {
    const auto files = this->files();
    // A plan names offer files of its own; `PlanFiles::knows_settings` looks at them.
    if (file.empty() || invocation_.command->name == "career" || invocation_.career ||
        std::any_of(files.begin(), files.end(),
                    [&](const std::string& given) { return given == file || base_name(given) == file; })) {
        return true;
    }
    const std::vector<std::string_view> names(files.begin(), files.end());
    const std::string near = diagnostic::did_you_mean(file, names);
    complain({diagnostic::formatted("{} names a file that is not given: {}", ticked(option), ticked(file)),
              near.empty() ? "it is one of the files of the command line, or is left out" : near});
    return false;
}

void Session::take_argument_as_offer() {
    invocation_.offer = std::move(invocation_.arguments.front());
    invocation_.arguments.clear();
}

model::Valuation Session::timeline_valuation() const {
    model::Valuation valuation = dated();
    if (invocation_.horizon) {
        valuation.horizon = *invocation_.horizon;
    } else if (invocation_.refreshers) {
        valuation.assumptions.push_back({"", "horizon", to_string(valuation.horizon), "how far refreshers reach", {}});
    }
    valuation.count_refreshers = invocation_.refreshers;
    return valuation;
}

model::Valuation Session::leaving_valuation(const model::Offer* first) {
    model::Valuation all = valuation(first);
    std::erase_if(all.assumptions, [&](const model::Assumption& assumption) {
        return assumption.key == "discount_rate" || assumption.key == "stay.exit_per_year" ||
               (assumption.key == "horizon" && invocation_.step != value::VestStep::month);
    });
    if (!invocation_.on) {
        all.assumptions.push_back({"", "on", to_string(all.as_of), "last day employed", {}});
    }
    return all;
}

calendar::Date Session::today() const { return invocation_.as_of ? *invocation_.as_of : cli::today(); }

model::Valuation Session::dated() const {
    model::Valuation valuation{.as_of = today()};
    if (!invocation_.as_of) {
        valuation.assumptions.push_back({"", "as_of", to_string(valuation.as_of), "today", {}});
    }
    return valuation;
}

const model::Priorities* Session::priorities(const model::Offer* first) {
    if (invocation_.priorities && !priorities_read_) {
        const file::Reading into{sources_, problems_, profiles_, {}};
        const auto currency = first == nullptr ? std::nullopt : std::optional(first->currency);
        const auto given = files_.find(*invocation_.priorities);
        priorities_ = given != files_.end() ? file::read_priorities_text(into, given->first, given->second, currency)
                                            : file::read_priorities_named(into, *invocation_.priorities, currency);
        if (priorities_ && priorities_->horizon && !is_horizon(priorities_->horizon->value)) {
            problems_.error(codes::bad_period, priorities_->horizon->span, "`horizon` is from a month to 100 years",
                            "write, for example, \"4 years\"");
            priorities_->horizon.reset();
        }
    }
    priorities_read_ = true;
    return priorities_ ? &*priorities_ : nullptr;
}

model::Valuation Session::valuation(const model::Offer* first) {
    const model::Priorities* const priorities = this->priorities(first);
    model::Valuation valuation = dated();
    const auto assume = [&](std::string key, std::string value, std::string meaning) {
        valuation.assumptions.push_back({"", std::move(key), std::move(value), std::move(meaning), {}});
    };
    if (priorities && !priorities->profile.empty()) {
        assume("priorities", priorities->profile, "priorities, a starting point rather than yours");
    }
    if (invocation_.horizon) {
        valuation.horizon = *invocation_.horizon;
    } else if (priorities && priorities->horizon) {
        valuation.horizon = priorities->horizon->value;
    } else {
        assume("horizon", to_string(valuation.horizon), "horizon");
    }
    if (invocation_.discount) {
        valuation.discount_rate = *invocation_.discount;
    } else if (priorities && priorities->discount_rate) {
        valuation.discount_rate = priorities->discount_rate->value;
    } else {
        assume("discount_rate", to_percent(valuation.discount_rate), "discount rate");
    }
    if (priorities && priorities->exit_per_year) {
        valuation.exit_per_year = priorities->exit_per_year->value;
    } else {
        assume("stay.exit_per_year", to_percent(valuation.exit_per_year),
               "chance of leaving in a year (software, 2017)");
    }
    if (priorities && priorities->currency) {
        valuation.currency = priorities->currency->value;
    }
    valuation.count_refreshers = invocation_.refreshers;
    valuation.pending = invocation_.pending;
    for (const auto& given : invocation_.rates) {
        const auto source = sources_.add("--fx", given.text);
        valuation.fx.rates.push_back({given.base, given.quote, given.rate, whole_of(source, given.text)});
    }
    return valuation;
}

}  // namespace offerkit::cli
