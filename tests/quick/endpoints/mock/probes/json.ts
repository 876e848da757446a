/** One probe for each fault of the later edition, whose body is JSON. */
import type { Caller } from '../caller.js';
import { accepts, acceptsUrlencoded, type Probe, refuses } from './probe.js';

const typed = (value: string) => ({ headers: { 'Content-Type': value } });

/** The text of the body, changed. */
const body = (change: (text: string) => string) => ({ body: change });

const spaced = (text: string): string => JSON.stringify(JSON.parse(text), undefined, 1);

const reversed = (text: string): string => {
  const { channelAddressIdentifier, participants } = JSON.parse(text);
  return JSON.stringify({ participants, channelAddressIdentifier });
};

const urlencoded = ({ mock }: Caller) => ({
  text: `channelAddressIdentifier=${mock.credentials.channels[0]}&participants=%5B%5D`,
});

export const jsonProbes = {
  'json-content-type/any-type': accepts(typed('text/html')),
  'json-content-type/plain-text': accepts(typed('text/plain')),
  'json-content-type/form-named': accepts(typed('multipart/form-data; boundary=b')),
  'json-content-type/urlencoded-named': accepts(typed('application/x-www-form-urlencoded')),
  'json-content-type/prefix': accepts(typed('application/jsonx')),
  'json-content-type/takes-urlencoded': acceptsUrlencoded,
  'json-content-type/case-sensitive': refuses(typed('Application/JSON')),
  'json-content-type/refuses-charset': refuses(typed('application/json; charset=utf-8')),
  'json-content-type/refuses-quoted-charset': refuses(typed('application/json; charset="utf-8"')),

  'json-body/any-text': accepts({ text: 'garbage' }),
  'json-body/empty': accepts({ text: '' }),
  'json-body/trailing-comma': accepts(body((text) => text.replace(/\}$/, ',}'))),
  'json-body/single-quotes': accepts(body((text) => text.replaceAll('"', "'"))),
  'json-body/comments': accepts(body((text) => text.replace('{', '{/* one */'))),
  'json-body/bare-names': accepts(body((text) => text.replace(/"(\w+)":/g, '$1:'))),
  'json-body/trailing-text': accepts(body((text) => `${text} x`)),
  'json-body/urlencoded': accepts(urlencoded),
  'json-body/any-value': accepts({ text: '7' }),
  'json-body/unwraps-list': accepts(body((text) => `[${text}]`)),
  'json-body/null': accepts({ text: 'null' }),
  'json-body/refuses-white-space': refuses(body(spaced)),
  'json-body/order-fixed': refuses(body(reversed)),
  'json-body/refuses-escapes': refuses(body((text) => text.replace('EndUser', '\\u0045ndUser'))),
} as const satisfies Record<string, Probe>;
