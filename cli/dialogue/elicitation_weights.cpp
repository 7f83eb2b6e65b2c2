#include <cli/dialogue/elicitation_steps.hpp>

#include <algorithm>
#include <vector>

#include <cli/dialogue/answers.hpp>
#include <cli/line/option_values.hpp>
#include <offerkit/choice/decision/swing_worth.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/words/amounts.hpp>

namespace offerkit::cli::elicitation {
namespace {

using model::Factor;
using model::Priorities;
using model::Stated;
using quantity::Number;

const Number zero{0};
const Number full{100};

/// Something that has a swing: pay, or a factor by its place.
struct Swinging {
    std::optional<std::size_t> factor{};  ///< nothing: pay
};

class Weights {
public:
    Weights(Dialogue& dialogue, Priorities& priorities) : dialogue_{dialogue}, priorities_{priorities} {}

    [[nodiscard]] bool weigh_all() {
        if (!weigh(top_members(), "Imagine a job in which all of this is at its worst:")) {
            return false;
        }
        for (std::size_t i = 0; i < priorities_.factors.size(); ++i) {
            const Factor& parent = priorities_.factors[i];
            if (!parent.children.empty() &&
                !weigh(members_of(parent),
                       diagnostic::formatted("Within {}, all of it at its worst:", name_of(parent)))) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool confirm_worths() {
        if (!priorities_.money || priorities_.money->swing->value == zero) {
            return true;
        }
        const choice::PaySwing pay{priorities_.money->worst, priorities_.money->best, priorities_.money->swing->value};
        bool begun = false;
        for (const Swinging& one : top_members()) {
            if (!one.factor || swing_of(one)->value == zero) {
                continue;
            }
            if (!begun) {
                dialogue_.gap();
                dialogue_.say("In money that says (answer `yes`, or what it is worth to you a year):");
                begun = true;
            }
            if (!confirm_worth(one, pay)) {
                return false;
            }
        }
        return true;
    }

private:
    [[nodiscard]] std::optional<Stated<Number>>& swing_of(const Swinging& one) {
        return one.factor ? priorities_.factors[*one.factor].swing : priorities_.money->swing;
    }
    void set_swing(const Swinging& one, const Number& swing) {
        swing_of(one) = Stated<Number>{swing};
        (one.factor ? priorities_.factors[*one.factor].rank : priorities_.money->rank).reset();
    }
    [[nodiscard]] std::string label_of_one(const Swinging& one) const {
        return one.factor ? label_of(priorities_.factors[*one.factor]) : "Yearly pay";
    }
    [[nodiscard]] std::string described(const Swinging& one) const {
        if (one.factor) {
            return diagnostic::formatted("{}: {}", name_of(priorities_.factors[*one.factor]),
                                         ends_of(priorities_.factors[*one.factor]));
        }
        return diagnostic::formatted("Yearly pay: from {} to {}", report::about(priorities_.money->worst),
                                     report::about(priorities_.money->best));
    }

    /// The factors of a list of ids, in the order of the file.
    [[nodiscard]] std::vector<Swinging> members_of(const Factor& parent) const {
        std::vector<Swinging> members;
        for (std::size_t i = 0; i < priorities_.factors.size(); ++i) {
            const auto& children = parent.children;
            if (std::any_of(children.begin(), children.end(),
                            [&](const auto& child) { return child.value == priorities_.factors[i].id; })) {
                members.push_back({i});
            }
        }
        return members;
    }

    /// Pay and the factors that are nobody's children.
    [[nodiscard]] std::vector<Swinging> top_members() const {
        std::vector<Swinging> members;
        if (priorities_.money) {
            members.push_back({});
        }
        for (std::size_t i = 0; i < priorities_.factors.size(); ++i) {
            const std::string& id = priorities_.factors[i].id;
            const bool child =
                std::any_of(priorities_.factors.begin(), priorities_.factors.end(), [&](const Factor& parent) {
                    return std::any_of(parent.children.begin(), parent.children.end(),
                                       [&](const auto& name) { return name.value == id; });
                });
            if (!child) {
                members.push_back({i});
            }
        }
        return members;
    }

    [[nodiscard]] bool weigh(const std::vector<Swinging>& members, const std::string& scene) {
        if (members.empty()) {
            return true;
        }
        if (members.size() == 1) {
            set_swing(members.front(), full);
            return true;
        }
        dialogue_.gap();
        dialogue_.say(scene);
        for (std::size_t i = 0; i < members.size(); ++i) {
            dialogue_.say(diagnostic::formatted("{}. {}", std::to_string(i + 1), described(members[i])), 2, 3);
        }
        const auto top = ask_top(members);
        if (!top) {
            return false;
        }
        auto largest = swing_of(members[*top]);
        for (const Swinging& one : members) {
            const auto& swing = swing_of(one);
            if (swing && (!largest || (!swing_of(members[*top]) && swing->value > largest->value))) {
                largest = swing;
            }
        }
        set_swing(members[*top], full);
        dialogue_.say(label_of_one(members[*top]) +
                      ", from worst to best, counts 100. Beside it, from 0 (nothing) to"
                      " 100 (as much):");
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (i != *top && !ask_swing(members[i], largest)) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] std::optional<std::size_t> ask_top(const std::vector<Swinging>& members) {
        // Where swings are known the largest is the default; where ranks are, the first.
        std::optional<std::size_t> likely;
        for (std::size_t i = 0; i < members.size(); ++i) {
            const auto& swing = swing_of(members[i]);
            if (swing && (!likely || swing->value > swing_of(members[*likely])->value)) {
                likely = i;
            }
        }
        return dialogue_.ask<std::size_t>(
            "Which one would you raise to its best first? (its number)",
            likely ? std::optional{std::to_string(*likely + 1)} : std::nullopt,
            [&](const std::string& answer) -> Understood<std::size_t> {
                for (std::size_t i = 0; i < members.size(); ++i) {
                    const bool named = members[i].factor && (priorities_.factors[*members[i].factor].id == answer ||
                                                             priorities_.factors[*members[i].factor].name == answer);
                    if (named || std::to_string(i + 1) == answer) {
                        return i;
                    }
                }
                return misunderstood(ticked(answer) + " is none of them",
                                     "answer with a number from 1 to " + std::to_string(members.size()));
            },
            "A swing is the way from the worst end of a scale to its best. Of all of these, take the one whose swing"
            " would gladden you most: it counts 100, the others are set beside it.");
    }

    [[nodiscard]] bool ask_swing(const Swinging& one, const std::optional<Stated<Number>>& largest) {
        std::optional<std::string> fallback;
        if (const auto& known = swing_of(one); known && largest && largest->value > zero) {
            const auto points = choice::points_beside(known->value, largest->value);
            fallback = points ? std::optional{plain(std::min(*points, full))} : std::nullopt;
        }
        const auto swing = dialogue_.ask<Number>(
            label_of_one(one) + ", from worst to best, counts", fallback,
            [](const std::string& answer) { return answers::number_between(answer, zero, full); },
            "Points for its swing, where the first one has 100: 50 if you would give two such swings for that one, 0 if"
            " you would not care.");
        if (swing) {
            set_swing(one, *swing);
        }
        return swing.has_value();
    }

    [[nodiscard]] bool confirm_worth(const Swinging& one, const choice::PaySwing& pay) {
        const auto worth = choice::worth_of_swing(swing_of(one)->value, pay);
        if (!worth) {
            return true;
        }
        struct Reply {
            bool right = true;
            std::optional<Number> swing{};
        };
        const auto corrected = [&](const std::string& answer) -> Understood<Reply> {
            const auto amount = answers::amount(answer, pay.best.currency());
            if (!amount) {
                return failure(amount.error());
            }
            const auto swing = choice::swing_of_worth(*amount, pay);
            if (!swing) {
                return misunderstood("that is too much to be counted", "answer with a yearly amount");
            }
            return Reply{true, swing};
        };
        const std::string says = diagnostic::formatted(" is worth {} a year: right?", report::roughly(*worth));
        const std::size_t room = dialogue_.room("yes");
        const std::size_t taken = says.size() + std::string_view{"A full swing of "}.size();
        auto reply = dialogue_.ask<Reply>(
            diagnostic::formatted("A full swing of {}{}",
                                  diagnostic::shortened(label_of_one(one), room > taken + 8 ? room - taken : 8), says),
            "yes",
            [&](const std::string& answer) -> Understood<Reply> {
                if (const auto known = yes_or_no(answer)) {
                    return Reply{*known, std::nullopt};
                }
                auto amount = corrected(answer);
                if (!amount) {
                    amount.error().help = "answer `yes`, `no`, or an amount such as 40_000";
                }
                return amount;
            },
            "Would you give up about that much pay a year, and no more, to have this at its best instead of its worst?"
            " If not, answer with the amount that you would give up.");
        if (reply && !reply->right) {
            reply = dialogue_.ask<Reply>(
                diagnostic::formatted("  What is it worth to you a year, in {}?", pay.best.currency().code()),
                std::nullopt, corrected);
        }
        if (reply && reply->swing) {
            set_swing(one, *reply->swing);
            dialogue_.say(diagnostic::formatted("Then it counts {}, where pay counts {}.", to_decimal(*reply->swing, 2),
                                                plain(pay.swing)),
                          2);
        }
        return reply.has_value();
    }

    Dialogue& dialogue_;
    Priorities& priorities_;
};

}  // namespace

bool weigh(Dialogue& dialogue, Priorities& priorities) { return Weights{dialogue, priorities}.weigh_all(); }

bool confirm_worths(Dialogue& dialogue, Priorities& priorities) {
    return Weights{dialogue, priorities}.confirm_worths();
}

}  // namespace offerkit::cli::elicitation
