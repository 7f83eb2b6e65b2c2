#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/file/keys/literal.hpp>
#include <offerkit/file/tree/tree.hpp>
#include <offerkit/model/assumption.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/model/fields/fields.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/model/stated.hpp>
#include <offerkit/words.hpp>

namespace offerkit::file {

class ProfileStore;
struct Context;

/// Finds a vesting schedule by the name of its profile; what is wrong with the name or the profile is a diagnostic.
using FindSchedule = std::optional<model::VestingProfile> (*)(const Context&, const model::Stated<std::string>& name);

/// What reading one file needs and gathers.
struct Context {
    diagnostic::Sources& sources;
    diagnostic::Diagnostics& diagnostics;
    const ProfileStore& profiles;
    FindSchedule find_schedule;         ///< among the profiles
    std::string folder{};               ///< of the file: relative names of profiles start there
    std::string subject{};              ///< the company, for assumptions
    quantity::Currency currency;        ///< of pay
    quantity::Currency stock_currency;  ///< of grants, prices and strikes
    bool complete = true;               ///< false when broken lines were left out: then nothing is called missing
    std::vector<model::Assumption> assumptions{};
    std::vector<model::ProfileUse> uses{};
    bool failed = false;
    const model::Schema* root = nullptr;  ///< of the file: what its first view reads
    /// A key that an unknown one was taken for, or whose value (other than a name) cannot be read.
    struct Meant {
        std::string_view key;
        const model::Schema* table = nullptr;  ///< null for one of another table than the unknown key's
    };
    std::vector<Meant> meant{};

    std::size_t unknown_keys = 0;  ///< found so far

    /// Whether an unknown key of the file was probably this one, or this one's value cannot be read: then what it
    /// leaves open is the same mistake. Without a table, a key of any.
    [[nodiscard]] bool was_meant(std::string_view key, const model::Schema* table = nullptr) const noexcept;

    void error(const diagnostic::Code& code, diagnostic::Span span, std::string message, std::string help = {},
               std::optional<diagnostic::Related> related = std::nullopt);
    void error(const literal::Fault& fault, diagnostic::Span span) {
        error(fault.code, span, fault.message, fault.help);
    }
    /// The same for what a line that was left out may have held: silent when the file is not complete.
    void missing(const diagnostic::Code& code, diagnostic::Span span, std::string message, std::string help = {});
    /// Records a default that was used.
    void assume(std::string key, std::string value, std::string_view meaning, diagnostic::Span span);
};

/// One table of a file, read key by key as its field table says. Unknown keys and missing required ones are reported
/// when the view is made; a value that cannot be read is reported when it is asked for, and nothing is given. A key
/// that is not there gives its default, which is recorded as an assumption when it matters to a reader. A key that an
/// unknown one was taken for is as one that cannot be read: it is not missing, and its default is not used.
class View {
public:
    View(Context& context, const Node& table, const model::Schema& schema, std::string path);

    [[nodiscard]] Context& context() const noexcept { return *context_; }
    [[nodiscard]] const model::Schema& schema() const noexcept { return *schema_; }
    [[nodiscard]] const Node& node() const noexcept { return *table_; }
    /// "grant.new-hire": how `--set` and assumptions call the table; empty for the root.
    [[nodiscard]] const std::string& path() const noexcept { return path_; }
    void rename(std::string path) { path_ = std::move(path); }
    [[nodiscard]] std::string path_of(std::string_view key) const;

    [[nodiscard]] bool has(std::string_view key) const noexcept { return find(key) != nullptr; }
    [[nodiscard]] const Node* find(std::string_view key) const noexcept { return find_entry(*table_, key); }
    /// The place of a key's value; the table's when it is not there.
    [[nodiscard]] diagnostic::Span span(std::string_view key) const noexcept;
    /// The place of the key itself; the table's when it is not there.
    [[nodiscard]] diagnostic::Span key_span(std::string_view key) const noexcept;
    [[nodiscard]] diagnostic::Span span() const noexcept { return table_->span; }

    template <class T>
    using Maybe = std::optional<model::Stated<T>>;

    [[nodiscard]] Maybe<quantity::Money> money(std::string_view key) const;
    [[nodiscard]] Maybe<quantity::Price> price(std::string_view key) const;
    [[nodiscard]] Maybe<quantity::Rate> rate(std::string_view key) const;
    [[nodiscard]] Maybe<quantity::Number> number(std::string_view key) const;
    [[nodiscard]] Maybe<std::int64_t> count(std::string_view key) const;
    [[nodiscard]] Maybe<calendar::Date> date(std::string_view key) const;
    [[nodiscard]] Maybe<calendar::Period> period(std::string_view key) const;
    [[nodiscard]] Maybe<model::PaidTime> paid_time(std::string_view key) const;
    [[nodiscard]] Maybe<calendar::DayOfYear> day_of_year(std::string_view key) const;
    [[nodiscard]] Maybe<std::string> text(std::string_view key) const;
    [[nodiscard]] Maybe<bool> boolean(std::string_view key) const;
    [[nodiscard]] Maybe<quantity::Currency> currency(std::string_view key) const;

