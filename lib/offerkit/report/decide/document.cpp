#include <offerkit/report/decide/decide.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/choice/decision/nearest_flip.hpp>
#include <offerkit/report/decide/words.hpp>
#include <offerkit/report/product/datum.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/assumptions.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/envelope.hpp>
#include <offerkit/report/words/explain.hpp>
#include <offerkit/report/words/offer_document.hpp>
#include <offerkit/report/words/papers.hpp>

namespace offerkit::report {
namespace {

using choice::Decision;
using choice::decision::RatingKind;

std::string_view kind_word(RatingKind kind) noexcept {
    switch (kind) {
        case RatingKind::certain: return "certain";
        case RatingKind::range: return "range";
        case RatingKind::condition: return "condition";
        case RatingKind::unknown: return "unknown";
        case RatingKind::missing: return "missing";
    }
    return "certain";
}

/// Those that tie with whoever stands before: companies, and beside them the files that tell them apart.
void set_tied(Document& entry, const choice::Comparison& comparison, const std::vector<std::size_t>& tied) {
    const auto& offers = comparison.offers;
    entry.set("tied_with", array_of(tied, [&](std::size_t i) { return offers[i].offer->company; }))
        .set("tied_with_file", array_of(tied, [&](std::size_t i) { return offers[i].offer->file; }));
}

class DocumentWriter {
public:
    explicit DocumentWriter(const DecideView& view) : view_(view), decision_(view.decision) {}

    Document write() {
        Document valuation = valuation_document(view_.comparison);
        valuation.set("by", decision_.options.survival_weighted ? "survival_weighted" : "average");
        Document out = envelope("decide");
        out.set("valuation", std::move(valuation))
            .set("priorities", priorities())
            .set("samples", decision_.options.samples)
            .set("seed", decision_.options.seed);
        out.set("verdict", verdict_document(view_.comparison, decision_)).set("scores", scores_and_detail());
        out.set("pay", pay());
        out.set("weights", weights()).set("weight_intervals", weight_intervals()).set("pairwise", pairwise());
        out.set("acceptability", acceptability(decision_.acceptability))
            .set("acceptability_under_order", acceptability(decision_.acceptability_under_order))
            .set("dominance", dominance());
        out.set("without_money", without_money())
            .set("money_equivalents", money_equivalents())
            .set("price_of_choice", prices());
        out.set("asymmetries", asymmetry_documents(view_.comparison));
        out.set("ask_first", questions(decision_.ask_first))
            .set("find_out", questions(decision_.find_out))
            .set("goal_lenses", goal_lenses())
            .set("must_haves", must_haves());
        out.set("decided_by", decided_by()).set("rating_changes", rating_changes()).set("flips", flips());
        out.set("warnings", warnings())
            .set("rates", array_of(rates_used(view_.comparison.offers)))
            .set("assumptions", assumption_documents(view_.comparison.valuation, papers_of(view_.comparison)));
        return out;
    }

private:
    [[nodiscard]] const model::Offer& paper(std::size_t i) const { return *view_.comparison.offers[i].offer; }
    [[nodiscard]] const std::string& factor(std::size_t j) const { return decision_.judgement.factors[j].id; }

    /// An offer by its company, and by the file that tells two of one company apart, under keys that begin with `key`.
    void name(Document& entry, std::string_view key, std::size_t i) const {
        const bool plain = key == "company";
        entry.set(key, paper(i).company).set(plain ? "file" : std::string(key) + "_file", paper(i).file);
    }
    /// The same for an offer that need not be there.
    void name_any(Document& entry, const std::string& key, const std::optional<std::size_t>& i) const {
        if (i) {
            name(entry, key, *i);
        } else {
            entry.set(key, Document::null()).set(key + "_file", Document::null());
        }
    }
    [[nodiscard]] Document named(std::size_t i) const {
        Document entry = Document::object();
        name(entry, "company", i);
        return entry;
    }

    [[nodiscard]] Document pair_of(std::size_t a, std::size_t b) const {
        Document entry = Document::object();
        name(entry, "a", a);
        name(entry, "b", b);
        return entry;
    }

    [[nodiscard]] Document priorities() const {
        const auto& own = view_.priorities;
        const auto& judgement = decision_.judgement;
        const auto path = [](const auto& step) {
            return Document::object({{"factor", step.factor}, {"weight", step.weight}});
        };
        const auto factor_entry = [&](const auto& each) {
            return Document::object({{"factor", each.id},
                                     {"name", each.name},
                                     {"worst", each.worst},
                                     {"best", each.best},
                                     {"goal", word(each.goal)},
                                     {"path", array_of(each.path, path)}});
        };
        return Document::object({{"file", own.file},
                                 {"name", own.name.empty() ? Document::null() : Document(own.name)},
                                 {"starting_point", own.profile.empty() ? Document::null() : Document(own.profile)},
                                 {"risk_tolerance", judgement.risk_tolerance},
                                 {"factors", array_of(judgement.factors, factor_entry)}});
    }

