// On every page: the key / leads to the search box.
(() => {
  'use strict';
  document.addEventListener('keydown', (event) => {
    const at = event.target;
    const isTyping =
      at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    const box = document.getElementById('query') || document.getElementById('q');
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
})();
