#include <offerkit/report/leave/leave.hpp>

#include <cli/commands/commands.hpp>
#include <cli/session/workbook.hpp>
#include <offerkit/choice/leaving/leaving.hpp>

namespace offerkit::cli::commands {

Answer leave(Session& session) {
    const auto& invocation = session.invocation();
    const auto offers = session.read_offers();
    const auto valuation = session.leaving_valuation(offers.empty() ? nullptr : &offers.front());
    if (session.failed()) {
        return {};
    }
    const auto found = choice::leaving(offers, valuation,
                                       {invocation.on, invocation.reason, invocation.step == value::VestStep::month},
                                       session.problems());
    if (session.failed()) {
        return {};
    }
    const report::LeaveView view{invocation.explain, valuation, session.sources()};
    return {rendered_or_workbook(
        session, [&] { return report::leave_page(found.answers, view); },
        [&] { return report::leave_document(found.answers, view); },
        [&] { return report::leave_sheet(found.answers); })};
}

}  // namespace offerkit::cli::commands
