#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>

#include <cli/session/session.hpp>
#include <offerkit/choice/paths/terms.hpp>

namespace offerkit::cli {

/// A career plan and the offer files that it names. Each file is read from the disk once, however often its text is
/// read anew with further settings.
class PlanFiles {
public:
    /// `file`: the plan, as the command line names it. The session must outlive the object.
    PlanFiles(Session& session, std::string file) : session_{session}, file_{std::move(file)} {}

    /// Where what is read is kept, and where its problems go.
    struct Into {
        diagnostic::Sources& sources;
        diagnostic::Diagnostics& problems;
    };

    /// The plan with `--set` and `further` settings applied; nullopt where it is wrong.
    [[nodiscard]] std::optional<model::CareerPlan> plan(const Into& into, std::span<const file::Override> further = {});
    /// The terms of a plan, its offers read; of settings only those count that name an offer's file. Nullopt where an
    /// offer is wrong or cannot be valued.
    [[nodiscard]] std::optional<choice::paths::Terms> terms(const Into& into, const model::CareerPlan& plan,
                                                            std::span<const file::Override> further = {});
    /// Whether every file that `--set` and `--sweep` name is the plan or an offer of it; a complaint where one is not.
    [[nodiscard]] bool knows_settings(const model::CareerPlan& plan);
    /// Warns of what tilts the plan, and returns the warnings' texts.
    std::vector<std::string> warn(const model::CareerPlan& plan, const choice::paths::Terms& terms,
                                  diagnostic::Diagnostics& problems) const;

private:
    [[nodiscard]] const std::optional<std::string>& text_of(const std::string& path, diagnostic::Diagnostics& problems);

    Session& session_;
    std::string file_;
    std::map<std::string, std::optional<std::string>> texts_{};
};

}  // namespace offerkit::cli
