#pragma once

#include <any>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include <offerkit/file/document.hpp>
#include <offerkit/file/profile_files.hpp>
#include <offerkit/file/profile_store.hpp>
#include <offerkit/file/view.hpp>
#include <offerkit/file/written_form.hpp>
#include <offerkit/tax/form.hpp>

/// How the store reads one profile, whatever its kind.
namespace offerkit::file {

namespace detail {

/// What each profile begins with; nothing when a part of it is missing.
[[nodiscard]] std::optional<model::ProfileHeader> read_header(const View& view, std::string_view kind, std::string id,
                                                              bool built_in);

/// Whether all that a profile says stands in its own file. A form takes over from others, whose places are those of
/// one run.
template <class T>
inline constexpr bool stands_alone = !std::is_same_v<T, tax::Form> && !std::is_same_v<T, WrittenForm>;

}  // namespace detail

/// Profiles without a problem, by the name of their source and the currency they were read for. One counts only where
/// the very same text stands under its number in the sources at hand, because its spans point there.
class ProfileStore::Cache {
public:
    template <class T>
    [[nodiscard]] std::optional<T> get(const ProfileText& found, quantity::Currency currency,
                                       const diagnostic::Sources& sources) {
        const std::lock_guard lock{mutex_};
        const auto entry = entries_.find(Key{found.source_name, currency.code()});
        if (entry == entries_.end() || entry->second.source >= sources.size()) {
            return std::nullopt;
        }
        const diagnostic::Source& source = sources[entry->second.source];
        const T* value = std::any_cast<T>(&entry->second.value);
        const bool same = value != nullptr && source.name() == found.source_name && source.text() == found.text;
        return same ? std::optional<T>{*value} : std::nullopt;
    }

    template <class T>
    void put(const std::string& source_name, quantity::Currency currency, diagnostic::SourceId source, const T& value) {
        const std::lock_guard lock{mutex_};
        entries_[Key{source_name, currency.code()}] = {source, value};
    }

private:
    using Key = std::pair<std::string, std::string>;
    struct Entry {
        diagnostic::SourceId source = 0;
        std::any value{};
    };
    std::mutex mutex_{};
    std::map<Key, Entry> entries_{};
};

template <class T, class Reader>
std::optional<T> ProfileStore::read(std::string_view kind, const std::string& name, const Naming& naming, Reader reader,
                                    quantity::Currency currency) const {
    auto found = find_profile(folders_, kind, name, naming.folder);
    if (!found) {
        report_missing(kind, name, found.error(), naming);
        return std::nullopt;
    }
    if constexpr (detail::stands_alone<T>) {
        if (auto known = cache_->get<T>(*found, currency, naming.sources)) {
            return known;
        }
    }
    auto document = read_document(found->source_name, std::move(found->text), naming.sources, naming.diagnostics);
    if (!document) {
        return std::nullopt;
    }
    Context context{.sources = naming.sources,
                    .diagnostics = naming.diagnostics,
                    .profiles = *this,
                    .currency = currency,
                    .stock_currency = currency,
                    .complete = document->complete};
    const View view{context, document->root, *model::profile_schema(kind), {}};
    auto header = detail::read_header(view, kind, found->id, found->built_in);
    // The rest is read for its problems even when the header is wrong.
    model::ProfileHeader shown = header.value_or(model::ProfileHeader{
        std::string{kind}, found->id, {}, {}, calendar::Date::clamped(calendar::first_year, 1, 1)});
    std::optional<T> result = reader(view, std::move(shown));
    if (context.failed || !document->complete || !header || !result) {
        return std::nullopt;
    }
    if constexpr (detail::stands_alone<T>) {
        cache_->put(found->source_name, currency, document->source, *result);
    }
    return result;
}

}  // namespace offerkit::file
