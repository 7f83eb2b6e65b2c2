#include "support/tranches.hpp"

namespace tranches {

using offerkit::timeline::Release;

Rows rows(const offerkit::timeline::Schedule& schedule) {
    Rows all;
    for (const auto& tranche : schedule.tranches) {
        std::string row = (tranche.date ? to_string(*tranche.date) : "no date") + " " +
                          offerkit::quantity::to_ratio(tranche.quantity.exact());
        row += tranche.accelerated() ? ", accelerated" : "";
        switch (tranche.release) {
            case Release::dated: break;
            case Release::pending: row += ", pending"; break;
            case Release::impossible: row += ", impossible"; break;
            case Release::forfeited: row += ", forfeited"; break;
        }
        all.push_back(std::move(row));
    }
    return all;
}

Sums sums(const offerkit::timeline::Schedule& schedule) {
    Sums all;
    all.lost = schedule.lost;
    for (const auto& tranche : schedule.tranches) {
        switch (tranche.release) {
            case Release::impossible: all.impossible += tranche.quantity; break;
            case Release::forfeited: all.forfeited += tranche.quantity; break;
            case Release::dated:
            case Release::pending: (tranche.accelerated() ? all.accelerated : all.kept) += tranche.quantity; break;
        }
    }
    return all;
}

}  // namespace tranches