    /// What a word means: one of those beside the enumeration `T`.
    template <class T>
    [[nodiscard]] Maybe<T> choice(std::string_view key) const {
        const auto index = word(key);
        return index ? Maybe<T>{{meaning_at<T>(key, index->value), index->span}} : std::nullopt;
    }
    /// The same for a list of words, or a single one: `waived = "death"` and `waived = ["death"]` say the same.
    template <class T>
    [[nodiscard]] std::vector<T> choices(std::string_view key) const {
        std::vector<T> result;
        for (const auto& index : word_list(key)) {
            result.push_back(meaning_at<T>(key, index.value));
        }
        return result;
    }
    /// Which of the field's own words is written, where they belong to no enumeration.
    [[nodiscard]] Maybe<std::string_view> one_of(std::string_view key) const {
        const auto index = word(key);
        return index ? Maybe<std::string_view>{{word_at(key, index->value), index->span}} : std::nullopt;
    }

    /// What a key lists, one of them or several: `gate = "ipo"` and `gate = ["ipo"]` say the same. A default is one.
    [[nodiscard]] std::vector<model::Stated<std::string>> texts(std::string_view key) const;
    [[nodiscard]] std::vector<model::Stated<std::int64_t>> counts(std::string_view key) const;
    [[nodiscard]] std::vector<model::Stated<quantity::Rate>> rates(std::string_view key) const;
    [[nodiscard]] std::vector<model::Stated<calendar::VestDay>> vest_days(std::string_view key) const;
    /// A list of pairs whose second part is a rate; the first is one as well, or a number, as the field says.
    [[nodiscard]] std::vector<std::pair<model::Stated<quantity::Number>, quantity::Rate>> pairs(
        std::string_view key) const;
    /// A list of pairs of a period and a rate.
    [[nodiscard]] std::vector<std::pair<model::Stated<calendar::Period>, model::Stated<quantity::Rate>>> dated_pairs(
        std::string_view key) const;

    /// The table under a key; another kind of value is reported.
    [[nodiscard]] std::optional<View> table(std::string_view key) const;
    /// The tables under a key of several; their paths carry their ids, or else their places.
    [[nodiscard]] std::vector<View> tables(std::string_view key) const;

    /// Whether an unknown key of this table was probably this one.
    [[nodiscard]] bool was_meant(std::string_view key) const noexcept;
    /// Checks that exactly one of some keys is there and gives it; reports none and several.
    [[nodiscard]] std::string_view exactly_one(std::initializer_list<std::string_view> keys) const;
    /// Reports every key but the first that stands here together with it.
    void refuse_together(std::string_view key, std::initializer_list<std::string_view> others) const;
    /// Reports a key that has no meaning here: "`strike` has no meaning on an rsu".
    void refuse(std::string_view key, std::string_view why, std::string help = {}) const;
    /// Reports a key that is needed here and is not there.
    void require(std::string_view key, std::string_view why = {}) const;

private:
    [[nodiscard]] const model::Field& field(std::string_view key) const noexcept;
    [[nodiscard]] Maybe<std::size_t> word(std::string_view key) const;
    [[nodiscard]] std::vector<model::Stated<std::size_t>> word_list(std::string_view key) const;
    void check_keys();
    void report_unknown(const Entry& entry);

    [[nodiscard]] std::string_view word_at(std::string_view key, std::size_t index) const noexcept {
        return field(key).choices[index];
    }
    template <class T>
    [[nodiscard]] T meaning_at(std::string_view key, std::size_t index) const {
        const auto meaning = from_word<T>(word_at(key, index));
        // Else the field offers a word that its enumeration does not have.
        expects(meaning.has_value());
        return *meaning;
    }

    template <class T, class Reader>
    [[nodiscard]] Maybe<T> get(std::string_view key, Reader reader) const;
    template <class T, class Reader>
    [[nodiscard]] std::vector<model::Stated<T>> get_list(std::string_view key, Reader reader) const;
    template <class First, class Reader>
    [[nodiscard]] std::vector<std::pair<model::Stated<First>, model::Stated<quantity::Rate>>> get_pairs(
        std::string_view key, Reader first_of) const;

    Context* context_;
    const Node* table_;
    const model::Schema* schema_;
    std::string path_;
    std::vector<std::string_view> meant_{};
};

/// The text of a key; empty where it is not there or cannot be read.
[[nodiscard]] std::string text_or_empty(const View& view, std::string_view key);
/// The date of a key without its place.
[[nodiscard]] std::optional<calendar::Date> date_of(const View& view, std::string_view key);

}  // namespace offerkit::file
