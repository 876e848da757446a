/** Names of keys, metrics, topics and resources, each with the characters that its system takes. */
import lodash from 'lodash';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';
import { firstBytes } from './cuts.js';

const firstPart =
  (separator: string) =>
  (subject: string): string =>
    foldedOrItself(subject, (text) => text.split(separator)[0]);

export const keyMerges = [
  {
    id: 'keys/memcached',
    field: 3,
    told: 'Keys of memcached have no blanks and 250 bytes.',
    origin: 'memcached text protocol, as clients make keys safe',
    key: (subject) => firstBytes(subject.replace(/[\0- \x7f]/g, '_'), 250),
    witnesses: [
      ['Anna Lee', 'Anna_Lee'],
      ['Room 4', 'Room_4'],
    ],
  },
  {
    id: 'keys/environment-variable',
    field: 3,
    told: 'Names of variables are capitals, digits and underscores.',
    origin: 'POSIX environment, Spring relaxed binding',
    key: (subject) => foldedOrItself(subject, (text) => text.toUpperCase().replace(/[^A-Z0-9]/g, '_')),
    witnesses: [
      ['anna.lee', 'ANNA_LEE'],
      ['anna-lee', 'anna/lee'],
    ],
  },
  {
    id: 'keys/prometheus-label',
    field: 3,
    told: 'All but ASCII letters and digits become underscores, in labels of metrics and in many file names.',
    origin: 'Prometheus data model, the idiom replace(/[^a-zA-Z0-9]/g, "_")',
    key: (subject) => subject.replace(/[^a-zA-Z0-9_]/g, '_'),
    witnesses: [
      ['anna@example.org', 'anna_example_org'],
      ['Иван', 'Олег'],
    ],
  },
  {
    id: 'keys/safe-file-key',
    field: 3,
    told: 'Keys keep letters, digits, dot, hyphen and underscore, and a hyphen stands for the rest.',
    origin: 'the idiom replace(/[^a-zA-Z0-9._-]/g, "-")',
    key: (subject) => subject.replace(/[^a-zA-Z0-9._-]/g, '-'),
    witnesses: [
      ['+4930901820', '-4930901820'],
      ['anna lee', 'anna/lee'],
    ],
  },
  {
    id: 'keys/kafka-topic',
    field: 2,
    told: 'Dots and underscores collide in the names of topics.',
    origin: 'Apache Kafka, metric names',
    key: (subject) => subject.replaceAll('.', '_'),
    witnesses: [
      ['anna.lee', 'anna_lee'],
      ['de.berlin.42', 'de_berlin_42'],
    ],
  },
  {
    id: 'keys/graphite-path',
    field: 2,
    told: 'A dot parts the names of metrics, so that a hyphen stands for it and for blanks.',
    origin: 'Graphite and StatsD',
    key: (subject) => subject.replace(/[.\s/:@|]+/g, '-'),
    witnesses: [
      ['anna.lee', 'anna-lee'],
      ['anna@host', 'anna:host'],
    ],
  },
  {
    id: 'keys/kubernetes-name',
    field: 3,
    told: 'Names of resources are 63 lower-case letters, digits and hyphens.',
    origin: 'Kubernetes, RFC 1123 labels',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        text
          .toLowerCase()
          .replace(/[^a-z0-9-]+/g, '-')
          .slice(0, 63)
          .replace(/^-+|-+$/g, ''),
      ),
    witnesses: [
      ['Anna_Lee', 'anna-lee'],
      ['anna.lee@example.org', 'anna-lee-example-org'],
    ],
  },
  {
    id: 'keys/object-path',
    field: 2,
    told: 'A subject taken for a path is the same with dots and with brackets.',
    origin: 'lodash@4.18.1 toPath, as in get and set',
    key: (subject) => JSON.stringify(lodash.toPath(subject)),
    witnesses: [
      ['team[anna]', 'team.anna'],
      ['a["b"]', 'a.b'],
    ],
  },
  {
    id: 'keys/before-colon',
    field: 3,
    told: 'Keys are parted at colons, and the first part is read back.',
    origin: 'Redis key idiom split(":")[0]',
    key: firstPart(':'),
    witnesses: [
      ['anna:work', 'anna:home'],
      ['12:30', '12:45'],
    ],
  },
  {
    id: 'keys/before-bar',
    field: 2,
    told: 'Composite keys are joined by a bar and cut at it.',
    origin: 'Cassandra and DynamoDB composite key idiom',
    key: firstPart('|'),
    witnesses: [
      ['anna|1', 'anna|2'],
      ['Lee|Anna', 'Lee|Bob'],
    ],
  },
  {
    id: 'keys/after-issuer',
    field: 3,
    told: 'The connection in front of the subject of a token is dropped.',
    origin: 'Auth0 user ids',
    key: (subject) => subject.replace(/^[a-z0-9-]+\|(?=\S)/i, ''),
    witnesses: [
      ['auth0|5f7c8ec7c33c6c004bbafe82', 'google-oauth2|5f7c8ec7c33c6c004bbafe82'],
      ['sms|42', '42'],
    ],
  },
  {
    id: 'keys/before-comma',
    field: 2,
    told: 'Lists are joined by commas, so that a subject ends at one.',
    origin: 'the idiom ids.join(",").split(",")',
    key: firstPart(','),
    witnesses: [
      ['Lee, Anna', 'Lee, Bob'],
      ['1,5', '1,7'],
    ],
  },
  {
    id: 'keys/before-dot',
    field: 2,
    told: 'What follows the first dot is taken for a signature or a server.',
    origin: 'sticky sessions jvmRoute, express-session signatures',
    key: firstPart('.'),
    witnesses: [
      ['anna.node1', 'anna.node2'],
      ['J. Lee', 'J. Meyer'],
    ],
  },
  {
    id: 'keys/before-hyphen',
    field: 1,
    told: 'What follows the first hyphen is taken for a suffix of an environment or version.',
    origin: 'the idiom split("-")[0]',
    key: firstPart('-'),
    witnesses: [
      ['4711-dev', '4711-prod'],
      ['Anna-Maria', 'Anna-Lena'],
    ],
  },
  {
    id: 'keys/azure-table',
    field: 2,
    told: 'Partition and row keys have no slash, backslash, number sign or question mark.',
    origin: 'Azure Table Storage, as clients make keys safe',
    key: (subject) => subject.replace(/[/\\#?]/g, '_'),
    witnesses: [
      ['team/anna', 'team\\anna'],
      ['anna#1', 'anna_1'],
    ],
  },
  {
    id: 'keys/nats-token',
    field: 1,
    told: 'Tokens of a NATS subject or MQTT topic have no dot, slash, blank or wild card.',
    origin: 'NATS subject names, MQTT topic filters',
    key: (subject) => subject.replace(/[.\s*>+#/]/g, '_'),
    witnesses: [
      ['+49 30', '_49_30'],
      ['anna#lee', 'anna+lee'],
    ],
  },
  {
    id: 'keys/message-group',
    field: 2,
    told: 'Groups of messages are 128 letters, digits and ASCII punctuation, and all else is dropped.',
    origin: 'Amazon SQS MessageGroupId',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/[^!-~]/gu, '').slice(0, 128)),
    witnesses: [
      ['Anna Lee', 'AnnaLee'],
      ['Zoë', 'Zo'],
    ],
  },
  {
    id: 'keys/mediawiki-title',
    field: 1,
    told: 'Titles start with a capital, and underscores are blanks.',
    origin: 'MediaWiki title normalisation',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        text
          .replace(/[_\s]+/g, ' ')
          .trim()
          .replace(/^./su, (first) => first.toUpperCase()),
      ),
    witnesses: [
      ['anna_Lee', 'Anna Lee'],
      ['élodie', 'Élodie'],
    ],
  },
  {
    id: 'keys/query-syntax',
    field: 2,
    told: 'Signs of the query language of a search engine are taken out.',
    origin: 'Lucene query parser special characters',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        text
          .replace(/[+\-!(){}[\]^"~*?:\\/]|&&|\|\|/g, ' ')
          .replace(/ +/g, ' ')
          .trim(),
      ),
    witnesses: [
      ['+4930901820', '4930901820'],
      ['anna*', 'anna?'],
    ],
  },
  {
    id: 'keys/index-name',
    field: 1,
    told: 'An index for each person is in lower case, without leading signs.',
    origin: 'Elasticsearch index names',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        text
          .toLowerCase()
          .replace(/[\\/*?"<>| ,#:]/g, '_')
          .replace(/^[-_+]+/, ''),
      ),
    witnesses: [
      ['+4930901820', '4930901820'],
      ['Anna Lee', 'anna_lee'],
    ],
  },
  {
    id: 'keys/element-id',
    field: 1,
    told: 'Class names and element ids keep letters, digits and hyphens, and never start with a digit.',
    origin: 'CSS identifiers, the idiom replace(/^[^a-z]+/i, "")',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/[^a-z0-9-]+/gi, '-').replace(/^[^a-z]+/i, '')),
    witnesses: [
      ['4711-anna', '42-anna'],
      ['anna:1', 'anna 1'],
    ],
  },
] satisfies readonly ForeignMerge[];
