#pragma once

#include <algorithm>
#include <any>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <typeindex>
#include <utility>
#include <vector>

#include <offerkit/file/document/document.hpp>
#include <offerkit/file/keys/view.hpp>
#include <offerkit/file/profiles/profile_files.hpp>
#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/file/profiles/written_form.hpp>
#include <offerkit/tax/form.hpp>

/// How the store reads one profile, whatever its kind.
namespace offerkit::file {

namespace detail {

/// What each profile begins with; nothing when a part of it is missing.
[[nodiscard]] std::optional<model::ProfileHeader> read_header(const View& view, std::string_view kind, std::string id,
                                                              bool built_in);

/// The sources beside its own that a profile was read from: a tax form takes over from others.
template <class T>
[[nodiscard]] std::vector<diagnostic::SourceId> other_sources(const T& profile) {
    if constexpr (std::is_same_v<T, tax::Form> || std::is_same_v<T, WrittenForm>) {
        return profile.sources;
    } else {
        return {};
    }
}

}  // namespace detail

/// Profiles without a problem, by the name of their source and the currency they were read for. One counts only where
/// the very same texts stand under their numbers in the sources at hand, because its spans point there.
class ProfileStore::Cache {
public:
    template <class T>
    [[nodiscard]] std::optional<T> get(const ProfileText& found, quantity::Currency currency,
                                       const diagnostic::Sources& sources) {
        const std::lock_guard lock{mutex_};
        const auto entry = entries_.find(Key{found.source_name, currency.code(), typeid(T)});
        if (entry == entries_.end() || entry->second.source >= sources.size()) {
            return std::nullopt;
        }
        const diagnostic::Source& source = sources[entry->second.source];
        const T* value = std::any_cast<T>(&entry->second.value);
        const auto& others = entry->second.others;
        const bool same = value != nullptr && source.name() == found.source_name && source.text() == found.text &&
                          std::all_of(others.begin(), others.end(),
                                      [&](const Other& other) { return other == Other::of(other.id, sources); });
        return same ? std::optional<T>{*value} : std::nullopt;
    }

    template <class T>
    void put(const std::string& source_name, quantity::Currency currency, diagnostic::SourceId source, const T& value,
             const diagnostic::Sources& sources) {
        std::vector<Other> others;
        for (const diagnostic::SourceId id : detail::other_sources(value)) {
            others.push_back(Other::of(id, sources));
        }
        const std::lock_guard lock{mutex_};
        entries_[Key{source_name, currency.code(), typeid(T)}] = {source, value, std::move(others)};
    }

private:
    /// The source, the currency, and what was read of it: a form is read as text and as a form.
    using Key = std::tuple<std::string, std::string, std::type_index>;
    /// Another text that a profile was read from, so that it is known again.
    struct Other {
        diagnostic::SourceId id = 0;
        std::string name{};
        std::size_t text = 0;

        [[nodiscard]] static Other of(diagnostic::SourceId id, const diagnostic::Sources& sources) {
            return id < sources.size()
                       ? Other{id, sources[id].name(), std::hash<std::string_view>{}(sources[id].text())}
                       : Other{};
        }
        friend bool operator==(const Other&, const Other&) = default;
    };
    struct Entry {
        diagnostic::SourceId source = 0;
        std::any value{};
        std::vector<Other> others{};
    };
    std::mutex mutex_{};
    std::map<Key, Entry> entries_{};
};

template <class T, class Reader>
std::optional<T> ProfileStore::read(std::string_view kind, const std::string& name, const Naming& naming, Reader reader,
                                    quantity::Currency currency) const {
    const bool given = given_ != nullptr && name == given_->source_name;
    auto found = given ? Result<ProfileText, NoProfile>{*given_} : find_profile(folders_, kind, name, naming.folder);
    if (!found) {
        report_missing(kind, name, found.error(), naming);
        return std::nullopt;
    }
    if (auto known = cache_->get<T>(*found, currency, naming.sources)) {
        return known;
    }
    auto document = read_document(found->source_name, std::move(found->text), naming.sources, naming.diagnostics);
    if (!document) {
        return std::nullopt;
    }
    Context context{.sources = naming.sources,
                    .diagnostics = naming.diagnostics,
                    .profiles = *this,
                    .find_schedule = schedule_named,
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
    cache_->put(found->source_name, currency, document->source, *result, naming.sources);
    return result;
}

}  // namespace offerkit::file
