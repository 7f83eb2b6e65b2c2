#include <cli/dialogue/letter_questions.hpp>

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>

#include <cli/dialogue/answers.hpp>
#include <cli/dialogue/letter_words.hpp>
#include <cli/dialogue/vesting_words.hpp>
#include <cli/line/option_values.hpp>
#include <offerkit/authoring/toml.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/letters.hpp>
#include <offerkit/diagnostic/source.hpp>
#include <offerkit/quantity/currency.hpp>

namespace offerkit::cli {
namespace {

using calendar::Date;
using letter_words::KeyValue;
using quantity::Currency;
namespace toml = authoring::toml;

/// The answer that leaves something out.
constexpr const char* none = "none";

/// A value that may be left out: empty where it is.
template <class T>
std::function<Understood<std::optional<T>>(const std::string&)> or_none(
    std::function<Understood<T>(const std::string&)> understand) {
    return [understand = std::move(understand)](const std::string& answer) -> Understood<std::optional<T>> {
        if (answer == none) {
            return std::optional<T>{};
        }
        auto understood = understand(answer);
        if (!understood) {
            auto why = understood.error();
            why.help += ", or `none`";
            return failure(std::move(why));
        }
        return std::optional<T>{std::move(*understood)};
    };
}

Understood<std::string> as_text(const std::string& answer) { return answer; }

class Questions {
public:
    Questions(Dialogue& dialogue, const file::ProfileStore& profiles, Date today)
        : dialogue_{dialogue}, profiles_{profiles}, today_{today} {}

    [[nodiscard]] std::optional<Letter> ask(const std::optional<std::string>& company) {
        dialogue_.say(
            "Your letter, part by part, in its own words: $185k, 15%, 4 years quarterly with a one-year cliff, Dec 9."
            " Enter takes what stands in [brackets], `none` leaves a part out, `?` explains a question, `back` goes"
            " back.");
        if (company) {
            use(*company);
        }
        const bool done = ask_who() && ask_when() && ask_cash() && ask_grant() && ask_stock();
        return done ? std::optional{std::move(letter_)} : std::nullopt;
    }

private:
    void put(std::string_view table, std::string_view key, std::string value) {
        letter_.answers.push_back({std::string{table}, std::string{key}, std::move(value)});
    }

    /// Takes the terms of a profile, where there is one of that name without a problem.
    void use(const std::string& id) {
        diagnostic::Sources sources;
        diagnostic::Diagnostics unheard;
        letter_.company = profiles_.company(id, {sources, unheard});
    }

    /// The profile of the company that somebody calls `name`; empty where there is none.
    [[nodiscard]] std::string profile_of(const std::string& name) const {
        const std::string lower = diagnostic::to_lower(name);
        const auto ids = profiles_.ids("companies");
        return std::find(ids.begin(), ids.end(), lower) == ids.end() ? std::string{} : lower;
    }

    template <class T>
    [[nodiscard]] bool ask_optional(std::string_view question, std::function<Understood<T>(const std::string&)> read,
                                    std::optional<T>& value, std::string_view explanation,
                                    const std::string& fallback = none) {
        auto answer = dialogue_.ask<std::optional<T>>(question, fallback, or_none<T>(std::move(read)), explanation);
        if (answer) {
            value = std::move(*answer);
        }
        return answer.has_value();
    }

    [[nodiscard]] bool ask_text(std::string_view question, std::string_view key, std::string_view explanation) {
        std::optional<std::string> text;
        if (!ask_optional<std::string>(question, as_text, text, explanation)) {
            return false;
        }
        if (text) {
            put("", key, toml::text(*text));
        }
        return true;
    }

    [[nodiscard]] bool ask_who() {
        dialogue_.gap();
        const auto company = dialogue_.ask<std::string>(
            "Which company?", letter_.company ? std::optional{letter_.company->company} : std::nullopt, as_text,
            "The name by which you want to see this offer.");
        if (!company) {
            return false;
        }
        if (const std::string id = letter_.company ? std::string{} : profile_of(*company); !id.empty()) {
            const auto usual = dialogue_.confirm(
                "  Use what is known of its usual terms where you say nothing else?", true,
                diagnostic::formatted(
                    "The profile `{}` holds its schedule, vest days and usual bonus, each marked in the file: "
                    "`offerkit profiles companies {}` shows it with its source. Your letter decides.",
                    id, id));
            if (!usual) {
                return false;
            }
            if (*usual) {
                use(id);
            }
        }
        put("", "company", toml::text(*company));
        const auto currency = [this] {
            return dialogue_.ask<Currency>("Currency of its amounts", "USD", answers::currency,
                                           "The three letters of the currency that salary and bonus are stated in.");
        };
        if (!ask_text("What would you be?", "role", "Your title, as the letter says it; for your eyes alone.") ||
            !ask_text("Where?", "location", "Place of work in your own words; taxes need `place` in the file.") ||
            !ask_level()) {
            return false;
        }
        const auto known = currency();
        if (known) {
            currency_ = *known;
            put("", "currency", toml::text(known->code()));
        }
        return known.has_value();
    }

