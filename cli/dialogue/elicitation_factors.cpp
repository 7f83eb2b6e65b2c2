#include <cli/dialogue/elicitation_steps.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <cli/dialogue/answers.hpp>
#include <cli/line/option_values.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/letters.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/diagnostic/text.hpp>

namespace offerkit::cli::elicitation {
namespace {

using model::Factor;
using model::Goal;
using model::Priorities;
using quantity::Number;

constexpr std::size_t longest_name = 30;
constexpr std::size_t most_factors = 100;

constexpr std::array<std::pair<std::string_view, Goal>, 6> goals{{{"money_later", Goal::money_later},
                                                                  {"impact", Goal::impact},
                                                                  {"experience", Goal::experience},
                                                                  {"brand", Goal::brand},
                                                                  {"personal_growth", Goal::personal_growth},
                                                                  {"none", Goal::none}}};

/// "personal_growth" of "Personal growth": letters and digits, in lower case.
std::string id_from(const std::string& name) {
    std::string id;
    for (const char c : name) {
        const char letter = diagnostic::to_lower(c);
        if ((letter >= 'a' && letter <= 'z') || diagnostic::is_digit(c)) {
            id += letter;
        } else if (!id.empty() && id.back() != '_') {
            id += '_';
        }
    }
    while (id.ends_with('_')) {
        id.pop_back();
    }
    return id;
}

class Factors {
public:
    Factors(Dialogue& dialogue, Priorities& priorities) : dialogue_{dialogue}, priorities_{priorities} {}

