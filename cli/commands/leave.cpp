#include <offerkit/report/leave/leave.hpp>

#include <cli/commands/commands.hpp>
#include <cli/session/one_screen.hpp>
#include <cli/session/workbook.hpp>
#include <offerkit/choice/leaving/leaving.hpp>
#include <offerkit/render/svg/figure.hpp>
#include <offerkit/report/leave/first_screen.hpp>
#include <offerkit/report/one_file/figures.hpp>

namespace offerkit::cli::commands {

Answer leave(Session& session) {
    const auto& invocation = session.invocation();
    const auto offers = session.read_offers();
    const auto valuation = session.leaving_valuation(offers.empty() ? nullptr : &offers.front());
    if (session.failed()) {
        return {};
    }
    const bool picture = invocation.format == Format::svg;
    const bool by_month = picture || invocation.step == value::VestStep::month;
    const auto found =
        choice::leaving(offers, valuation, {invocation.on, invocation.reason, by_month}, session.problems());
    if (session.failed()) {
        return {};
    }
    if (picture) {
        const auto figure = report::leaving_figure(found.answers);
        if (!figure) {
            session.complain(
                {"there is no month to draw: the papers end before", "leave `--on` out, or name an earlier day"});
            return {};
        }
        return {Output{render::svg_file(*figure)}};
    }
    const report::LeaveView view{invocation.explain, valuation, session.sources()};
    return {rendered_or_workbook(
        session,
        [&] {
            // Month by month is a table of its own.
            return in_full(invocation) || invocation.step
                       ? report::leave_page(found.answers, view)
                       : one_screen(report::leave_first_screen(found.answers), invocation, found.answers.size());
        },
        [&] { return report::leave_document(found.answers, view); },
        [&] { return report::leave_sheet(found.answers); })};
}

}  // namespace offerkit::cli::commands
