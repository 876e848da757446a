/** Reads the text of a waivers file: YAML (or JSON), checked by its JSON Schema, every problem with its line. Pure. */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar, type YAMLSeq } from 'yaml';
import { clauses } from '../../schemas/clauses/clauses.js';
import { waiversSchema } from '../../schemas/record/waivers-file.schema.js';
import { showFound } from '../../text/found.js';
import { suggestion } from '../../text/nearest.js';
import type { Waiver, WaiverLines } from '../../verdicts/release/waivers/waiver.js';
import type { WaiverProblem } from '../errors/waivers-error.js';

export type WaiversResult =
  | { readonly ok: true; readonly waivers: readonly Waiver[] }
  | { readonly ok: false; readonly problems: readonly WaiverProblem[] };

const ajv = new Ajv2020({ strict: true, allErrors: true });
ajv.addFormat('date', isDate);
const validate = ajv.compile<Waiver[]>(waiversSchema);
const keys = Object.keys(waiversSchema.items.properties);

export function readWaivers(text: string): WaiversResult {
  const counter = new LineCounter();
  // Every plain value is text: `edition: 61.0` must not become the number 61.
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number): number => counter.linePos(offset).line;
  const [error] = document.errors;
  if (error !== undefined) {
    const advice = 'the form of an entry is shown by: byoc-conformance run --help';
    return {
      ok: false,
      problems: [{ line: lineAt(error.pos[0]), message: `not YAML: ${plain(error.message)}`, advice }],
    };
  }
  const { contents } = document;
  // A file from which the last entry was removed.
  if (contents === null || (isScalar(contents) && contents.value === '')) return { ok: true, waivers: [] };
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  if (!isSeq(contents)) {
    const message = 'expected a list of entries, each beginning with "- clause:"';
    return { ok: false, problems: [{ line: lineAt(contents.range?.[0] ?? 0), message }] };
  }
  const place = (path: readonly string[]): number => lineAt(offsetOf(contents, path));
  const fits = validate(value);
  const broken = (validate.errors ?? []).map((error) => problemOf(error, value, place));
  const entries = (Array.isArray(value) ? value : []).map(namesOf);
  const problems = entries.flatMap((waiver, index) => [
    ...meaningProblems(waiver, (key) => place([String(index), key])),
    ...duplicateProblem(entries, index, (at) => place([String(at)])),
  ]);
  if (!fits || problems.length > 0) {
    return { ok: false, problems: [...broken, ...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
  }
  const waivers = value.map((waiver, index) => {
    const lines = linesOf(text, contents, index, lineAt);
    return lines === undefined ? waiver : { ...waiver, lines };
  });
  return { ok: true, waivers };
}

/** Offset of the node at a path; of a key where there is one, so that a line is named even for an empty value. */
function offsetOf(root: YAMLSeq, [index = '0', key]: readonly string[]): number {
  const item = root.items[Number(index)];
  const ofItem = isNode(item) ? (item.range?.[0] ?? 0) : 0;
  const named = key === undefined ? undefined : keyOf(item, key);
  return named?.range?.[0] ?? ofItem;
}

function keyOf(entry: unknown, name: string): Scalar | undefined {
  const keys = isMap(entry) ? entry.items.map(({ key }) => key) : [];
  return keys.filter((key) => isScalar(key)).find(({ value }) => String(value) === name);
}

/** Where an entry stands, so that a correction can name its lines. Undefined when its lines hold more than the entry alone, as in a file that is JSON. */
function linesOf(
  text: string,
  list: YAMLSeq,
  index: number,
  lineAt: (offset: number) => number,
): WaiverLines | undefined {
  const item = list.items[index];
  if (list.flow === true || !isMap(item) || item.flow === true || item.range == null) return undefined;
  const lines = text.split(/\r?\n/);
  const expires = keyOf(item, 'expires');
  const from = lineAt(item.range[0]);
  // The range ends behind the line end of the last value.
  const to = lineAt(Math.max(item.range[0], item.range[1] - 1));
  const at = expires?.range == null ? -1 : lineAt(expires.range[0]) - from;
  const own = lines.slice(from - 1, to);
  const [first = ''] = own;
  if (!/^\s*- /.test(first) || at < 0) return undefined;
  while (own.length > at + 1 && own.at(-1)?.trim() === '') own.pop();
  return { from, text: own, expires: at };
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'range' in value;

function problemOf(error: ErrorObject, value: unknown, place: (path: readonly string[]) => number): WaiverProblem {
  const path = error.instancePath.split('/').slice(1);
  const [index = '', key = ''] = path;
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(error.params.additionalProperty);
      const advice = suggestion(name, keys) ?? `the keys are ${keys.join(', ')}`;
      return { line: place([index, name]), message: `unknown key ${showFound(name)}`, advice };
    }
    case 'required': {
      const name = String(error.params.missingProperty);
      return { line: place([index]), message: `the key ${name} is missing`, advice: adviceFor[name] ?? `add ${name}` };
    }
    case 'format': {
      const given = path.reduce<unknown>((inside, step) => Reflect.get(Object(inside), step), value);
      const message = `expires must be a date such as 2026-12-31, not ${showFound(String(given))}`;
      return { line: place(path), message };
    }
    case 'minLength': {
      const advice = adviceFor[key] ?? `give ${key} a value, or leave it out`;
      return { line: place(path), message: `${key} is empty`, advice };
    }
    default:
      return { line: place(path), message: `${key === '' ? 'an entry' : key} ${error.message ?? 'is wrong'}` };
  }
}

