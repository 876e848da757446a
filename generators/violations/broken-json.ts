/** Texts that are no JSON, made from one that is: cut, decorated, written in a laxer language, not written at all. */

export function brokenJson(text: string): readonly (readonly [label: string, value: string])[] {
  const inner = text.slice(0, -1);
  const close = text.slice(-1);
  return [
    ['empty text', ''],
    ['the word undefined', 'undefined'],
    ['an object turned to text', '[object Object]'],
    ['a bare word', 'EndUser'],
    ['last bracket missing', inner],
    ['cut in the middle', text.slice(0, Math.ceil(text.length / 2))],
    ['one bracket too many', `${text}${close}`],
    ['a comma behind the last entry', `${inner},${close}`],
    ['two texts in a row', `${text}${text}`],
    ['a word behind it', `${text} x`],
    ['a semicolon behind it', `${text};`],
    ['single quotes', text.replaceAll('"', "'")],
    ['names without quotes', text.replace(/"([A-Za-z]\w*)":/g, '$1:')],
    ['a comment inside', `${text.slice(0, 1)}/* one */${text.slice(1)}`],
    ['a comment behind it', `${text} // one`],
    ['commas missing', text.replaceAll('",', '"')],
    ['equals signs for colons', text.replaceAll('":', '"=')],
    ['quotes escaped once too often', text.replaceAll('"', '\\"')],
    ['percent-encoded', encodeURIComponent(text)],
    ['in base64', Buffer.from(text).toString('base64')],
    ['as XML', '<participants><participant/></participants>'],
  ];
}
