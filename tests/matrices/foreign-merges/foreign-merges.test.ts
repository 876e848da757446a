/** Holds the foreign merges to what whoever draws from them relies on. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { foreignMerges } from './foreign-merges.js';
import type { ForeignMerge } from './merge.js';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

/** What the reading of the specification lets a service refuse: such subjects prove nothing. */
const isOdd = (subject: string): boolean =>
  /[\p{Cc}\p{Cn}\p{Co}\p{Cs}]/u.test(subject) || /^\s*$/u.test(subject) || Array.from(subject).length > 255;

/** Subjects of everyday kinds, no two of which share more than their kind. */
const strangers = [
  ...['Anna Schmidt', 'Bob Miller', 'Carla Rossi', 'Diego Fernandez', 'Emma Larsen', 'Fatima Haddad', 'George Papas'],
  ...['Hana Novak', 'Igor Petrov', 'Julia Kowalski', 'Kwame Mensah', 'Ling Chen', 'Quentin Dubois', 'Zeynep Yilmaz'],
  ...['Wolfgang Bauer', 'Olivia Brown', 'Rajesh Kumar', 'Tove Nyberg', 'Ursula Vogt', 'Xavier Costa'],
  ...[
    'maria.lopez@example.org',
    'peter@kunden.example',
    'yuki_t@mail.example',
    'vera.k@post.example',
    'sam77@corp.example',
  ],
  ...['+4930901820', '+12015550123', '+442079460958', '+33142685301', '+81335012111', '+5511912345678', '+61292611234'],
  ...['17841405822304914', '551020304', '9137740021', '664', '80315', '29'],
  ...[
    '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    '7d444840-9dc0-11d1-b245-5ffdce74fad2',
    'a987fbc9-4bed-3078-8f07-9141ba07c9f3',
  ],
  ...['U024BE7LH', 'W5K0QX82R', 'customer-4711', 'guest_98210', 'lead/5512', 'kiosk 14', 'nightowl_x', 'blue.whale'],
  ...[
    'https://id.example/users/305',
    'sip:desk12@voice.example',
    '@rainydays',
    'live:paula.q',
    'auth0|5f7c8ec7c33c6c004bbafe82',
  ],
  ...['Zoë Ångström', 'Jörg Weiß', 'Łucja Żak', 'Çağla Öz', 'Nguyễn Văn Hùng', 'François Lefèvre'],
  ...[
    'Иван Смирнов',
    'Ольга',
    'Μαρία Παππά',
    'דוד לוי',
    'محمد علي',
    'राम शर्मा',
    'สมชาย',
    '田中太郎',
    'さくら',
    '김민수',
    '李娜',
  ],
  ...['Mia 🌸', '🦊 fox', 'Leo 🚀🚀'],
];

/** Texts that no fold may fail on. */
const oddities = [
  ...[
    '',
    ' ',
    '\0',
    '\n',
    '\ud800',
    'a\udfff',
    '%',
    '%zz',
    '&#x110000;',
    '\\',
    '\\u',
    '"',
    "'",
    '<',
    '=',
    '=?',
    '@',
    '@a',
    '+',
    '-',
  ],
  ...[
    '.',
    '..',
    '/',
    '__proto__',
    'constructor',
    'toString',
    'null',
    'NaN',
    'undefined',
    '[',
    '{',
    '- a',
    'a: b',
    '!!js',
    '&a',
    '*a',
  ],
  ...[
    '1e999',
    '0x',
    '٣',
    'İ',
    'ﷺ',
    '\u{10ffff}',
    '\ufeff',
    '🏴\u{e0067}\u{e007f}',
    ':::',
    '1:2:3',
    '<>',
    '(',
    'xn--',
    'a@b@c',
  ],
  ...[
    'x'.repeat(255),
    'é'.repeat(255),
    '😀'.repeat(255),
    '9'.repeat(255),
    ' '.repeat(255),
    '%25'.repeat(80),
    '<'.repeat(255),
  ],
];

/** The pairs among these that the merge takes for one. */
function mergedPairs({ key }: ForeignMerge, subjects: readonly string[]): readonly string[] {
  const firstByKey = new Map<string, string>();
  const pairs: string[] = [];
  for (const subject of subjects) {
    const first = firstByKey.get(key(subject));
    if (first === undefined) firstByKey.set(key(subject), subject);
    else pairs.push(`${first} = ${subject}`);
  }
  return pairs;
}

test('there are at least 110 merges of many areas, each area one file', () => {
  const areas = new Set(foreignMerges.map(({ id }) => id.split('/')[0]));
  const files = readdirSync(new URL('../areas/', import.meta.url)).map((file) => file.replace('.ts', ''));
  assert.deepEqual([...areas].toSorted(), files.toSorted());
  assert.ok(foreignMerges.length >= 110, `${foreignMerges.length} merges`);
  assert.equal(new Set(foreignMerges.map(({ id }) => id)).size, foreignMerges.length, 'an id is there twice');
});

test('a library is named with the version that is locked', () => {
  for (const { id, origin } of foreignMerges) {
    for (const [, name = '', version] of origin.matchAll(/((?:@[\w-]+\/)?[\w.-]+)@(\d+\.\d+\.\d+)/g)) {
      const locked = manifest.dependencies[name] ?? manifest.dependencies[`${name}3`];
      const alias = manifest.dependencies[`${name}3`]?.split('@').at(-1);
      assert.ok(version === locked || version === alias, `${id}: ${name} is ${locked}`);
    }
  }
});

for (const merge of foreignMerges) {
  test(merge.id, () => {
    const { key, witnesses } = merge;
    assert.ok(witnesses.length >= 2 && witnesses.length <= 4, `${witnesses.length} witnesses`);
    for (const [one, other] of witnesses) {
      assert.notEqual(one, other);
      assert.ok(!isOdd(one) && !isOdd(other), `${one} or ${other} is odd`);
      assert.equal(key(one), key(other), `${one} and ${other}`);
    }
    for (const subject of [...oddities, ...strangers]) {
      assert.equal(typeof key(subject), 'string');
      assert.equal(key(subject), key(subject), 'not the same key twice');
    }
    // A few strangers may meet by the rule: text in other scripts as question marks, numbers at the end of a type.
    const pairs = mergedPairs(merge, strangers);
    assert.ok(pairs.length <= strangers.length / 8, `merges strangers: ${pairs.join(', ')}`);
  });
}

test('no two merges take the same witnesses for one', () => {
  const witnesses = foreignMerges.flatMap((merge) => merge.witnesses);
  const subjects = [...new Set(witnesses.flat())];
  const idBySignature = new Map<string, string>();
  for (const { id, key } of foreignMerges) {
    const keys = new Map(subjects.map((subject): [string, string] => [subject, key(subject)]));
    const signature = witnesses.map(([one, other]) => (keys.get(one) === keys.get(other) ? '1' : '0')).join('');
    assert.equal(idBySignature.get(signature), undefined, `${id} is the same as ${idBySignature.get(signature)}`);
    idBySignature.set(signature, id);
  }
});
