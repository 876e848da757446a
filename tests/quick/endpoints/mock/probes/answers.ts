/** Probes of the faults in the answer. */
import type { Called } from '../caller.js';
import { type Probe, refusesWith, succeedsWith, textOf } from './probe.js';

const status = (code: number) => succeedsWith((called) => called.status === code);
const bodyOf = (looks: (text: string) => boolean) => succeedsWith((called) => looks(textOf(called)));
const identifier = (looks: (identifier: unknown) => boolean) =>
  succeedsWith((called) => looks(called.identifier) && called.accepted);
const refusalHas = (words: RegExp) => refusesWith((called) => words.test(textOf(called)));

const markup = '<i>x</i>';
const showsMarkup = (called: Called): boolean => textOf(called).includes(markup);

export const answerProbes = {
  'success/status-204': status(204),
  'success/status-206': status(206),
  'success/status-299': status(299),
  'success/status-303': async (caller) => {
    await caller.call();
    return (await caller.call()).status === 303;
  },
  'success/list': bodyOf((text) => text.startsWith('[')),
  'success/string': bodyOf((text) => text.startsWith('"')),
  'success/plain-text': bodyOf((text) => /^[\w-]+$/.test(text)),
  'success/html': bodyOf((text) => text.startsWith('<')),
  'success/empty-body': bodyOf((text) => text === ''),
  'success/cut-json': bodyOf((text) => text.startsWith('{') && !text.endsWith('}')),
  'success/no-identifier': bodyOf((text) => text === '{"success":true}'),
  'success/misspelled-identifier': bodyOf((text) => text.includes('"conversationId":')),
  'success/nested-identifier': bodyOf((text) => text.startsWith('{"data":{"conversationIdentifier":')),
  'success/number': identifier((value) => typeof value === 'number'),
  'success/null': identifier((value) => value === null),
  'success/identifier-list': identifier((value) => Array.isArray(value)),
  'success/empty': identifier((value) => value === ''),

  'refusal/status-200': refusesWith(({ status }) => status === 200),
  'refusal/status-500': refusesWith(({ status }) => status === 500),
  'refusal/login-page': refusesWith(({ status }) => status === 302),
  'refusal/no-answer': refusesWith(({ answer }) => answer.abort === 'before'),
  'refusal/half-answer': refusesWith(({ answer }) => answer.abort === 'half'),
  'refusal/identifier': refusesWith(({ identifier }) => typeof identifier === 'string'),
  'refusal/token': refusesWith((called, { mock }) => textOf(called).includes(mock.credentials.accessToken)),
  'refusal/token-in-base64': refusesWith((called, { mock }) =>
    textOf(called).includes(Buffer.from(`Bearer ${mock.credentials.accessToken}`).toString('base64')),
  ),
  'refusal/headers': refusesWith((called, { mock }) => textOf(called).includes(mock.credentials.accessToken)),
  'refusal/nested-identifier': refusalHas(/\{"conversationIdentifier":"/),
  'refusal/java-trace': refusalHas(/at com.*\.java:\d/),
  'refusal/java-frames': refusalHas(/"RequestReader\.java","lineNumber":\d/),
  'refusal/tomcat-report': refusalHas(/\n\t\w.*\.java:\d/),
  'refusal/node-trace': refusalHas(/\.js:\d/),
  'refusal/express-page': refusalHas(/&nbsp;at .*\.js:\d/),
  'refusal/python-trace': refusalHas(/Traceback/),
  'refusal/python-in-entities': refusalHas(/&#34;,&nbsp;line/),
  'refusal/dotnet-trace': refusalHas(/\.cs:line \d/),
  'refusal/dotnet-without-files': refusalHas(/at Example.*\)\\n/),
  'refusal/aspnet-page': refusalHas(/\) \+\d/),
  'refusal/laravel-trace': refusalHas(/\.php","line":\d/),
  'refusal/rails-trace': refusalHas(/\.rb:\d+:in/),
  'refusal/go-trace': refusalHas(/goroutine \d/),
  'refusal/rust-trace': refusalHas(/panicked at .*\.rs:\d/),
  'refusal/elixir-trace': refusalHas(/\.ex:\d+: /),
  'refusal/perl-trace': refusalHas(/\.pm line \d/),
  'refusal/apex-trace': refusalHas(/Class\..*: line \d/),
  'refusal/markup': refusalHas(/<b>Agent<\/b>/),
  'refusal/subject-markup': refusalHas(/<b>Agent<\/b>/),
  'refusal/subject-echo': refusesWith(showsMarkup, { subject: markup, entry: { role: 'Agent' } }),
  'refusal/channel-echo': refusesWith(showsMarkup, { channel: markup }),
  'refusal/content-type-echo': refusesWith(showsMarkup, { headers: { 'Content-Type': markup } }),
  'refusal/boundary-echo': refusesWith(showsMarkup, {
    headers: { 'Content-Type': `multipart/form-data; boundary="${markup}"` },
  }),
  'refusal/part-name-echo': refusesWith(showsMarkup, {
    body: (body) => body.replace('channelAddressIdentifier', markup),
  }),
} as const satisfies Record<string, Probe>;
