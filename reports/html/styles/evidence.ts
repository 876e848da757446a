/** Messages, the control beside the case, the marks of the difference, commands. */
export const evidenceStyles = `
.evidence { margin: 1rem 0 0; }
.beside { display: grid; gap: 1rem 1.5rem; }
.side { min-width: 0; }
.side h4 { margin-top: .5rem; }
.outcome { color: var(--soft); font-weight: 400; }
@media (min-width: 60rem) { .beside { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
.message, .command { margin: 0 0 .9rem; }
.message-title { display: flex; flex-wrap: wrap; align-items: center; gap: .15rem .75rem; font-size: .85rem; font-weight: 600; margin-bottom: .3rem; }
pre { margin: 0; padding: .75rem 0; max-height: 32rem; overflow: auto; background: var(--inset); border: 1px solid var(--edge); border-radius: .5rem; line-height: 1.5; tab-size: 4; }
pre code { display: inline-block; min-width: 100%; overflow-wrap: normal; }
.line { display: block; position: relative; padding: 0 .9rem 0 1.6rem; min-height: 1.5em; unicode-bidi: isolate; direction: ltr; }
.sign { position: absolute; left: .5rem; font-weight: 700; user-select: none; }
.differs { background: var(--mark-line); }
.differs .sign { color: var(--bad); }
.incidental .sign { color: var(--soft); }
mark { background: var(--mark); color: var(--mark-ink); border-radius: .15em; padding: 0 .05em; font-weight: 600; text-decoration: underline; text-decoration-thickness: .1em; text-underline-offset: .2em; }
mark .unseen { color: inherit; background: transparent; }
.incidental mark { background: none; color: var(--soft); font-weight: inherit; text-decoration-style: dotted; }
.transport { padding: .6rem .9rem; border-radius: .5rem; background: var(--open-ground); color: var(--open); }
.transport .note { display: block; color: inherit; }
.story { padding-left: 1.4rem; margin: 0 0 1rem; }
.story li { padding: .2rem 0; overflow-wrap: anywhere; }
.commands { margin-top: 1rem; }
.command pre { max-height: 14rem; }
.command .line { padding-left: .9rem; }
.copy { margin-left: auto; }
`;
