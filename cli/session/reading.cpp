#include <cli/session/session.hpp>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <utility>

#include <cli/line/option_values.hpp>
#include <cli/session/new_file.hpp>
#include <cli/system/input.hpp>
#include <offerkit/authoring/template_values.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/file/kind.hpp>
#include <offerkit/file/ocf/open_cap_format.hpp>
#include <offerkit/file/read_line.hpp>
#include <offerkit/model/fields/fields.hpp>
#include <offerkit/model/market_growth.hpp>
#include <offerkit/model/vesting_check.hpp>
#include <offerkit/value/review_pay.hpp>

// The files of a run: what is read of them, what is left out, and what is said of each.
namespace offerkit::cli {
namespace {

namespace codes = diagnostic::codes;

bool is_same_file(const std::string& a, const std::string& b) {
    std::error_code error;
    return a == b || std::filesystem::equivalent(a, b, error);
}

}  // namespace

bool Session::is_priorities_file(const std::string& path) const {
    if (!invocation_.priorities || path == "-") {
        return false;
    }
    return is_same_file(path, *invocation_.priorities);
}

std::vector<FileReading> Session::read_files(file::OtherFiles others) {
    if (invocation_.from_ocf) {
        return read_ocf_files();
    }
    std::vector<FileReading> readings;
    const auto paths = files();
    readings.reserve(paths.size());
    for (const auto& path : paths) {
        FileReading reading{path, std::nullopt, {}};
        const file::Reading into{sources_, reading.problems, profiles_, overrides_};
        if (auto text = read_argument(path, reading.problems)) {
            // The file of `--priorities` is read once, as what it is.
            const auto how = is_priorities_file(path) ? file::OtherFiles::recognise : others;
            auto file = file::read_any(into, path, std::move(*text), how);
            reading.kind = std::move(file.kind);
            reading.offer = std::move(file.offer);
            reading.priorities = std::move(file.priorities);
            reading.search = std::move(file.search);
            reading.plan = std::move(file.plan);
            reading.profile = std::move(file.profile);
            reading.source = file.source;
            if (!invocation_.sweeps.empty() && reading.kind == "offer") {
                texts_.emplace_back(path, sources_[reading.source.value_or(0)].text());
            }
        }
        readings.push_back(std::move(reading));
    }
    suppose_events(readings);
    count_tranches(readings);
    return readings;
}

void Session::count_tranches(const std::vector<FileReading>& readings) {
    std::int64_t tranches = 0;
    for (const auto& reading : readings) {
        const std::int64_t before = tranches;
        tranches += reading.offer ? model::tranche_count(*reading.offer) : 0;
        if (before <= model::most_tranches_of_run && tranches > model::most_tranches_of_run) {
            problems_.error(codes::schedule_too_long, reading.offer->span,
                            "with this file there are more than 1,000,000 tranches",
                            "give fewer files at once, or check `over` and `every` of each schedule");
        }
    }
}

std::optional<std::string> Session::read_argument(const std::string& path, diagnostic::Diagnostics& problems) {
    if (const auto given = files_.find(path); given != files_.end()) {
        return given->second;
    }
    if (path != "-") {
        return file::read_text_file(path, sources_, problems);
    }
    auto text = read_standard_input();
    if (!text) {
        problems.unreadable(codes::unreadable_file, {sources_.add(path, ""), 0, 0, 0},
                            "standard input cannot be read: " + text.error());
        return std::nullopt;
    }
    return std::move(*text);
}

std::vector<FileReading> Session::read_ocf_files() {
    FileReading together{invocation_.arguments.front(), std::nullopt, {}};
    const file::Reading into{sources_, together.problems, profiles_, overrides_};
    std::vector<file::NamedText> texts;
    for (const auto& path : invocation_.arguments) {
        if (auto text = read_argument(path, together.problems)) {
            texts.push_back({path, std::move(*text)});
        }
    }
    auto offers = together.problems.has_errors() ? std::vector<model::Offer>{}
                                                 : file::read_open_cap_format(into, std::move(texts));
    std::vector<FileReading> readings;
    readings.push_back(std::move(together));
    for (std::size_t i = 0; i < offers.size(); ++i) {
        if (i > 0) {
            readings.push_back({offers[i].file, std::nullopt, {}});
        }
        readings.back().offer = std::move(offers[i]);
    }
    suppose_events(readings);
    count_tranches(readings);
    return readings;
}

void Session::suppose_events(std::vector<FileReading>& readings) {
    for (const auto& given : invocation_.events) {
        const bool leaving = given.event == "leave";
        const std::string day = to_string(given.date);
        bool found = false;
        bool all_read = true;
        std::vector<std::string> known;
        for (auto& reading : readings) {
            all_read = all_read && (reading.offer.has_value() || reading.kind != "offer");
            if (!reading.offer) {
                continue;
            }
            if (leaving) {
                // Somebody leaves only a job that has begun.
                if (reading.offer->start.value <= given.date) {
                    reading.offer->end = model::Stated<calendar::Date>{given.date};
                    found = true;
                    const std::string meaning = diagnostic::formatted(
                        "leaving of your own will, last day employed {}, supposed by `--if`; `offerkit leave --reason` "
                        "tells what other reasons change",
                        day);
                    reading.offer->assumptions.push_back({reading.offer->company, "event.leave", day, meaning, {}});
                }
                continue;
            }
            for (auto& event : reading.offer->events) {
                known.push_back(event.id);
                if (event.id == given.event) {
                    event.date = given.date;
                    event.after.reset();
                    found = true;
                    reading.offer->assumptions.push_back(
                        {reading.offer->company, "event." + event.id + ".date", day,
                         diagnostic::formatted("`{}` on {}, supposed by `--if`", event.id, day), event.span});
                }
            }
        }
        for (auto& reading : readings) {
            if (reading.offer) {
                static_cast<void>(model::date_events(*reading.offer, problems()));
            }
        }
        // A file that could not be read may be the one that knows the event.
        if (!found && all_read && leaving) {
            complain({diagnostic::formatted("`--if leave={}` lies before every job has begun", day),
                      "give the last day employed of a job that you hold or may take"});
        } else if (!found && all_read) {
            const std::vector<std::string_view> names(known.begin(), known.end());
            std::string help = diagnostic::did_you_mean(given.event, names);
            if (help.empty()) {
                help = known.empty() ? "an event is described by an [[event]] table with its `id`"
                                     : (names.size() == 1 ? "the event is " : "the events are ") +
                                           diagnostic::listed(names, "and");
            }
            complain({"`--if` names an event that no file describes: " + ticked(given.event), std::move(help)});
        }
    }
}

std::vector<model::Offer> Session::read_offers() { return offers_of(read_files()); }

Session Session::for_a_line() const {
    Session session = *this;
    session.invocation_.arguments.clear();
    session.invocation_.format = Format::json;
    session.problems_ = {};
    session.complaint_.reset();
    // Priorities that name no currency are in that of the offer, so each line reads them for itself.
    session.priorities_read_ = !priorities_ || priorities_->currency.has_value();
    return session;
}

std::vector<model::Offer> Session::read_line(const std::string& name, std::string line) {
    FileReading reading{name, std::nullopt, {}};
    const file::Reading into{sources_, reading.problems, profiles_, overrides_};
    auto read = file::read_line(into, name, std::move(line));
    if (read.path == "-") {
        reading.problems.error(codes::bad_text, {read.file.source.value_or(0), 1, 1, 0},
                               "standard input is no file that a line can name", "write the offer into the line");
    } else if (read.path) {
        reading.file = *read.path;
        if (auto text = read_argument(*read.path, reading.problems)) {
            read.file = file::read_any(into, *read.path, std::move(*text), file::OtherFiles::recognise);
        }
    }
    reading.kind = std::move(read.file.kind);
    reading.offer = std::move(read.file.offer);
    reading.source = read.file.source;
    std::vector<FileReading> readings;
    readings.push_back(std::move(reading));
    suppose_events(readings);
    count_tranches(readings);
    return offers_of(std::move(readings));
}

std::vector<model::Offer> Session::offers_of(std::vector<FileReading> readings) {
    std::vector<model::Offer> offers;
    const bool any_offer = std::any_of(readings.begin(), readings.end(),
                                       [](const FileReading& reading) { return reading.kind == "offer"; });
    for (auto& reading : readings) {
        for (const auto& problem : reading.problems.all()) {
            problems_.add(problem);
        }
        if (reading.kind != "offer") {
            leave_out(reading, any_offer);
        } else if (reading.offer) {
            warn_of_template(reading);
            if (invocation_.command->values_pay) {
                value::review_amounts(*reading.offer, problems_);
            }
            offers.push_back(std::move(*reading.offer));
        }
    }
    if (invocation_.from_ocf && !offers.empty() && problems_.has_errors() && !problems_.has_unreadable()) {
        show_the_rest();
    }
    assume_own_raise(offers);
    expect_of_market(offers);
    return offers;
}

SearchFiles Session::read_search() {
    // A setting without a file is for the pipeline file where no offer has its key.
    std::vector<file::Override> of_plan;
    std::vector<file::Override> all = overrides_;
    std::erase_if(overrides_, [&](const file::Override& setting) {
        const std::string first = setting.path.substr(0, setting.path.find_first_of(".["));
        const bool only_there = model::find_field(model::offer_schema(), first) == nullptr &&
                                model::find_field(model::pipeline_schema(), first) != nullptr;
        if (only_there || !setting.file.empty()) {
            of_plan.push_back(setting);
        }
        return only_there && setting.file.empty();
    });
    auto readings = read_files();
    overrides_ = std::move(all);
    const auto plans = std::stable_partition(readings.begin(), readings.end(),
                                             [](const auto& each) { return each.kind != "pipeline"; });
    std::vector<FileReading> of_plans{std::move_iterator(plans), std::move_iterator(readings.end())};
    readings.erase(plans, readings.end());
    SearchFiles files;
    const bool any_offer = !readings.empty();
    if (!any_offer) {
        of_plan = overrides_;
    }
    files.offers = offers_of(std::move(readings));
    if (!of_plans.empty()) {
        files.plan = plan_of(of_plans.front(), of_plan, files.offers);
    } else if (const auto lost = std::find_if(of_plan.begin(), of_plan.end(),
                                              [](const auto& setting) { return setting.file.empty(); });
               lost != of_plan.end() && any_offer) {
        complain({diagnostic::formatted("`--set` changes {} of a pipeline file, and none is given", ticked(lost->path)),
                  "name one beside the offers, or set a key of an offer"});
    }
    for (std::size_t i = 1; i < of_plans.size(); ++i) {
        problems_.error(codes::conflict, {of_plans[i].source.value_or(0), 1, 0, 0},
                        "this is a second pipeline file, and a search is one",
                        "write what both say into one of them, and leave the other out");
    }
    return files;
}

std::optional<model::SearchPlan> Session::plan_of(const FileReading& reading, std::span<const file::Override> settings,
                                                  const std::vector<model::Offer>& offers) {
    const file::Reading into{sources_, problems_, profiles_, settings};
    const std::string text = sources_[reading.source.value_or(0)].text();
    const auto* own = priorities(offers.empty() ? nullptr : &offers.front());
    const auto currency = !offers.empty()                   ? std::optional{offers.front().currency}
                          : own != nullptr && own->currency ? std::optional{own->currency->value}
                                                            : std::nullopt;
    auto plan = file::read_search_text(into, reading.file, text, currency);
    if (plan && !plan->currency_stated && !currency) {
        plan->assumptions.push_back(
            {"", "currency", "USD", "what the amounts of the pipeline file are in", plan->span});
    }
    return plan;
}

void Session::assume_own_raise(std::vector<model::Offer>& offers) {
    const auto* own = priorities(offers.empty() ? nullptr : &offers.front());
    if (own != nullptr && own->raise) {
        for (auto& offer : offers) {
            model::assume_raise(offer, *own->raise);
        }
    }
}

void Session::expect_of_market(std::vector<model::Offer>& offers) {
    const auto of_market = [](const model::Offer& offer) { return offer.stock && offer.stock->growth_of_market; };
    if (std::any_of(offers.begin(), offers.end(), of_market)) {
        const quantity::Rate discount = valuation(&offers.front()).discount_rate;
        for (auto& offer : offers) {
            model::expect_of_market(offer, discount);
        }
    }
}

std::optional<std::vector<model::Offer>> Session::read_again(std::span<const file::Override> further,
                                                             diagnostic::Diagnostic& why) {
    std::vector<file::Override> overrides = overrides_;
    overrides.insert(overrides.end(), further.begin(), further.end());
    // Texts and problems of its own: what holds for one value of many is no problem of the run.
    diagnostic::Sources sources;
    std::vector<FileReading> readings;
    for (const auto& [path, text] : texts_) {
        FileReading reading{path, std::nullopt, {}};
        reading.offer = file::read_offer({sources, reading.problems, profiles_, overrides}, path, text);
        if (!reading.offer) {
            const auto problems = reading.problems.all();
            const auto first = std::find_if(problems.begin(), problems.end(), [](const auto& problem) {
                return problem.severity == diagnostic::Severity::error;
            });
            if (first != problems.end()) {
                why = *first;
            }
            return std::nullopt;
        }
        readings.push_back(std::move(reading));
    }
    suppose_events(readings);
    std::vector<model::Offer> offers;
    for (auto& reading : readings) {
        offers.push_back(std::move(*reading.offer));
    }
    assume_own_raise(offers);
    expect_of_market(offers);
    return offers;
}

void Session::leave_out(const FileReading& reading, bool any_offer) {
    const diagnostic::Span span{reading.source.value_or(0), 1, 0, 0};
    const std::string what{file::described_kind(reading.kind)};
    if (is_priorities_file(reading.file) && any_offer) {
        problems_.note(codes::not_an_offer, span, "this is the file of `--priorities`, and is left out of the offers",
                       "nothing is missing: what matters to you is read from it");
        return;
    }
    if (invocation_.career && any_offer && is_same_file(reading.file, *invocation_.career)) {
        problems_.note(codes::not_an_offer, span, "this is the plan of `--career`, and is left out of the offers",
                       "nothing is missing: its paths are read from it");
        return;
    }
    const bool takes_priorities = find_option(*invocation_.command, "--priorities") != nullptr;
    std::string help =
        diagnostic::formatted("leave it out; `offerkit check {}` checks it as what it is", typed(reading.file));
    if (reading.kind == "plan") {
        help = find_option(*invocation_.command, "--career") != nullptr && !invocation_.career
                   ? diagnostic::formatted("give it as `--career {}`", typed(reading.file))
                   : diagnostic::formatted("leave it out; `offerkit career {}` looks at it", typed(reading.file));
    }
    if (reading.kind == "priorities" && takes_priorities && !invocation_.priorities) {
        help = diagnostic::formatted("give it as `--priorities {}`", typed(reading.file));
    }
    problems_.error(codes::not_an_offer, span, diagnostic::formatted("this is {}, not an offer", what),
                    std::move(help));
}

void Session::warn_of_template(FileReading& reading) {
    const auto values = authoring::template_values(sources_[reading.offer->span.source], profiles_);
    if (values.empty()) {
        return;
    }
    const auto& first = values.front();
    const std::string which =
        values.size() == 1 ? "a value of this file is" : std::to_string(values.size()) + " values of this file are";
    problems_.warning(codes::template_value, {reading.offer->span.source, first.line, first.column, first.length},
                      diagnostic::formatted("{} still an example of the template that `init` wrote", which),
                      diagnostic::formatted("`offerkit check {}` names each of them", typed(reading.file)));
}

}  // namespace offerkit::cli
