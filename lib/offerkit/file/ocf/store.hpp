#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <offerkit/file/document/json_tree.hpp>
#include <offerkit/file/ocf/object.hpp>

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
    [[nodiscard]] const Item* find(const std::string& type, const std::string& id) const noexcept;
    /// What is recorded of the vesting of a security: its TX_VESTING_START and TX_VESTING_EVENT, in the order of the
    /// files.
    [[nodiscard]] std::vector<const Item*> records_of(const std::string& security) const;

private:
    void add_object(const Json& object, const std::string& file, std::string_view type,
                    diagnostic::Diagnostics& diagnostics);

    std::deque<Json> files_;
    std::vector<Item> items_;
    std::map<std::pair<std::string, std::string>, std::size_t> places_;  ///< by type and id
    std::multimap<std::string, std::size_t> records_;                    ///< of vesting, by security
};

}  // namespace offerkit::file
