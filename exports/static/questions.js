/* The list of questions is filtered while people type; text that is to be pasted is copied by a button. */
"use strict";

(() => {
  const input = document.querySelector("[data-filter]");
  if (input) {
    filter(input, document.getElementById(input.dataset.filter));
  }
  for (const button of document.querySelectorAll("[data-copies]")) {
    button.addEventListener("click", () => copy(button));
    button.parentElement.hidden = false;
  }

  function filter(input, list) {
    const status = input.parentElement.querySelector("[role=status]");
    const show = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let found = 0;
      for (const item of list.querySelectorAll("li")) {
        const text = item.textContent.toLowerCase();
        item.hidden = !words.every((word) => text.includes(word));
        found += item.hidden ? 0 : 1;
      }
      for (const section of list.querySelectorAll("section")) {
        section.hidden = !section.querySelector("li:not([hidden])");
      }
      status.textContent = words.length ? status.dataset.found.replace("{n}", found) : "";
    };
    input.addEventListener("input", show);
    input.parentElement.hidden = false;
    show();
  }

  async function copy(button) {
    const source = document.getElementById(button.dataset.copies);
    const status = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(source.textContent);
      status.textContent = button.dataset.copied;
    } catch {
      // pages opened from the disk have no clipboard in some browsers: the text is selected for the keyboard to copy
      getSelection().selectAllChildren(source);
      status.textContent = button.dataset.selected;
    }
  }
})();
