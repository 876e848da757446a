/** The answer, the warnings, the facts of the run, the cards and lists. */
export const sectionStyles = `
.answer { background: var(--tone-ground); border-radius: 1rem; padding: clamp(1.25rem, 4vw, 2.5rem); }
.answer h1 { margin: 0; font-size: 1.05rem; font-weight: 500; }
.question { display: block; }
.word { display: flex; align-items: center; gap: .3em; margin: .1em 0 .2em; color: var(--tone); letter-spacing: -.03em;
  font-size: clamp(2.75rem, 11vw, 5.5rem); font-weight: 750; line-height: 1.05; }
.word .icon { width: .8em; height: .8em; padding: .16em; border-radius: 50%; background: var(--tone); color: var(--tone-ground); stroke-width: 3.5; }
.reason { font-size: clamp(1.05rem, 2.6vw, 1.3rem); line-height: 1.4; margin-bottom: 1.5rem; }
.bar { display: block; width: 100%; height: .5rem; border-radius: .25rem; margin-bottom: .9rem; }
.bar rect { fill: var(--tone); }
.counts { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem 1.25rem; }
.counts li { display: flex; align-items: center; gap: .4rem; }
.counts strong { font-size: 1.15rem; font-variant-numeric: tabular-nums; }
.counts .chip { background: var(--panel); }
.warnings { margin-top: 1rem; padding: 1rem clamp(1.25rem, 4vw, 2.5rem); border: 1px solid var(--edge); border-radius: 1rem; background: var(--panel); }
.warnings h2 { display: flex; align-items: center; gap: .5rem; margin: 0 0 .4rem; font-size: 1rem; color: var(--open); letter-spacing: 0; }
.warnings ul { margin: 0; padding-left: 1.2rem; }
.warnings li { overflow-wrap: anywhere; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13.5rem), 1fr)); gap: 1rem 2rem; margin-top: 1.5rem; }
.figure { display: block; font-size: 1.5rem; font-weight: 600; letter-spacing: -.02em; font-variant-numeric: tabular-nums; }
.card { background: var(--panel); border: 1px solid var(--edge); border-left: .3rem solid var(--bad); border-radius: .75rem;
  padding: clamp(1rem, 3vw, 1.75rem); margin: 0 0 1.25rem; }
.card:target { box-shadow: 0 0 0 .15rem var(--focus); }
.card-head { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; }
.told { display: grid; gap: .6rem; margin: .75rem 0; }
.told > div { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: .25rem 1rem; }
.told dt { padding-top: .1rem; }
.told .came dd { font-weight: 600; }
.difference { background: var(--inset); border-radius: .5rem; padding: .75rem 1rem; margin: 1rem 0; }
.difference h4 { margin: 0 0 .5rem; }
.difference dl > div { display: grid; grid-template-columns: 5rem minmax(0, 1fr); gap: .25rem 1rem; align-items: baseline; }
.difference .value { white-space: pre-wrap; }
.difference dd .note { display: block; }
.entries, .short { list-style: none; margin: 0; padding: 0; }
.entries > li { border-top: 1px solid var(--edge); padding: .9rem 0; }
.entries p { margin-bottom: .2rem; }
.short li { padding: .3rem 0; border-top: 1px solid var(--edge); overflow-wrap: anywhere; }
.legend > div { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: .25rem 1rem; padding: .35rem 0; max-width: 75ch; }
.legend dt { color: var(--ink); font-size: 1rem; }
@media (max-width: 40rem) {
  .told > div, .difference dl > div, .legend > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
}
`;
