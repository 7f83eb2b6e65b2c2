#include <offerkit/file/ocf_store.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>

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
                : "an object of Open Cap Format is expected here, not " + std::string{described(object.kind)},
            "give the JSON files of an Open Cap Format export: a file with `items`, a list of objects, or "
            "one object");
        return;
    }
    std::string id = text_of("id");
    std::string name = found + (id.empty() ? "" : " `" + id + "`");
    items_.push_back({std::move(found), std::move(id), file, OcfObject{object, std::move(name), diagnostics}});
}

const OcfStore::Item* OcfStore::find(std::string_view type, std::string_view id) const noexcept {
    const auto found = std::find_if(items_.begin(), items_.end(),
                                    [&](const Item& item) { return item.type == type && item.id == id; });
    return found == items_.end() ? nullptr : &*found;
}

}  // namespace offerkit::file
