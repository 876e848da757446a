/** Slugs and transliterations, as keys in addresses, file names and systems that take ASCII only. */
import slugifyBySindre from '@sindresorhus/slugify';
import anyAscii from 'any-ascii';
import { slug as githubSlug } from 'github-slugger';
import lodash from 'lodash';
import { pinyin } from 'pinyin-pro';
import removeAccents from 'remove-accents';
import slugify from 'slugify';
import speakingUrl from 'speakingurl';
import { slugify as slugifyByTransliteration } from 'transliteration';
import unidecode from 'unidecode';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';

const asciiOf = (text: string): string => text.normalize('NFKD').replace(/[^\0-\x7f]/gu, '');

export const slugMerges = [
  {
    id: 'slugs/slugify',
    field: 5,
    told: 'The most used slug library puts hyphens for blanks and ASCII for letters with accents, and drops the rest.',
    origin: 'slugify@1.6.9',
    key: (subject) => foldedOrItself(subject, (text) => slugify(text)),
    witnesses: [
      ['Anna Schmidt', 'Anna-Schmidt'],
      ['Łukasz', 'Lukasz'],
      ['Anna & Bob', 'Anna and Bob'],
    ],
  },
  {
    id: 'slugs/slugify-strict',
    field: 4,
    told: 'The same library in its strict mode and lower case, as most blogs and shops set it.',
    origin: 'slugify@1.6.9 with lower and strict',
    key: (subject) => foldedOrItself(subject, (text) => slugify(text, { lower: true, strict: true })),
    witnesses: [
      ['anna.schmidt', 'annaschmidt'],
      ['Анна', 'anna'],
      ['Zoë K.', 'zoe-k'],
    ],
  },
  {
    id: 'slugs/sindresorhus-slugify',
    field: 3,
    told: 'This slug library parts CamelCase and writes German umlauts with e.',
    origin: '@sindresorhus/slugify@3.0.1',
    key: (subject) => foldedOrItself(subject, (text) => slugifyBySindre(text)),
    witnesses: [
      ['AnnaSchmidt', 'anna-schmidt'],
      ['Jürgen', 'juergen'],
      ['Tom & Jerry', 'tom-and-jerry'],
    ],
  },
  {
    id: 'slugs/transliteration',
    field: 3,
    told: 'Chinese, Greek and Cyrillic names become Latin slugs, so that names that sound alike are one.',
    origin: 'transliteration@2.6.1 slugify',
    key: (subject) => foldedOrItself(subject, (text) => slugifyByTransliteration(text)),
    witnesses: [
      ['李明', '黎明'],
      ['Анна Петрова', 'anna petrova'],
    ],
  },
  {
    id: 'slugs/any-ascii',
    field: 2,
    told: 'Every script is written in ASCII, keeping the case.',
    origin: 'any-ascii@0.3.3',
    key: (subject) => foldedOrItself(subject, (text) => anyAscii(text)),
    witnesses: [
      ['Ångström', 'Angstrom'],
      ['Ольга', "Ol'ga"],
      ['Þór', 'Thor'],
    ],
  },
  {
    id: 'slugs/unidecode',
    field: 3,
    told: 'Python, Perl and Node services make ASCII of text with Unidecode.',
    origin: 'unidecode@1.1.0',
    key: (subject) => foldedOrItself(subject, (text) => unidecode(text)),
    witnesses: [
      ['Γιάννης', 'Giannes'],
      ['Søren', 'Soren'],
      ['王伟', '王维'],
    ],
  },
  {
    id: 'slugs/lodash-deburr',
    field: 4,
    told: 'lodash deburr writes Latin letters without their marks.',
    origin: 'lodash@4.18.1 deburr',
    key: (subject) => lodash.deburr(subject),
    witnesses: [
      ['Đorđe', 'Dorde'],
      ['Ærø', 'Aero'],
      ['Weiß', 'Weiss'],
    ],
  },
  {
    id: 'slugs/lodash-kebab-case',
    field: 3,
    told: 'Keys are brought to kebab-case, which parts words at capitals, digits and punctuation.',
    origin: 'lodash@4.18.1 kebabCase',
    key: (subject) => foldedOrItself(subject, (text) => lodash.kebabCase(text)),
    witnesses: [
      ['anna_schmidt', 'AnnaSchmidt'],
      ['user42', 'user-42'],
      ['anna.schmidt@example.org', 'anna schmidt example org'],
    ],
  },
  {
    id: 'slugs/lodash-camel-case',
    field: 2,
    told: 'Clients that rename the keys of JSON turn them into camelCase, the ids of people that are keys as well.',
    origin: 'lodash@4.18.1 camelCase',
    key: (subject) => foldedOrItself(subject, (text) => lodash.camelCase(text)),
    witnesses: [
      ['anna_schmidt', 'annaSchmidt'],
      ['anna-schmidt', 'ANNA SCHMIDT'],
    ],
  },
  {
    id: 'slugs/speakingurl',
    field: 2,
    told: 'This slug library spells symbols out and writes umlauts with e.',
    origin: 'speakingurl@14.0.1',
    key: (subject) => foldedOrItself(subject, (text) => speakingUrl(text)),
    witnesses: [
      ['Öztürk', 'oeztuerk'],
      ['Tom & Jerry', 'tom and jerry'],
      ['Çelik', 'celik'],
    ],
  },
  {
    id: 'slugs/remove-accents',
    field: 3,
    told: 'Filters of lists compare text without accents by a table of letters.',
    origin: 'remove-accents@0.5.0',
    key: (subject) => removeAccents(subject),
    witnesses: [
      ['Łódź', 'lodz'],
      ['Nguyễn', 'Nguyen'],
      ['François', 'Francois'],
    ],
  },
  {
    id: 'slugs/github',
    field: 2,
    told: 'Anchors as GitHub makes them drop punctuation and lower the case, keeping every script.',
    origin: 'github-slugger@2.0.0',
    key: (subject) => foldedOrItself(subject, (text) => githubSlug(text)),
    witnesses: [
      ['Anna.Schmidt', 'annaschmidt'],
      ['Мария!', 'мария'],
    ],
  },
  {
    id: 'slugs/django',
    field: 4,
    told: 'django.utils.text.slugify drops what NFKD leaves outside ASCII, and makes one hyphen of blanks and hyphens.',
    origin: 'Django 5 slugify',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        asciiOf(text)
          .toLowerCase()
          .replace(/[^\w\s-]/g, '')
          .replace(/[-\s]+/g, '-')
          .replace(/^[-_]+|[-_]+$/g, ''),
      ),
    witnesses: [
      ['Anna Maria', 'anna-maria'],
      ['anna@example.org', 'annaexampleorg'],
      ['Bjørn', 'bjrn'],
    ],
  },
  {
    id: 'slugs/django-unicode',
    field: 2,
    told: 'The same with allow_unicode, where NFKC and the letters of every script stay.',
    origin: 'Django 5 slugify(allow_unicode=True)',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        text
          .normalize('NFKC')
          .toLowerCase()
          .replace(/[^\p{L}\p{N}_\s-]/gu, '')
          .replace(/[-\s]+/g, '-')
          .replace(/^[-_]+|[-_]+$/g, ''),
      ),
    witnesses: [
      ['Ελένη Παππά', 'ελένη-παππά'],
      ['O’Neill', 'oneill'],
    ],
  },
  {
    id: 'slugs/rails-parameterize',
    field: 3,
    told: 'Rails parameterize puts a hyphen for every run of other characters.',
    origin: 'Rails ActiveSupport String#parameterize',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        removeAccents(text)
          .replace(/[^a-z0-9\-_]+/gi, '-')
          .replace(/-{2,}/g, '-')
          .replace(/^-|-$/g, '')
          .toLowerCase(),
      ),
    witnesses: [
      ['anna.schmidt@example.org', 'anna-schmidt-example-org'],
      ['Anna  Schmidt', 'anna-schmidt'],
    ],
  },
  {
    id: 'slugs/laravel',
    field: 3,
    told: 'Laravel Str::slug spells out @ and takes underscores for hyphens.',
    origin: 'Laravel 11 Str::slug',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        anyAscii(text)
          .replace(/_+/g, '-')
          .replaceAll('@', '-at-')
          .toLowerCase()
          .replace(/[^a-z0-9\s-]/g, '')
          .replace(/[-\s]+/g, '-')
          .replace(/^-|-$/g, ''),
      ),
    witnesses: [
      ['anna@home', 'anna at home'],
      ['anna_schmidt', 'anna-schmidt'],
    ],
  },
  {
    id: 'slugs/wordpress-user',
    field: 3,
    told: 'WordPress sanitize_user takes off accents, percent octets and entities, and in strict mode most punctuation.',
    origin: 'WordPress 6 sanitize_user(strict)',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        removeAccents(text)
          .replace(/%[a-f0-9]{2}/gi, '')
          .replace(/&.+?;/g, '')
          .replace(/[^a-z0-9 _.\-@]/gi, '')
          .trim()
          .replace(/\s+/g, ' '),
      ),
    witnesses: [
      ['anna+work@example.org', 'annawork@example.org'],
      ['Chloé', 'Chloe'],
      ['anna!', 'anna'],
    ],
  },
  {
    id: 'slugs/drupal-machine-name',
    field: 2,
    told: 'Drupal makes machine names of lower-case letters, digits and underscores.',
    origin: 'Drupal 10 machine name transliteration',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        anyAscii(text)
          .toLowerCase()
          .replace(/[^a-z0-9_]+/g, '_'),
      ),
    witnesses: [
      ['Anna-Schmidt', 'anna_schmidt'],
      ['anna.schmidt', 'anna schmidt'],
    ],
  },
  {
    id: 'slugs/pinyin-without-tones',
    field: 2,
    told: 'Chinese directories sort and look people up by pinyin without tones.',
    origin: 'pinyin-pro@3.29.4',
    key: (subject) =>
      /\p{sc=Han}/u.test(subject) ? pinyin(subject, { toneType: 'none', type: 'array' }).join(' ') : subject,
    witnesses: [
      ['张伟', '章微'],
      ['王芳', '汪芳'],
    ],
  },
] satisfies readonly ForeignMerge[];
