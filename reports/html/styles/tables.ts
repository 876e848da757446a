/** The tables of clauses and of tests, and the toolbar above the clauses. */
export const tableStyles = `
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--edge); overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--soft); font-size: .8125rem; font-weight: 500; overflow-wrap: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; white-space: nowrap; }
.number .note { display: block; }
.clauses td:first-child { width: 9.5rem; }
.wide { width: 6.5rem; }
.changes td:first-child { width: 9.5rem; }
.changes th[scope="row"] { font-size: .9375rem; color: var(--ink); }
.day { width: 7rem; white-space: nowrap; }
.told-below { display: block; }
.reason-cell { width: 30%; }
.verdict-cell { width: 9rem; overflow-wrap: normal; }
.place th { padding-top: 1.6rem; font-size: .95rem; font-weight: 650; }
tbody th[scope="row"] { font-weight: 400; }
tfoot th, tfoot td { font-weight: 650; border-bottom: 0; }
.identity { display: block; color: var(--soft); font-size: .9em; }
.narrow { display: none; }
tr:target td { background: var(--seen-ground); }
.toolbar { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin: 0 0 1rem; }
.search { display: flex; align-items: center; gap: .4rem; font-size: .875rem; margin-left: .5rem; }
.search input { width: 12rem; padding: .2rem .6rem; background: var(--panel); border: 1px solid var(--soft); border-radius: .4rem; }
@media (max-width: 46rem) {
  .wide { display: none; }
  .narrow { display: block; }
  .clauses td:first-child, .changes td:first-child { width: 1%; }
  .day { width: 1%; }
  .clauses .chip, .changes .chip { font-size: .72rem; padding: .1em .45em; }
  th, td { padding-right: .6rem; }
  .search { margin-left: 0; }
}
`;
