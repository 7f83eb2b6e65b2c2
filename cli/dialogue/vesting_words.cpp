#include <cli/dialogue/vesting_words.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include <cli/dialogue/plain_words.hpp>
#include <cli/line/option_values.hpp>
#include <offerkit/authoring/toml.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/keys/likely.hpp>
#include <offerkit/quantity/fraction.hpp>

namespace offerkit::cli::letter_words {
namespace {

using calendar::Period;
using quantity::Number;
namespace likely = file::likely;
namespace toml = authoring::toml;

/// How often: "monthly", "quarterly", "annually"; nothing for anything else.
std::optional<Period> frequency_of(std::string_view word) {
    const auto period = calendar::parse_period(likely::frequency(word));
    return period ? std::optional{*period} : std::nullopt;
}

/// What the words of a schedule say, found word by word.
struct Said {
    std::optional<Period> over{};
    std::optional<Period> every{};
    std::optional<Period> cliff{};
    bool cliff_named = false;  ///< a cliff is spoken of
    bool no_cliff = false;
    std::string unknown{};  ///< a word that says nothing known
};

bool put(std::optional<Period>& place, Period period) {
    const bool free = !place.has_value();
    place = period;
    return free;
}

class Reader {
public:
    explicit Reader(std::vector<std::string> words) : words_{std::move(words)} {}

    /// Nothing when the same is said twice.
    [[nodiscard]] std::optional<Said> read() {
        while (at_ < words_.size()) {
            if (!take()) {
                return std::nullopt;
            }
        }
        return said_;
    }

private:
    [[nodiscard]] std::string_view word(std::size_t ahead = 0) const {
        return at_ + ahead < words_.size() ? std::string_view{words_[at_ + ahead]} : std::string_view{};
    }

    [[nodiscard]] bool take() {
        if (const auto length = length_here()) {
            return take_length(*length);
        }
        const std::string_view one = word();
        ++at_;
        if (one == "semi" || one == "half" || one == "bi") {
            return take_half_of(one);
        }
        if (const auto often = frequency_of(one)) {
            return put(said_.every, *often);
        }
        if (means_every(one)) {
            return take_every();
        }
        if (one == "no" || one == "without") {
            said_.no_cliff = true;
        } else if (one == "cliff") {
            said_.cliff_named = true;
            after_cliff_ = !said_.no_cliff && !said_.cliff;
        } else if (one == "after") {
            after_cliff_ = true;
        } else {
            take_filling(one);
        }
        return true;
    }

    /// Of the cliff, of a step, or of the whole.
    [[nodiscard]] bool take_length(Period length) {
        const bool is_cliff = word() == "cliff" || after_cliff_;
        const bool is_step = after_every_;
        after_cliff_ = false;
        after_every_ = false;
        if (word() == "cliff") {
            said_.cliff_named = true;
            ++at_;
        }
        if (after_then_ && !is_step && !is_cliff) {
            // "then over 3 years": of the whole time, or of what is left of it?
            said_.unknown = "then";
        }
        return put(is_step ? said_.every : is_cliff ? said_.cliff : said_.over, length);
    }

    /// "semi-annually" in two words.
    [[nodiscard]] bool take_half_of(std::string_view half) {
        if (frequency_of(word()) == Period::months(12)) {
            ++at_;
            return put(said_.every, Period::months(6));
        }
        said_.unknown = half;
        return true;
    }

    /// The unit of "every month"; "every 3 months" is a length that follows.
    [[nodiscard]] bool take_every() {
        const auto unit = length_of("a", word());
        after_every_ = !unit;
        if (!unit) {
            return true;
        }
        ++at_;
        return put(said_.every, *unit);
    }

    void take_filling(std::string_view one) {
        after_then_ = after_then_ || one == "then" || one == "rest";
        constexpr std::array<std::string_view, 20> filling{
            "with", "over",  "a",    "an",     "and",   "then",    "of",   "the",    "in", "vesting",
            "vest", "vests", "even", "evenly", "equal", "equally", "rest", "shares", "it", "installments"};
        if (std::find(filling.begin(), filling.end(), one) == filling.end()) {
            said_.unknown = one;
        }
    }

    /// "four years", "12 month"; moves past it.
    [[nodiscard]] std::optional<Period> length_here() {
        const auto length = length_of(word(), word(1));
        at_ += length ? 2U : 0U;
        return length;
    }

    std::vector<std::string> words_;
    std::size_t at_ = 0;
    Said said_{};
    bool after_cliff_ = false;
    bool after_every_ = false;
    bool after_then_ = false;
};

constexpr const char* schedule_help =
    "write such as `4 years quarterly with a one-year cliff`, `4 years monthly, no cliff` or `33/33/22/12`";

/// The portions of "33/33/22/12" as `yearly`; nothing when the answer is not of that form.
std::optional<Understood<std::string>> portions(const std::string& answer) {
    if (answer.find('/') == std::string::npos) {
        return std::nullopt;
    }
    Number sum{0};
    std::string list;
    for (std::string word : words_of(answer, "/")) {
        if (word.ends_with('%')) {
            word.pop_back();
        }
        const auto portion = quantity::parse_decimal(word);
        const auto more = portion && *portion >= Number{0} ? sum.plus(*portion) : std::nullopt;
        if (!more) {
            return misunderstood(ticked(answer) + " is not a schedule", schedule_help);
        }
        sum = *more;
        list += (list.empty() ? "" : ", ") + toml::text(word + "%");
    }
    constexpr std::int64_t whole = 100;
    if (sum != Number{whole}) {
        return misunderstood(
            diagnostic::formatted("the portions of {} add up to {}%, not 100%", ticked(answer), to_decimal(sum)),
            "write a portion for each year; those of 33.4/33.3/33.3 add up");
    }
    return "{ yearly = [" + list + "] }";
}

}  // namespace

Understood<std::string> schedule(const std::string& answer) {
    if (auto list = portions(answer)) {
        return std::move(*list);
    }
    const auto said = Reader{words_of(answer, ",-;")}.read();
    if (!said) {
        return misunderstood(ticked(answer) + " says one thing twice", schedule_help);
    }
    if (!said->unknown.empty()) {
        return misunderstood(ticked(said->unknown) + " is not understood", schedule_help);
    }
    if (!said->over || said->over->is_zero()) {
        return misunderstood(ticked(answer) + " does not say how long it takes in all", schedule_help);
    }
    if (!said->every || said->every->is_zero()) {
        return misunderstood(ticked(answer) + " does not say how often shares vest", schedule_help);
    }
    if (said->cliff_named && !said->no_cliff && !said->cliff) {
        return misunderstood(ticked(answer) + " does not say how long the cliff is",
                             "write such as `4 years monthly with a one-year cliff`");
    }
    if (!said->over->divided_by(*said->every)) {
        return misunderstood(diagnostic::formatted("vesting every {} does not divide {}", to_string(*said->every),
                                                   to_string(*said->over)),
                             schedule_help);
    }
    std::string out = "{ over = " + toml::text(to_string(*said->over));
    if (!(*said->every == *said->over)) {
        out += ", every = " + toml::text(to_string(*said->every));
    }
    if (said->cliff && !said->cliff->is_zero()) {
        if (said->cliff->in_years() > said->over->in_years()) {
            return misunderstood(
                diagnostic::formatted("the cliff of {} is longer than the schedule", to_string(*said->cliff)),
                schedule_help);
        }
        out += ", cliff = " + toml::text(to_string(*said->cliff));
    }
    return out + " }";
}

}  // namespace offerkit::cli::letter_words
