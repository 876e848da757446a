/** Typography, page frame, focus, and the small parts that stand everywhere. */
export const baseStyles = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; }
.page-header, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); }
main { display: block; padding-bottom: 2rem; }
main:focus { outline: none; }
.page-header { display: flex; flex-wrap: wrap; gap: .25rem 2rem; align-items: baseline; justify-content: space-between;
  padding-top: 1.25rem; padding-bottom: 1.25rem; }
.product { margin: 0; font-weight: 650; letter-spacing: -.01em; }
nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .9rem; }
footer { padding-top: 1.5rem; padding-bottom: 3rem; color: var(--soft); font-size: .875rem; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font-size: 1.4rem; letter-spacing: -.015em; margin: 3rem 0 .75rem; }
h3 { font-size: 1.15rem; letter-spacing: -.01em; margin: .5rem 0 .25rem; }
h4 { font-size: .95rem; margin: 1.25rem 0 .4rem; }
p { margin: 0 0 .75rem; max-width: 75ch; overflow-wrap: anywhere; }
dl, dd { margin: 0; }
dt { color: var(--soft); font-size: .85rem; }
dd { overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: .06em; }
code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace; font-size: .875em; }
code { overflow-wrap: anywhere; }
bdi { unicode-bidi: isolate; }
:focus-visible { outline: .1875rem solid var(--focus); outline-offset: .125rem; border-radius: .125rem; }
.note { color: var(--soft); font-size: .85rem; font-weight: 400; }
.count { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
.for-readers { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 2; padding: .5rem 1rem; background: var(--panel); border: 1px solid var(--edge); border-radius: .4rem; }
.skip:focus { top: .5rem; }
.icon { width: 1em; height: 1em; flex: none; fill: none; stroke: currentColor; stroke-width: 2.75; stroke-linecap: round; stroke-linejoin: round; }
.chip { display: inline-flex; align-items: center; gap: .35em; padding: .1em .6em; border-radius: 1em; white-space: nowrap;
  font-size: .8125rem; font-weight: 600; color: var(--tone); background: var(--tone-ground); }
.unseen { color: var(--seen); background: var(--seen-ground); border-radius: .2em; padding: 0 .1em; font-size: .9em; unicode-bidi: isolate; }
.meta { display: flex; flex-wrap: wrap; gap: .1rem .9rem; color: var(--soft); font-size: .875rem; margin-bottom: .75rem; max-width: none; }
button, input { font: inherit; color: inherit; }
button { background: var(--panel); border: 1px solid var(--edge); border-radius: 2rem; padding: .2rem .8rem; font-size: .875rem; cursor: pointer; }
button:hover { border-color: var(--soft); }
button[aria-pressed="true"] { background: var(--ink); border-color: var(--ink); color: var(--ground); }
button[aria-pressed="true"] .count { color: inherit; }
summary { cursor: pointer; font-weight: 600; font-size: .95rem; padding: .25rem 0; overflow-wrap: anywhere; }
[hidden] { display: none !important; }
`;
