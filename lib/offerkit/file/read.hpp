#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/model/priorities.hpp>

namespace offerkit::model {
struct SearchPlan;
}

namespace offerkit::file {

/// One `--set [FILE:]PATH=VALUE`: a what-if on the tree of a file before it is read.
struct Override {
    std::string file{};       ///< as given; empty: every offer file
    std::string path;         ///< "base.salary", "grant.new-hire.value", "sign_on[0].amount"
    std::string value;        ///< as TOML, else text
    diagnostic::Span span{};  ///< in a source named `--set`
};

/// What a reading needs and fills: where texts are kept, where problems go, where names of profiles are looked up.
struct Reading {
    diagnostic::Sources& sources;
    diagnostic::Diagnostics& diagnostics;
    const ProfileStore& profiles;
    std::span<const Override> overrides{};
};

/// Splits a `--set` argument; a malformed one is a diagnostic placed in the argument.
[[nodiscard]] std::optional<Override> parse_override(const std::string& argument, diagnostic::Sources& sources,
                                                     diagnostic::Diagnostics& diagnostics);

/// Whether an override is for a file, by the name the file was given by or by the last part of it.
[[nodiscard]] bool concerns(const Override& setting, std::string_view file) noexcept;

/// Reads an offer from a text. Every problem of the text is reported; nothing is given when one is an error.
[[nodiscard]] std::optional<model::Offer> read_offer(const Reading& reading, std::string name, std::string text);
/// The same from a file of at most 8 MiB; a file that cannot be read is reported as `unreadable`.
[[nodiscard]] std::optional<model::Offer> read_offer_file(const Reading& reading, const std::string& path);

/// Reads a pipeline file from a text. `currency` is what its amounts are in when it names none, and an assumption.
[[nodiscard]] std::optional<model::SearchPlan> read_search_text(const Reading& reading, std::string name,
                                                                std::string text,
                                                                std::optional<model::Currency> currency);

/// Reads priorities from a text. `currency` is what its amounts are in when it names none.
[[nodiscard]] std::optional<model::Priorities> read_priorities_text(const Reading& reading, std::string name,
                                                                    std::string text,
                                                                    std::optional<model::Currency> currency);
/// The same from a file.
[[nodiscard]] std::optional<model::Priorities> read_priorities_file(const Reading& reading, const std::string& path,
                                                                    std::optional<model::Currency> currency);

/// Reads the priorities that a person names: a file by its path, or else a profile by its id ("growth"), which is a
/// starting point and says so in `profile`. A name that is neither is reported as `unreadable`.
[[nodiscard]] std::optional<model::Priorities> read_priorities_named(const Reading& reading, const std::string& name,
                                                                     std::optional<model::Currency> currency);

/// The bytes of a file. One that cannot be read is reported as `unreadable`; one over 8 MiB is cut behind that, and
/// refused by the readers.
[[nodiscard]] std::optional<std::string> read_text_file(const std::string& path, diagnostic::Sources& sources,
                                                        diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::file
