/** Colours, light and dark. Every pair of text and ground has at least 4.5:1 (WCAG 2.2 AA). */
export const colourStyles = `
:root {
  color-scheme: light dark;
  --ground: #f7f7f5; --panel: #ffffff; --inset: #f3f3f0; --edge: #d9d9d4; --ink: #1b1e23; --soft: #565c66;
  --link: #1a4f9c; --focus: #1a4f9c;
  --good: #14613c; --good-ground: #e3f3ea; --bad: #a3161f; --bad-ground: #fdeceb;
  --open: #734700; --open-ground: #fdf1d3; --seen: #1a4f9c; --seen-ground: #e7effb;
  --none: #4b525c; --none-ground: #ebedef; --waived: #57358f; --waived-ground: #f0eafa;
  --mark: #ffd9d4; --mark-ink: #7d0d15; --mark-line: #fff3f1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #121417; --panel: #1a1d22; --inset: #14171b; --edge: #343a43; --ink: #e8eaed; --soft: #a9b1bb;
    --link: #8dbbff; --focus: #8dbbff;
    --good: #74d6a2; --good-ground: #12301f; --bad: #ff9c95; --bad-ground: #3a1719;
    --open: #f3c465; --open-ground: #33280e; --seen: #8dbbff; --seen-ground: #14263f;
    --none: #b6bec8; --none-ground: #272c33; --waived: #c9b2f6; --waived-ground: #2a2140;
    --mark: #6b1f22; --mark-ink: #ffe1de; --mark-line: #2c1819;
  }
}
.is-conformant { --tone: var(--good); --tone-ground: var(--good-ground); }
.is-nonconformant { --tone: var(--bad); --tone-ground: var(--bad-ground); }
.is-inconclusive { --tone: var(--open); --tone-ground: var(--open-ground); }
.is-observed { --tone: var(--seen); --tone-ground: var(--seen-ground); }
.is-not-exercised { --tone: var(--none); --tone-ground: var(--none-ground); }
.is-waived { --tone: var(--waived); --tone-ground: var(--waived-ground); }
.answer-yes { --tone: var(--good); --tone-ground: var(--good-ground); }
.answer-no { --tone: var(--bad); --tone-ground: var(--bad-ground); }
.answer-undecided { --tone: var(--open); --tone-ground: var(--open-ground); }
`;
