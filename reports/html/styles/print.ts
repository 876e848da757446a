/** On paper: black on white, nothing cut off by a scroll box, no controls. */
export const printStyles = `
@media print {
  :root { color-scheme: light; --ground: #fff; --panel: #fff; --inset: #fff; --edge: #999; --ink: #000; --soft: #333; --link: #000; }
  .toolbar, .copy, .skip, nav { display: none !important; }
  .page-header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  .answer { border: .15rem solid var(--tone); }
  .beside { grid-template-columns: minmax(0, 1fr); }
  pre { max-height: none; overflow: visible; }
  pre .line, pre code { white-space: pre-wrap; overflow-wrap: anywhere; }
  h2, h3, h4, .card-head { break-after: avoid; }
  tr, .told > div { break-inside: avoid; }
}
`;
