#pragma once

#include <optional>
#include <string>

#include <offerkit/file/read.hpp>
#include <offerkit/model/career_plan.hpp>
#include <offerkit/model/search_plan.hpp>

/// Reading of a file of any kind, and of career plans.
namespace offerkit::file {

/// A file that was read as what its keys say it is.
struct ReadFile {
    std::string kind = "offer";  ///< see `kind_of`
    std::optional<model::Offer> offer{};
    std::optional<model::Priorities> priorities{};
    std::optional<model::SearchPlan> search{};
    std::optional<model::CareerPlan> plan{};
    std::optional<model::ProfileHeader> profile{};
    std::optional<diagnostic::SourceId> source{};
};

/// How far a file that turns out to be no offer is read.
enum class OtherFiles { recognise, read };

/// Reads a text as an offer, unless its keys say that it is a priorities file or a profile. Every problem of the text
/// is reported; what it is stays empty when one is an error.
[[nodiscard]] ReadFile read_any(const Reading& reading, std::string name, std::string text, OtherFiles others);

/// Reads a career plan from a text. Offers that it names are not read.
[[nodiscard]] std::optional<model::CareerPlan> read_plan_text(const Reading& reading, std::string name,
                                                              std::string text);

}  // namespace offerkit::file
