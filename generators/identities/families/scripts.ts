/** Neighbours beyond Latin: what a store without full Unicode turns into question marks, emoji of one family. */
import { family } from '../family.js';

export const scripts = family('text-beyond-latin', 'text beyond Latin', (word) => `${word} 王小明`, [
  ['one-character-changed', 'one character changed', (s) => s.replace('明', '月'), 1],
  ['question-marks', 'question marks', (s) => s.replace('王小明', '???')],
  ['another-script', 'another script', (s) => s.replace('王小明', 'Оля')],
  ['another-script-again', 'another script again', (s) => s.replace('王小明', 'Ева')],
  ['replacement-characters', 'replacement characters', (s) => s.replace('王小明', '\uFFFD\uFFFD\uFFFD')],
  ['as-escapes', 'as escapes', (s) => s.replace('王', '\\u738b')],
  ['as-percent-escapes', 'as percent escapes', (s) => s.replace('王', '%E7%8E%8B')],
  ['left-out', 'left out', (s) => s.replace('王小明', '')],
]);

export const emoji = family('emoji', 'emoji', (word) => `${word} 👩‍👩‍👧‍👦 👍 😀 ✈`, [
  ['another-emoji', 'another emoji', (s) => s.replace('😀', '😁'), 1],
  ['one-more-child', 'one more child', (s) => s.replace('👩‍👩‍👧‍👦', '👩‍👩‍👧'), 3],
  ['without-joiners', 'without joiners', (s) => s.replaceAll('\u200D', '')],
  ['a-skin-tone', 'a skin tone', (s) => s.replace('👍', '👍🏽'), 3],
  ['another-skin-tone', 'another skin tone', (s) => s.replace('👍', '👍🏿')],
  ['a-variation-selector', 'a variation selector', (s) => `${s}\uFE0F`, 3],
  ['emoji-left-out', 'emoji left out', (s) => s.replace('😀', '')],
  ['a-question-mark-for-an-emoji', 'a question mark for an emoji', (s) => s.replace('😀', '?')],
]);
