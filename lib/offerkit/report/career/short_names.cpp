#include <offerkit/report/career/short_names.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/words/offer_names.hpp>

namespace offerkit::report {

namespace {

template <class Named>
std::vector<std::string> ids_of(const std::vector<Named>& all) {
    std::vector<std::string> ids;
    for (const auto& each : all) {
        ids.push_back(each.id);
    }
    return ids;
}

}  // namespace

ShortNamed::ShortNamed(const CareerView& view, std::size_t longest)
    : plan_{view.plan}, terms_{view.terms}, career_{view.career} {
    const auto paths = ids_of(terms_.paths);
    const auto rungs = ids_of(terms_.rungs);
    const auto short_paths = names_within(paths, longest);
    const auto short_rungs = names_within(rungs, longest);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        terms_.paths[i].id = short_paths[i];
        plan_.paths[i].id = short_paths[i];
    }
    for (std::size_t i = 0; i < rungs.size(); ++i) {
        terms_.rungs[i].id = short_rungs[i];
        plan_.rungs[i].id = short_rungs[i];
    }
    for (auto& move : career_.moves) {
        const bool of_rung = move.kind == choice::paths::MoveKind::ever;
        const auto& names = of_rung ? rungs : paths;
        const auto found = std::find(names.begin(), names.end(), move.name);
        move.name = found == names.end()
                        ? diagnostic::shortened(move.name, longest)
                        : (of_rung ? short_rungs : short_paths)[static_cast<std::size_t>(found - names.begin())];
    }
}

}  // namespace offerkit::report
