/** Probes of the faults in the answer. */
import { type Probe, refusesWith, succeedsWith, textOf } from './probe.js';

const status = (code: number) => succeedsWith((called) => called.status === code);
const bodyOf = (looks: (text: string) => boolean) => succeedsWith((called) => looks(textOf(called)));
const identifier = (looks: (identifier: unknown) => boolean) =>
  succeedsWith((called) => looks(called.identifier) && called.accepted);
const refusalHas = (words: RegExp) => refusesWith((called) => words.test(textOf(called)));

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
  'refusal/java-trace': refusalHas(/\.java:\d/),
  'refusal/node-trace': refusalHas(/\.js:\d/),
  'refusal/python-trace': refusalHas(/Traceback/),
  'refusal/dotnet-trace': refusalHas(/\.cs:line \d/),
  'refusal/markup': refusalHas(/<b>Agent<\/b>/),
  'refusal/subject-markup': refusalHas(/<b>Agent<\/b>/),
} as const satisfies Record<string, Probe>;
