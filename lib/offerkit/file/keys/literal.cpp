#include <offerkit/file/keys/literal.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/diagnostic/utf8.hpp>
#include <offerkit/file/keys/likely.hpp>
#include <offerkit/file/keys/meant.hpp>
#include <offerkit/model/fields/other_names.hpp>

namespace offerkit::file::literal {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using model::Accepts;
using model::Field;
using quantity::Fraction;

constexpr std::size_t most_characters = 10'000;
constexpr int price_decimals = 10;

/// The digits of a number that is written plainly; a fault for exponents, other bases, infinities.
Read<std::string_view> plain(const Node& node, const Field& field, const diagnostic::Code& code) {
    if (node.kind != NodeKind::number) {
        return failure(wrong_kind(node, field));
    }
    std::string_view digits = node.text;
    if (digits.find_first_of("xXoObBeEni") != std::string_view::npos) {
        return failure(Fault{
            code,
            formatted("{} is written with plain digits, without exponent, other bases or infinities", named(field)),
            write_meant(node, field)});
    }
    if (!quantity::parse_decimal(digits)) {
        return failure(Fault{code, formatted("{} has more digits than can be kept exactly", named(field)),
                             "round it to at most 18 digits"});
    }
    return digits;
}

std::optional<Fraction> parse_fraction(std::string_view text) {
    const std::size_t slash = text.find('/');
    const auto top = quantity::parse_decimal(text.substr(0, slash));
    const auto bottom = quantity::parse_decimal(text.substr(slash + 1));
    if (!top || !bottom || !top->is_whole() || !bottom->is_whole() || bottom->numerator() <= 0 ||
        text[slash + 1] == '+') {
        return std::nullopt;
    }
    return Fraction::of(top->numerator(), bottom->numerator());
}

/// A percentage as people write it, with or without a space before its sign.
std::optional<Fraction> parse_percentage(std::string_view text) {
    text.remove_suffix(1);
    while (text.ends_with(' ')) {
        text.remove_suffix(1);
    }
    const auto percent = quantity::parse_decimal(text);
    return percent ? Fraction::of(percent->numerator(), static_cast<quantity::int128>(percent->denominator()) * 100)
                   : std::nullopt;
}

}  // namespace

Fault wrong_kind(const Node& node, const Field& field) {
    return {codes::wrong_type, formatted("{} takes {}, not {}", named(field), taken(field), described(node.kind)),
            write_meant(node, field)};
}

bool fits(const Node& node, const Field& field) {
    // A currency that takes every amount, since only its kind is asked for.
    const auto finest = *quantity::Currency::of("KWD");
    const auto is_rate = takes(field, Accepts::rate) || takes(field, Accepts::growth_rate) ||
                         takes(field, Accepts::share) || takes(field, Accepts::correlation);
    return ((takes(field, Accepts::money) || takes(field, Accepts::stock_money)) && money(node, field, finest)) ||
           (takes(field, Accepts::price) && price(node, field, finest)) || (is_rate && rate(node, field)) ||
           (takes(field, Accepts::number) && number(node, field)) ||
           (takes(field, Accepts::count) && count(node, field)) || (takes(field, Accepts::date) && date(node, field)) ||
           (takes(field, Accepts::period) && period(node, field)) ||
           (takes(field, Accepts::day_of_year) && day_of_year(node, field)) ||
           (takes(field, Accepts::vest_day) && vest_day(node, field)) ||
           (takes(field, Accepts::boolean) && boolean(node, field)) ||
           (takes(field, Accepts::choice) && choice(node, field)) ||
           ((takes(field, Accepts::text) || takes(field, Accepts::profile)) && text(node, field));
}

Read<quantity::Money> money(const Node& node, const Field& field, quantity::Currency currency) {
    const auto digits = plain(node, field, codes::bad_money);
    if (!digits) {
        return failure(digits.error());
    }
    auto amount = quantity::parse_money(*digits, currency);
    if (!amount) {
        return failure(Fault{codes::bad_money, formatted("{}: {}", named(field), amount.error()),
                             write_amount(node, field, currency.decimals())});
    }
    return *amount;
}

Read<quantity::Price> price(const Node& node, const Field& field, quantity::Currency currency) {
    if (node.kind != NodeKind::number) {
        return failure(wrong_kind(node, field));
    }
    // A price keeps more digits than a plain number: up to 10^12 with ten decimals.
    if (node.text.find_first_of("xXoObBeEni") != std::string::npos) {
        return failure(Fault{
            codes::bad_price,
            formatted("{} is written with plain digits, without exponent, other bases or infinities", named(field)),
            write_meant(node, field)});
    }
    auto value = quantity::parse_price(node.text, currency);
    if (!value) {
        return failure(Fault{codes::bad_price, formatted("{}: {}", named(field), value.error()),
                             write_amount(node, field, price_decimals)});
    }
    return *value;
}

