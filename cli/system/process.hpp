#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <offerkit/render/paint.hpp>
#include <offerkit/report/product/sink.hpp>
#include <offerkit/result.hpp>

/// All that the program asks of the process it runs in: its terminal, its environment, its output and its files.
namespace offerkit::cli {

enum class Stream { standard_output, standard_error };

/// `--color`.
enum class Colour { automatic, always, never };

/// What the process knows about one of its streams.
struct Environment {
    bool is_terminal = false;
    std::optional<std::size_t> window_columns;  ///< as the terminal tells it
    std::optional<std::string> columns;         ///< COLUMNS
    std::optional<std::string> no_color;        ///< NO_COLOR
    std::optional<std::string> term;            ///< TERM
    std::optional<std::string> locale;          ///< the first of LC_ALL, LC_CTYPE and LANG that is not empty
};

[[nodiscard]] Environment environment_of(Stream stream);

/// The screen that follows from an environment.
///
/// Width: the window's, else COLUMNS, else 80 on a terminal and 100 elsewhere; at least 20 and at most 1000. Colour: as
/// asked; `automatic` is a terminal that is not `dumb`, without a NO_COLOR that has a value. Unicode: everywhere but on
/// a terminal whose locale is not UTF-8. A file or a pipe always gets UTF-8, so that its bytes do not depend on the
/// locale.
[[nodiscard]] render::Screen screen_for(const Environment& environment, Colour colour);

/// How writing to a stream went. `closed`: the reader has gone away, as `head` does; end quietly with status 0.
/// `failed`: a full disk or the like; tell the person and end with status 3.
enum class Writing { done, closed, failed };
struct Written {
    Writing outcome = Writing::done;
    std::string error;  ///< why it failed, such as `No space left on device`
};

/// Makes a vanished reader and a file that may not grow any further an outcome of writing instead of a signal that ends
/// the process. Called once, first.
void take_signals_as_errors();

/// Writes all of `text` to a file descriptor, however many pieces that takes.
[[nodiscard]] Written write_descriptor(int descriptor, std::string_view text);
[[nodiscard]] Written write_stream(Stream stream, std::string_view text);
/// The same for a text that is made as it is written; what follows a failure is not made.
[[nodiscard]] Written write_stream(Stream stream, const report::Text& text);

/// What becomes of a file that is there already.
enum class Existing { replaced, kept };

/// Puts a file at `path` that holds exactly `text` and that only its owner may read (mode 0600), or leaves everything
/// as it was. Gives a sentence with the path when it fails.
///
/// The text goes to a temporary file in the same folder, to the disk, and then takes its place in one step. Whatever
/// goes wrong on the way (a full disk, a vanished folder, an interrupt, which is held back until the temporary file is
/// gone), an old file stays. With `Existing::kept` it stays in any case, also one that has come in the meantime, and a
/// symbolic link counts as one. Else a symbolic link is followed, also to a file that is still to be made. Something
/// that is not a plain file, such as `/dev/null` or a pipe, is written to as it stands.
[[nodiscard]] Result<void> write_private_file(const std::string& path, const report::Text& text,
                                              Existing existing = Existing::replaced);
[[nodiscard]] Result<void> write_private_file(const std::string& path, std::string_view text,
                                              Existing existing = Existing::replaced);

/// Whether that could be done now, found out by making the temporary file and removing it again. Nothing is written.
[[nodiscard]] Result<void> try_private_file(const std::string& path, Existing existing);

}  // namespace offerkit::cli
