#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <offerkit/calendar/date.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/file/document/json_tree.hpp>
#include <offerkit/model/stated.hpp>
#include <offerkit/quantity/fraction.hpp>

namespace offerkit::file {

/// One object of Open Cap Format, read key by key as its schema says. What is missing or of another kind is reported
/// when it is asked for, and nothing is given.
class OcfObject {
public:
    /// `name` is what people know it by: "VESTING_TERMS `four-years`". The object must outlive this.
    OcfObject(const Json& object, std::string name, diagnostic::Diagnostics& diagnostics)
        : object_{&object}, name_{std::move(name)}, diagnostics_{&diagnostics} {}

    template <class T>
    using Maybe = std::optional<model::Stated<T>>;

    [[nodiscard]] const Json& json() const noexcept { return *object_; }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] diagnostic::Span span() const noexcept { return object_->span; }
    [[nodiscard]] diagnostic::Diagnostics& diagnostics() const noexcept { return *diagnostics_; }
    [[nodiscard]] bool has(std::string_view key) const noexcept { return object_->find(key) != nullptr; }
    /// The place of a key's value; the object's when it is not there.
    [[nodiscard]] diagnostic::Span span(std::string_view key) const noexcept;

    /// Whether a key that is not there is reported.
    enum class Need { required, optional };

    [[nodiscard]] const Json* value(std::string_view key, Json::Kind kind, Need need = Need::required) const;
    [[nodiscard]] Maybe<std::string> text(std::string_view key, Need need = Need::required) const;
    [[nodiscard]] Maybe<calendar::Date> date(std::string_view key, Need need = Need::required) const;
    /// A `Numeric`: a decimal in quotation marks; without them it is taken as well. Exact.
    [[nodiscard]] Maybe<quantity::Number> numeric(std::string_view key, Need need = Need::required) const;
    /// A whole number of at least `least`.
    [[nodiscard]] Maybe<std::int64_t> count(std::string_view key, std::int64_t least, Need need = Need::required) const;
    [[nodiscard]] Maybe<bool> boolean(std::string_view key) const;
    /// The object under a key.
    [[nodiscard]] std::optional<OcfObject> object(std::string_view key, Need need = Need::required) const;

    /// Reports every key that the schema does not know here: what it says would be left out without a word.
    bool knows_only(std::initializer_list<std::string_view> keys) const;
    /// Reports that the object is not as its schema says.
    void wrong(diagnostic::Span span, std::string message, std::string help) const;
    /// Reports terms that are sound and that ours cannot say.
    void not_expressible(diagnostic::Span span, std::string message, std::string help) const;

private:
    const Json* object_;
    std::string name_;
    diagnostic::Diagnostics* diagnostics_;
};

}  // namespace offerkit::file