    [[nodiscard]] bool name_all() {
        if (!priorities_.factors.empty()) {
            dialogue_.gap();
            dialogue_.say("These are there already (a count of 0 takes one out later):");
            for (Factor& factor : priorities_.factors) {
                dialogue_.say(diagnostic::formatted("{}: {}", name_of(factor), ends_of(factor)), 2, 2);
            }
            for (std::size_t i = 0; i < priorities_.factors.size(); ++i) {
                if (priorities_.factors[i].children.empty() && !ask_missing_ends(i)) {
                    return false;
                }
            }
        }
        dialogue_.gap();
        dialogue_.say("Name what matters besides pay, one thing at a time: growth, people, a visa.");
        while (priorities_.factors.size() < most_factors) {
            const bool first = priorities_.factors.empty();
            const auto name = dialogue_.ask<std::string>(
                first ? "What matters to you?" : "What else matters to you?",
                first ? std::nullopt : std::optional<std::string>{"nothing more"},
                [this](const std::string& answer) { return new_name(answer); },
                "A factor is one thing that differs between jobs and that you care about:"
                " what you learn, who you work with, the way to work. Leave out what every"
                " offer has alike, and pay, which has its own questions.");
            if (!name) {
                return false;
            }
            if (*name == "nothing more") {
                break;
            }
            priorities_.factors.push_back({.id = free_id(*name), .name = *name});
            if (!ask_missing_ends(priorities_.factors.size() - 1) || !ask_goal(priorities_.factors.size() - 1)) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool set_musts() {
        if (priorities_.factors.empty()) {
            return true;
        }
        dialogue_.gap();
        dialogue_.say(
            "Must-haves: what would you refuse whatever the rest? An offer that fails one is named, never"
            " dropped in silence.");
        for (Factor& factor : priorities_.factors) {
            if (factor.children.empty() && !set_must(factor)) {
                return false;
            }
        }
        return true;
    }

private:
    [[nodiscard]] Understood<std::string> new_name(const std::string& answer) const {
        const bool taken =
            std::any_of(priorities_.factors.begin(), priorities_.factors.end(),
                        [&](const Factor& factor) { return factor.name == answer || factor.id == answer; });
        if (taken) {
            return misunderstood(ticked(answer) + " is there already", "give each factor a name of its own");
        }
        return answer;
    }

    [[nodiscard]] std::string free_id(const std::string& name) const {
        const auto taken = [&](const std::string& id) {
            return std::any_of(priorities_.factors.begin(), priorities_.factors.end(),
                               [&](const Factor& factor) { return factor.id == id; });
        };
        std::string id = id_from(name);
        for (std::size_t n = id.empty() ? 1 : 2; id.empty() || taken(id); ++n) {
            id = (id_from(name).empty() ? "factor" : id_from(name)) + "_" + std::to_string(n);
        }
        return id;
    }

    /// Weights without ends have no meaning: "important" says nothing of how bad and how good it could be.
    [[nodiscard]] bool ask_missing_ends(std::size_t index) {
        Factor& factor = priorities_.factors[index];
        const auto ask_end = [&](std::string& meaning, std::string_view end, const Number& number) {
            if (meaning.empty()) {
                const auto answer = dialogue_.ask<std::string>(
                    diagnostic::formatted("{} at its {} ({}) means", label_of(factor), end, plain(number)),
                    std::nullopt, [](const std::string& text) -> Understood<std::string> { return text; },
                    "Say in a few words what an offer at this end of the scale would be like, so that you rate every"
                    " offer by the same rule: \"I learn nothing new\", \"an hour each way\".");
                meaning = answer.value_or("");
            }
            return !meaning.empty();
        };
        return ask_end(factor.worst_means, "worst", factor.scale.worst) &&
               ask_end(factor.best_means, "best", factor.scale.best);
    }

    [[nodiscard]] bool ask_goal(std::size_t index) {
        const auto goal = dialogue_.ask<Goal>(
            "Goal (money_later, impact, experience, brand, personal_growth)", "none",
            [](const std::string& answer) -> Understood<Goal> {
                std::vector<std::string_view> words;
                for (const auto& [word, meaning] : goals) {
                    if (word == answer) {
                        return meaning;
                    }
                    words.push_back(word);
                }
                const std::string near = diagnostic::did_you_mean(answer, words);
                return misunderstood("there is no goal " + ticked(answer),
                                     near.empty() ? "the goals are " + diagnostic::listed(words, "and") : near);
            },
            "A goal is what a factor is good for in the end: money_later (a stake that may grow), impact (what you"
            " change), experience (skills and scope for the next job), brand (a name that opens doors),"
            " personal_growth (who you become). `decide` also says who leads if that goal alone counts. none: no"
            " goal of these.");
        priorities_.factors[index].goal = goal.value_or(Goal::none);
        return goal.has_value();
    }

    [[nodiscard]] bool set_must(Factor& factor) {
        const auto ends = std::minmax(factor.scale.worst, factor.scale.best);
        const bool costs = factor.scale.best < factor.scale.worst;
        struct Level {
            std::optional<Number> value{};
        };
        const auto level = dialogue_.ask<Level>(
            diagnostic::formatted("{}, {} to {}{}", label_of(factor), plain(factor.scale.worst),
                                  plain(factor.scale.best), costs ? ": at most" : ": at least"),
            factor.must ? plain(factor.must->at_least) : "anything",
            [&ends](const std::string& answer) -> Understood<Level> {
                if (answer == "anything") {
                    return Level{};
                }
                auto number = answers::number_between(answer, ends.first, ends.second);
                if (!number) {
                    number.error().help += ", or `anything`";
                    return failure(number.error());
                }
                return Level{*number};
            },
            "An offer that is worse than this is one you would refuse even if"
            " everything else were at its best. `anything`: there is no such"
            " line.");
        if (!level) {
            return false;
        }
        if (!level->value) {
            factor.must.reset();
            return true;
        }
        const auto known = factor.must ? factor.must->chance : std::nullopt;
        struct Sure {
            std::optional<quantity::Rate> chance{};
        };
        const auto sure = dialogue_.ask<Sure>(
            "  with a chance of at least (such as 90%)", known ? to_percent(*known, 16) : "not asked",
            [&known](const std::string& answer) -> Understood<Sure> {
                if (answer == "not asked" || (known && answer == to_percent(*known, 16))) {
                    return Sure{answer == "not asked" ? std::nullopt : known};
                }
                const auto chance = answers::chance(answer);
                return chance ? Understood<Sure>{Sure{*chance}} : failure(chance.error());
            },
            "How sure you want to be that the offer reaches it, where its rating is a range or a chance. `not asked`:"
            " its likely rating is enough.");
        if (sure) {
            factor.must = model::MustHave{*level->value, sure->chance};
        }
        return sure.has_value();
    }

    Dialogue& dialogue_;
    Priorities& priorities_;
};

}  // namespace

std::string plain(const Number& number) { return to_decimal(number, 18); }

std::string name_of(const Factor& factor) { return factor.name.empty() ? factor.id : factor.name; }

std::string label_of(const Factor& factor) { return diagnostic::shortened(name_of(factor), longest_name); }

std::string ends_of(const Factor& factor) {
    if (!factor.children.empty()) {
        std::string parts;
        for (const auto& child : factor.children) {
            parts += (parts.empty() ? "" : ", ") + child.value;
        }
        return diagnostic::formatted("all of its parts ({}) from their worst to their best", parts);
    }
    const auto end = [](const std::string& meaning, const Number& number) {
        return meaning.empty() ? plain(number) : diagnostic::formatted("\"{}\"", meaning);
    };
    return diagnostic::formatted("from {} to {}", end(factor.worst_means, factor.scale.worst),
                                 end(factor.best_means, factor.scale.best));
}

bool name_factors(Dialogue& dialogue, Priorities& priorities) { return Factors{dialogue, priorities}.name_all(); }

bool set_musts(Dialogue& dialogue, Priorities& priorities) { return Factors{dialogue, priorities}.set_musts(); }

}  // namespace offerkit::cli::elicitation
