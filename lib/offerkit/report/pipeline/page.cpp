#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/choice/search/rates.hpp>
#include <offerkit/choice/search/search.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/pipeline/pipeline.hpp>
#include <offerkit/report/pipeline/words.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {

namespace {

using choice::ChannelAnswer;
using choice::Pipeline;
using choice::search::Held;
using diagnostic::formatted;

/// "a; b; c; and 4 more": the first of a list on the first screen.
std::string first_of(const std::vector<std::string>& parts, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < parts.size() && i < most; ++i) {
        text += (i == 0 ? "" : "; ") + parts[i];
    }
    return parts.size() > most ? formatted("{}; and {} more", text, std::to_string(parts.size() - most)) : text;
}

std::string needed_words(const std::optional<std::int64_t>& applications) {
    return applications ? std::to_string(*applications) : "over 2,000";
}

class PageWriter {
public:
    PageWriter(const Pipeline& found, bool detail, PipelineRoom room)
        : found_{found}, search_{found.search}, detail_{detail}, room_{room} {}

    Page write() {
        page_.text(pipeline_verdict(found_));
        add_facts();
        if (detail_) {
            add_steps();
            add_processes();
            add_days();
            add_rates();
        }
        auto notes = pipeline_notes(found_);
        std::string unit{words_of(choice::negotiation::definition_of(found_.metric)).name};
        unit[0] = static_cast<char>(unit[0] | ' ');
        notes.push_back(formatted("All amounts: {}, {}, before tax.{}", unit, found_.currency.code(),
                                  detail_ ? "" : " `--detail` shows more."));
        if (detail_ && !found_.assumptions.empty()) {
            page_.heading("Assumed");
            std::vector<std::string> lines;
            for (const auto& each : found_.assumptions) {
                lines.push_back(
                    formatted("{}{}{}: {}", each.subject, each.subject.empty() ? "" : ": ", each.meaning, each.value));
            }
            page_.list(std::move(lines));
        }
        page_.note(in_a_row(notes, " "));
        return std::move(page_);
    }

private:
    [[nodiscard]] std::string day(calendar::Date date) const { return day_words(date, search_.today); }
    [[nodiscard]] std::string named(const std::string& name) const {
        return room_.longest_name == 0 ? name : diagnostic::shortened(name, room_.longest_name);
    }
    [[nodiscard]] std::string worth(double value) const { return worth_words(value, found_); }

    void add_facts() {
        std::vector<Fact> facts;
        const auto add = [&](std::string key, std::string value) {
            if (!value.empty()) {
                facts.push_back({std::move(key), Cell(std::move(value))});
            }
        };
        add("In hand", in_hand());
        add("Under way", under_way());
        add("An offer more", any_by());
        if (found_.first_to_lapse && !search_.processes.empty()) {
            add("More days", formatted("for {}: {}", search_.offers[*found_.first_to_lapse].name, extensions()));
            add("Hurry", hurries());
        }
        const std::size_t most_channels =
            detail_ ? found_.channels.size() : std::min<std::size_t>(2, room_.most_listed);
        for (std::size_t i = 0; i < std::min(most_channels, found_.channels.size()); ++i) {
            const auto& channel = found_.channels[i];
            add(found_.channels.size() == 1 ? "Your record" : "By " + named(*channel.record->channel), record(channel));
            add(found_.want == 1 ? "One offer" : std::to_string(found_.want) + " offers", needed(channel));
        }
        if (found_.channels.size() > most_channels) {
            add("More channels",
                formatted("{}, under `--detail`", std::to_string(found_.channels.size() - most_channels)));
        }
        if (found_.start_by && found_.wanted) {
            add("Begin by",
                formatted("{}, to start work on {}{}", to_string(*found_.start_by), to_string(*found_.wanted),
                          *found_.start_by < search_.today ? ": that day has passed" : ""));
        }
        if (!facts.empty()) {
            page_.facts(std::move(facts));
        }
    }

