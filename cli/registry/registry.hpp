#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <offerkit/words.hpp>

/// Every command of the program as plain data. Parsing, `--help`, the manual page, the completions and the command
/// pages of the documentation all read this one table, so that none of them can drift from another.
///
/// Texts are written for people: sentences of a description end in a full stop, one-line meanings start with a capital
/// and have none; `backticks` mark what is typed.
namespace offerkit::cli {

/// The formats of `--format`; `icalendar`, `svg`, `xlsx` and `ledger` are of some commands alone.
enum class Format { table, json, csv, markdown, html, icalendar, svg, xlsx, ledger };
/// Whether a result in that format is a page, for people.
[[nodiscard]] constexpr bool is_page(Format format) noexcept {
    return format == Format::table || format == Format::markdown || format == Format::html;
}
[[nodiscard]] constexpr auto words(Format) noexcept {
    using enum Format;
    return std::to_array<Word<Format>>({{table, "table"},
                                        {json, "json"},
                                        {csv, "csv"},
                                        {markdown, "markdown"},
                                        {html, "html"},
                                        {icalendar, "ics"},
                                        {svg, "svg"},
                                        {xlsx, "xlsx"},
                                        {ledger, "ledger"}});
}

/// What an option or an argument takes, which decides how it is checked and completed.
enum class Takes {
    nothing,  ///< a flag
    text,
    choice,  ///< one word of `Option::choices`
    count,   ///< a whole number from `Option::least` on
    date,
    period,
    money,          ///< in the currency of the results
    exchange_rate,  ///< EUR/USD=1.08
    setting,        ///< [FILE:]PATH=VALUE
    rate,           ///< "8%" or 0.08
    event_date,     ///< EVENT=DATE
    offer_file,
    any_file,
    folder,
    profile,  ///< the id of a profile of kind `Option::profile_kind`
    profile_kind,
    schema_kind,
    command,
    key_table,
};

enum class OptionId {
    format,
    as_of,
    horizon,
    priorities,
    set,
    explain,
    color,
    refreshers,
    stay,
    fx,
    profiles,
    output,
    by,
    on,
    reason,
    if_event,
    discount,
    pending,
    common,
    after_tax,
    sweep,
    from_ocf,
    company,
    career,
    samples,
    seed,
    detail,
    for_oneself,
    weights,
    blind,
    print,
    ask,
    against,
    target,
    metric,
    mail,
    ladder,
    to_ladder,
    offer,
    force,
    jobs,
    bands,
    man,
    markdown,
    help,
    version,
};

/// One word of a choice and what it means.
struct Choice {
    std::string_view word;
    std::string_view meaning;
};

struct Option {
    OptionId id;
    std::string_view name;     ///< "--as-of"
    char letter = 0;           ///< 'o' for `-o`; 0: none
    std::string_view value{};  ///< "DATE"; empty for a flag
    Takes takes = Takes::nothing;
    std::string_view meaning{};  ///< one sentence, no full stop
    std::span<const Choice> choices{};
    std::string_view fallback{};  ///< what holds without it, as one would write it or in words; empty: nothing
    bool repeatable = false;
    std::string_view profile_kind{};  ///< of a profile; of a file: one of these profiles may stand for it
    std::int64_t least = 0;           ///< the smallest count
};

inline constexpr std::size_t any_number = static_cast<std::size_t>(-1);

struct Argument {
    std::string_view name;  ///< "FILE"
    Takes takes = Takes::text;
    std::string_view meaning{};
    std::size_t least = 1;
    std::size_t most = 1;  ///< `any_number` for FILE...
    std::span<const Choice> choices{};
    std::string_view profile_kind{};  ///< of `Takes::text`: completed by ids of these profiles; "levels": by the levels
                                      ///< of the ladder before it
};

struct Example {
    std::string_view command;  ///< runs as it stands at the top of the repository
    std::string_view meaning;
};

struct Command {
    std::string_view name;
    std::string_view summary;                       ///< one line, no full stop
    std::span<const std::string_view> description;  ///< paragraphs
    std::span<const Argument> arguments{};
    std::span<const Option* const> options{};  ///< its own, the most wanted first
    std::span<const Option* const> common_options{};
    std::span<const Example> examples{};
    std::string_view exit_note{};  ///< what is special about its exit status; empty: nothing
    bool values_pay = false;       ///< it values offers, and warns of amounts that are probably not meant
};

/// The commands in the order in which they are listed.
[[nodiscard]] std::span<const Command> all_commands() noexcept;
/// The command of that name, or null.
[[nodiscard]] const Command* find_command(std::string_view name) noexcept;
/// Options that stand for themselves, with or without a command: `--help` and `--version`.
[[nodiscard]] std::span<const Option* const> lone_options() noexcept;
/// The option of a command by its long name (`--format`) or its letter (`-o`), or null.
[[nodiscard]] const Option* find_option(const Command& command, std::string_view name) noexcept;

/// An exit status and when the program ends with it.
struct ExitStatus {
    int status;
    std::string_view meaning;
};
[[nodiscard]] std::span<const ExitStatus> exit_statuses() noexcept;

/// Where the program looks beyond its command line: a variable of the environment, or a folder.
struct Place {
    std::string_view name;
    std::string_view meaning;
};
[[nodiscard]] std::span<const Place> environment_variables() noexcept;
[[nodiscard]] std::span<const Place> places() noexcept;

/// What the program is for, in one line and in a paragraph.
[[nodiscard]] std::string_view purpose() noexcept;
[[nodiscard]] std::string_view introduction() noexcept;

/// Its most useful first steps.
[[nodiscard]] std::span<const Example> first_steps() noexcept;

}  // namespace offerkit::cli
