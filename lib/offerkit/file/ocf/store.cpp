#include <offerkit/file/ocf/store.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::file {

void OcfStore::add(Json file, const std::string& name, diagnostic::Diagnostics& diagnostics) {
    const Json& root = files_.emplace_back(std::move(file));
    const Json* items = root.kind == Json::Kind::list ? &root : root.find("items");
    if (items != nullptr && items->kind == Json::Kind::list) {
        for (const Json& object : items->items) {
            add_object(object, name, {}, diagnostics);
        }
        return;
    }
    // A manifest names the company in an object of its own.
    if (const Json* issuer = root.find("issuer"); issuer != nullptr && root.find("object_type") == nullptr) {
        add_object(*issuer, name, "ISSUER", diagnostics);
        return;
    }
    add_object(root, name, {}, diagnostics);
}

void OcfStore::add_object(const Json& object, const std::string& file, std::string_view type,
                          diagnostic::Diagnostics& diagnostics) {
    const auto text_of = [&](std::string_view key) {
        const Json* value = object.find(key);
        return value != nullptr && value->kind == Json::Kind::text ? value->text : std::string{};
    };
    std::string found = text_of("object_type");
    if (found.empty()) {
        found = type;
    }
    if (found.empty()) {
        diagnostics.error(
            diagnostic::codes::ocf_shape, object.span,
            object.kind == Json::Kind::object
                ? "this is no object of Open Cap Format: it lacks `object_type`"
                : diagnostic::formatted("an object of Open Cap Format is expected here, not {}",
                                        described(object.kind)),
            "give the JSON files of an Open Cap Format export: a file with `items`, a list of objects, or "
            "one object");
        return;
    }
    std::string id = text_of("id");
    std::string name = found + (id.empty() ? "" : " `" + id + "`");
    if (!id.empty()) {
        places_.emplace(std::pair{found, id}, items_.size());
    }
    if (found == "TX_VESTING_START" || found == "TX_VESTING_EVENT") {
        records_.emplace(text_of("security_id"), items_.size());
    }
    items_.push_back({std::move(found), std::move(id), file, OcfObject{object, std::move(name), diagnostics}});
}

const OcfStore::Item* OcfStore::find(const std::string& type, const std::string& id) const noexcept {
    const auto found = places_.find(std::pair{type, id});
    return found == places_.end() ? nullptr : &items_[found->second];
}

std::vector<const OcfStore::Item*> OcfStore::records_of(const std::string& security) const {
    std::vector<const Item*> found;
    const auto [first, last] = records_.equal_range(security);
    for (auto record = first; record != last; ++record) {
        found.push_back(&items_[record->second]);
    }
    return found;
}

}  // namespace offerkit::file
