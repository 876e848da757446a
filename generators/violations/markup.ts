/** Requests that hold markup, each in another place: a refusal in HTML that repeats it unescaped runs what anybody sends. Pure. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { Pair } from '../../wire/codecs/pair-reader.js';
import type { RequestDraft } from '../../wire/request.js';
import type { MayHaveRank } from '../rank.js';
import { mapHeader, mapJson, mapParts } from '../spellings/spelling.js';
import type { Difference } from './violation.js';

/** Not words of HTML, so that only an echo can bring them into an answer. */
const markup = '<byoc-probe onload=x>';
const subjectMarkup = '<byoc-subject onload=x>';
/** Of every case: their clauses tell them apart. */
export const markupSlug = 'markup-in-it';

/** How markup comes into a conforming request for a pair. */
interface Mark {
  readonly difference: Difference;
  readonly change: (draft: RequestDraft, pair: Pair) => RequestDraft;
}

const inHeader = (name: string, value = markup): Mark => ({
  difference: { at: { in: 'header', name }, control: 'a conforming value', case: value },
  change: (draft) => mapHeader(draft, name, () => value),
});

/** Written with its name, so that no other text is taken for it that reads the same. */
const replaced = (json: string, name: string, from: string, to: string): string =>
  json.replace(`"${name}":${JSON.stringify(from)}`, () => `"${name}":${JSON.stringify(to)}`);

const inMember = (name: string, good: string): Mark => ({
  difference: { at: { in: 'body' }, control: good, case: markup },
  change: (draft) => mapJson(draft, (json) => replaced(json, name, good, markup)),
});

const brokenJson: Mark = {
  difference: { at: { in: 'body' }, control: '[{"subject"', case: markup },
  change: (draft) => mapJson(draft, (json) => json.replace('[{"subject"', () => markup)),
};

/** A subject of markup is an ordinary one, so it goes with what is refused for something else. */
const withSubject = ({ difference, change }: Mark): Mark => ({
  difference,
  change: (draft, pair) =>
    mapJson(change(draft, pair), (json) => replaced(json, 'subject', pair.subject, subjectMarkup)),
});

const channelName = 'channelAddressIdentifier';

/** In JSON it is the name of a member, in every form that of a part: nobody knows it, and the channel is not there. */
const asName: Mark = {
  difference: { at: { in: 'member', path: [channelName] }, control: channelName, case: markup },
  change: (draft, { channel }) =>
    mapJson(
      mapParts(draft, (parts) => [
        ...parts.filter(({ name }) => name !== channelName),
        { name: markup, value: channel },
      ]),
      (json) => json.replace(`"${channelName}":`, () => `"${markup}":`),
    ),
};

const asChannel: Mark = {
  difference: { at: { in: 'member', path: [channelName] }, control: 'a configured channel', case: markup },
  change: (draft, { channel }) =>
    mapJson(
      mapParts(draft, (parts) => parts.map((part) => (part.name === channelName ? { ...part, value: markup } : part))),
      (json) => replaced(json, channelName, channel, markup),
    ),
};

export interface Marked extends Mark, MayHaveRank {
  readonly clause: ClauseId;
  readonly label: string;
  /** It may be taken as well: only what a refusal shows is judged. */
  readonly isOpen: boolean;
}

export const requestsWithMarkup: readonly Marked[] = (
  [
    ['headers/org-id/length', 'markup as OrgId', inHeader('OrgId')],
    ['headers/authorization-context/format', 'markup as AuthorizationContext', inHeader('AuthorizationContext')],
    ['headers/request-id/format', 'markup as RequestId', inHeader('RequestId')],
    // It shows in a page that repeats the body, and in one that repeats everything.
    ['body/participants/role/value', 'markup as role and as subject', withSubject(inMember('role', 'EndUser')), 1],
    ['body/participants/app-type/value', 'markup as appType', inMember('appType', 'custom')],
    ['body/json/well-formed', 'markup in the JSON text', brokenJson],
    ['body/participants/json', 'markup in the JSON text', brokenJson],
    ['headers/content-type/media-type', 'markup as Content-Type', inHeader('Content-Type')],
    ['headers/content-type/json', 'markup as Content-Type', inHeader('Content-Type')],
    [
      'headers/content-type/boundary',
      'markup as boundary',
      inHeader('Content-Type', `multipart/form-data; boundary="${markup}"`),
    ],
    ['body/channel-address-identifier/required', 'markup for its name', asName],
    ['body/channel-address-identifier/string', 'an unknown channel of markup', asChannel, undefined, true],
  ] as const
).map(([clause, label, mark, rank, isOpen = false]) => ({ clause, label, ...mark, rank, isOpen }));
