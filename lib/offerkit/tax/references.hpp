#pragma once

#include <span>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/tax/form.hpp>

namespace offerkit::tax {

/// Calls with everything that a line reads beside the table of another line.
template <class Call>
void each_reference(const Line& line, Call call) {
    for (const auto* list : {&line.of, &line.plus, &line.minus}) {
        for (const Reference& reference : *list) {
            call(reference);
        }
    }
    if (line.times) {
        call(*line.times);
    }
    if (line.taper) {
        call(line.taper->of);
    }
    if (line.only) {
        call(line.only->of);
    }
}

/// Checks that each line reads only inputs, earlier lines, and lines of forms that stand before it in `earlier` and in
/// its form's `uses`; that a line of each earner reads no line of the household; and that a borrowed table is one.
/// Reports what is not so, and returns whether all is.
bool check_references(const Form& form, std::span<const Form* const> earlier, diagnostic::Diagnostics& problems);

}  // namespace offerkit::tax
