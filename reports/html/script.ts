/**
 * The page's only script: filter, search, copy, unfolding. The page is complete without it. It reads nothing but the
 * page, and writes nothing but attributes and its own words (never HTML).
 */
export const script = `
(() => {
  'use strict';
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const bar = document.querySelector('.toolbar');
  const search = document.getElementById('search');
  const shown = document.getElementById('shown');
  const none = document.getElementById('no-clause');
  const rows = all('tr[data-verdict]');
  const filters = all('button[data-filter]');
  let verdict = '';

  const apply = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const place = row.parentElement.querySelector('.place').textContent;
      const text = (place + ' ' + row.textContent).toLowerCase();
      const fits = (verdict === '' || row.dataset.verdict === verdict) && words.every((word) => text.includes(word));
      row.hidden = !fits;
      if (fits) count += 1;
    }
    for (const body of all('table.clauses tbody')) {
      body.hidden = all('tr[data-verdict]', body).every((row) => row.hidden);
    }
    none.hidden = count > 0;
    shown.textContent = count + ' of ' + rows.length + ' clauses shown';
  };
  const choose = (wanted) => {
    verdict = wanted;
    for (const button of filters) button.setAttribute('aria-pressed', String(button.dataset.filter === wanted));
    apply();
  };
  for (const button of filters) button.addEventListener('click', () => choose(button.dataset.filter));
  search.addEventListener('input', apply);
  bar.hidden = false;

  const select = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  };
  for (const line of all('[data-copy]')) {
    const button = document.createElement('button');
    const told = document.createElement('span');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', 'Copy: ' + line.getAttribute('aria-label'));
    told.setAttribute('role', 'status');
    told.className = 'note';
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(line.dataset.copy);
        told.textContent = 'copied';
      } catch {
        select(line);
        told.textContent = 'selected, copy it with the keyboard';
      }
    });
    line.previousElementSibling.append(told, button);
  }

  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.matches('tr[hidden], tr[hidden] *')) {
      search.value = '';
      choose('');
    }
    for (const fold of all('details.evidence', target)) fold.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  let folded = [];
  addEventListener('beforeprint', () => {
    folded = all('details:not([open])');
    for (const fold of folded) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of folded) fold.open = false;
  });
})();
`;
