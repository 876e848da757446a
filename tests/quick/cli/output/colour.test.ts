/** Holds when output is coloured and what counts as CI. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCi, wantsColour } from '../../../../cli/output/colour.js';
import { capture } from '../stand-ins.js';

const rows: readonly (readonly [env: Record<string, string>, terminal: boolean, colour: boolean])[] = [
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: 'false' }, true, false],
  [{ TERM: 'dumb' }, true, false],
];

for (const [env, terminal, colour] of rows) {
  test(`${JSON.stringify(env)} on ${terminal ? 'a terminal' : 'a pipe'}: ${colour ? 'colour' : 'none'}`, () => {
    assert.equal(wantsColour(env, capture(terminal)), colour);
  });
}

test('CI counts when it is set to anything but a word for no', () => {
  assert.deepEqual([{}, { CI: '' }, { CI: '0' }, { CI: 'false' }, { CI: 'true' }, { CI: '1' }].map(isCi), [
    false,
    false,
    false,
    false,
    true,
    true,
  ]);
});
