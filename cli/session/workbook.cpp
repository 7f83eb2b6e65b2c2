#include <cli/session/workbook.hpp>

#include <algorithm>
#include <utility>
#include <vector>

#include <offerkit/render/ledger.hpp>
#include <offerkit/render/xlsx.hpp>

namespace offerkit::cli {

Output workbook(Session& session, const report::Page& page, const report::Sheet& sheet) {
    const auto& invocation = session.invocation();
    if (!render::has_xlsx()) {
        session.complain(
            {"a workbook takes libxlsxwriter, which this machine or this build of the program lacks",
             "on Debian: apt install libxlsxwriter4; or take `--format csv`, which every spreadsheet reads"});
        return {};
    }
    const bool to_stream = !invocation.output || *invocation.output == "-";
    if (to_stream && environment_of(Stream::standard_output).is_terminal) {
        session.complain({"a workbook cannot be shown on a terminal", "name a file for it: `-o offers.xlsx`"});
        return {};
    }
    std::vector<render::WorkbookInput> inputs;
    const auto files = session.files();
    const auto& sources = session.sources();
    for (diagnostic::SourceId id = 0; id < sources.size(); ++id) {
        if (std::find(files.begin(), files.end(), sources[id].name()) != files.end()) {
            inputs.push_back({sources[id].name(), sources[id].text()});
        }
    }
    auto bytes = render::to_xlsx(page, sheet, inputs, session.today());
    if (!bytes) {
        session.complain({"the workbook cannot be made: the system has no room for it",
                          "free memory and space for temporary files, then run it again", true});
        return {};
    }
    return std::move(*bytes);
}

Output journal(std::vector<report::LedgerEntry> entries, calendar::Date as_of) {
    return Output([entries = std::move(entries), as_of](const report::Sink& sink) {
        render::write_ledger(entries, as_of, sink);
    });
}

}  // namespace offerkit::cli
