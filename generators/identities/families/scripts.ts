/** Neighbours beyond Latin: what a store without full Unicode turns into question marks, emoji of one family. */
import { family } from '../family.js';

export const scripts = family('text beyond Latin', (word) => `${word} 王小明`, [
  ['one character changed', (s) => s.replace('明', '月')],
  ['question marks', (s) => s.replace('王小明', '???')],
  ['another script', (s) => s.replace('王小明', 'Оля')],
  ['another script again', (s) => s.replace('王小明', 'Ева')],
  ['replacement characters', (s) => s.replace('王小明', '\uFFFD\uFFFD\uFFFD')],
  ['as escapes', (s) => s.replace('王', '\\u738b')],
  ['as percent escapes', (s) => s.replace('王', '%E7%8E%8B')],
  ['left out', (s) => s.replace('王小明', '')],
]);

export const emoji = family('emoji', (word) => `${word} 👩‍👩‍👧‍👦 👍 😀 ✈`, [
  ['another emoji', (s) => s.replace('😀', '😁')],
  ['one more child', (s) => s.replace('👩‍👩‍👧‍👦', '👩‍👩‍👧')],
  ['without joiners', (s) => s.replaceAll('\u200D', '')],
  ['a skin tone', (s) => s.replace('👍', '👍🏽')],
  ['another skin tone', (s) => s.replace('👍', '👍🏿')],
  ['a variation selector', (s) => `${s}\uFE0F`],
  ['emoji left out', (s) => s.replace('😀', '')],
  ['a question mark for an emoji', (s) => s.replace('😀', '?')],
]);
