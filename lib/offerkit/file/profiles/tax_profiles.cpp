// Tax forms and places: the kinds of profiles that name each other.

#include <algorithm>
#include <charconv>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/file/profiles/profile_reading.hpp>
#include <offerkit/file/profiles/read_tax_form.hpp>
#include <offerkit/tax/references.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;

/// The year at the end of a form's name, "us-ny-2026" of "us-ny"; nothing when it is of another jurisdiction.
std::optional<int> year_of(std::string_view name, std::string_view id) {
    constexpr std::size_t digits = 4;
    if (name.size() != id.size() + 1 + digits || !name.starts_with(id) || name[id.size()] != '-') {
        return std::nullopt;
    }
    int year = 0;
    const char* end = name.data() + name.size();
    const auto read = std::from_chars(end - digits, end, year);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{year} : std::nullopt;
}

std::string name_of(std::string_view id, int year) { return std::string{id} + "-" + std::to_string(year); }

/// The forms that one uses, of its own year or the newest before it; nothing when one of them cannot be read.
std::optional<std::vector<tax::Form>> used_by(const tax::Form& form, const ProfileStore& store, const Naming& naming) {
    std::vector<tax::Form> used;
    for (const std::string& id : form.uses) {
        const auto years = store.tax_years(id);
        const auto year = tax::year_for(years, form.year);
        if (!year) {
            naming.diagnostics.error(codes::unknown_profile, naming.span,
                                     diagnostic::formatted("there is no tax form of `{}`", id),
                                     "`uses` names forms without their years; `offerkit profiles taxes` lists them");
            return std::nullopt;
        }
        const std::string name = name_of(id, *year);
        if (name == form.header.id || std::find(naming.trail.begin(), naming.trail.end(), name) != naming.trail.end()) {
            naming.diagnostics.error(codes::form_inheritance, naming.span,
                                     diagnostic::formatted("`{}` uses `{}`, which uses it", form.header.id, name),
                                     "a form uses those that stand before it in a chain");
            return std::nullopt;
        }
        auto trail = naming.trail;
        trail.push_back(form.header.id);
        auto one = store.tax_form(name, {naming.sources, naming.diagnostics, {}, naming.span, std::move(trail)});
        if (!one) {
            return std::nullopt;
        }
        used.push_back(std::move(*one));
    }
    return used;
}

}  // namespace

std::optional<WrittenForm> ProfileStore::written_form(const std::string& name, const Naming& naming) const {
    return read<WrittenForm>("taxes", name, naming, [&](const View& view, model::ProfileHeader header) {
        return read_written_form(view, std::move(header), naming.trail);
    });
}

std::optional<tax::Form> ProfileStore::tax_form(const std::string& name, const Naming& naming) const {
    return read<tax::Form>(
        "taxes", name, naming, [&](const View& view, model::ProfileHeader header) -> std::optional<tax::Form> {
            const auto written = read_written_form(view, std::move(header), {});
            auto form = written ? read_tax_form(view.context(), *written) : std::nullopt;
            if (!form || view.context().failed) {
                return std::nullopt;
            }
            // The form of a later year mostly takes over from this one.
            if (view.context().complete) {
                cache_->put(naming.sources[view.span().source].name(), view.context().currency, view.span().source,
                            *written, naming.sources);
            }
            const auto checked = view.boolean("checked_by_known_answers");
            form->checked = checked && checked->value;
            const diagnostic::Span uses = view.span("uses");
            const auto used = used_by(*form, *this, {naming.sources, naming.diagnostics, {}, uses, naming.trail});
            std::vector<const tax::Form*> earlier;
            if (used) {
                std::transform(used->begin(), used->end(), std::back_inserter(earlier),
                               [](const tax::Form& one) { return &one; });
            }
            if (!used || !tax::check_references(*form, earlier, naming.diagnostics)) {
                return std::nullopt;
            }
            return form;
        });
}

std::vector<int> ProfileStore::tax_years(std::string_view id) const {
    std::vector<int> years;
    for (const std::string& name : profile_ids(folders_, "taxes", id)) {
        if (const auto year = year_of(name, id)) {
            years.push_back(*year);
        }
    }
    std::sort(years.begin(), years.end());
    return years;
}

std::optional<std::vector<tax::Form>> ProfileStore::tax_chain(const model::PlaceProfile& place, int year,
                                                              const Naming& naming) const {
    std::vector<tax::Form> chain;
    for (const std::string& id : place.taxes) {
        const auto years = tax_years(id);
        const auto newest = tax::year_for(years, year);
        auto form = newest ? tax_form(name_of(id, *newest), naming) : std::nullopt;
        if (!form) {
            return std::nullopt;
        }
        chain.push_back(std::move(*form));
    }
    return chain;
}

std::optional<model::PlaceProfile> ProfileStore::place(const std::string& name, const Naming& naming) const {
    return read<model::PlaceProfile>("places", name, naming, read_place);
}

}  // namespace offerkit::file
