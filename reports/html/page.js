/**
 * The page's only script: filter, search, copy, unfolding. The page is complete without it. It stands in each page
 * whole, as here; it reads nothing but the page, and writes nothing but attributes and its own words (never HTML).
 */
(() => {
  /** @type {(selector: string, root?: ParentNode) => HTMLElement[]} */
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  /**
   * @template {HTMLElement} T
   * @param {string} selector
   * @param {new () => T} kind
   * @returns {T}
   */
  const one = (selector, kind) => {
    const found = document.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
    return found;
  };

  const search = one('#search', HTMLInputElement);
  const shown = one('#shown', HTMLElement);
  const none = one('#no-clause', HTMLElement);
  const rows = all('tr[data-verdict]');
  const filters = all('button[data-filter]');
  /** @type {string | undefined} */
  let verdict = '';

  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const place = row.parentElement?.querySelector('.place')?.textContent;
      const text = `${place} ${row.textContent}`.toLowerCase();
      const fits = (verdict === '' || row.dataset.verdict === verdict) && words.every((word) => text.includes(word));
      row.hidden = !fits;
      if (fits) count += 1;
    }
    for (const place of all('tbody:has(tr[data-verdict])')) {
      place.hidden = all('tr[data-verdict]', place).every((row) => row.hidden);
    }
    none.hidden = count > 0;
    shown.textContent = `${count} of ${rows.length} clauses shown`;
  };
  /** @param {string | undefined} wanted */
  const choose = (wanted) => {
    verdict = wanted;
    for (const button of filters) button.setAttribute('aria-pressed', String(button.dataset.filter === wanted));
    apply();
  };
  for (const button of filters) button.addEventListener('click', () => choose(button.dataset.filter));
  search.addEventListener('input', apply);
  one('.toolbar', HTMLElement).hidden = false;

  for (const line of all('[data-copy]')) {
    const button = document.createElement('button');
    const told = document.createElement('span');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', `Copy: ${line.getAttribute('aria-label')}`);
    told.setAttribute('role', 'status');
    told.className = 'note';
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(line.dataset.copy ?? '');
        told.textContent = 'copied';
      } catch {
        getSelection()?.selectAllChildren(line);
        told.textContent = 'selected, copy it with the keyboard';
      }
    });
    line.previousElementSibling?.append(told, button);
  }

  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.matches('tr[hidden], tr[hidden] *')) {
      search.value = '';
      choose('');
    }
    for (const fold of all('details.evidence', target)) fold.setAttribute('open', '');
    target.closest('details')?.setAttribute('open', '');
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  /** @type {HTMLElement[]} */
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = all('details:not([open])');
    for (const fold of folded) fold.setAttribute('open', '');
  });
  addEventListener('afterprint', () => {
    for (const fold of folded) fold.removeAttribute('open');
  });
})();
