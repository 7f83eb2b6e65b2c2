#include <offerkit/file/ocf/portions.hpp>

#include <string>

#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::file {

namespace {

using diagnostic::formatted;
using quantity::Fraction;

void too_fine(const OcfCondition& step) {
    step.object.wrong(step.object.span(), formatted("the portions up to `{}` are too fine to be exact", step.id),
                      "write them with fewer digits");
}

}  // namespace

std::optional<Fraction> OcfPortions::part_of(const OcfCondition& step) const {
    if (!step.of_the_rest) {
        return step.portion;
    }
    if (step.occurrences > 1) {
        terms_->not_expressible(
            step.object.span("portion"),
            formatted("`{}` vests a part of what is left, again and again, so that each is smaller", step.id),
            "our terms vest equal parts in a stretch: write the dates out, as `vestings`");
        return std::nullopt;
    }
    const auto rest = Fraction{1}.minus(given_);
    const auto part = rest ? rest->times(step.portion) : std::nullopt;
    if (!part) {
        too_fine(step);
    }
    return part;
}

bool OcfPortions::give(const OcfCondition& step, const std::optional<Fraction>& part) {
    const auto sum = part ? given_.plus(*part) : std::nullopt;
    if (!sum) {
        too_fine(step);
        return false;
    }
    given_ = *sum;
    return true;
}

bool OcfPortions::add_up() const {
    if (given_ == Fraction{1}) {
        return true;
    }
    const auto span = terms_->span("vesting_conditions");
    const std::string given = quantity::to_percent(given_, 4);
    if (given_ > Fraction{1}) {
        terms_->wrong(
            span, formatted("the conditions of {} vest {} of the security, more than there is", terms_->name(), given),
            "check the portions");
    } else {
        terms_->not_expressible(
            span,
            formatted("the conditions of {} vest {} of the security, and say nothing of the rest", terms_->name(),
                      given),
            "our terms give out the whole grant: check the portions, or write the dates out, as `vestings`");
    }
    return false;
}

}  // namespace offerkit::file
