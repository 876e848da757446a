/** Texts that are no JSON, made from one that is: cut, decorated, written in a laxer language, not written at all. */
import type { NamedValue } from './violation.js';

export function brokenJson(text: string): readonly NamedValue<string>[] {
  const inner = text.slice(0, -1);
  const close = text.slice(-1);
  return [
    ['empty-text', 'empty text', '', 3],
    ['the-word-undefined', 'the word undefined', 'undefined'],
    ['an-object-turned-to-text', 'an object turned to text', '[object Object]'],
    ['a-bare-word', 'a bare word', 'EndUser'],
    ['last-bracket-missing', 'last bracket missing', inner, 2],
    ['cut-in-the-middle', 'cut in the middle', text.slice(0, Math.ceil(text.length / 2))],
    ['one-bracket-too-many', 'one bracket too many', `${text}${close}`],
    ['a-comma-behind-the-last-entry', 'a comma behind the last entry', `${inner},${close}`, 1],
    ['two-texts-in-a-row', 'two texts in a row', `${text}${text}`],
    ['a-word-behind-it', 'a word behind it', `${text} x`],
    ['a-semicolon-behind-it', 'a semicolon behind it', `${text};`],
    ['single-quotes', 'single quotes', text.replaceAll('"', "'"), 3],
    ['names-without-quotes', 'names without quotes', text.replace(/"([A-Za-z]\w*)":/g, '$1:'), 3],
    ['a-comment-inside', 'a comment inside', `${text.slice(0, 1)}/* one */${text.slice(1)}`],
    ['a-comment-behind-it', 'a comment behind it', `${text} // one`, 2],
    ['commas-missing', 'commas missing', text.replaceAll('",', '"')],
    ['equals-signs-for-colons', 'equals signs for colons', text.replaceAll('":', '"=')],
    ['quotes-escaped-once-too-often', 'quotes escaped once too often', text.replaceAll('"', '\\"')],
    ['percent-encoded', 'percent-encoded', encodeURIComponent(text)],
    ['in-base64', 'in base64', Buffer.from(text).toString('base64')],
    ['as-xml', 'as XML', '<participants><participant/></participants>'],
  ];
}
