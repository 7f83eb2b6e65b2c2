#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/file/ocf/schedule.hpp>
#include <offerkit/file/ocf/store.hpp>

namespace offerkit::file {

/// An amount of money as its parts are written: `{"amount": "3.20", "currency": "USD"}`.
struct OcfMoney {
    Node amount;
    Node currency;
};
[[nodiscard]] std::optional<OcfMoney> read_ocf_money(const OcfObject& owner, std::string_view key);

/// A security in our own words.
struct OcfGrant {
    std::string security;
    std::string file;
    std::vector<Entry> keys{};  ///< of [[grant]]
    std::vector<OcfEvent> events{};
    std::optional<Node> currency{};  ///< of its strike
    calendar::Date earliest;         ///< of its grant date and its vesting start
    diagnostic::Span span{};
};

/// Whether an object issues what a person may hold as pay: an equity compensation, or stock that vests.
[[nodiscard]] bool is_ocf_grant(const OcfStore::Item& item);

/// The grants of one holder so far.
struct OcfHoldings {
    std::vector<OcfGrant> grants{};
    std::set<std::string> ids{};               ///< of the grants
    std::map<std::string, OcfEvent> events{};  ///< that they await, by name
};

/// Adds an issuance with its vesting terms and what is recorded of them: its id and its events are told apart from
/// those that its holder has so far. False when there is a problem, which is reported; then nothing is added.
[[nodiscard]] bool add_ocf_grant(const OcfStore::Item& item, const OcfStore& store, OcfHoldings& holdings);

}  // namespace offerkit::file
