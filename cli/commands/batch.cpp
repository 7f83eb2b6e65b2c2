#include <offerkit/report/batch/batch.hpp>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/line/option_values.hpp>
#include <cli/session/level_profiles.hpp>
#include <cli/session/price_bands.hpp>
#include <cli/session/tax_laws.hpp>
#include <cli/system/lines.hpp>
#include <offerkit/choice/career/career_levels.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/file/document/json_help.hpp>
#include <offerkit/file/document/text_file.hpp>
#include <offerkit/side_by_side.hpp>

namespace offerkit::cli::commands {
namespace {

namespace codes = diagnostic::codes;

constexpr std::int64_t most_jobs = 256;
/// So many lines, or so many bytes of them, are in memory at once for each thread.
constexpr std::size_t lines_of_a_thread = 64;
constexpr std::size_t bytes_of_a_wave = std::size_t{4} << 20U;

/// One line of the input, then of the result.
struct Line {
    report::BatchPlace place;
    std::string text{};
    bool too_long = false;
    bool ok = false;
    bool unreadable = false;
};

/// Values one line after another with what one run has read beforehand. Nothing in it changes, so that threads share
/// it.
class LineWork {
public:
    explicit LineWork(Session& session)
        : start_(session.for_a_line()), ladders_(read_ladders(session)), bands_(session.invocation().bands) {}

    /// Puts the result of a line in the place of its text.
    void value(Line& line) const {
        Session session = start_.for_a_line();
        const auto offers =
            line.too_long ? std::vector<model::Offer>{} : session.read_line(line.place.input, std::move(line.text));
        if (line.too_long) {
            session.problems().error(codes::file_too_large, {session.sources().add(line.place.input, ""), 1, 0, 0},
                                     "this line is longer than 8 MiB", "write less into it, or name a file");
        }
        std::optional<report::ShownOffer> shown;
        TaxedOffers taxed;  // the laws outlive what is shown of them
        if (!session.failed() && !offers.empty()) {
            const auto valuation = session.valuation(&offers.front());
            auto comparison = choice::compare(offers, valuation, session.problems());
            if (comparison && !session.failed()) {
                shown.emplace(report::ShownOffer{std::move(*comparison), level_of(session, offers.front())});
                if (bands_) {
                    shown->uncertainty = price_bands(session, shown->shown);
                    shown->lookback = lookback_worth(session, shown->shown.offers.front());
                }
                taxed = tax_offers(session, offers, shown->shown, false);
                shown->after = std::move(taxed.after.front());
            }
        }
        tell(line, session, shown ? &*shown : nullptr);
    }

private:
    static void tell(Line& line, Session& session, const report::ShownOffer* shown) {
        auto problems = session.problems().sorted();
        for (auto& problem : problems) {
            const auto source = problem.span.source;
            if (source < session.sources().size() && session.sources()[source].name() == line.place.input) {
                problem.help = file::help_in_json(problem.help);
            }
        }
        line.ok = shown != nullptr && !session.failed();
        line.unreadable = session.problems().has_unreadable();
        if (const auto& complaint = session.complaint()) {
            const auto nowhere = static_cast<diagnostic::SourceId>(session.sources().size());
            problems.push_back(
                {.code = {}, .span = {nowhere, 0, 0, 0}, .message = complaint->message, .help = complaint->help});
        }
        line.text = report::batch_line(line.place, line.ok ? shown : nullptr, problems, session.sources());
    }

    [[nodiscard]] std::optional<choice::LevelPlace> level_of(Session& session, const model::Offer& offer) const {
        if (!offer.level) {
            return std::nullopt;
        }
        if (choice::find_ladder(ladders_, offer.level->ladder) != nullptr) {
            return choice::place_level(*offer.level, ladders_);
        }
        auto ladders = ladders_;
        add_ladder_of(session, offer, ladders);
        return choice::place_level(*offer.level, ladders);
    }

    Session start_;  // before the ladders, whose texts no line needs
    std::vector<model::Ladder> ladders_;
    bool bands_;
};

/// Lines in, lines out: some of them at a time, so that memory does not grow with their number.
class Batch {
public:
    Batch(Session& session, std::vector<std::string> inputs)
        : work_(session),
          inputs_(std::move(inputs)),
          jobs_(static_cast<std::size_t>(session.invocation().jobs.value_or(1))) {}

