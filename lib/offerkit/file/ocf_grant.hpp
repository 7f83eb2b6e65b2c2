#pragma once

#include <optional>
#include <string>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/file/ocf_schedule.hpp>
#include <offerkit/file/ocf_store.hpp>

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

/// An issuance with its vesting terms and what is recorded of them. `before` are the holder's grants so far: ids and
/// events are told apart from theirs. Nothing when there is a problem, which is reported.
[[nodiscard]] std::optional<OcfGrant> read_ocf_grant(const OcfStore::Item& item, const OcfStore& store,
                                                     const std::vector<OcfGrant>& before);

}  // namespace offerkit::file
