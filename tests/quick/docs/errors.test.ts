/** Holds that docs/errors.md shows each error as the code says it, and says why it comes and what to do. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { errorCases } from './error-cases.js';

const page = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((text) => [text.split('\n', 1)[0] ?? '', text] as const),
);

for (const { section, text } of errorCases) {
  test(`the page shows: ${section}`, async (t) => {
    const shown = sections.get(section);
    assert.ok(shown !== undefined, 'there is no such section');
    assert.ok(shown.includes(`\`\`\`text\n${await text(t)}\n\`\`\``), `the code says now:\n${await text(t)}`);
    assert.match(shown, /\*\*Why\.\*\* \S/);
    assert.match(shown, /\*\*What to do\.\*\* \S/);
  });
}

test('every section of the page is proved by an entry, and every entry has a section of its own', () => {
  const proved = errorCases.map(({ section }) => section);
  assert.deepEqual(
    [...sections.keys()].filter((section) => !proved.includes(section)),
    [],
    'sections without an entry in error-cases.ts',
  );
  assert.equal(new Set(proved).size, proved.length);
  assert.deepEqual(
    proved.filter((section) => !sections.has(section)),
    [],
    'entries without a section',
  );
});
