/** The picture of pairs against identifiers. Shapes differ as well as colours. */
export const identityStyles = `
.picture { margin: 1.5rem 0; display: grid; gap: 1rem 2.5rem; }
.plot { min-width: 0; max-width: 34rem; padding: .75rem; background: var(--panel); border: 1px solid var(--edge); border-radius: .75rem; }
.plot svg { display: block; width: 100%; height: auto; }
.axis { margin: 0; }
.across { text-align: right; }
.picture figcaption { min-width: 0; }
.picture .frame { fill: none; stroke: var(--soft); stroke-width: 1; }
.picture .expected { fill: none; stroke: var(--edge); stroke-width: 1; stroke-dasharray: 4 6; }
.picture .dots { fill: none; stroke: var(--seen); stroke-linecap: round; }
.picture .splits { fill: var(--open); }
.picture .merges { fill: var(--bad); }
.picture .split-line { fill: none; stroke: var(--open); stroke-width: 2; }
.picture .merge-line { fill: none; stroke: var(--bad); stroke-width: 2; }
.picture .label { fill: var(--panel); stroke: var(--ink); stroke-width: 1.5; }
.picture text { fill: var(--ink); font-size: 20px; font-weight: 650; text-anchor: middle; }
.keys { list-style: none; margin: 0 0 .75rem; padding: 0; font-size: .875rem; }
.keys li { display: flex; gap: .5rem; align-items: start; padding: .15rem 0; }
.key { width: 1.25rem; height: 1.25rem; flex: none; }
.offenders { margin: 0; padding-left: 1.6rem; }
.offenders li { padding: .2rem 0; overflow-wrap: anywhere; }
@media (min-width: 60rem) { .picture { grid-template-columns: minmax(0, 34rem) minmax(0, 1fr); align-items: start; } }
@media print { .picture { grid-template-columns: minmax(0, 1fr); } .plot { max-width: 28rem; break-inside: avoid; } }
`;
