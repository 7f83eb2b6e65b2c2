#include <offerkit/render/html/style.hpp>

namespace offerkit::render {

std::string_view page_style() noexcept {
    return R"(* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; font: 16px/1.5 system-ui, "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0.6rem 0; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 0.5rem; padding-top: 0.6rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1.05rem; margin: 1.2rem 0 0.4rem; }
p, ul, ol, dl { margin: 0.5rem 0; }
p, li { max-width: 46rem; }
.answer { font-size: 1.1rem; }
.answer > p:first-of-type { font-size: 1.3rem; line-height: 1.4; font-weight: 600; }
.under, .closing { color: var(--quiet); }
.closing { margin-top: 2rem; padding-top: 0.6rem; border-top: 1px solid var(--rule); font-size: 0.9rem; }
a { color: var(--link); }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; }
code { font-family: ui-monospace, "Liberation Mono", monospace; font-size: 0.92em; background: var(--panel); padding: 0 0.2em; border-radius: 3px; }
.note, .warning { padding: 0.5rem 0.8rem; background: var(--panel); border-left: 4px solid var(--link); }
.warning { border-left-color: var(--warn); }
.strong { font-weight: 700; }
.good { color: var(--good); font-weight: 600; }
.bad { color: var(--bad); font-weight: 600; }
.dim { color: var(--quiet); }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: 0.2rem 1rem; max-width: 46rem; }
dt { color: var(--quiet); max-width: 14rem; }
dd { margin: 0; }
.scroll { overflow-x: auto; max-width: 100%; }
.scroll:focus-visible, summary:focus-visible, a:focus-visible, button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; margin: 0.6rem 0; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
caption { text-align: left; color: var(--quiet); padding-bottom: 0.3rem; }
th, td { text-align: left; vertical-align: top; padding: 0.22rem 0.7rem 0.22rem 0; font-weight: 400; min-width: 3rem; max-width: 26rem; }
thead th { font-weight: 700; vertical-align: bottom; }
thead tr, tr.total { border-top: 1px solid var(--rule); }
thead tr { border-top: 0; border-bottom: 1px solid var(--quiet); }
tr.total > * { border-top: 1px solid var(--quiet); font-weight: 700; }
tr.head > th { font-weight: 700; padding-top: 0.8rem; }
tr.apart > * { padding-top: 0.9rem; }
th.strong, td.strong { font-weight: 700; }
th.good, td.good, th.bad, td.bad { font-weight: 600; }
th.r, td.r { text-align: right; white-space: nowrap; }
thead th.r { white-space: normal; }
figure { margin: 0.8rem 0 1.2rem; }
figcaption { font-weight: 600; margin-bottom: 0.4rem; }
.chart { display: block; width: 100%; min-width: 34rem; max-width: 56rem; height: auto; }
summary { cursor: pointer; color: var(--link); padding: 0.3rem 0; }
.bars { list-style: none; padding: 0; }
.bars li { margin: 0.6rem 0; max-width: none; display: flow-root; }
.bars .amount { float: right; font-variant-numeric: tabular-nums; }
.bars .bar { display: flex; clear: both; height: 1rem; gap: 1px; margin: 0.15rem 0; background: var(--panel); }
.bars i { display: inline-block; overflow: hidden; line-height: 1; }
.bars .parts { display: flex; flex-wrap: wrap; gap: 0 0.9rem; color: var(--quiet); font-size: 0.88rem; }
.bars .parts i { width: 0.7rem; height: 0.7rem; margin-right: 0.3rem; }
.k0 { background: var(--k0); } .k1 { background: var(--k1); } .k2 { background: var(--k2); } .k3 { background: var(--k3); }
.k4 { background: var(--k4); } .k5 { background: var(--k5); } .k6 { background: var(--k6); } .k7 { background: var(--k7); }
.choice h4 { font-size: 1rem; margin: 0.8rem 0 0.2rem; }
.choice > p { margin: 0.2rem 0; }
.switched .choice h4 { display: none; }
.switch { display: flex; flex-wrap: wrap; gap: 0.4rem; margin: 0.5rem 0; }
.switch button { font: inherit; font-size: 0.95rem; color: var(--ink); background: var(--panel); border: 1px solid var(--quiet); border-radius: 4px; padding: 0.2rem 0.7rem; cursor: pointer; }
.switch button[aria-pressed="true"] { background: var(--ink); color: var(--paper); font-weight: 600; }
.tip { position: fixed; z-index: 1; max-width: min(22rem, 90vw); padding: 0.3rem 0.6rem; background: var(--ink); color: var(--paper); border-radius: 4px; font-size: 0.9rem; pointer-events: none; }
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --panel: #f4f6f8; --ink: #000000; --quiet: #4a545e; --rule: #c9d1d9; --link: #000000;
    --good: #1b6b30; --bad: #a11d1d; --warn: #7a4b00;
    --k0: #1f5fa8; --k1: #b4530a; --k2: #2b7a3d; --k3: #8a3fa0; --k4: #0b7285; --k5: #a52a4a; --k6: #6b5a00; --k7: #4d5b66;
  }
  @page { margin: 15mm; }
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  nav, .switch, .tip { display: none; }
  .choice[hidden], .switched .choice h4 { display: block; }
  .scroll { overflow: visible; }
  .chart { min-width: 0; max-width: 100%; }
  .chart, .bars i, .bars .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  table { font-size: 9pt; }
  th, td { padding-right: 0.4rem; }
  figure, tr, .bars li { break-inside: avoid; }
  h2, h3, figcaption { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
)";
}

}  // namespace offerkit::render
