/** A generated block: only what stands between its markers changes, and a page without them gets the block. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBlock } from '../../../tools/with-block.js';

const opening = '<!-- generated: levels -->';
const closing = '<!-- end of generated: levels -->';

test('the text between the markers is replaced, all around it stays', () => {
  const page = `# Title\n\nbefore\n\n${opening}\nold\nold\n${closing}\n\nafter $& \`\n`;
  assert.equal(
    withBlock(page, 'levels', '\nnew $& $1\n'),
    `# Title\n\nbefore\n\n${opening}\nnew $& $1\n${closing}\n\nafter $& \`\n`,
  );
});

test('a fresh page stays as it is', () => {
  const page = withBlock('before\n', 'levels', 'text');
  assert.equal(withBlock(page, 'levels', 'text'), page);
});

test('a block of another name is left alone', () => {
  const page = withBlock('', 'other', 'one');
  const both = withBlock(page, 'levels', 'two');
  assert.equal(both, `${page}\n${opening}\ntwo\n${closing}\n`);
});

test('a page that lost a marker gets the block again, and what people wrote stays', () => {
  const lost = `text\n${opening}\nold`;
  const mended = `${lost}\n\n${opening}\nnew\n${closing}\n`;
  assert.equal(withBlock(lost, 'levels', 'new'), mended);
  assert.equal(withBlock(mended, 'levels', 'new'), mended);
  assert.equal(withBlock('', 'levels', 'new'), `${opening}\nnew\n${closing}\n`);
});
