/** Subjects that are addresses of the web or of machines, or pass through a path. */
import { posix } from 'node:path';
import ipaddr from 'ipaddr.js';
import normalizeUrl from 'normalize-url';
import tr46 from 'tr46';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';

const isUrl = (subject: string): boolean => /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(subject);

export const uriMerges = [
  {
    id: 'uris/whatwg-href',
    field: 3,
    told: 'Addresses are kept as URL parsers write them: host in lower case, no default port, no dot segments.',
    origin: 'Node 20 URL, WHATWG URL Standard',
    key: (subject) => (isUrl(subject) ? foldedOrItself(subject, (text) => new URL(text).href) : subject),
    witnesses: [
      ['HTTPS://Example.ORG/anna', 'https://example.org:443/anna'],
      ['https://example.org/a/../anna', 'https://example.org/anna'],
    ],
  },
  {
    id: 'uris/normalize-url',
    field: 3,
    told: 'Deduplicators of links drop www, trackers and the slash at the end, and sort the query.',
    origin: 'normalize-url@9.0.1',
    key: (subject) =>
      isUrl(subject) ? foldedOrItself(subject, (text) => normalizeUrl(text, { stripHash: true })) : subject,
    witnesses: [
      ['https://www.example.org/anna/', 'https://example.org/anna'],
      ['https://example.org/?b=2&a=1', 'https://example.org/?a=1&b=2'],
      ['https://example.org/anna?utm_source=mail', 'https://example.org/anna'],
    ],
  },
  {
    id: 'uris/trailing-slash',
    field: 4,
    told: 'Slashes at the end are dropped.',
    origin: 'Express and Django APPEND_SLASH',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/\/+$/, '')),
    witnesses: [
      ['https://example.org/users/anna/', 'https://example.org/users/anna'],
      ['team/anna/', 'team/anna'],
    ],
  },
  {
    id: 'uris/leading-slash',
    field: 3,
    told: 'A slash in front is dropped or added in keys of object stores.',
    origin: 'S3 and Google Cloud Storage clients',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/^\/+/, '')),
    witnesses: [
      ['/users/anna', 'users/anna'],
      ['//anna', 'anna'],
    ],
  },
  {
    id: 'uris/slashes-merged',
    field: 3,
    told: 'Proxies merge slashes that follow each other.',
    origin: 'nginx merge_slashes',
    key: (subject) => subject.replace(/\/{2,}/g, '/'),
    witnesses: [
      ['team//anna', 'team/anna'],
      ['https://example.org//anna', 'https://example.org/anna'],
    ],
  },
  {
    id: 'uris/dot-segments',
    field: 2,
    told: 'A subject in a path loses its dot segments before it arrives.',
    origin: 'Node 20 path.posix.normalize, RFC 3986 section 5.2.4',
    key: (subject) => (subject.includes('/') ? posix.normalize(subject) : subject),
    witnesses: [
      ['team/./anna', 'team/anna'],
      ['team/bob/../anna', 'team/anna'],
    ],
  },
  {
    id: 'uris/back-slashes',
    field: 2,
    told: 'Backslashes are slashes for browsers and for servers on Windows.',
    origin: 'WHATWG URL Standard, IIS',
    key: (subject) => subject.replaceAll('\\', '/'),
    witnesses: [
      ['CORP\\anna', 'CORP/anna'],
      ['team\\a\\b', 'team/a/b'],
    ],
  },
  {
    id: 'uris/http-as-https',
    field: 3,
    told: 'Both web schemes, and none, are one.',
    origin: 'link deduplication, normalize-url stripProtocol',
    key: (subject) => subject.replace(/^(?:https?:)?\/\//i, ''),
    witnesses: [
      ['http://example.org/anna', 'https://example.org/anna'],
      ['//example.org/anna', 'example.org/anna'],
    ],
  },
  {
    id: 'uris/fragment-dropped',
    field: 3,
    told: 'What follows a number sign never reaches a server.',
    origin: 'RFC 3986 section 3.5',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/#.*$/su, '')),
    witnesses: [
      ['anna#work', 'anna#home'],
      ['https://id.example/card#me', 'https://id.example/card'],
    ],
  },
  {
    id: 'uris/query-dropped',
    field: 3,
    told: 'A subject in a path that nobody encoded ends at the question mark.',
    origin: 'RFC 3986 section 3.4',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/[?#].*$/su, '')),
    witnesses: [
      ['anna?', 'anna'],
      ['Who? 1', 'Who? 2'],
    ],
  },
  {
    id: 'uris/path-parameters-dropped',
    field: 2,
    told: 'Java containers cut path parameters off each segment.',
    origin: 'Servlet specification, Tomcat and Spring MVC',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/;[^/]*/gu, '')),
    witnesses: [
      ['anna;v=1', 'anna;v=2'],
      ['a;b/c', 'a/c'],
    ],
  },
  {
    id: 'uris/last-segment',
    field: 3,
    told: 'The last segment of a path is taken for the id.',
    origin: 'the idiom split("/").pop()',
    key: (subject) => foldedOrItself(subject, (text) => text.split('/').at(-1)),
    witnesses: [
      ['users/anna', 'guests/anna'],
      ['https://id.example/42', '42'],
    ],
  },
  {
    id: 'uris/percent-case',
    field: 2,
    told: 'The digits of percent encodings have no case, and letters that need none are decoded.',
    origin: 'RFC 3986 section 6.2.2',
    key: (subject) =>
      subject.replace(/%[0-9a-f]{2}/gi, (octet) => {
        const decoded = String.fromCharCode(Number.parseInt(octet.slice(1), 16));
        return /[A-Za-z0-9._~-]/.test(decoded) ? decoded : octet.toUpperCase();
      }),
    witnesses: [
      ['m%c3%bcller', 'm%C3%BCller'],
      ['anna%2Eschmidt', 'anna.schmidt'],
    ],
  },
  {
    id: 'uris/ip-address',
    field: 2,
    told: 'Addresses of machines are kept in their shortest form, and mapped ones as those of version 4.',
    origin: 'ipaddr.js@2.5.0',
    key: (subject) => (ipaddr.isValid(subject) && /[:.]/.test(subject) ? ipaddr.process(subject).toString() : subject),
    witnesses: [
      ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
      ['::ffff:192.0.2.7', '192.0.2.7'],
    ],
  },
  {
    id: 'uris/idna-domain',
    field: 2,
    told: 'Names of hosts are mapped and written in ASCII.',
    origin: 'tr46@6.0.0, Unicode Technical Standard 46',
    key: (subject) =>
      /^[\p{L}\p{M}\p{N}-]+(?:[.。][\p{L}\p{M}\p{N}-]+)+$/u.test(subject)
        ? foldedOrItself(subject, (text) => tr46.toASCII(text, { transitionalProcessing: false }) ?? undefined)
        : subject,
    witnesses: [
      ['Bücher.example', 'xn--bcher-kva.example'],
      ['例え。テスト', '例え.テスト'],
    ],
  },
  {
    id: 'uris/idna-transitional',
    field: 1,
    told: 'Older resolvers write ß as ss and the final sigma as sigma.',
    origin: 'tr46@6.0.0 with transitional processing, IDNA 2003',
    key: (subject) =>
      /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u.test(subject)
        ? foldedOrItself(subject, (text) => tr46.toASCII(text, { transitionalProcessing: true }) ?? undefined)
        : subject,
    witnesses: [
      ['straße.example', 'strasse.example'],
      ['νίκος.example', 'νίκοσ.example'],
    ],
  },
  {
    id: 'uris/urn',
    field: 1,
    told: 'The name space of a URN has no case, and what follows ?, # or = is no part of it.',
    origin: 'RFC 8141 section 3',
    key: (subject) =>
      subject.replace(
        /^urn:([a-z0-9-]+):([^?#]+)(?:[?#].*)?$/i,
        (_, space: string, name: string) => `urn:${space.toLowerCase()}:${name}`,
      ),
    witnesses: [
      ['URN:Person:anna', 'urn:person:anna'],
      ['urn:person:anna?=v=1', 'urn:person:anna#x'],
    ],
  },
] satisfies readonly ForeignMerge[];