    [[nodiscard]] Document contributions(const choice::Score& score, bool places) const {
        return array_of(score.contributions, [&](const auto& part) {
            const auto& rating = decision_.judgement.ratings[score.offer][part.factor];
            Document entry = Document::object({{"factor", factor(part.factor)},
                                               {"weight", part.weight},
                                               {"value", part.value},
                                               {"product", part.product}});
            if (places) {
                const bool written =
                    !decision_.judgement.factors[part.factor].money && rating.kind != RatingKind::missing;
                entry.set("rating", rating.rating)
                    .set("kind", kind_word(rating.kind))
                    .set("place", written ? Document(place_of(rating.span, view_.sources)) : Document::null());
            }
            return entry;
        });
    }

    [[nodiscard]] Document score(const choice::Score& score, bool places) const {
        Document entry = named(score.offer);
        entry.set("rank", score.rank)
            .set("value", score.value)
            .set("probability_best", score.probability_best)
            .set("expected_regret", score.expected_regret);
        return std::move(entry).set("contributions", contributions(score, places));
    }

    /// What each offer pays a year, and what that counts as to somebody of this risk tolerance.
    [[nodiscard]] Document pay() const {
        Document all = Document::array();
        for (std::size_t i = 0; i < decision_.pay.size(); ++i) {
            Document entry = named(i);
            const bool scenarios = decision_.scenario_mean[i] && decision_.judgement.risk_tolerance;
            entry.set("mean", document_of(scenarios ? *decision_.scenario_mean[i] : decision_.mean_pay[i]))
                .set("counts_as", document_of(decision_.pay[i]));
            all.push(std::move(entry));
        }
        return all;
    }

    [[nodiscard]] Document scores_and_detail() const {
        return array_of(decision_.scores, [&](const auto& each) {
            Document entry = score(each, true);
            entry.set("leader_wins", decision_.verdict.wins[each.offer])
                .set("yearly_pay", document_of(decision_.mean_pay[each.offer]))
                .set("currency", decision_.currency.code());
            return entry;
        });
    }

    [[nodiscard]] Document weights() const {
        Document all = Document::array();
        for (std::size_t j = 0; j < decision_.weights.size(); ++j) {
            all.push(Document::object({{"factor", factor(j)}, {"weight", decision_.weights[j]}}));
        }
        return all;
    }

    [[nodiscard]] Document weight_intervals() const {
        const auto ends = [](const std::optional<choice::decision::Interval>& interval) {
            return interval ? Document::array({interval->low, interval->high}) : Document::null();
        };
        return array_of(decision_.weight_intervals, [&](const auto& each) {
            Document entry = Document::object(
                {{"factor", factor(each.factor)}, {"winner", ends(each.winner)}, {"order", ends(each.order)}});
            name_any(entry, "next_below", each.next_below);
            name_any(entry, "next_above", each.next_above);
            return entry;
        });
    }

    [[nodiscard]] Document pairwise() const {
        return array_of(decision_.pairwise, [&](const auto& pair) {
            Document entry = pair_of(pair.a, pair.b);
            entry.set("index", pair.index)
                .set("index_under_order", pair.index_under_order)
                .set("sampled", pair.sampled);
            return entry;
        });
    }

    [[nodiscard]] Document acceptability(const std::vector<choice::decision::Acceptability>& shares) const {
        Document all = Document::array();
        for (std::size_t i = 0; i < shares.size(); ++i) {
            Document entry = named(i);
            entry.set("ranks", array_of(shares[i].ranks))
                .set("half_width", shares[i].half_width)
                .set("central_weights",
                     shares[i].central_weights ? array_of(*shares[i].central_weights) : Document::null());
            all.push(std::move(entry));
        }
        return all;
    }

    [[nodiscard]] Document dominance() const {
        return array_of(decision_.dominance, [&](const auto& pair) {
            Document entry = pair_of(pair.a, pair.b);
            entry.set("kind", pair.kind == choice::decision::DominanceKind::plain ? "plain" : "ordered");
            return entry;
        });
    }

    [[nodiscard]] Document without_money() const {
        if (!decision_.without_money) {
            return Document::null();
        }
        const auto& own = *decision_.without_money;
        Document entry =
            Document::object({{"scores", array_of(own.scores, [&](const auto& each) { return score(each, false); })}});
        name(entry, "leader", own.ranking.front());
        return entry;
    }

    [[nodiscard]] Document money_equivalents() const {
        return array_of(decision_.money_equivalents, [&](const auto& each) {
            return Document::object({{"factor", factor(each.factor)},
                                     {"per_swing", each.per_swing},
                                     {"currency", decision_.currency.code()}});
        });
    }

    [[nodiscard]] Document price(const choice::PriceOfChoice& each) const {
        Document entry = named(each.offer);
        name(entry, "against", each.against);
        entry.set("money", each.money).set("change", each.change).set("currency", decision_.currency.code());
        return entry;
    }

    [[nodiscard]] Document prices() const {
        return array_of(decision_.price_of_choice, [&](const auto& each) { return price(each); });
    }