Read<quantity::Rate> rate(const Node& node, const Field& field) {
    const auto wrong = [&](std::string_view why, std::string help) {
        return failure(Fault{codes::bad_rate, formatted("{} {}", named(field), why), std::move(help)});
    };
    std::optional<Fraction> value;
    if (node.kind == NodeKind::number) {
        const auto digits = plain(node, field, codes::bad_rate);
        if (!digits) {
            return failure(digits.error());
        }
        value = quantity::parse_decimal(*digits);
    } else if (node.kind == NodeKind::text) {
        const std::string_view text = node.text;
        if (text.ends_with('%')) {
            value = parse_percentage(text);
        } else if (text.find('/') != std::string_view::npos) {
            value = parse_fraction(text);
        } else {
            value = quantity::parse_decimal(text);
        }
        if (!value) {
            const bool clear = !likely::values(node, field).empty();
            return wrong("is not a percentage or a fraction",
                         clear ? write_meant(node, field) : "write it such as \"15%\", \"1/3\" or 0.15");
        }
    } else {
        return failure(wrong_kind(node, field));
    }
    const bool bare = node.kind == NodeKind::number ||
                      (node.text.find('%') == std::string::npos && node.text.find('/') == std::string::npos);
    if (bare && *value > Fraction{1}) {
        return wrong(
            formatted("is a share of the whole, and {} without % is more than all of it", quantity::to_decimal(*value)),
            percent_hint(*value, field));
    }
    const bool growth = takes(field, Accepts::growth_rate);
    if (growth && *value <= Fraction{-1}) {
        return wrong("must be above -100%", "nothing is left at -100%");
    }
    const bool correlation = takes(field, Accepts::correlation);
    if (correlation && (*value < Fraction{-1} || *value > Fraction{1})) {
        return wrong("lies between -100% and 100%", "write such as \"55%\"");
    }
    if (!growth && !correlation && *value < Fraction{0}) {
        return wrong("cannot be negative", formatted("write it without the minus sign: {}", unsigned_literal(node)));
    }
    if (takes(field, Accepts::share) && *value > Fraction{1}) {
        return wrong("can be at most 100%", "it is a part of a whole, and all of it is \"100%\"");
    }
    if (*value > Fraction{most_number}) {
        return wrong("is absurdly large", "write it as a percentage, such as \"15%\"");
    }
    return *value;
}

Read<quantity::Number> number(const Node& node, const Field& field) {
    const auto digits = plain(node, field, codes::bad_number);
    if (!digits) {
        return failure(digits.error());
    }
    const auto value = quantity::parse_decimal(*digits);
    if (*value > Fraction{most_number} || *value < Fraction{-most_number}) {
        return failure(Fault{codes::bad_number,
                             formatted("{} must lie between -1_000_000_000_000 and 1_000_000_000_000", named(field)),
                             "check the number of its digits"});
    }
    return *value;
}

Read<std::int64_t> count(const Node& node, const Field& field) {
    const auto digits = plain(node, field, codes::bad_number);
    if (!digits) {
        return failure(digits.error());
    }
    const auto value = quantity::parse_decimal(*digits);
    if (!value->is_whole()) {
        return failure(Fault{codes::bad_number, formatted("{} must be a whole number", named(field)),
                             "write " + diagnostic::grouped(value->numerator() / value->denominator(), '_')});
    }
    if (value->numerator() < field.least || value->numerator() > field.most) {
        return failure(Fault{codes::bad_number,
                             formatted("{} must be a whole number from {} to {}", named(field),
                                       diagnostic::grouped(field.least, '_'), diagnostic::grouped(field.most, '_')),
                             write_sample(field)});
    }
    return value->numerator();
}

Read<calendar::Date> date(const Node& node, const Field& field) {
    if (node.kind == NodeKind::date_time) {
        return failure(Fault{codes::bad_date, formatted("{} is a date without a time of day", named(field)),
                             write_meant(node, field)});
    }
    if (node.kind != NodeKind::date) {
        return failure(wrong_kind(node, field));
    }
    const auto value = calendar::parse_date(node.text);
    if (!value || value->year() < calendar::first_year || value->year() > calendar::last_year) {
        return failure(Fault{codes::bad_date, formatted("{} lies outside the years 1900 to 2999", named(field)),
                             "check the year"});
    }
    return *value;
}

Read<calendar::Period> period(const Node& node, const Field& field) {
    if (node.kind != NodeKind::text) {
        return failure(wrong_kind(node, field));
    }
    auto value = calendar::parse_period(node.text);
    if (!value) {
        return failure(
            Fault{codes::bad_period, formatted("{}: {}", named(field), value.error()), write_meant(node, field)});
    }
    return *value;
}

Read<model::PaidTime> paid_time(const Node& node, const Field& field) {
    const auto time = period(node, field);
    if (!time) {
        return failure(time.error());
    }
    return model::PaidTime{*time, node.text.find("week") != std::string::npos};
}

Read<calendar::DayOfYear> day_of_year(const Node& node, const Field& field) {
    if (node.kind != NodeKind::text) {
        return failure(wrong_kind(node, field));
    }
    const auto value = calendar::parse_day_of_year(node.text);
    if (!value) {
        return failure(
            Fault{codes::bad_day_of_year, formatted("{}: `{}` is not a day of the year", named(field), node.text),
                  likely::day_of_year(node.text).empty() ? "write month and day in two digits each, such as \"02-15\""
                                                         : write_meant(node, field)});
    }
    return *value;
}

