#include <offerkit/file/ocf/object.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using model::Stated;

}  // namespace

diagnostic::Span OcfObject::span(std::string_view key) const noexcept {
    const Json* found = object_->find(key);
    return found != nullptr ? found->span : object_->span;
}

bool OcfObject::knows_only(std::initializer_list<std::string_view> keys) const {
    bool all = true;
    for (const auto& member : object_->members) {
        const bool says_something = member.value.kind != Json::Kind::null;
        if (says_something && std::find(keys.begin(), keys.end(), member.key) == keys.end()) {
            wrong(member.key_span,
                  formatted("{} has the key `{}`, which Open Cap Format does not know there", name_, member.key),
                  "take it out if it says nothing of the vesting; else write the terms as an offer file");
            all = false;
        }
    }
    return all;
}

void OcfObject::wrong(diagnostic::Span span, std::string message, std::string help) const {
    diagnostics_->error(diagnostic::codes::ocf_shape, span, std::move(message), std::move(help));
}

void OcfObject::not_expressible(diagnostic::Span span, std::string message, std::string help) const {
    diagnostics_->error(codes::ocf_not_expressible, span, std::move(message), std::move(help));
}

const Json* OcfObject::value(std::string_view key, Json::Kind kind, Need need) const {
    const Json* found = object_->find(key);
    if (found == nullptr) {
        if (need == Need::required) {
            wrong(object_->span, formatted("{} lacks `{}`", name_, key),
                  "the schema of Open Cap Format asks for it: export the file again, or add it");
        }
        return nullptr;
    }
    if (found->kind != kind) {
        wrong(found->span,
              formatted("`{}` of {} takes {}, not {}", key, name_, described(kind), described(found->kind)),
              "compare it with the schema of Open Cap Format");
        return nullptr;
    }
    return found;
}

OcfObject::Maybe<std::string> OcfObject::text(std::string_view key, Need need) const {
    const Json* found = value(key, Json::Kind::text, need);
    return found != nullptr ? std::optional{Stated<std::string>{found->text, found->span}} : std::nullopt;
}

OcfObject::Maybe<calendar::Date> OcfObject::date(std::string_view key, Need need) const {
    const auto written = text(key, need);
    if (!written) {
        return std::nullopt;
    }
    const auto date = calendar::parse_date(written->value);
    if (!date || date->year() < calendar::first_year || date->year() > calendar::last_year) {
        wrong(written->span, formatted("`{}` of {} is not a day from 1900 to 2999", key, name_),
              "Open Cap Format writes an existing day as year-month-day, such as \"2026-03-02\"");
        return std::nullopt;
    }
    return Stated<calendar::Date>{*date, written->span};
}

OcfObject::Maybe<quantity::Number> OcfObject::numeric(std::string_view key, Need need) const {
    const Json* found = object_->find(key);
    const bool bare = found != nullptr && found->kind == Json::Kind::number;
    found = value(key, bare ? Json::Kind::number : Json::Kind::text, need);
    if (found == nullptr) {
        return std::nullopt;
    }
    std::string_view digits = found->text;
    if (digits.starts_with('+')) {
        digits.remove_prefix(1);
    }
    const auto number = digits.find('_') == std::string_view::npos ? quantity::parse_decimal(digits) : std::nullopt;
    if (!number) {
        wrong(found->span, formatted("`{}` of {} is not a plain number", key, name_),
              "Open Cap Format writes digits with up to ten decimals in quotation marks, such as \"1000.00\"");
        return std::nullopt;
    }
    return Stated<quantity::Number>{*number, found->span};
}

OcfObject::Maybe<std::int64_t> OcfObject::count(std::string_view key, std::int64_t least, Need need) const {
    const auto number = numeric(key, need);
    if (!number) {
        return std::nullopt;
    }
    if (!number->value.is_whole() || number->value.numerator() < least) {
        wrong(number->span,
              formatted("`{}` of {} must be a whole number of at least {}", key, name_, std::to_string(least)),
              "check it in the program that wrote the file");
        return std::nullopt;
    }
    return Stated<std::int64_t>{number->value.numerator(), number->span};
}

OcfObject::Maybe<bool> OcfObject::boolean(std::string_view key) const {
    const Json* found = value(key, Json::Kind::boolean, Need::optional);
    return found != nullptr ? std::optional{Stated<bool>{found->text == "true", found->span}} : std::nullopt;
}

std::optional<OcfObject> OcfObject::object(std::string_view key, Need need) const {
    const Json* found = value(key, Json::Kind::object, need);
    if (found == nullptr) {
        return std::nullopt;
    }
    return OcfObject{*found, formatted("`{}` of {}", key, name_), *diagnostics_};
}

}  // namespace offerkit::file
