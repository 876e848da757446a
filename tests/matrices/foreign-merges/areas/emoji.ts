/** Emoji in names: dropped, simplified or spelt out. */
import emojiRegex from 'emoji-regex';
import { unemojify } from 'node-emoji';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';

export const emojiMerges = [
  {
    id: 'emoji/stripped',
    field: 4,
    told: 'Display names of messengers lose their emoji on the way into a CRM.',
    origin: 'emoji-regex@11.0.0',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(emojiRegex(), '').trim()),
    witnesses: [
      ['Anna 🌸', 'Anna'],
      ['Anna 🇩🇪', 'Anna 🇫🇷'],
    ],
  },
  {
    id: 'emoji/skin-tones-dropped',
    field: 3,
    told: 'Emoji are counted and compared without the tone of skin.',
    origin: 'Unicode Technical Standard 51, emoji modifiers',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/[\u{1f3fb}-\u{1f3ff}]/gu, '')),
    witnesses: [
      ['Anna 👍🏽', 'Anna 👍'],
      ['👩🏻 Lea', '👩🏿 Lea'],
    ],
  },
  {
    id: 'emoji/short-codes',
    field: 2,
    told: 'Chat systems store emoji as short codes between colons.',
    origin: 'node-emoji@2.2.0 unemojify',
    key: (subject) => unemojify(subject),
    witnesses: [
      ['Anna ❤️', 'Anna :heart:'],
      ['🍺', ':beer:'],
    ],
  },
  {
    id: 'emoji/gender-signs-dropped',
    field: 1,
    told: 'Fonts and vendors without gendered emoji fall back to the neutral person.',
    origin: 'Unicode Technical Standard 51, gender signs',
    key: (subject) => subject.replace(/\u200d[\u2640\u2642]\ufe0f?/g, ''),
    witnesses: [
      ['Kim 🤷\u200d♀\ufe0f', 'Kim 🤷\u200d♂\ufe0f'],
      ['🏃\u200d♂\ufe0f Max', '🏃 Max'],
    ],
  },
  {
    id: 'emoji/one-placeholder',
    field: 2,
    told: 'Gateways to SMS put the same sign for every emoji.',
    origin: 'emoji-regex@11.0.0',
    key: (subject) => subject.replace(emojiRegex(), '□'),
    witnesses: [
      ['Anna 😀', 'Anna 😎'],
      ['🐱 Tom', '🐭 Tom'],
    ],
  },
  {
    id: 'emoji/sequences-split',
    field: 1,
    told: 'Renderers of tags and joined emoji keep the first member only.',
    origin: 'emoji fallback of older Android',
    key: (subject) =>
      subject.replace(/(\p{Extended_Pictographic})\ufe0f?(?:\u200d\p{Extended_Pictographic}\ufe0f?)+/gu, '$1'),
    witnesses: [
      ['Lea 👩\u200d💻', 'Lea 👩\u200d🍳'],
      ['👨\u200d👩\u200d👦 Lee', '👨\u200d👩\u200d👧 Lee'],
    ],
  },
] satisfies readonly ForeignMerge[];