const adviceFor: Readonly<Record<string, string>> = {
  clause: 'name a clause id or the beginning of one; all are listed by: byoc-conformance clauses',
  reason: 'say why the failure is accepted',
  owner: 'name who answers for it',
  ticket: 'name where its repair is tracked',
  expires: 'give the last day on which it holds, such as 2026-12-31',
};

/** What an entry is told apart by; empty where it is missing or no text. */
interface Names {
  readonly clause: string;
  readonly edition: string;
  readonly target?: string;
}

function namesOf(entry: unknown): Names {
  const text = (key: string): string => {
    const value: unknown = Reflect.get(Object(entry), key);
    return typeof value === 'string' ? value : '';
  };
  const target = text('target');
  return { clause: text('clause'), edition: text('edition'), ...(target === '' ? {} : { target }) };
}

/** What the schema cannot say: that the clause exists, and that the target can be one. */
function meaningProblems({ clause, target }: Names, place: (key: string) => number): readonly WaiverProblem[] {
  const problems: WaiverProblem[] = [];
  const ids = clauses.map(({ id }) => id);
  if (clause !== '' && !ids.some((id) => id === clause || id.startsWith(`${clause}/`))) {
    const advice = suggestion(clause, ids) ?? 'all clause ids are listed by: byoc-conformance clauses';
    const message = `no clause has the id ${showFound(clause)}, and none begins with it`;
    problems.push({ line: place('clause'), message, advice });
  }
  if (target !== undefined && !isTarget(target)) {
    const message = `target must be a host or a base URL, not ${showFound(target)}`;
    const advice = 'such as example.my.salesforce-scrt.com, or leave it out for every target';
    problems.push({ line: place('target'), message, advice });
  }
  return problems;
}

function isTarget(target: string): boolean {
  if (target.includes('://')) return URL.canParse(target);
  return !/[\s/@?#]/.test(target) && URL.canParse(`http://${target}`);
}

function duplicateProblem(
  waivers: readonly Names[],
  index: number,
  place: (index: number) => number,
): readonly WaiverProblem[] {
  const key = ({ clause, edition, target }: Names): string => JSON.stringify([clause, edition, target]);
  const waiver = waivers[index];
  if (waiver === undefined || waiver.clause === '') return [];
  const first = waivers.findIndex((other) => key(other) === key(waiver));
  if (first === index) return [];
  const message = `a second entry for ${waiver.clause}, which line ${place(first)} has already`;
  return [{ line: place(index), message, advice: 'keep one of the two, or give each an edition or a target' }];
}

/** A day that exists, as YYYY-MM-DD. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The first line of a message of the parser, bounded. */
const plain = (message: string): string => (message.split('\n', 1)[0] ?? '').slice(0, 200);
