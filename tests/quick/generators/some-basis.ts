/** Arbitrary bases: credentials of many shapes, subjects, channels, all layouts. */
import fc from 'fast-check';
import { subjectText } from '../../../generators/arbitraries/subject.js';
import type { Basis } from '../../../generators/basis.js';
import { guidFrom } from '../../../generators/seeded.js';
import { type Layout, layouts } from '../../../schemas/codecs/codecs.js';
import { formOf } from '../forms.js';

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JWT by form: its signature proves nothing, which no generator looks at. */
export const jwts = fc
  .record({ sub: fc.string(), exp: fc.nat(), alg: fc.constantFrom('RS256', 'ES256'), seal: bytes(64) })
  .map(
    ({ alg, seal, ...claims }) =>
      `${base64url({ alg, typ: 'JWT' })}.${base64url(claims)}.${seal.toString('base64url')}`,
  );

export const orgIds = fc.oneof(
  fc.stringMatching(/^00D[A-Za-z0-9]{12}$/),
  fc.constantFrom('00D000000000000', '00D777777777777', '00Daaaaaaaaaaaa', '00DZZZZZZZZZZZZ'),
);

/** `{orgId}!` and what no reader may take apart; with full stops, as real ones have them. */
export const opaqueTokens = fc
  .tuple(orgIds, fc.stringMatching(/^[\w.]{20,80}$/))
  .map(([orgId, rest]) => `${orgId}!${rest}`);

/** Prefix and name with any number of underscores inside, from one letter each. */
export const contexts = fc.oneof(
  fc.constantFrom('a_b', 'Partner1_ChannelDefinition1', 'My_App_My_Channel_2', 'p1_d__2', 'X_y_Z'),
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}_[A-Za-z][A-Za-z0-9]{0,8}(?:_[A-Za-z0-9]{1,5}){0,2}$/),
);

const channels = fc.oneof(
  fc.constantFrom(
    'c7d5e3a1-2b4f-4e6a-8c9d-0f1e2d3c4b5a',
    'PartnerLine_02',
    '+4915112345678',
    'Füße "quer"; name=x',
    '7',
    'null',
  ),
  fc.stringMatching(/^[\x21-\x7e]{1,60}$/),
);

function bytes(length: number): fc.Arbitrary<Buffer> {
  return fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Buffer.from(array));
}

/** Bases with tokens of one kind, in each layout in turn. */
export function bases(tokens: fc.Arbitrary<string>, some: readonly Layout[] = layouts): fc.Arbitrary<Basis> {
  return fc
    .record(
      {
        layout: fc.constantFrom(...some),
        accessToken: tokens,
        expiredAccessToken: fc.option(jwts, { nil: undefined }),
        orgId: orgIds,
        authorizationContext: contexts,
        channel: channels,
        subject: subjectText(),
        guid: bytes(16),
        boundary: fc.stringMatching(/^-{0,26}[0-9A-Za-z]{8,40}$/),
      },
      { noNullPrototype: true },
    )
    .map(({ layout, channel, subject, guid, boundary, expiredAccessToken, ...credentials }) => ({
      ...formOf(layout),
      credentials: {
        ...credentials,
        channels: [channel],
        ...(expiredAccessToken === undefined ? {} : { expiredAccessToken }),
      },
      channel,
      subject,
      requestId: guidFrom(guid, 4),
      boundary,
    }));
}

/** One basis that never changes, for what needs no more. */
export const plainBasis: Basis = {
  ...formOf('parts'),
  credentials: {
    accessToken: `${base64url({ alg: 'RS256', typ: 'JWT' })}.${base64url({ sub: 'a' })}.${Buffer.alloc(64, 5).toString('base64url')}`,
    expiredAccessToken: `${base64url({ alg: 'RS256', typ: 'JWT' })}.${base64url({ exp: 1 })}.${Buffer.alloc(64, 6).toString('base64url')}`,
    orgId: '00DA00AA0a0Aa0z',
    authorizationContext: 'Partner1_ChannelDefinition1',
    channels: ['PartnerLine_02'],
  },
  channel: 'PartnerLine_02',
  subject: 'ann',
  requestId: '0b9f2c1e-6d4a-4f5b-8c7d-1a2b3c4d5e6f',
  boundary: '----byoc0123456789abcdef',
};

/** The same in a layout, and in the edition that has it. */
export const plainBasisIn = (layout: Layout): Basis => ({ ...plainBasis, ...formOf(layout) });
