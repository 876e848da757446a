/**
 * Every option of every command. A new one is one entry here: flag, help, variable, key of the configuration file, the
 * tables of README.md and `.env.example` follow from it, and the command finds its value among the others.
 */
import { randomInt } from 'node:crypto';
import { scenarioIds } from '../../endpoints/org/scenarios.js';
import { levels } from '../../engine/service/run-options.js';
import { clauses } from '../../schemas/clauses/clauses.js';
import { layouts } from '../../schemas/codecs/codecs.js';
import { defaultEdition, editionIds } from '../../schemas/editions/editions.js';
import { defaultOperation, layoutsOf, operationsInForce } from '../../schemas/operations/operations.js';
import { listOf } from '../../text/nearest.js';
import { documentedLimit, remoteRate } from '../without-harm.js';
import type { CommandName, OptionDeclarations, Reader } from './declaration.js';
import {
  anyText,
  choiceOf,
  commandLine,
  duration,
  hookUrl,
  integer,
  nameOf,
  oneOf,
  positive,
  serviceUrl,
  someDuration,
} from './values.js';

const largestSeed = 2 ** 32 - 1;

/** Every clause id and every beginning of one, shortest first. */
const selectable: readonly string[] = [
  ...new Set(
    clauses.flatMap(({ id }) => {
      const segments = id.split('/');
      return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
    }),
  ),
];

