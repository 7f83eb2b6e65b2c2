#pragma once

#include <string>

#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/diagnostic/source.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>

namespace offerkit::report {

/// What the products of `decide` are made from. All of it outlives them.
struct DecideView {
    const choice::Comparison& comparison;
    const choice::Decision& decision;
    const model::Priorities& priorities;
    const diagnostic::Sources& sources;
};

/// In how many words a page of advice says what it has to say: `short_` gathers what to beware of in one place,
/// `shorter` leaves to `--detail` what another line of the page says too, `shortest` names only the best three offers,
/// `tight` leaves out other views of the offers where pay may move, `barest` names what decides it and what would
/// change it first, for names of many words.
enum class Brevity { usual, short_, shorter, shortest, tight, barest };

/// The decision for a person: one screen of advice. `detail` adds every table behind it, `explain` every product of
/// weight and value with the line of its rating; with either, nothing is put briefly.
[[nodiscard]] Page decide_page(const DecideView& view, bool detail, bool explain, Brevity brevity = Brevity::usual);
/// The JSON contract of `decide`, always whole.
[[nodiscard]] Document decide_document(const DecideView& view);
/// A row for each offer, in the order given, with four columns for each factor.
[[nodiscard]] Sheet decide_sheet(const DecideView& view);

/// What `compare` says of it: `"Lean towards Google": 0.71 against 0.65 for Meta by your own factors.`
[[nodiscard]] std::string decide_line(const choice::Comparison& comparison, const choice::Decision& decision);
/// `{class, leader, leader_file, margin}`, as the document of `decide` begins.
[[nodiscard]] Document verdict_document(const choice::Comparison& comparison, const choice::Decision& decision);

}  // namespace offerkit::report
