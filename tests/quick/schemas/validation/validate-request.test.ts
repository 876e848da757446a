/** Requests by the clauses that they break: one table for the headers, one for the form, none for what conforms. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type RequestMessage, validateRequest } from '../../../../schemas/validation/validate-request.js';
import { formOf } from '../../forms.js';
import {
  channel,
  conforming,
  conformingJson,
  conformingJsonPart,
  entry,
  type JsonMessage,
  jwt,
  withParticipants,
} from '../conforming.js';

const clausesOf = (message: RequestMessage, layout: 'parts' | 'json-part' = 'parts'): readonly string[] =>
  validateRequest(message, formOf(layout)).map(({ clause }) => clause);

test('a conforming request breaks nothing, in both layouts', () => {
  assert.deepEqual(clausesOf(conforming()), []);
  assert.deepEqual(clausesOf(conformingJsonPart(), 'json-part'), []);
});

/** Header, value (undefined: left out), the clauses that it breaks below `headers/`. */
const headers: readonly (readonly [string, string | undefined, ...string[]])[] = [
  ['Authorization', undefined, 'authorization/required'],
  ['Authorization', '', 'authorization/required'],
  ['Authorization', `bearer ${jwt}`],
  ['Authorization', `BEARER   ${jwt}`],
  ['Authorization', `Bearer ${jwt.slice(0, jwt.lastIndexOf('.') + 1)}`],
  ['Authorization', `Basic ${jwt}`, 'authorization/scheme'],
  ['Authorization', jwt, 'authorization/scheme'],
  ['Authorization', 'Bearer', 'authorization/token'],
  ['Authorization', 'Bearer garbage', 'authorization/token'],
  ['Authorization', `Bearer ${jwt} and more`, 'authorization/token'],
  ['Authorization', 'Basic dXNlcjpwYXNz', 'authorization/scheme', 'authorization/token'],
  ['Content-Type', undefined, 'content-type/required'],
  ['Content-Type', '', 'content-type/required'],
  ['Content-Type', 'application/json', 'content-type/media-type'],
  ['Content-Type', 'multipart/form-data', 'content-type/boundary'],
  ['Content-Type', 'multipart/form-data; boundary=', 'content-type/boundary'],
  ['Content-Type', 'multipart/form-data; boundary=""', 'content-type/boundary'],
  ['Content-Type', `multipart/form-data; boundary=${'x'.repeat(71)}`, 'content-type/boundary'],
  ['Content-Type', `multipart/form-data; boundary=${'x'.repeat(70)}`],
  ['Content-Type', 'Multipart/Form-Data;BOUNDARY="a b"'],
  ['Content-Type', 'multipart/form-data; charset=utf-8; boundary=b1; x=y'],
  ['OrgId', undefined, 'org-id/required'],
  ['OrgId', '', 'org-id/required'],
  ['OrgId', '00DA00AA0a0Aa0', 'org-id/length'],
  ['OrgId', '00DA00AA0a0Aa0zXYZ', 'org-id/length'],
  ['OrgId', '00DA00AA0a0Aa0-', 'org-id/characters'],
  ['OrgId', '00DA00AA0a0Aa0é', 'org-id/characters'],
  ['OrgId', '00DA-', 'org-id/length', 'org-id/characters'],
  ['AuthorizationContext', undefined, 'authorization-context/required'],
  ['AuthorizationContext', '', 'authorization-context/required'],
  ['AuthorizationContext', 'a_b'],
  ['AuthorizationContext', 'My_App_My_Channel_2'],
  ['AuthorizationContext', 'Partner1', 'authorization-context/format'],
  ['AuthorizationContext', 'Partner1_', 'authorization-context/format'],
  ['AuthorizationContext', '_Definition', 'authorization-context/format'],
  ['AuthorizationContext', '1Partner_Definition', 'authorization-context/format'],
  ['AuthorizationContext', 'Partner_1', 'authorization-context/format'],
  ['AuthorizationContext', 'Partner-Definition', 'authorization-context/format'],
  ['RequestId', undefined, 'request-id/required'],
  ['RequestId', '', 'request-id/required'],
  ['RequestId', '0B9F2C1E-6D4A-4F5B-8C7D-1A2B3C4D5E6F'],
  ['RequestId', '00000000-0000-0000-0000-000000000000'],
  ['RequestId', '{0b9f2c1e-6d4a-4f5b-8c7d-1a2b3c4d5e6f}', 'request-id/format'],
  ['RequestId', '0b9f2c1e6d4a4f5b8c7d1a2b3c4d5e6f', 'request-id/format'],
  ['RequestId', '0b9f2c1e-6d4a-4f5b-8c7d-1a2b3c4d5e6g', 'request-id/format'],
];