export const options = {
  baseUrl: {
    commands: ['run', 'probe', 'replay'],
    help: 'the part before /v1/conversation',
    argument: 'url',
    read: anyText,
    otherwise: 'SF_SCRT_INSTANCE_URL and /api',
    configured: { example: 'https://gateway.example.com/api', isSetting: true },
  },
  serviceBehind: {
    name: 'baseUrl',
    commands: ['proxy'],
    help: 'the part before /v1/conversation of the service behind',
    argument: 'url',
    read: serviceUrl,
  },
  scenario: {
    commands: ['gate'],
    help: 'play only this scenario; repeatable',
    argument: 'id',
    read: (given, call) => oneOf(given, call, scenarioIds, `the scenarios are ${scenarioIds.join(', ')}`),
    repeatable: true,
    otherwise: 'all',
  },
  operation: {
    commands: ['run'],
    help: 'operation that is judged',
    argument: 'id',
    // Those of extensions are known when it is read.
    read: (given, call) => {
      const ids = operationsInForce().map(({ id }) => id);
      return oneOf(given, call, ids, `the operations are ${ids.join(', ')}`);
    },
    default: defaultOperation,
    configured: { example: defaultOperation },
  },
  editions: {
    name: 'edition',
    commands: ['run'],
    help: `edition of the contract: ${listOf(editionIds, 'or')}; given twice, the first decides, the report shows both`,
    argument: 'edition',
    read: choiceOf(editionIds),
    repeatable: true,
    default: defaultEdition,
    configured: { example: defaultEdition },
  },
  edition: {
    commands: ['mock', 'gate', 'proxy'],
    help: `edition of the contract: ${listOf(editionIds, 'or')}`,
    argument: 'edition',
    read: choiceOf(editionIds),
    default: defaultEdition,
  },
  listedEdition: {
    name: 'edition',
    commands: ['clauses'],
    help: `only those of one edition: ${listOf(editionIds, 'or')}`,
    argument: 'edition',
    read: choiceOf(editionIds),
  },
  layout: {
    commands: ['run'],
    help: `layout of the body: ${editionIds.map((id) => `${listOf(layoutsOf(id), 'or')} (${id})`).join(', ')}`,
    argument: 'layout',
    read: choiceOf(layouts),
    otherwise: 'the first of the edition',
    configured: { example: 'parts' },
  },
  level: {
    commands: ['run'],
    help: `how much is sent: ${listOf(levels, 'or')}`,
    argument: 'level',
    read: choiceOf(levels),
    default: 'standard',
    configured: { example: 'smoke' },
  },
  port: {
    commands: ['mock', 'gate', 'proxy'],
    help: 'port to listen on; 0 takes a free one',
    argument: 'number',
    read: integer(0, 65_535),
    default: '0',
  },
  host: {
    commands: ['mock', 'gate', 'proxy'],
    help: 'address to listen on; 0.0.0.0 takes calls from other machines and containers',
    argument: 'address',
    read: nameOf('an address of this machine'),
    default: '127.0.0.1',
  },
  tls: {
    commands: ['mock', 'gate', 'proxy'],
    help: 'speak https, with a certificate of a CA that is made for this run',
  },
  timeout: {
    commands: ['gate'],
    help: 'end the command after this time, for each scenario',
    argument: 'time',
    read: someDuration,
    default: '5m',
  },
  assertionLife: {
    commands: ['gate'],
    help: 'how far ahead an assertion for the token endpoint may expire',
    argument: 'time',
    read: someDuration,
    default: '1h',
  },
  driver: {
    commands: ['gate'],
    help: "ask the connector's hook for subjects of every kind",
    argument: 'url',
    read: hookUrl,
  },
  driverCommand: {
    commands: ['gate'],
    help: 'run this for each subject, which replaces {subject}',
    argument: 'command',
    read: commandLine('node establish.mjs {subject}'),
  },
  driverStdio: {
    commands: ['gate'],
    help: 'start this once, and ask it for subjects of every kind by lines of JSON',
    argument: 'command',
    read: commandLine('node driver.mjs'),
  },
  seed: {
    commands: ['run', 'gate'],
    help: `whole number that the cases are drawn from, 0 to ${largestSeed}`,
    argument: 'number',
    read: integer(0, largestSeed),
    default: () => String(randomInt(largestSeed + 1)),
    otherwise: 'random, shown',
    configured: { example: '1' },
  },
  only: {
    commands: ['run'],
    help: 'judge only this clause id, or those that begin with it up to a slash; repeatable',
    argument: 'clause',
    // A slash at the end means nothing; all else must be the id or a beginning of it to the letter.
    read: (given, call) =>
      oneOf(given.replace(/\/$/, ''), call, selectable, 'all clause ids are listed by: byoc-conformance clauses'),
    repeatable: true,
    otherwise: 'all',
    configured: { example: 'headers/org-id,behaviour/same-pair/at-once' },
  },
  maxRequests: {
    commands: ['run', 'replay'],
    help: 'send no more requests than this, whatever fails',
    argument: 'number',
    read: integer(1, 100_000_000),
    configured: { example: '150', refusedByPlaywright: 'needs one process that counts' },
  },
  rate: {
    commands: ['run', 'replay'],
    help: `send no more requests a second than this, at most ${documentedLimit}`,
    argument: 'number',
    // Above the documented limit it is refused, since the org's other users would pay for it.
    read: positive(
      documentedLimit,
      (call) =>
        `the service documents a limit of ${documentedLimit} requests a second for all users of the org together; use ${call(String(remoteRate))}`,
    ),
    otherwise: `${remoteRate}, on this machine no limit`,
    configured: { example: String(remoteRate) },
  },
  reuseSubjects: {
    commands: ['run'],
    help: 'use the same subjects in every run, so that a later one leaves no more behind',
    configured: { example: '1' },
  },
  concurrency: {
    commands: ['run'],
    help: 'requests under way at once, 1 to 256',
    argument: 'number',
    read: integer(1, 256),
    otherwise: '8, embedded mock 16',
    configured: { example: '8' },
  },
  memory: {
    commands: ['run'],
    help: 'ask for the oldest pairs again over this time, such as 10m',
    argument: 'time',
    read: duration,
    otherwise: '0s, deep 65s',
    configured: { example: '10m' },
  },
  out: {
    commands: ['run', 'gate', 'proxy', 'report'],
    help: 'where the reports are written',
    argument: 'directory',
    read: nameOf('a directory'),
    default: 'conformance-report',
    configured: { example: 'conformance-report' },
  },
  waivers: {
    commands: ['run', 'gate', 'proxy', 'report'],
    help: 'accept the failures that this YAML file names',
    argument: 'file',
    read: nameOf('a file'),
    configured: { example: 'waivers.yaml' },
  },
  baseline: {
    commands: ['run', 'gate', 'proxy', 'report'],
    help: 'tell what is new, fixed, still failing or gone since an earlier run',
    argument: 'run.json',
    read: nameOf('a run record'),
    configured: { example: 'last/run.json' },
  },
  gate: {
    commands: ['run', 'gate', 'proxy', 'report'],
    help: 'which failures end with 1: all, or only new ones since the baseline',
    argument: 'failures',
    read: choiceOf(['all', 'new']),
    default: 'all',
    configured: { example: 'new' },
  },
  config: {
    commands: ['run', 'probe', 'replay'],
    help: 'read settings and options from this file',
    argument: 'file',
    read: nameOf('a file'),
    otherwise: 'byoc-conformance.config.yaml or .json',
  },
  check: {
    commands: ['run'],
    help: 'only say whether the settings would do, and where each was taken from',
  },
  yes: {
    commands: ['run', 'probe', 'replay'],
    help: 'send without asking; needed in CI when the service is not on this machine',
    configured: { example: '1', inFile: false },
  },
  fault: {
    commands: ['run', 'replay', 'mock'],
    help: 'switch a fault of the mock on, to see it found; repeatable',
    argument: 'id',
    read: (given, call, { faults = [] }) =>
      oneOf(given, call, idsOf(faults), 'all faults are listed by: byoc-conformance mock --list-faults'),
    repeatable: true,
    configured: { example: 'org-id/accepts-18' },
  },
  variant: {
    commands: ['mock'],
    help: 'serve a conformant mock that is built differently',
    argument: 'id',
    read: (given, call, { variants = [] }) =>
      oneOf(given, call, idsOf(variants), 'all variants are listed by: byoc-conformance mock --list-variants'),
  },
  listFaults: { commands: ['mock'], help: 'list the faults' },
  listVariants: { commands: ['mock'], help: 'list the variants' },
  credentials: {
    commands: ['mock', 'gate'],
    help: 'write the settings that it accepts to a file, as JSON',
    argument: 'file',
    read: nameOf('a file'),
  },
  verbose: { commands: ['mock'], help: 'log a line for each request to standard error' },
  json: { commands: ['clauses', 'probe'], help: 'as JSON' },
} as const satisfies OptionDeclarations;

function idsOf(listed: readonly { readonly id: string }[]): readonly string[] {
  return listed.map(({ id }) => id);
}

type Options = typeof options;
type KeyOf<C extends CommandName> = {
  [K in keyof Options]: C extends Options[K]['commands'][number] ? K : never;
}[keyof Options];
type NameOf<K extends keyof Options> = Options[K] extends { readonly name: infer N extends string } ? N : K;
type ValueOf<D> = D extends { readonly read: Reader<infer T> }
  ? D extends { readonly repeatable: true }
    ? readonly T[]
    : T
  : boolean;
/** Switches and lists are always there, others when they have a default. */
type IsSure<D> = D extends { readonly read: unknown }
  ? D extends { readonly default: unknown } | { readonly repeatable: true }
    ? true
    : false
  : true;

/** What the options of a command say once they are read, by name. */
export type ValuesOf<C extends CommandName> = {
  readonly [K in KeyOf<C> as IsSure<Options[K]> extends true ? NameOf<K> : never]: ValueOf<Options[K]>;
} & {
  readonly [K in KeyOf<C> as IsSure<Options[K]> extends true ? never : NameOf<K>]?: ValueOf<Options[K]>;
};
