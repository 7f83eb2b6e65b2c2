#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <cli/registry/registry.hpp>
#include <cli/system/process.hpp>
#include <offerkit/calendar/date.hpp>
#include <offerkit/calendar/period.hpp>
#include <offerkit/choice/comparison/sweep.hpp>
#include <offerkit/choice/negotiation/findings.hpp>
#include <offerkit/model/grant.hpp>
#include <offerkit/model/valuation.hpp>
#include <offerkit/quantity/currency.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/value/vest_periods.hpp>

namespace offerkit::cli {

/// `--fx EUR/USD=1.08`, checked, with the words it was given in.
struct GivenRate {
    quantity::Currency base;
    quantity::Currency quote;
    quantity::Number rate{1};
    std::string text;
};

/// `--if EVENT=DATE`.
struct GivenEvent {
    std::string event;
    calendar::Date date;
};

/// `--sweep [FILE:]PATH=VALUES`, its values spelled out.
struct GivenSweep {
    std::string file;        ///< empty: every file
    std::string path;        ///< of the key alone
    choice::SweepAxis axis;  ///< its path as it was given, the file before it
};

/// A command line that was understood: which command, on what, and every option given, with values of their own types.
struct Invocation {
    enum class Ask { run, overview, help, version };

    Ask ask = Ask::run;
    const Command* command = nullptr;  ///< null for an overview, the version, or help without a command
    std::vector<std::string> arguments;
    Format format = Format::table;
    Colour colour = Colour::automatic;
    std::optional<calendar::Date> as_of;
    std::optional<calendar::Period> horizon;
    std::optional<std::string> priorities;
    std::vector<std::string> settings;  ///< `--set`, not yet looked into
    std::vector<GivenRate> rates;
    std::vector<GivenEvent> events;
    std::optional<quantity::Rate> discount;
    model::Pending pending = model::Pending::none;
    bool common = false;
    bool after_tax = false;
    std::vector<GivenSweep> sweeps;
    std::optional<std::string> profiles_folder;
    std::optional<std::string> output;
    std::optional<std::string> company;
    std::optional<std::string> career;  ///< a plan; of `init` empty: the file is to be one
    std::optional<calendar::Date> on;
    model::LeavingReason reason = model::LeavingReason::voluntary;
    std::vector<std::string> against;   ///< offer files that are set against the one given
    std::optional<std::string> target;  ///< `--target`, read once its currency is known
    std::optional<choice::negotiation::Metric> metric;
    bool mail = false;
    std::optional<std::string> ladder;
    std::optional<std::string> to_ladder;
    std::optional<std::string> offer;             ///< a file that is given to an option rather than as an argument
    std::optional<model::Definition> definition;  ///< `--by` of what ranks offers
    std::optional<value::VestStep> step;          ///< `--by` of what lists days
    bool explain = false;
    bool refreshers = false;
    bool stay = false;
    std::optional<std::int64_t> samples{};  ///< `--samples`
    std::optional<std::int64_t> seed{};     ///< at least 0; `--seed`
    std::optional<std::int64_t> jobs{};     ///< at least 1; how many threads work on the lines of `batch`
    /// Of uncertain pay, in `decide`, where it is not what the library takes. No option gives it: a search for faults,
    /// which runs the program a million times, makes do with few.
    std::optional<std::uint64_t> draws{};
    bool bands = false;
    bool detail = false;
    bool for_oneself = false;  ///< `--private`
    bool weights = false;
    bool blind = false;
    bool print = false;     ///< of `--blind`: the ratings, instead of writing them into the files
    bool asks = false;      ///< `--ask`
    bool from_ocf = false;  ///< the arguments are files of Open Cap Format
    bool force = false;
    /// Given by a program that runs the command inside itself; else it follows from where the result goes.
    std::optional<render::Screen> screen{};
    bool man = false;
    bool markdown = false;
};

/// What is wrong with a command line, and what to write instead. `about_file`: not the line itself is wrong, but a file
/// that it names stands in the way, which has an exit status of its own.
struct Complaint {
    std::string message;
    std::string help;
    bool about_file = false;
};

}  // namespace offerkit::cli