    void write_to(const report::Sink& sink) {
        for (const auto& input : inputs_) {
            Lines lines(input);
            std::uint64_t number = 0;
            for (bool more = true; more;) {
                std::vector<Line> wave;
                more = read(lines, input, number, wave);
                work(wave);
                if (!put(wave, sink)) {
                    return;
                }
            }
            if (lines.error() != 0) {
                after_.unreadable = true;
                tell(diagnostic::formatted("{} cannot be read{}: {}", input,
                                           number == 0 ? "" : " past line " + std::to_string(number),
                                           file::unreadable_reason(lines.error()).message));
            }
        }
    }

    [[nodiscard]] Afterwards afterwards() const {
        Afterwards after = after_;
        if (wrong_ != 0) {
            after.told += diagnostic::formatted(
                "{}offerkit: {} of {} could not be valued, first line {} of {}; `problems` of its result says why",
                after.told.empty() ? "" : "\n", diagnostic::grouped(static_cast<long long>(wrong_)),
                diagnostic::counted(static_cast<long long>(all_), "line"), std::to_string(first_wrong_.line),
                first_wrong_.input);
        }
        return after;
    }

private:
    void tell(const std::string& sentence) {
        after_.told += diagnostic::formatted("{}offerkit: {}", after_.told.empty() ? "" : "\n", sentence);
    }

    /// The next lines; false when the input has ended with them.
    [[nodiscard]] bool read(Lines& lines, const std::string& input, std::uint64_t& number,
                            std::vector<Line>& wave) const {
        std::size_t bytes = 0;
        while (wave.size() < lines_of_a_thread * jobs_ && bytes < bytes_of_a_wave) {
            Line line;
            const auto next = lines.next(line.text);
            if (next == Lines::Next::end || next == Lines::Next::failed) {
                return false;
            }
            line.place = {input, ++number};
            line.too_long = next == Lines::Next::too_long;
            bytes += line.text.size();
            if (line.too_long || line.text.find_first_not_of(" \t") != std::string::npos) {
                wave.push_back(std::move(line));
            }
        }
        return true;
    }

    void work(std::vector<Line>& wave) const {
        std::atomic<std::size_t> next{0};
        side_by_side(std::min(jobs_, wave.size()), [&](std::size_t /*hand*/) {
            for (std::size_t i = next++; i < wave.size(); i = next++) {
                work_.value(wave[i]);
            }
        });
    }

    /// False where nobody takes any more.
    [[nodiscard]] bool put(const std::vector<Line>& wave, const report::Sink& sink) {
        std::string piece;
        for (const auto& line : wave) {
            piece += line.text;
            ++all_;
            if (!line.ok) {
                after_.wrong = true;
                after_.unreadable = after_.unreadable || line.unreadable;
                first_wrong_ = wrong_++ == 0 ? line.place : first_wrong_;
            }
        }
        return piece.empty() || sink(piece);
    }

    const LineWork work_;
    std::vector<std::string> inputs_;
    std::size_t jobs_;
    Afterwards after_{};
    std::uint64_t all_ = 0;
    std::uint64_t wrong_ = 0;
    report::BatchPlace first_wrong_{};
};

}  // namespace

Answer batch(Session& session) {
    const auto& invocation = session.invocation();
    if (invocation.jobs.value_or(1) > most_jobs) {
        session.complain({diagnostic::formatted("`--jobs` is at most {}, not {}", std::to_string(most_jobs),
                                                std::to_string(*invocation.jobs)),
                          "as many as the machine has cores is fastest"});
        return {};
    }
    const auto inputs = invocation.arguments.empty() ? std::vector<std::string>{"-"} : invocation.arguments;
    for (const auto& input : inputs) {
        if (const Lines lines(input); lines.error() != 0) {
            auto reason = file::unreadable_reason(lines.error());
            session.problems().unreadable(codes::unreadable_file, {session.sources().add(input, ""), 0, 0, 0},
                                          std::move(reason.message), std::move(reason.help));
        }
    }
    static_cast<void>(session.priorities(nullptr));
    if (session.failed()) {
        return {};
    }
    const auto work = std::make_shared<Batch>(session, inputs);
    return {.output = Output([work](const report::Sink& sink) { work->write_to(sink); }),
            .afterwards = [work] { return work->afterwards(); }};
}

}  // namespace offerkit::cli::commands