for (const [name, value, ...broken] of headers) {
  test(`${name} ${value === undefined ? 'left out' : JSON.stringify(value)} breaks ${broken.join(', ') || 'nothing'}`, () => {
    const expected = broken.map((clause) => `headers/${clause}`);
    assert.deepEqual(clausesOf(conforming({ [name]: value })).toSorted(), expected.toSorted());
  });
}

/** Value of `participants`, the clauses that it breaks below `body/participants/`. */
const lists: readonly (readonly [unknown, ...string[]])[] = [
  [[entry, { ...entry, subject: 'ben' }]],
  [[{ ...entry, displayName: 'Ann' }]],
  [[{ ...entry, subject: ' ' }]],
  [[], 'non-empty'],
  [entry, 'list'],
  ['ann', 'list'],
  [null, 'list'],
  [['ann'], 'entries'],
  [[null], 'entries'],
  [[[entry]], 'entries'],
  [[{ role: 'EndUser', appType: 'custom' }], 'subject/required'],
  [[{ ...entry, subject: '' }], 'subject/non-empty'],
  [[{ ...entry, subject: 42 }], 'subject/string'],
  [[{ ...entry, subject: null }], 'subject/string'],
  [[{ ...entry, role: 'enduser' }], 'role/value'],
  [[{ ...entry, role: ['EndUser'] }], 'role/value'],
  [[{ subject: 'ann', appType: 'custom' }], 'role/required'],
  [[{ ...entry, appType: 'Custom' }], 'app-type/value'],
  [[{ subject: 'ann', role: 'EndUser' }], 'app-type/required'],
  [[entry, { ...entry, role: 'Agent' }], 'role/value'],
  [[{}], 'subject/required', 'role/required', 'app-type/required'],
];

for (const [value, ...broken] of lists) {
  test(`participants ${JSON.stringify(value)} break ${broken.join(', ') || 'nothing'}, in both layouts`, () => {
    const expected = broken.map((clause) => `body/participants/${clause}`);
    assert.deepEqual(clausesOf(withParticipants(value)), expected);
    const json = JSON.stringify({ channelAddressIdentifier: channel, participants: value });
    assert.deepEqual(clausesOf(conformingJsonPart(json), 'json-part'), expected);
  });
}

const required = ['body/channel-address-identifier/required', 'body/participants/required'];

test('a form without parts lacks both properties, in both layouts', () => {
  assert.deepEqual(clausesOf({ ...conforming(), form: {} }), required);
  assert.deepEqual(clausesOf({ ...conforming(), form: {} }, 'json-part'), required);
  assert.deepEqual(clausesOf(conforming(), 'json-part'), required);
});

test('text that is no JSON breaks the clause of JSON and no other', () => {
  for (const text of ['', '[', "[{'subject':'ann'}]", 'undefined']) {
    const form = { channelAddressIdentifier: channel, participants: text };
    assert.deepEqual(clausesOf({ ...conforming(), form }), ['body/participants/json'], text);
    assert.deepEqual(clausesOf(conformingJsonPart(text), 'json-part'), ['body/participants/json'], text);
  }
});

test('in the layout json-part the channel may be of a wrong type, and the whole may be no object', () => {
  const json = JSON.stringify({ channelAddressIdentifier: 7, participants: [entry] });
  assert.deepEqual(clausesOf(conformingJsonPart(json), 'json-part'), ['body/channel-address-identifier/string']);
  for (const text of ['[]', '7', 'null', '"text"', 'true']) {
    assert.deepEqual(clausesOf(conformingJsonPart(text), 'json-part'), ['body/participants/json'], text);
  }
});

