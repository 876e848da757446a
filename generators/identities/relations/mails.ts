/** Relations of mail addresses that mail systems and sign-ups take for one mailbox. No mail is ever sent to any of them. */
import { type RelationDraft, variantsOf } from './relation.js';

const common = { source: 'mail-rules', class: 'mail' } as const;

/** The word before it: providers give nobody a mailbox with such a name. */
const at = (domain: string) => (word: string) => `${word}.ann.lee@${domain}`;

const swap =
  (from: string, to: string) =>
  (subject: string): string =>
    subject.replace(from, to);

export function mailRelations(): readonly RelationDraft[] {
  return [
    ...variantsOf({ slug: 'mail', subject: at('example.com') }, common, [
      ['tag', 'a tag behind a plus sign', swap('@', '+news@')],
      ['local-case', 'case of the mailbox', swap('ann.lee', 'Ann.Lee')],
      ['domain-case', 'case of the domain', swap('example.com', 'Example.COM')],
      ['mailto', 'with mailto:', (s) => `mailto:${s}`],
      ['angle-brackets', 'in angle brackets', (s) => `<${s}>`],
      ['display-name', 'with a display name', (s) => `Ann <${s}>`],
      ['other-domain', 'another domain', swap('example.com', 'example.net')],
      ['dots', 'without the dot in the mailbox', swap('ann.lee', 'annlee')],
      ['upper-case', 'all in upper case', (s) => s.toUpperCase()],
      ['tag-hyphen', 'a tag behind a hyphen', swap('@', '-news@')],
      ['root-dot', 'the dot of the root behind the domain', (s) => `${s}.`],
      ['subdomain', 'a subdomain', swap('@', '@mail.')],
      ['quoted', 'the mailbox in quotes', (s) => `"${s.slice(0, s.indexOf('@'))}"${s.slice(s.indexOf('@'))}`],
      ['comment', 'a comment behind the mailbox', swap('@', '(home)@')],
      ['comment-behind', 'a name in parentheses behind', (s) => `${s} (Ann Lee)`],
      ['blank-at', 'a blank before the at sign', swap('@', ' @')],
      ['escaped-at', 'a percent escape for the at sign', swap('@', '%40')],
      ['full-width-at', 'a full-width at sign', swap('@', '\uFF20')],
      ['small-at', 'a small at sign', swap('@', '\uFE6B')],
      ['written-at', 'the at sign in words', swap('@', ' at ')],
      ['mailto-query', 'with mailto: and a subject line', (s) => `mailto:${s}?subject=x`],
      ['smtp', 'with smtp:', (s) => `smtp:${s}`],
      ['local-only', 'the mailbox without a domain', (s) => s.slice(0, s.indexOf('@'))],
      ['tag-equals', 'a tag behind an equals sign', swap('@', '=news@')],
      ['tag-underscore', 'a tag behind an underscore', swap('@', '_news@')],
      ['tag-hash', 'a tag behind a number sign', swap('@', '#news@')],
      ['tag-before', 'a tag before the mailbox, behind a plus sign', (s) => `news+${s}`],
      ['www', 'www. before the domain', swap('@', '@www.')],
      ['two-dots', 'two dots in the mailbox', swap('ann.lee', 'ann..lee')],
      ['underscore-for-dot', 'an underscore for the dot', swap('ann.lee', 'ann_lee')],
      ['comma', 'a comma behind', (s) => `${s},`],
      ['semicolon', 'a semicolon behind', (s) => `${s};`],
      ['source-route', 'a source route before', (s) => `@relay.example.org:${s}`],
      ['percent-relay', 'the domain behind a percent sign', (s) => `${s.replace('@', '%')}@relay.example.org`],
      ['full-stop-ideographic', 'an ideographic full stop in the domain', swap('example.com', 'example\u3002com')],
    ]),
    ...variantsOf({ slug: 'mail-gmail', subject: at('gmail.com') }, common, [
      ['dots', 'without the dots in the mailbox', swap('ann.lee', 'annlee')],
      ['googlemail', 'the older domain of the provider', swap('gmail.com', 'googlemail.com')],
      ['tag', 'a tag behind a plus sign', swap('@', '+byoc@')],
      ['case', 'case of the mailbox', swap('ann.lee', 'Ann.Lee')],
      ['more-dots', 'a dot between all letters', swap('ann.lee', 'a.n.n.l.e.e')],
    ]),
    ...variantsOf({ slug: 'mail-idn', subject: at('b\u00FCcher.example') }, common, [
      ['punycode', 'the domain in Punycode', swap('b\u00FCcher', 'xn--bcher-kva')],
      ['decomposed', 'the domain in normal form D', swap('\u00FC', 'u\u0308')],
      ['case', 'case of a letter of the domain', swap('\u00FC', '\u00DC')],
      ['without-accent', 'the domain without its accent', swap('\u00FC', 'u')],
    ]),
    ...variantsOf({ slug: 'mail-outlook', subject: at('outlook.com') }, common, [
      ['tag', 'a tag behind a plus sign', swap('@', '+byoc@')],
      ['hotmail', 'another domain of the provider', swap('outlook.com', 'hotmail.com')],
      ['live', 'the third domain of the provider', swap('outlook.com', 'live.com')],
    ]),
    ...variantsOf({ slug: 'mail-yahoo', subject: at('yahoo.com') }, common, [
      ['tag', 'a tag behind a hyphen', swap('@', '-byoc@')],
      ['ymail', 'another domain of the provider', swap('yahoo.com', 'ymail.com')],
      ['country', 'the domain of a country', swap('yahoo.com', 'yahoo.co.uk')],
    ]),
    ...variantsOf({ slug: 'mail-icloud', subject: at('icloud.com') }, common, [
      ['me', 'another domain of the provider', swap('icloud.com', 'me.com')],
      ['mac', 'the oldest domain of the provider', swap('icloud.com', 'mac.com')],
      ['tag', 'a tag behind a plus sign', swap('@', '+byoc@')],
    ]),
    ...variantsOf({ slug: 'mail-yandex', subject: at('yandex.ru') }, common, [
      ['ya', 'another domain of the provider', swap('yandex.ru', 'ya.ru')],
      ['com', 'the domain of another country', swap('yandex.ru', 'yandex.com')],
      ['hyphen', 'a hyphen for the dot', swap('ann.lee', 'ann-lee')],
    ]),
    ...variantsOf({ slug: 'mail-proton', subject: at('proton.me') }, common, [
      ['pm', 'the short domain of the provider', swap('proton.me', 'pm.me')],
      ['protonmail', 'the older domain of the provider', swap('proton.me', 'protonmail.com')],
      ['hyphen', 'without the dot in the mailbox', swap('ann.lee', 'annlee')],
    ]),
    ...variantsOf({ slug: 'mail-sharp-s', subject: at('stra\u00DFe.example') }, common, [
      ['ss', 'the domain as the IDNA of 2003 has it', swap('\u00DF', 'ss')],
      ['punycode', 'the domain in Punycode', swap('stra\u00DFe', 'xn--strae-oqa')],
    ]),
    ...variantsOf({ slug: 'mail-fastmail', subject: (word) => `ann@${word}.fastmail.com` }, common, [
      ['as-tag', 'the mailbox as a tag', (_, word) => `${word}+ann@fastmail.com`],
      ['other-mailbox', 'another mailbox of the subdomain', swap('ann@', 'bob@')],
    ]),
  ];
}