    [[nodiscard]] bool ask_level() {
        if (!letter_.company || letter_.company->ladder.empty()) {
            return true;
        }
        diagnostic::Sources sources;
        diagnostic::Diagnostics unheard;
        const auto ladder = profiles_.ladder(letter_.company->ladder, {sources, unheard});
        if (!ladder) {
            return true;
        }
        std::string names;
        for (const auto& level : ladder->levels) {
            names += (names.empty() ? "" : ", ") + level.name;
        }
        std::optional<std::string> level;
        const auto known = [&](const std::string& answer) -> Understood<std::string> {
            const bool found = std::any_of(ladder->levels.begin(), ladder->levels.end(),
                                           [&](const auto& one) { return one.name == answer; });
            return found ? Understood<std::string>{answer}
                         : misunderstood("there is no level " + ticked(answer), "the levels are " + names);
        };
        if (!ask_optional<std::string>("Which level?", known, level, diagnostic::formatted("One of {}.", names))) {
            return false;
        }
        if (level) {
            put("level", "ladder", toml::text(letter_.company->ladder));
            put("level", "name", toml::text(*level));
        }
        return true;
    }

    [[nodiscard]] bool ask_day(std::string_view question, std::string_view key, letter_words::Nearest nearest,
                               std::string_view explanation, const std::string& fallback) {
        std::optional<Date> day;
        const auto read = [&](const std::string& answer) { return letter_words::day(answer, today_, nearest); };
        if (!ask_optional<Date>(question, read, day, explanation, fallback)) {
            return false;
        }
        if (day) {
            put("", key, to_string(*day));
        }
        return true;
    }

    [[nodiscard]] bool ask_when() {
        using letter_words::Nearest;
        dialogue_.gap();
        const auto start = dialogue_.ask<Date>(
            "First day of work?", std::nullopt,
            [&](const std::string& answer) { return letter_words::day(answer, today_, Nearest::next); },
            "Every date of pay and vesting is counted from it. Where it is open, take the day you would like.");
        if (!start) {
            return false;
        }
        put("", "start", to_string(*start));
        if (!ask_day("When did you get the offer?", "received", Nearest::last, "The day you were told its terms.",
                     "today") ||
            !ask_day("Answer by?", "decide_by", Nearest::next, "The day on which the offer ends, if it says one.",
                     none)) {
            return false;
        }
        const auto written = dialogue_.confirm("Is it in writing?", true,
                                               "An offer that was only said is a weaker reason in a negotiation and is"
                                               " never a clear decision; `no` marks it as such.");
        if (written && !*written) {
            put("", "evidence", toml::text("verbal"));
        }
        return written.has_value();
    }

    [[nodiscard]] bool ask_cash() {
        dialogue_.gap();
        const auto base = dialogue_.ask<KeyValue>(
            "Base pay?", std::nullopt,
            [&](const std::string& answer) { return letter_words::base_pay(answer, currency_); },
            "A year's salary, such as $185k; or `95 an hour`, `8,500 a month`, `650 a day`.");
        if (!base) {
            return false;
        }
        put("base", base->key, base->value);
        std::optional<KeyValue> bonus;
        const std::string usual = letter_.company && !letter_.company->bonus.empty() ? letter_.company->bonus : none;
        if (!ask_optional<KeyValue>(
                "Yearly bonus, at target?",
                [&](const std::string& answer) { return letter_words::bonus(answer, currency_); }, bonus,
                "The target as a share of base (15%) or as an amount ($20k). It is a target, not a promise: `payout` in"
                " the file says what you expect of it.",
                usual)) {
            return false;
        }
        if (bonus) {
            put("bonus", bonus->key, bonus->value);
        }
        return ask_sign_on();
    }

    [[nodiscard]] bool ask_sign_on() {
        std::optional<quantity::Money> amount;
        const auto read = [&](const std::string& answer) { return answers::amount(answer, currency_); };
        if (!ask_optional<quantity::Money>("Sign-on?", read, amount, "Money paid once for joining.")) {
            return false;
        }
        if (!amount || amount->is_zero()) {
            return true;
        }
        put("sign_on", "amount", toml::amount(*amount));
        std::optional<std::string> within;
        if (!ask_optional<std::string>("  To be paid back if you leave within?", letter_words::period, within,
                                       "Most letters say so: `1 year`. The part that was not served is then owed,"
                                       " unless the file says `rule = \"full\"`.")) {
            return false;
        }
        if (within) {
            put("sign_on", "clawback", "{ within = " + *within + " }");
        }
        return true;
    }