    [[nodiscard]] std::string in_hand() const {
        std::vector<std::size_t> order(search_.offers.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return search_.offers[a].value > search_.offers[b].value;
        });
        std::vector<std::string> parts;
        for (const std::size_t i : order) {
            const auto& offer = search_.offers[i];
            parts.push_back(formatted("{} {}{}", offer.name, worth(offer.value),
                                      offer.until ? " until " + day(*offer.until) : ", which stays open"));
        }
        std::string text = first_of(parts, room_.most_listed);
        const auto from = floor_words(found_.floor.from);
        if (!from.empty()) {
            text += formatted("{}floor {} ({})", text.empty() ? "" : "; ", worth(search_.floor), from);
        }
        return text;
    }

    [[nodiscard]] std::string under_way() const {
        std::vector<std::size_t> order(search_.processes.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        const auto gain = [&](std::size_t i) {
            return search_.processes[i].chance * (search_.processes[i].value - search_.floor);
        };
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return gain(a) > gain(b); });
        std::vector<std::string> parts;
        for (const std::size_t i : order) {
            const auto& process = search_.processes[i];
            parts.push_back(formatted("{} {} at {}, {}", process.name, worth(process.value),
                                      chance_words(process.chance), day(process.expected)));
        }
        return first_of(parts, room_.most_listed);
    }

    [[nodiscard]] std::string any_by() const {
        if (found_.any_by.empty()) {
            return {};
        }
        // On the first screen the first days and the last one.
        const std::size_t most = room_.most_listed + 1;
        std::vector<std::string> parts;
        for (std::size_t i = 0; i < found_.any_by.size(); ++i) {
            if (found_.any_by.size() <= most || i + 1 < most || i + 1 == found_.any_by.size()) {
                parts.push_back(formatted("{} {}", day(found_.any_by[i].date), chance_words(found_.any_by[i].chance)));
            }
        }
        return formatted("by {}; the best of all, could all be awaited, {}", first_of(parts, most),
                         worth(found_.expected_best));
    }

    [[nodiscard]] std::string extensions() const {
        std::vector<std::string> parts;
        const auto& all = found_.extensions;
        std::int64_t before = 0;
        for (std::size_t i = 0; i < all.size();) {
            std::size_t end = i + 1;
            while (end < all.size() && choice::search::tie(all[end].worth, all[i].worth)) {
                ++end;
            }
            const std::string days =
                std::to_string(all[i].days) + (end == i + 1        ? ""
                                               : end == all.size() ? " or more"
                                                                   : " to " + std::to_string(all[end - 1].days));
            parts.push_back(all[i].worth > 0 ? formatted("{} are worth {}{}", days, worth(all[i].worth),
                                                         extension_reason(found_, before, all[i].days))
                                             : formatted("{} are worth nothing", days));
            before = all[end - 1].days;
            i = end;
        }
        return first_of(parts, parts.size());
    }

    [[nodiscard]] std::string hurries() const {
        std::vector<std::string> parts;
        std::vector<std::string> in_time;
        std::vector<std::string> no_use;
        std::vector<std::string> worse;  // its offer would lapse before another answers
        auto all = found_.hurries;
        std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.worth > b.worth; });
        for (const auto& hurry : all) {
            const std::string& name = search_.processes[hurry.process].name;
            if (hurry.in_time) {
                in_time.push_back(name);
            } else if (hurry.worth > 0) {
                parts.push_back(formatted("{} by {}, worth {}", name, day(hurry.by), worth(hurry.worth)));
            } else if (hurry.worth < 0) {
                worse.push_back(name);
            } else {
                no_use.push_back(name);
            }
        }
        const std::size_t most = detail_ ? parts.size() : std::min<std::size_t>(2, room_.most_listed);
        std::string text = first_of(parts, most);
        const auto more = [&](const std::vector<std::string>& names, const char* one, const char* several) {
            const std::size_t few = room_.most_listed;
            if (!names.empty()) {
                const std::string who = names.size() <= few ? joined(names) : std::to_string(names.size()) + " of them";
                text += formatted("{}{} {}", text.empty() ? "" : "; ", who, names.size() == 1 ? one : several);
            }
        };
        more(in_time, "answers in time", "answer in time");
        more(no_use, "would change nothing", "would change nothing");
        more(worse, "had better answer on its day", "had better answer on their days");
        return text;
    }

    [[nodiscard]] static std::string record(const ChannelAnswer& channel) {
        const auto& reached = channel.record->reached;
        const auto some = [&](std::size_t step, const char* one, const char* several) {
            return formatted("{} {}", std::to_string(*reached[step]), *reached[step] == 1 ? one : several);
        };
        std::string so_far;
        if (*reached[0] > 0) {
            so_far = formatted("{} so far, ",
                               chance_words(static_cast<double>(*reached[3]) / static_cast<double>(*reached[0])));
        }
        return formatted("{}, {}, {}, {}: {}{} to plan with", some(0, "sent", "sent"), some(1, "reply", "replies"),
                         some(2, "onsite", "onsites"), some(3, "offer", "offers"), so_far, chance_words(channel.each));
    }

    [[nodiscard]] static std::string needed(const ChannelAnswer& channel) {
        return formatted("{} more applications for 80%, {} for 90% (onsite to offer {})", needed_words(channel.for_80),
                         needed_words(channel.for_90), chance_words(choice::search::mean(channel.rates[2])));
    }

    void add_steps() {
        if (found_.plan.arrivals.empty()) {
            return;
        }
        page_.heading("At each answer, while nothing has come before");
        Table table;
        table.columns = {
            {"Day", Align::left, Priority::key}, {"Who offers"}, {"What to do"}, {"Worth", Align::decimal}};
        for (const auto& arrival : found_.plan.arrivals) {
            for (const auto& branch : arrival.branches) {
                table.row({day(arrival.on), came_words(branch.came, found_),
                           action_words(branch.action, found_, branch.came), worth(branch.value)});
            }
        }
        page_.add(std::move(table));
    }

    void add_processes() {
        if (search_.processes.empty()) {
            return;
        }
        page_.heading("Processes");
        Table table;
        table.columns = {{"With", Align::left, Priority::key},
                         {"Value", Align::decimal},
                         {"Chance", Align::right},
                         {"Answers"},
                         {"Open until"},
                         {"Hurry is worth", Align::decimal}};
        for (std::size_t i = 0; i < search_.processes.size(); ++i) {
            const auto& process = search_.processes[i];
            const auto hurry = std::find_if(found_.hurries.begin(), found_.hurries.end(),
                                            [&](const auto& each) { return each.process == i; });
            table.row({process.name, worth(process.value), chance_words(process.chance), day(process.expected),
                       day(process.until()),
                       hurry == found_.hurries.end() ? Cell::not_applicable()
                       : hurry->in_time              ? Cell("in time", Tone::dim)
                                                     : Cell(worth(hurry->worth))});
        }
        page_.add(std::move(table));
    }

    void add_days() {
        if (found_.any_by.empty()) {
            return;
        }
        page_.heading("The chance of an offer more");
        Table table;
        table.columns = {{"By", Align::left, Priority::key}, {"Chance", Align::right}};
        for (const auto& each : found_.any_by) {
            table.row({day(each.date), chance_words(each.chance)});
        }
        page_.add(std::move(table));
    }

    void add_rates() {
        if (found_.channels.empty()) {
            return;
        }
        page_.heading("Rates to plan with");
        Table table;
        table.columns = {{"Channel", Align::left, Priority::key},
                         {"Reply", Align::right},
                         {"Onsite", Align::right},
                         {"Offer", Align::right},
                         {"Each", Align::right},
                         {"For 80%", Align::right},
                         {"For 90%", Align::right}};
        for (const auto& channel : found_.channels) {
            std::vector<Cell> cells{*channel.record->channel};
            for (const auto& rate : channel.rates) {
                cells.emplace_back(chance_words(choice::search::mean(rate)));
            }
            cells.emplace_back(chance_words(channel.each));
            cells.emplace_back(needed_words(channel.for_80));
            cells.emplace_back(needed_words(channel.for_90));
            table.row(std::move(cells));
        }
        page_.add(std::move(table));
    }

    const Pipeline& found_;
    const choice::search::Search& search_;
    bool detail_;
    PipelineRoom room_;
    Page page_{};
};

/// The same search with names that are cut.
Pipeline with_names_within(Pipeline found, std::size_t width) {
    std::vector<std::string> names;
    for (const auto& offer : found.search.offers) {
        names.push_back(offer.name);
    }
    for (const auto& process : found.search.processes) {
        names.push_back(process.name);
    }
    names = names_within(names, width);
    auto name = names.begin();
    for (auto& offer : found.search.offers) {
        offer.name = *name++;
    }
    for (auto& process : found.search.processes) {
        process.name = *name++;
    }
    for (auto& lapsed : found.lapsed) {
        lapsed.name = diagnostic::shortened(lapsed.name, width);
    }
    return found;
}

}  // namespace

Page pipeline_page(const Pipeline& found, bool detail, PipelineRoom room) {
    if (detail || room.longest_name == 0) {
        return PageWriter{found, detail, room}.write();
    }
    const Pipeline cut = with_names_within(found, room.longest_name);
    return PageWriter{cut, detail, room}.write();
}

}  // namespace offerkit::report
