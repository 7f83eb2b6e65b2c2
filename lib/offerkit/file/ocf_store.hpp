#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/file/json_tree.hpp>
#include <offerkit/file/ocf_object.hpp>

namespace offerkit::file {

/// The objects of all files that were given, as Open Cap Format refers from one to another.
class OcfStore {
public:
    /// Adds what a file holds. What is no object of Open Cap Format is reported.
    void add(Json file, const std::string& name, diagnostic::Diagnostics& diagnostics);

    struct Item {
        std::string type;
        std::string id;    ///< empty where it has none
        std::string file;  ///< the name of the file it is in
        OcfObject object;
    };
    /// In the order of the files.
    [[nodiscard]] const std::vector<Item>& items() const noexcept { return items_; }
    /// The first object of a type with that id, or null.
    [[nodiscard]] const Item* find(std::string_view type, std::string_view id) const noexcept;

private:
    void add_object(const Json& object, const std::string& file, std::string_view type,
                    diagnostic::Diagnostics& diagnostics);

    std::deque<Json> files_;
    std::vector<Item> items_;
};

}  // namespace offerkit::file
