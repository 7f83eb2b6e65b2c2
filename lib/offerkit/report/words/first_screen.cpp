#include <offerkit/report/words/first_screen.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>

namespace offerkit::report {
namespace {

/// The clauses that fit, and how many more there are.
std::string line_of(const std::vector<std::string>& clauses, std::size_t width) {
    const auto more = [&](std::size_t shown) {
        return shown == clauses.size() ? std::string()
                                       : diagnostic::formatted("; {} more", std::to_string(clauses.size() - shown));
    };
    std::string text = clauses.front();
    std::size_t shown = 1;
    for (; shown < clauses.size(); ++shown) {
        const std::string longer = text + "; " + clauses[shown];
        if (width != 0 && diagnostic::display_width(longer + more(shown + 1)) > width) {
            break;
        }
        text = longer;
    }
    return text + more(shown);
}

/// The highest rank that is kept when `most` pieces are; the pieces of one rank stay or leave one by one, the later
/// ones first.
std::vector<bool> kept(const std::vector<int>& ranks, std::size_t most) {
    std::vector<std::size_t> order(ranks.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
    std::vector<bool> keep(ranks.size(), false);
    for (std::size_t i = 0; i < std::min(most, order.size()); ++i) {
        keep[order[i]] = true;
    }
    return keep;
}

}  // namespace

void FirstScreen::row(int rank, Row row) {
    row_ranks.push_back(rank);
    figures.rows.push_back(std::move(row));
}

void FirstScreen::point(int rank, std::string key, std::vector<std::string> clauses, Tone tone) {
    clauses.erase(std::remove(clauses.begin(), clauses.end(), std::string()), clauses.end());
    if (!clauses.empty()) {
        points.push_back({rank, std::move(key), std::move(clauses), tone});
    }
}

Page FirstScreen::page(std::size_t most, std::size_t width) const {
    expects(row_ranks.size() == figures.rows.size());
    std::vector<int> ranks = row_ranks;
    for (const auto& point : points) {
        ranks.push_back(point.rank);
    }
    if (below) {
        ranks.push_back(below_rank);
    }
    const auto keep = kept(ranks, most);
    Page page;
    page.title(verdict);
    if (!basis.empty()) {
        page.text(basis);
    }
    Table table{figures.columns, {}, figures.caption};
    for (std::size_t i = 0; i < figures.rows.size(); ++i) {
        if (keep[i]) {
            table.rows.push_back(figures.rows[i]);
        }
    }
    if (!table.rows.empty()) {
        page.add(std::move(table));
    }
    if (below && keep.back()) {
        page.add(*below);
    }
    std::size_t keys = 0;
    for (const auto& point : points) {
        keys = std::max(keys, diagnostic::display_width(point.key));
    }
    constexpr std::size_t gap = 2;
    const std::size_t room = width > keys + gap ? width - keys - gap : width;
    std::vector<Fact> facts;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (keep[row_ranks.size() + i]) {
            facts.push_back({points[i].key, Cell(line_of(points[i].clauses, room), points[i].tone)});
        }
    }
    if (const auto left_out = std::count(keep.begin(), keep.end(), false); left_out > 0) {
        facts.push_back({"More", Cell(std::to_string(left_out) + " more with `--detail`", Tone::dim)});
    }
    if (!facts.empty()) {
        page.facts(std::move(facts));
    }
    return page;
}

bool fits_side_by_side(std::size_t width, std::size_t titles, std::span<const std::string> heads) {
    constexpr std::size_t amounts = 9;
    std::size_t needed = titles;
    for (const auto& head : heads) {
        needed += 2 + std::max(amounts, diagnostic::display_width(head));
    }
    return width == 0 || needed <= width;
}

std::vector<int> years_on_screen(int years) {
    constexpr int most = 5;
    if (years > most) {
        return {1, years};
    }
    std::vector<int> all;
    for (int year = 1; year <= years; ++year) {
        all.push_back(year);
    }
    return all;
}

}  // namespace offerkit::report
