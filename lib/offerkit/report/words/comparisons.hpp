#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/report/product/document.hpp>

/// What `compare`, `show` and `decide` say of a comparison beside its figures, a line each.
namespace offerkit::report {

/// "present value on 2026-03-02": a definition in a sentence, with the day that it is of where it has one.
[[nodiscard]] std::string figure_name(const choice::Comparison& comparison);
/// The same as the head of a row: "Present value on 2026-03-02".
[[nodiscard]] std::string definition_name(const choice::Comparison& comparison, model::Definition definition);

/// "Not in it: 6,315 shares that wait for `tender`.", of every offer that has some; empty where nothing waits. Where
/// `--pending` counts them it says so instead.
[[nodiscard]] std::string waiting_line(const choice::Comparison& comparison, const std::vector<std::string>& names);

/// "8,000 shares that wait for `tender` or `ipo`", or the money that does.
[[nodiscard]] std::string waiting_words(const value::Waiting& waiting);
/// "a raise", "benefits": what only some offers state.
[[nodiscard]] std::string unlike_noun(choice::UnlikeKey key);
/// A price found by a solver, as finely as people quote one.
[[nodiscard]] std::string tie_price_text(const quantity::Price& price);

/// What only some of the offers state, and how much of their figures that is; empty where they are alike.
[[nodiscard]] std::string asymmetry_line(const choice::Comparison& comparison, const std::vector<std::string>& names);
/// What `--common` took out; empty without it.
[[nodiscard]] std::string common_line(const choice::Comparison& comparison);

/// What counting refreshers would change: who leads, and of the job held now its figure; empty where nothing.
[[nodiscard]] std::string refreshers_line(const choice::Comparison& comparison, const std::vector<std::string>& names);

/// Who leads and by how much, or which offers are about even or tie, all of them by name.
[[nodiscard]] std::string lead_line(const choice::Comparison& comparison, const std::vector<std::string>& names);

/// Whether one of the offers, at least, has it.
[[nodiscard]] bool any_offer(const choice::Comparison& comparison, bool (*has)(const value::ValuedOffer&));

/// True when the offers are of different places or currencies, so that tax may change the order.
[[nodiscard]] bool taxed_apart(const choice::Comparison& comparison);

/// `lead` of the JSON; null for a single offer.
[[nodiscard]] Document lead_document(const choice::Comparison& comparison);
/// `asymmetries[]` of the JSON.
[[nodiscard]] Document asymmetry_documents(const choice::Comparison& comparison);
/// `common` of the JSON; null without `--common`.
[[nodiscard]] Document common_document(const choice::Comparison& comparison);

}  // namespace offerkit::report
