#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cli/line/invocation.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/diagnostic/source.hpp>
#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/file/read.hpp>
#include <offerkit/file/read_any.hpp>
#include <offerkit/model/career_plan.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/model/priorities.hpp>
#include <offerkit/model/search_plan.hpp>
#include <offerkit/model/valuation.hpp>

namespace offerkit::cli {

/// What became of one file of the command line. The problems found in it later may be added.
struct FileReading {
    std::string file;
    std::optional<model::Offer> offer;
    diagnostic::Diagnostics problems{};
    std::string kind = "offer";  ///< what its keys say that it is; see `file::kind_of`
    std::optional<model::Priorities> priorities{};
    std::optional<model::SearchPlan> search{};
    std::optional<model::CareerPlan> plan{};
    std::optional<model::ProfileHeader> profile{};
    std::optional<diagnostic::SourceId> source{};
};

/// What a search is read from: offer files, a pipeline file, or both.
struct SearchFiles {
    std::vector<model::Offer> offers{};
    std::optional<model::SearchPlan> plan{};
};

/// One run of a command: what it was asked, the files it reads, and every problem found on the way.
class Session {
public:
    /// `files`: texts that stand for the files of these names, which are then not looked for on the disk.
    explicit Session(Invocation invocation, std::map<std::string, std::string> files = {});

    [[nodiscard]] const Invocation& invocation() const noexcept { return invocation_; }
    /// The only argument is an offer file: as if `--offer` named it.
    void take_argument_as_offer();
    [[nodiscard]] diagnostic::Sources& sources() noexcept { return sources_; }
    [[nodiscard]] const diagnostic::Sources& sources() const noexcept { return sources_; }
    [[nodiscard]] const file::ProfileStore& profiles() const noexcept { return profiles_; }
    /// Problems that belong to no file of `readings`: of `--set`, of the priorities, of the comparison as a whole.
    [[nodiscard]] diagnostic::Diagnostics& problems() noexcept { return problems_; }

    /// The offer files of the command line: its arguments, or the one of `--offer`; then those of `--against`.
    [[nodiscard]] std::vector<std::string> files() const;
    /// Reads every file of the command line, with `--set` and `--if` applied. Each has its own problems. Files of Open
    /// Cap Format are read together, and give a reading for each holder.
    [[nodiscard]] std::vector<FileReading> read_files(file::OtherFiles others = file::OtherFiles::recognise);
    /// The same for a command that wants offers alone: problems go to `problems()`. The file of `--priorities` is left
    /// out, and that is said; any other file that is no offer is an error.
    [[nodiscard]] std::vector<model::Offer> read_offers();

    /// The same for a command that takes a pipeline file beside offers. A `--set` that names no file goes to the
    /// pipeline file where its key stands in no offer.
    [[nodiscard]] SearchFiles read_search();
    /// What `--set` says.
    [[nodiscard]] std::span<const file::Override> overrides() const noexcept { return overrides_; }
    /// A file's bytes, or those of standard input for `-`; what cannot be read is reported.
    [[nodiscard]] std::optional<std::string> read_argument(const std::string& path, diagnostic::Diagnostics& problems);

    /// A run of its own for one line of many: asked the same, with the settings and priorities that this one has read,
    /// and without a file or a problem yet. What its results rest on is the line alone, whoever works on it.
    [[nodiscard]] Session for_a_line() const;
    /// The offer of a line of JSON, or of the file that it names; none where it is wrong. `name` stands for the line.
    [[nodiscard]] std::vector<model::Offer> read_line(const std::string& name, std::string line);

    /// Whether a path leads to the file of `--priorities`.
    [[nodiscard]] bool is_priorities_file(const std::string& path) const;
    /// Reads the same files again with further settings, from the texts that the first reading kept for it; nothing
    /// where that cannot be, with the first reason in `why`.
    [[nodiscard]] std::optional<std::vector<model::Offer>> read_again(std::span<const file::Override> further,
                                                                      diagnostic::Diagnostic& why);

    /// The priorities that `--priorities` names, a file or a profile, read once; null without them, or where they are
    /// wrong. The first offer says what an amount in them is of, where they name no currency.
    [[nodiscard]] const model::Priorities* priorities(const model::Offer* first);

    /// The day of `--as-of`, or else today.
    [[nodiscard]] calendar::Date today() const;

    /// How offers are to be valued: flags before the priorities file before defaults, each default an assumption. The
    /// first offer says what an amount in the priorities file is of.
    [[nodiscard]] model::Valuation valuation(const model::Offer* first);

    /// The same for a timeline, which rests on the as-of day alone; its horizon says how far refreshers reach.
    [[nodiscard]] model::Valuation timeline_valuation() const;

    /// The same for leaving, which rests on prices alone: nothing is discounted, and the horizon is how many months are
    /// looked at where they are asked for.
    [[nodiscard]] model::Valuation leaving_valuation(const model::Offer* first);

    /// Something that can only be seen wrong with a command line once files are read.
    void complain(Complaint complaint);
    [[nodiscard]] const std::optional<Complaint>& complaint() const noexcept { return complaint_; }

    /// Whether anything stands in the way of a result.
    [[nodiscard]] bool failed() const noexcept;
    /// Lets a result be shown beside the problems found so far: a part of what was asked can be told. The exit status
    /// still says that something is wrong.
    void show_the_rest();
    [[nodiscard]] bool shows_the_rest() const noexcept { return passed_over_ != 0; }

private:
    void read_settings();
    void check_profiles_folder();
    [[nodiscard]] model::Valuation dated() const;
    void suppose_events(std::vector<FileReading>& readings);
    void warn_of_template(FileReading& reading);
    void leave_out(const FileReading& reading, bool any_offer);
    /// The raise of the priorities, for the offers that state none.
    [[nodiscard]] std::vector<model::Offer> offers_of(std::vector<FileReading> readings);
    [[nodiscard]] std::optional<model::SearchPlan> plan_of(const FileReading& reading,
                                                           std::span<const file::Override> settings,
                                                           const std::vector<model::Offer>& offers);
    void assume_own_raise(std::vector<model::Offer>& offers);
    /// What a market expects of the price, for the offers that say `growth = "market"`.
    void expect_of_market(std::vector<model::Offer>& offers);
    /// Whether a file that `option` names is among those of the command line; a complaint where it is not.
    [[nodiscard]] bool is_given(std::string_view option, const std::string& file);
    void count_tranches(const std::vector<FileReading>& readings);
    [[nodiscard]] std::vector<FileReading> read_ocf_files();

    Invocation invocation_;
    std::map<std::string, std::string> files_;
    diagnostic::Sources sources_;
    diagnostic::Diagnostics problems_;
    file::ProfileStore profiles_;
    std::vector<file::Override> overrides_;
    std::vector<std::pair<std::string, std::string>> texts_;  // of the files, where they will be read again
    bool priorities_read_ = false;
    std::optional<model::Priorities> priorities_;
    std::optional<Complaint> complaint_;
    std::size_t passed_over_ = 0;  ///< so many problems do not stand in the way of a result
};

}  // namespace offerkit::cli
