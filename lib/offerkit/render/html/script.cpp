#include <offerkit/render/html/script.hpp>

namespace offerkit::render {

std::string_view page_script() noexcept {
    return R"(
"use strict";
(() => {
  const make = (name, words) => Object.assign(document.createElement(name), words);
  const tip = make("div", { className: "tip", hidden: true });
  document.body.append(tip);
  for (const title of document.querySelectorAll(".chart * > title")) {
    title.parentNode.setAttribute("aria-label", title.textContent);
    title.parentNode.dataset.words = title.textContent;
    title.remove();
  }
  addEventListener("pointermove", (event) => {
    const mark = event.target.closest("[data-words]");
    tip.hidden = !mark;
    if (!mark) return;
    tip.textContent = mark.dataset.words;
    tip.style.left = Math.max(8, Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8)) + "px";
    tip.style.top = Math.max(8, Math.min(event.clientY + 18, innerHeight - tip.offsetHeight - 8)) + "px";
  });
  for (const choices of document.querySelectorAll(".choices")) {
    const all = [...choices.querySelectorAll(".choice")];
    const bar = make("div", { className: "switch" });
    const pick = (chosen) => all.forEach((choice, i) => {
      choice.hidden = choice !== chosen;
      bar.children[i].setAttribute("aria-pressed", choice === chosen);
    });
    for (const choice of all) {
      const text = choice.querySelector("h4").textContent;
      bar.append(make("button", { type: "button", textContent: text, onclick: () => pick(choice) }));
    }
    all[0].before(bar);
    choices.classList.add("switched");
    pick(all[0]);
  }
})();
)";
}

}  // namespace offerkit::render
