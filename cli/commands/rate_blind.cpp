#include <cli/commands/rate_blind.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <cli/commands/sitting.hpp>
#include <cli/commands/weigh.hpp>
#include <cli/dialogue/blind_rating.hpp>
#include <cli/line/option_values.hpp>
#include <cli/session/new_file.hpp>
#include <cli/system/process.hpp>
#include <offerkit/authoring/factors_edit.hpp>
#include <offerkit/authoring/priorities_file.hpp>
#include <offerkit/authoring/toml.hpp>
#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::cli::commands {
namespace {

using model::FactorRating;
using model::Offer;

/// What blind ratings make of one offer file.
struct Change {
    std::string file;
    std::string text;
    std::vector<std::string> lines;  ///< "growth: 8 -> 7"
};

const FactorRating* find_rating(const Offer& offer, const std::string& factor) {
    const auto found = std::find_if(offer.factors.begin(), offer.factors.end(),
                                    [&](const FactorRating& rating) { return rating.factor == factor; });
    return found == offer.factors.end() ? nullptr : &*found;
}

/// Whether an offer says these ratings, and none of them otherwise.
bool says(const Offer& offer, const std::vector<FactorRating>& ratings) {
    return std::all_of(ratings.begin(), ratings.end(), [&](const FactorRating& rating) {
        const auto* said = find_rating(offer, rating.factor);
        return said != nullptr && authoring::toml::rating(*said) == authoring::toml::rating(rating);
    });
}

/// The ratings that are not in the file as they are.
std::vector<FactorRating> changed(const Offer& offer, const std::vector<FactorRating>& ratings) {
    std::vector<FactorRating> all;
    std::copy_if(ratings.begin(), ratings.end(), std::back_inserter(all),
                 [&](const FactorRating& rating) { return !says(offer, {rating}); });
    return all;
}

std::string change_line(const Offer& offer, const FactorRating& rating) {
    const auto* known = find_rating(offer, rating.factor);
    return diagnostic::formatted("{} = {}{}{}", authoring::toml::key(rating.factor),
                                 known != nullptr ? authoring::toml::rating(*known) + " -> " : "",
                                 authoring::toml::rating(rating), known != nullptr ? "" : " (new)");
}

Session with_texts(const Session& session, const std::vector<Change>& changes) {
    std::map<std::string, std::string> texts;
    for (const Change& change : changes) {
        texts[change.file] = change.text;
    }
    Invocation invocation = session.invocation();
    invocation.blind = false;
    return Session{std::move(invocation), std::move(texts)};
}

/// What is to be written; nothing where some file cannot be edited as text, which is told by `why`.
std::optional<std::vector<Change>> changes_of(Session& session, const std::vector<Offer>& offers,
                                              const std::vector<BlindRating>& rated, std::string& why) {
    std::vector<Change> changes;
    for (const BlindRating& one : rated) {
        const Offer& offer = offers[one.offer];
        const auto ratings = changed(offer, one.ratings);
        if (ratings.empty()) {
            continue;
        }
        const auto text = session.read_argument(offer.file, session.problems());
        auto edited = text ? authoring::with_factors(*text, ratings) : std::nullopt;
        if (!edited) {
            why = offer.file;
            return std::nullopt;
        }
        Change change{offer.file, std::move(*edited), {}};
        for (const FactorRating& rating : ratings) {
            change.lines.push_back(change_line(offer, rating));
        }
        changes.push_back(std::move(change));
    }
    // A text is only written if it reads back as what was answered.
    Session again = with_texts(session, changes);
    const auto read = again.read_offers();
    for (const BlindRating& one : rated) {
        if (read.size() != offers.size() || !says(read[one.offer], one.ratings)) {
            why = offers[one.offer].file;
            return std::nullopt;
        }
    }
    return changes;
}

/// The ratings as tables to be pasted.
Answer printed(const Session& session, const std::vector<Offer>& offers, const std::vector<BlindRating>& rated,
               const std::string& told) {
    const auto& invocation = session.invocation();
    std::string text;
    for (const auto& one : rated) {
        const auto& offer = offers[one.offer];
        text += (text.empty() ? "" : "\n") +
                render::safe(diagnostic::formatted("# {} was {}: for {}, in place of its [factors]", one.letter,
                                                   offer.company, offer.file),
                             output_screen(invocation)) +
                "\n" + authoring::factors_table(one.ratings);
    }
    const std::string wrote = writes_file(invocation) ? diagnostic::formatted("wrote {}; ", *invocation.output) : "";
    return {.output = std::move(text), .once_written = wrote + told, .new_file = true, .answered = true};
}

/// Shows the change and asks whether to make it.
std::optional<bool> agreed(Dialogue& dialogue, const std::vector<Change>& changes) {
    dialogue.gap();
    for (const Change& change : changes) {
        dialogue.say(change.file + ", in [factors]:");
        for (const auto& line : change.lines) {
            dialogue.say(line, 2, 2);
        }
    }
    return dialogue.confirm(changes.size() == 1 ? "Write this into the file?" : "Write this into the files?", true,
                            "Only these values change; comments and everything else stay as they are. `no` prints the"
                            " ratings instead.");
}

}  // namespace

Answer rate_blind(Session& session) {
    const Invocation invocation = session.invocation();
    if (invocation.print && cannot_write_output(session)) {
        return {};
    }
    const auto offers = session.read_offers();
    const model::Priorities* priorities = session.priorities(offers.empty() ? nullptr : &offers.front());
    if (session.failed() || priorities == nullptr || offers.empty()) {
        return {};
    }
    Sitting sitting{invocation, offers.front().file};
    Dialogue& dialogue = sitting.dialogue();
    std::vector<BlindRating> rated;
    std::optional<std::vector<Change>> changes;
    std::string uneditable;
    const auto write = dialogue.talk([&]() -> std::optional<bool> {
        auto all =
            cli::rate_blind(dialogue, *priorities, offers, static_cast<std::uint64_t>(invocation.seed.value_or(0)));
        if (!all) {
            return std::nullopt;
        }
        rated = std::move(*all);
        changes.reset();
        if (!invocation.print) {
            changes = changes_of(session, offers, rated, uneditable);
        }
        return !changes ? std::optional{false} : changes->empty() ? std::optional{true} : agreed(dialogue, *changes);
    });
    if (!write) {
        return sitting.left(session);
    }
    dialogue.gap();
    if (!*write) {
        return sitting.done(
            printed(session, offers, rated,
                    (uneditable.empty()
                         ? ""
                         : diagnostic::formatted("the factors of {} are written in a form that is not edited here; ",
                                                 uneditable)) +
                        std::string{"paste each table into its file; none was changed"}));
    }
    for (const Change& change : *changes) {
        if (const auto written = write_private_file(change.file, change.text); !written) {
            session.complain({written.error(), "`--print` prints the ratings instead", true});
            return {.keeps = sitting.done({}).keeps, .given_up = dialogue.answers()};
        }
        dialogue.say("wrote " + change.file);
    }
    if (!changes->empty()) {
        dialogue.gap();
    }
    session = with_texts(session, *changes);
    return sitting.done(weigh(session));
}

}  // namespace offerkit::cli::commands
