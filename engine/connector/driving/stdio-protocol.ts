/** The lines that go to and fro with `--driver-stdio` (docs/driver-protocol.md). Pure. */
import { isJsonObject, parseJson } from '../../../schemas/validation/parse-json.js';
import { clip, clipped } from '../../../text/clip.js';
import { visibleText } from '../../../text/visible.js';
import type { DriverAnswer } from './driver.js';

export const protocolVersion = 1;
const mostName = 100;

export type Question =
  | { readonly seq: number; readonly start: { readonly protocol: number } }
  | {
      readonly seq: number;
      readonly do: {
        readonly operation: string;
        readonly edition: string;
        readonly input: Readonly<Record<string, string>>;
      };
    };

/** What a connector says of itself. */
interface Started {
  readonly protocol: number;
  readonly name: string;
  readonly version: string;
  readonly operations: readonly string[];
}

export type Reply =
  | { readonly kind: 'started'; readonly started: Started }
  | DriverAnswer
  /** It answers a question, and cannot be understood. */
  | { readonly kind: 'unreadable'; readonly told: string };

/** In ASCII: some readers take U+2028 for the end of a line, and some open their input in another encoding. */
export function lineOf(question: Question): string {
  const escaped = JSON.stringify(question).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${escaped}\n`;
}

/**
 * Undefined for a line that answers nothing: debug output, for example.
 * @returns without `seq` an answer to nobody knows which question
 */
export function readLine(line: string): { readonly seq?: number; readonly reply: Reply } | undefined {
  const parsed = parseJson(line.replace(/^\uFEFF/, ''));
  if (!parsed.ok || !isJsonObject(parsed.value)) return undefined;
  const { seq, ...rest } = parsed.value;
  const reply = isGiven(rest.protocol) ? startedOf(rest) : answerOf(rest);
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq)) return reply && { reply };
  return { seq, reply: reply ?? { kind: 'unreadable', told: `its answer cannot be understood: ${quoted(line)}` } };
}

/** A line as it is shown. */
export function quoted(line: string): string {
  return `"${visibleText(clipped(line, 160))}"`;
}

function startedOf({ protocol, name, version, operations }: Readonly<Record<string, unknown>>): Reply | undefined {
  if (typeof protocol !== 'number' || typeof name !== 'string' || typeof version !== 'string') return undefined;
  if (!Array.isArray(operations)) return undefined;
  const ids = operations.filter((id) => typeof id === 'string');
  const [shortName, shortVersion] = [clip(name, mostName).text, clip(version, mostName).text];
  return { kind: 'started', started: { protocol, name: shortName, version: shortVersion, operations: ids } };
}

const results = ['done', 'refused', 'unsupported', 'broken'] as const;

const resultWords = {
  refused: 'the connector refused it',
  unsupported: 'the driver does not support it',
  broken: 'the connector broke',
} as const;

/** Many JSON writers write every member that there may be. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

/** Exactly one result, which is true or a text that says why. */
function answerOf(answer: Readonly<Record<string, unknown>>): DriverAnswer | undefined {
  const [kind, ...others] = results.filter((result) => isGiven(answer[result]));
  if (kind === undefined || others.length > 0) return undefined;
  const why = answer[kind];
  if (why !== true && typeof why !== 'string') return undefined;
  if (kind !== 'done') {
    return { kind, told: why === true || why === '' ? resultWords[kind] : `${resultWords[kind]}: ${quoted(why)}` };
  }
  const { seen } = answer;
  if (!isGiven(seen)) return { kind };
  return typeof seen === 'string' ? { kind, seen } : undefined;
}
