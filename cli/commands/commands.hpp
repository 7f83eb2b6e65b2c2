#pragma once

#include <string_view>

#include <cli/session/answer.hpp>
#include <cli/session/session.hpp>

/// The commands: options in, a call of the library, a page out. None of them computes anything.
namespace offerkit::cli::commands {

[[nodiscard]] Answer check(Session& session);
[[nodiscard]] Answer show(Session& session);
[[nodiscard]] Answer vest(Session& session);
[[nodiscard]] Answer compare(Session& session);
[[nodiscard]] Answer leave(Session& session);
[[nodiscard]] Answer career(Session& session);
[[nodiscard]] Answer decide(Session& session);
[[nodiscard]] Answer negotiate(Session& session);
[[nodiscard]] Answer pipeline(Session& session);
[[nodiscard]] Answer tax(Session& session);
[[nodiscard]] Answer batch(Session& session);
[[nodiscard]] Answer report(Session& session);
[[nodiscard]] Answer levels(Session& session);
[[nodiscard]] Answer init(Session& session);
[[nodiscard]] Answer examples(Session& session);
[[nodiscard]] Answer profiles(Session& session);
[[nodiscard]] Answer schema(Session& session);
[[nodiscard]] Answer completion(Session& session);
[[nodiscard]] Answer help(Session& session);

/// The command of that name in the registry, or null.
using Run = Answer (*)(Session&);
[[nodiscard]] Run find(std::string_view name) noexcept;

}  // namespace offerkit::cli::commands