Read<calendar::VestDay> vest_day(const Node& node, const Field& field) {
    if (node.kind != NodeKind::text) {
        return failure(wrong_kind(node, field));
    }
    const auto value = calendar::parse_vest_day(node.text);
    if (!value) {
        return failure(
            Fault{codes::bad_day_of_year, formatted("{}: `{}` is not a day of the year", named(field), node.text),
                  likely::values(node, field).empty()
                      ? "write month and day such as \"02-15\"; \"02-29\" is the end of February, \"03-3wed\" "
                        "the third Wednesday of March, and \"12-lastfri\" the last Friday of December"
                      : write_meant(node, field)});
    }
    return *value;
}

/// Whether a text holds what breaks a line or drives a terminal: U+0000 to U+001F, U+007F to U+009F, and the line and
/// paragraph separators U+2028 and U+2029.
bool holds_control(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::string_view rest = text.substr(i);
        const bool high = byte == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0;
        if (byte < 0x20 || byte == 0x7F || high || rest.starts_with("\u2028") || rest.starts_with("\u2029")) {
            return true;
        }
    }
    return false;
}

Read<std::string> text(const Node& node, const Field& field) {
    if (node.kind != NodeKind::text) {
        return failure(wrong_kind(node, field));
    }
    if (diagnostic::utf8::length(node.text) > most_characters) {
        return failure(Fault{codes::bad_text, formatted("{} is longer than 10,000 characters", named(field)),
                             "keep notes in comments, which begin with #"});
    }
    if (holds_control(node.text)) {
        return failure(Fault{codes::bad_text,
                             formatted("{} holds a control character, such as a line break or a tab", named(field)),
                             "write it on one line; in a long text a \\ at the end of a line joins it to the next"});
    }
    if (field.required && node.text.find_first_not_of(' ') == std::string::npos) {
        return failure(Fault{codes::bad_text, formatted("{} is empty", named(field)), write_sample(field)});
    }
    return node.text;
}

Read<bool> boolean(const Node& node, const Field& field) {
    if (node.kind != NodeKind::boolean) {
        return failure(wrong_kind(node, field));
    }
    return node.text == "true";
}

Read<quantity::Currency> currency(const Node& node, const Field& field) {
    if (node.kind != NodeKind::text) {
        return failure(wrong_kind(node, field));
    }
    if (const auto value = quantity::Currency::of(node.text)) {
        return *value;
    }
    std::string help = diagnostic::did_you_mean(node.text, quantity::currency_codes());
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> signs{{{"$", "USD"},
                                                                                  {"US$", "USD"},
                                                                                  {"dollar", "USD"},
                                                                                  {"\xE2\x82\xAC", "EUR"},
                                                                                  {"euro", "EUR"},
                                                                                  {"\xC2\xA3", "GBP"},
                                                                                  {"\xC2\xA5", "JPY"}}};
    for (const auto& [sign, code] : signs) {
        if (node.text == sign) {
            help = formatted("write \"{}\"", code);
        }
    }
    return failure(Fault{codes::unknown_currency, formatted("no currency has the code `{}`", node.text),
                         help.empty() ? "write its three letters (ISO 4217), such as \"USD\" or \"EUR\"" : help});
}

Read<std::size_t> choice(const Node& node, const Field& field) {
    if (node.kind != NodeKind::text) {
        return failure(wrong_kind(node, field));
    }
    const auto found = std::find(field.choices.begin(), field.choices.end(), node.text);
    if (found != field.choices.end()) {
        return static_cast<std::size_t>(found - field.choices.begin());
    }
    const std::string_view meant = model::find_other_word(field, node.text);
    std::string help = meant.empty() ? diagnostic::did_you_mean(node.text, field.choices)
                                     : formatted("write `{} = \"{}\"`;", field.key, meant);
    help += help.empty() ? "" : " ";
    help += field.choices.size() == 1 ? "it takes " : "it takes one of ";
    help += diagnostic::listed(field.choices, "or", 20);
    if (takes(field, Accepts::count)) {
        help += formatted(", or a number from {} to {}", std::to_string(field.least), std::to_string(field.most));
    }
    if (takes(field, Accepts::day_of_year)) {
        help += ", or a day such as \"07-01\"";
    }
    return failure(Fault{codes::unknown_word, formatted("{} cannot be `{}`", named(field), node.text), help});
}

Node fallback_node(const Field& field, diagnostic::Span at) {
    Node node;
    node.text = field.fallback;
    node.span = at;
    const bool digits = takes(field, Accepts::count) || takes(field, Accepts::number) || takes(field, Accepts::money) ||
                        takes(field, Accepts::stock_money);
    node.kind = takes(field, Accepts::boolean) ? NodeKind::boolean
                : digits && field.fallback.find_first_not_of("0123456789._") == std::string_view::npos
                    ? NodeKind::number
                    : NodeKind::text;
    return node;
}

}  // namespace offerkit::file::literal
