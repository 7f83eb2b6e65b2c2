#include <cli/line/option_values.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include <cli/line/sweep_values.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>

namespace offerkit::cli {
namespace {

std::optional<Complaint> not_a(std::string_view what, const Option& option, std::string_view value, std::string help) {
    return Complaint{diagnostic::formatted("{} takes {}, not {}", ticked(option.name), what, ticked(value)),
                     std::move(help)};
}

std::optional<Complaint> take_date(const Option& option, std::string_view value, std::optional<calendar::Date>& place) {
    place = calendar::parse_date(value);
    if (!place || place->year() < calendar::first_year || place->year() > calendar::last_year) {
        return not_a("a date", option, value,
                     "write an existing day from 1900 to 2999 as year-month-day, such as 2026-03-02");
    }
    return std::nullopt;
}

constexpr int most_years = 100;

std::optional<Complaint> take_horizon(const Option& option, std::string_view value,
                                      std::optional<calendar::Period>& place) {
    const auto period = calendar::parse_period(value);
    if (!period) {
        return not_a("a period", option, value, period.error());
    }
    if (!is_horizon(*period)) {
        return Complaint{diagnostic::formatted("{} is from a month to {} years, not {}", ticked(option.name),
                                               std::to_string(most_years), ticked(value)),
                         diagnostic::formatted("write, for example, `{} \"4 years\"`", option.name)};
    }
    place = *period;
    return std::nullopt;
}

std::optional<quantity::Currency> take_currency(std::string_view code, std::string& help) {
    const auto currency = quantity::Currency::of(code);
    if (!currency) {
        const std::string near = diagnostic::did_you_mean(code, quantity::currency_codes());
        help = near.empty() ? "currencies are written as in ISO 4217, such as USD, EUR or JPY" : near;
    }
    return currency;
}

std::optional<Complaint> take_rate(const Option& option, std::string_view value, Invocation& invocation) {
    constexpr std::string_view habit =
        "write two currencies and what one of the first is of the second, such as EUR/USD=1.08";
    const std::size_t slash = value.find('/');
    const std::size_t equals = value.find('=');
    if (slash == std::string_view::npos || equals == std::string_view::npos || slash > equals) {
        return not_a("an exchange rate", option, value, std::string(habit));
    }
    std::string help;
    std::vector<quantity::Currency> pair;
    for (const auto code : {value.substr(0, slash), value.substr(slash + 1, equals - slash - 1)}) {
        const auto currency = take_currency(code, help);
        if (!currency) {
            return Complaint{
                diagnostic::formatted("there is no currency {} in `{} {}`", ticked(code), option.name, value), help};
        }
        pair.push_back(*currency);
    }
    if (pair[0] == pair[1]) {
        return Complaint{diagnostic::formatted("`{} {}` names the same currency twice", option.name, value),
                         std::string(habit)};
    }
    const auto rate = quantity::parse_decimal(value.substr(equals + 1));
    constexpr std::int64_t most = 1'000'000'000'000;
    if (!rate || *rate <= quantity::Number{0} || *rate > quantity::Number{most}) {
        return Complaint{ticked(value.substr(equals + 1)) + " is no exchange rate",
                         "write a number above 0, such as 1.08"};
    }
    invocation.rates.push_back({pair[0], pair[1], *rate, std::string(value)});
    return std::nullopt;
}

std::optional<Complaint> take_event(const Option& option, std::string_view value, Invocation& invocation) {
    const std::size_t equals = value.find('=');
    std::optional<calendar::Date> date;
    if (equals == std::string_view::npos || equals == 0) {
        return not_a("an event and a date", option, value,
                     diagnostic::formatted("write, for example, `{} ipo=2027-06-01`", option.name));
    }
    if (auto complaint = take_date(option, value.substr(equals + 1), date)) {
        return complaint;
    }
    invocation.events.push_back({std::string(value.substr(0, equals)), *date});
    return std::nullopt;
}

std::optional<Complaint> take_setting(const Option& option, std::string_view value, Invocation& invocation) {
    const std::size_t equals = value.find('=');
    if (equals == std::string_view::npos || equals == 0) {
        return not_a("a path and a value", option, value,
                     diagnostic::formatted(
                         "write, for example, `{} base.salary=200000` or `{} offer.toml:grant.new-hire.value=300000`",
                         option.name, option.name));
    }
    invocation.settings.emplace_back(value);
    return std::nullopt;
}

std::optional<Complaint> take_discount(const Option& option, std::string_view value,
                                       std::optional<quantity::Rate>& place) {
    const bool percent = value.ends_with('%');
    const auto number = quantity::parse_decimal(percent ? value.substr(0, value.size() - 1) : value);
    const auto rate = number && percent ? number->times(*quantity::Number::of(1, 100)) : number;
    if (!rate) {
        return not_a("a rate", option, value, diagnostic::formatted("write such as `{} 8%`", option.name));
    }
    if (*rate < quantity::Rate{0} || *rate > quantity::Rate{1}) {
        const bool forgotten = !percent && *rate > quantity::Rate{1} && *rate <= quantity::Rate{100};
        return Complaint{diagnostic::formatted("{} is from 0% to 100%, not {}", ticked(option.name), ticked(value)),
                         diagnostic::formatted("write such as `{} {}%`", option.name, forgotten ? value : "8")};
    }
    place = *rate;
    return std::nullopt;
}

std::optional<Complaint> take_count(const Option& option, std::string_view value, std::optional<std::int64_t>& place) {
    constexpr std::int64_t most = 1'000'000'000;
    const auto number = quantity::parse_decimal(value);
    if (!number || !number->is_whole() || number->numerator() < option.least || number->numerator() > most) {
        return not_a(
            "a whole number", option, value,
            diagnostic::formatted("write one from {} to {}", std::to_string(option.least), std::to_string(most)));
    }
    place = number->numerator();
    return std::nullopt;
}

std::optional<Complaint> check_choice(const Option& option, std::string_view value) {
    std::vector<std::string_view> words;
    for (const auto& choice : option.choices) {
        if (choice.word == value) {
            return std::nullopt;
        }
        words.push_back(choice.word);
    }
    const std::string near = diagnostic::did_you_mean(value, words);
    return Complaint{diagnostic::formatted("{} is not a value of {}", ticked(value), ticked(option.name)),
                     diagnostic::formatted("{}it takes {}", near.empty() ? "" : near + " ", listed(option.choices))};
}

std::optional<Complaint> check_kind(const Option& option, std::string_view value) {
    if (option.takes != Takes::nothing && value.empty()) {
        return Complaint{ticked(option.name) + " needs a value",
                         diagnostic::formatted("write `{} {}`", option.name, option.value)};
    }
    return option.takes == Takes::choice ? check_choice(option, value) : std::nullopt;
}

/// Takes a word that `check_choice` has let through.
template <class E>
void take_word(std::string_view word, E& place) {
    place = *from_word<E>(word);
}

}  // namespace

bool is_horizon(calendar::Period period) noexcept {
    const bool at_least_a_month = period.in_months() ? period.count() >= 1 : period.count() >= 28;
    return at_least_a_month && period.in_years() <= most_years;
}

std::string ticked(std::string_view text) { return diagnostic::formatted("`{}`", text); }

std::string listed(std::span<const Choice> choices, std::string_view last) {
    std::vector<std::string_view> words;
    for (const auto& choice : choices) {
        words.push_back(choice.word);
    }
    return diagnostic::listed(words, last);
}

std::optional<Complaint> take_value(const Option& option, const std::string& value, Invocation& invocation) {
    if (auto complaint = check_kind(option, value)) {
        return complaint;
    }
    switch (option.id) {
        case OptionId::format: take_word(value, invocation.format); break;
        case OptionId::color: take_word(value, invocation.colour); break;
        case OptionId::as_of: return take_date(option, value, invocation.as_of);
        case OptionId::horizon: return take_horizon(option, value, invocation.horizon);
        case OptionId::priorities: invocation.priorities = value; break;
        case OptionId::set: return take_setting(option, value, invocation);
        case OptionId::fx: return take_rate(option, value, invocation);
        case OptionId::discount: return take_discount(option, value, invocation.discount);
        case OptionId::pending: take_word(value, invocation.pending); break;
        case OptionId::common: invocation.common = true; break;
        case OptionId::after_tax: invocation.after_tax = true; break;
        case OptionId::sweep: return take_sweep(option, value, invocation);
        case OptionId::if_event: return take_event(option, value, invocation);
        case OptionId::profiles: invocation.profiles_folder = value; break;
        case OptionId::output: invocation.output = value; break;
        case OptionId::company: invocation.company = value; break;
        case OptionId::career: invocation.career = value; break;
        case OptionId::against: invocation.against.push_back(value); break;
        case OptionId::target: invocation.target = value; break;
        case OptionId::metric: invocation.metric = from_word<choice::negotiation::Metric>(value); break;
        case OptionId::ladder: invocation.ladder = value; break;
        case OptionId::to_ladder: invocation.to_ladder = value; break;
        case OptionId::offer: invocation.offer = value; break;
        case OptionId::by:
            invocation.definition = from_word<model::Definition>(value);
            invocation.step = from_word<value::VestStep>(value);
            break;
        case OptionId::on: return take_date(option, value, invocation.on);
        case OptionId::reason: take_word(value, invocation.reason); break;
        case OptionId::explain: invocation.explain = true; break;
        case OptionId::refreshers: invocation.refreshers = true; break;
        case OptionId::stay: invocation.stay = true; break;
        case OptionId::samples: return take_count(option, value, invocation.samples);
        case OptionId::seed: return take_count(option, value, invocation.seed);
        case OptionId::jobs: return take_count(option, value, invocation.jobs);
        case OptionId::bands: invocation.bands = true; break;
        case OptionId::detail: invocation.detail = true; break;
        case OptionId::for_oneself: invocation.for_oneself = true; break;
        case OptionId::mail: invocation.mail = true; break;
        case OptionId::weights: invocation.weights = true; break;
        case OptionId::blind: invocation.blind = true; break;
        case OptionId::print: invocation.print = true; break;
        case OptionId::ask: invocation.asks = true; break;
        case OptionId::from_ocf: invocation.from_ocf = true; break;
        case OptionId::force: invocation.force = true; break;
        case OptionId::man: invocation.man = true; break;
        case OptionId::markdown: invocation.markdown = true; break;
        case OptionId::help: invocation.ask = Invocation::Ask::help; break;
        case OptionId::version: invocation.ask = Invocation::Ask::version; break;
    }
    return std::nullopt;
}

}  // namespace offerkit::cli