test('an empty channel is no channel', () => {
  const form = { ...conforming().form, channelAddressIdentifier: '' };
  assert.deepEqual(clausesOf({ ...conforming(), form }), ['body/channel-address-identifier/string']);
});

test('unknown headers, parts and members break nothing', () => {
  const message = conforming({ 'X-Trace': '1' });
  assert.deepEqual(clausesOf({ ...message, form: { ...message.form, note: 'x' } }), []);
});

test('whatever the parts hold, it is judged and never thrown', () => {
  const text = fc.oneof(fc.string(), fc.json());
  const form = fc.dictionary(fc.constantFrom('channelAddressIdentifier', 'participants', 'json', 'x'), text);
  const some = fc.dictionary(fc.constantFrom(...Object.keys(conforming().headers)), fc.string());
  fc.assert(
    fc.property(some, form, fc.constantFrom('parts' as const, 'json-part' as const), (headers, parts, layout) => {
      const broken = validateRequest({ headers, form: parts }, formOf(layout));
      assert.equal(new Set(broken.map(({ clause, at }) => `${clause} ${at}`)).size, broken.length);
    }),
  );
});

const brokenInJson = (message: JsonMessage): readonly string[] =>
  validateRequest(message, formOf('json')).map(({ clause }) => clause);

test('in the layout json the object is the body, and routing attributes may come with it', () => {
  assert.deepEqual(brokenInJson(conformingJson()), []);
  assert.deepEqual(brokenInJson(conformingJson({ routingAttributes: { language: 'en' } })), []);
  assert.deepEqual(brokenInJson(conformingJson({ routingAttributes: {}, note: 7 })), []);
});

const inJson: readonly (readonly [what: string, changes: Readonly<Record<string, unknown>>, clause: string])[] = [
  ['no channel', { channelAddressIdentifier: undefined }, 'body/channel-address-identifier/required'],
  ['a channel of another type', { channelAddressIdentifier: 7 }, 'body/channel-address-identifier/string'],
  ['no participants', { participants: undefined }, 'body/participants/required'],
  ['participants as a text', { participants: JSON.stringify([entry]) }, 'body/participants/list'],
  ['no participant', { participants: [] }, 'body/participants/non-empty'],
  ['two participants', { participants: [entry, { ...entry, subject: 'bob' }] }, 'body/participants/one-entry'],
  ['a participant of another type', { participants: ['ann'] }, 'body/participants/entries'],
  ['another role', { participants: [{ ...entry, role: 'Agent' }] }, 'body/participants/role/value'],
  ['routing attributes as a list', { routingAttributes: [] }, 'body/routing-attributes/object'],
  ['routing attributes null', { routingAttributes: null }, 'body/routing-attributes/object'],
  ['a routing attribute of a number', { routingAttributes: { a: 'x', b: 1 } }, 'body/routing-attributes/string-values'],
];

for (const [what, changes, clause] of inJson) {
  test(`in the layout json: ${what} breaks ${clause} and nothing else`, () => {
    assert.deepEqual(brokenInJson(conformingJson(changes)), [clause]);
  });
}

test('in the layout json a body that is no JSON, or no object, breaks the clause of the body', () => {
  for (const body of ['', '{', 'x=1', "{'a':1}"]) {
    assert.deepEqual(brokenInJson({ ...conformingJson(), body }), ['body/json/well-formed'], body);
  }
  for (const body of ['[]', '7', 'null', '"text"']) {
    assert.deepEqual(brokenInJson({ ...conformingJson(), body }), ['body/json/object'], body);
  }
});

test('in the layout json the media type is application/json, in any case and with parameters', () => {
  const typed = (value: string): JsonMessage => ({
    ...conformingJson(),
    headers: { ...conformingJson().headers, 'Content-Type': value },
  });
  for (const value of ['application/json', 'Application/JSON; charset=utf-8', 'application/json;charset="utf-8"']) {
    assert.deepEqual(brokenInJson(typed(value)), [], value);
  }
  for (const value of [
    'multipart/form-data; boundary=b',
    'text/plain',
    'application/jsonx',
    'application/problem+json',
  ]) {
    assert.deepEqual(brokenInJson(typed(value)), ['headers/content-type/json'], value);
  }
  assert.deepEqual(brokenInJson(typed('')), ['headers/content-type/required']);
});