    [[nodiscard]] bool ask_grant() {
        dialogue_.gap();
        std::optional<letter_words::Equity> equity;
        if (!ask_optional<letter_words::Equity>(
                "Shares or options?",
                [&](const std::string& answer) { return letter_words::equity(answer, currency_); }, equity,
                "Money that becomes shares ($240k), shares (1,400 RSUs), options (20,000 options at $1.35) or a part of"
                " the company (0.5%).")) {
            return false;
        }
        if (!equity) {
            return true;
        }
        granted_ = true;
        put("grant", "id", toml::text("new-hire"));
        if (equity->options) {
            const auto kind = dialogue_.ask<std::string>(
                "  Which kind of options? (iso, nso)", "iso",
                [](const std::string& answer) -> Understood<std::string> {
                    return answer == "iso" || answer == "nso"
                               ? Understood<std::string>{answer}
                               : misunderstood(ticked(answer) + " is not a kind of options", "answer `iso` or `nso`");
                },
                "Incentive stock options (iso) are for employees and taxed when the shares are sold, within limits;"
                " all others are nso. The grant agreement says which.");
            if (!kind) {
                return false;
            }
            put("grant", "instrument", toml::text(*kind));
        } else {
            put("grant", "instrument", toml::text("rsu"));
        }
        for (const KeyValue& one : equity->keys) {
            put("grant", one.key, one.value);
            by_value_ = by_value_ || one.key == "value";
        }
        return ask_schedule();
    }

    [[nodiscard]] bool ask_schedule() {
        std::optional<std::string> usual;
        if (letter_.company && !letter_.company->vesting.empty()) {
            usual = letter_.company->vesting;
        }
        const auto ids = profiles_.ids("vesting");
        const auto schedule = dialogue_.ask<std::string>(
            "  How do they vest?", usual,
            [&](const std::string& answer) -> Understood<std::string> {
                const bool named = std::find(ids.begin(), ids.end(), answer) != ids.end();
                return named ? Understood<std::string>{toml::text(answer)} : letter_words::schedule(answer);
            },
            "How long in all, how often, and from when on: `4 years quarterly with a one-year cliff`, `4 years monthly,"
            " no cliff`, `33/33/22/12` for a portion each year; or the name of a known schedule, which `offerkit"
            " profiles vesting` lists.");
        if (schedule) {
            put("grant", "vesting", *schedule);
        }
        return schedule.has_value();
    }

    [[nodiscard]] bool ask_stock() {
        if (!granted_) {
            return true;
        }
        const bool private_company =
            letter_.company && letter_.company->stock_kind == model::StockKind::private_company;
        const auto listed = dialogue_.confirm("Do its shares trade on a market?", !private_company,
                                              "Shares of a private company cannot be sold freely: their value is"
                                              " an estimate, and is shown apart.");
        if (!listed) {
            return false;
        }
        put("stock", "kind", toml::text(*listed ? "public" : "private"));
        std::optional<std::string> price;
        const std::function<Understood<std::string>(const std::string&)> read = [&](const std::string& answer) {
            return letter_words::price(answer, currency_);
        };
        const std::string_view question = *listed ? "The price of one share?" : "What is one share valued at?";
        const std::string why = *listed ? "Yesterday's close will do."
                                        : "The fair value of one common share (409A), which the company can tell"
                                          " you; not the price that investors paid.";
        if (by_value_) {
            // Without a price nobody can say how many shares an amount of money is.
            price = dialogue_.ask<std::string>(question, std::nullopt, read,
                                               why + " It says how many shares your amount of money is.");
        }
        if (by_value_ ? !price : !ask_optional<std::string>(question, read, price, why)) {
            return false;
        }
        if (price) {
            put("stock", "price", *price);
            put("stock", "as_of", to_string(today_));
        }
        return true;
    }

    Dialogue& dialogue_;
    const file::ProfileStore& profiles_;
    Date today_;
    Currency currency_ = *Currency::of("USD");
    bool granted_ = false;
    bool by_value_ = false;  ///< the grant is of an amount of money
    Letter letter_{};
};

}  // namespace

std::optional<Letter> ask_letter(Dialogue& dialogue, const file::ProfileStore& profiles,
                                 const std::optional<std::string>& company, Date today) {
    return Questions{dialogue, profiles, today}.ask(company);
}

}  // namespace offerkit::cli