    [[nodiscard]] Document questions(const std::vector<choice::decision::Question>& questions) const {
        return array_of(questions, [&](const auto& each) {
            Document entry = named(each.offer);
            const auto* stated = decision_.judgement.factors[each.factor].stated;
            const bool written = stated != nullptr && !stated->question.empty();
            entry.set("factor", factor(each.factor))
                .set("question", written ? Document(stated->question) : Document::null())
                .set("value_of_information", each.value)
                .set("money", each.money)
                .set("currency", decision_.currency.code());
            return entry;
        });
    }

    [[nodiscard]] Document goal_lenses() const {
        return array_of(decision_.goal_lenses, [&](const auto& lens) {
            Document entry = Document::object({{"goal", word(lens.goal)}, {"share", lens.share}});
            name(entry, "winner", lens.winner);
            set_tied(entry, view_.comparison, lens.tied_with);
            entry.set("values", array_of(lens.values));
            return entry;
        });
    }

    [[nodiscard]] Document must_haves() const {
        return array_of(decision_.must_haves, [&](const auto& each) {
            Document entry = named(each.offer);
            entry.set("factor", factor(each.factor)).set("at_least", each.at_least).set("required", each.required);
            entry.set("rating", each.rating)
                .set("chance", each.chance)
                .set("shortfall", each.shortfall)
                .set("met", each.known ? Document(each.met) : Document::null());
            return entry;
        });
    }

    [[nodiscard]] Document decided_by() const {
        return array_of(decision_.against, [&](const auto& against) {
            const auto advantage = [&](const auto& each) {
                return Document::object({{"factor", factor(each.factor)}, {"amount", each.amount}});
            };
            Document entry = Document::object();
            name(entry, "against", against.rival);
            entry.set("margin", against.margin).set("advantages", array_of(against.advantages, advantage));
            return entry;
        });
    }

    [[nodiscard]] Document rating_change(const choice::RatingChange& change) const {
        Document entry = named(change.offer);
        name(entry, "against", change.against);
        entry.set("factor", factor(change.factor))
            .set("rating", change.rating)
            .set("value_change", change.value_change)
            .set("feasible", change.feasible);
        return entry;
    }

    [[nodiscard]] Document rating_changes() const {
        return array_of(decision_.rating_changes, [&](const auto& change) { return rating_change(change); });
    }

    [[nodiscard]] Document flips() const {
        const auto nearest = choice::nearest_flips(decision_, view_.priorities);
        Document weight;
        if (nearest.weight) {
            weight.set("factor", factor(nearest.weight->factor))
                .set("weight", nearest.weight->weight)
                .set("points", nearest.weight->points);
            name_any(weight, "winner", nearest.weight->winner);
        }
        Document rating;
        if (nearest.rating) {
            rating = rating_change(nearest.rating->change);
            rating.set("chance", nearest.rating->chance);
        }
        return Document::object({{"weight", std::move(weight)},
                                 {"rating", std::move(rating)},
                                 {"pay", nearest.pay ? price(*nearest.pay) : Document::null()}});
    }

    [[nodiscard]] Document warnings() const {
        return array_of(decision_.warnings, [&](const auto& warning) {
            return Document::object(
                {{"kind", word(warning.kind)},
                 {"company", warning.offer ? Document(paper(*warning.offer).company) : Document::null()},
                 {"file", warning.offer ? Document(paper(*warning.offer).file) : Document::null()},
                 {"factors", array_of(warning.factors, [&](std::size_t j) { return factor(j); })},
                 {"message", warning.message}});
        });
    }

    const DecideView& view_;
    const Decision& decision_;
};

}  // namespace

Document verdict_document(const choice::Comparison& comparison, const Decision& decision) {
    const auto& verdict = decision.verdict;
    const auto& leader = *comparison.offers[verdict.leader].offer;
    const auto* second = verdict.second ? comparison.offers[*verdict.second].offer : nullptr;
    Document entry = Document::object({{"class", word(verdict.verdict)},
                                       {"leader", leader.company},
                                       {"leader_file", leader.file},
                                       {"margin", verdict.margin},
                                       {"second", second != nullptr ? Document(second->company) : Document::null()},
                                       {"second_file", second != nullptr ? Document(second->file) : Document::null()}});
    set_tied(entry, comparison, verdict.tied_with);
    entry.set("dominant", verdict.dominant)
        .set("dominant_for_sure", verdict.dominant_for_sure)
        .set("steadiness", verdict.steadiness)
        .set("wide_steadiness", verdict.wide_steadiness)
        .set("not_in_writing", verdict.not_in_writing);
    const auto& hangs = verdict.hangs_on;
    return std::move(
        entry.set("event", hangs && hangs->events.size() == 1 ? Document(hangs->events.front()) : Document::null())
            .set("events", hangs ? array_of(hangs->events) : Document::array())
            .set("chance", hangs ? Document(hangs->tie) : Document::null())
            .set("stated_chance", hangs ? Document(hangs->stated) : Document::null())
            .set("leads_above", hangs ? Document(comparison.offers[hangs->with].offer->company) : Document::null())
            .set("leads_below", hangs ? Document(comparison.offers[hangs->without].offer->company) : Document::null()));
}

Document decide_document(const DecideView& view) { return DocumentWriter(view).write(); }

}  // namespace offerkit::report
