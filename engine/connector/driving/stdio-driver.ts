/** Drives a connector by one process for all subjects: lines of JSON go in and come out, in any order. */
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultOperation } from '../../../schemas/operations/operations.js';
import { plural } from '../../../text/format.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import { mostLine } from '../command/output-tail.js';
import { type CommandOptions, type CommandOutcome, type RunningCommand, startCommand } from '../command/run-command.js';
import { commandEnding } from '../command-record.js';
import type { Driver, DriverAnswer } from './driver.js';
import { lineOf, protocolVersion, type Question, quoted, type Reply, readLine } from './stdio-protocol.js';

const startMs = 20_000;
const answerMs = 30_000;
/** From the end of its input to its own end: an HTTP client may keep connections open for some seconds. */
const endMs = 10_000;

/** Lines that answer nothing that is asked. */
type Stray = 'no answer' | 'unasked' | 'twice' | 'late';

const strayWords: Readonly<Record<Stray, string>> = {
  'no answer':
    'beside its answers to standard output (no JSON with a seq, or longer than 16 KiB); debug output belongs on standard error',
  unasked: 'for a seq that was never asked',
  twice: 'for a seq that was answered before; the first answer counts',
  late: 'for a seq that was waited for no longer',
};

interface Open {
  readonly question: Question;
  readonly settle: (reply: Reply) => void;
}

export class StdioDriver implements Driver {
  readonly most = 1_000;
  readonly mostShrinks = 400;
  readonly together = 16;
  /** Name and version, once it has told them. */
  connector: string | undefined;
  readonly #command: RunningCommand;
  readonly #edition: string;
  readonly #limitMs: number;
  readonly #open = new Map<number, Open>();
  readonly #late = new Set<number>();
  readonly #strays = new Map<Stray, { readonly first: string; count: number }>();
  #asked = 0;
  #gone: string | undefined;
  /** How it broke the protocol, so that its answers belong to no question. */
  broke: string | undefined;
  readonly #endings: string[] = [];

  constructor(args: readonly string[], edition: string, options: Omit<CommandOptions, 'args'>) {
    this.#edition = edition;
    this.#limitMs = options.timeoutMs;
    this.#command = startCommand({
      ...options,
      args,
      keepsInput: true,
      onLine: (line, stream) => {
        if (stream === 'stderr' || !this.#read(line)) options.onLine?.(line, stream);
      },
    });
    // What was answered before its end has been read by then.
    void this.#command.outcome.then((outcome) => this.#end(commandEnding(outcome).told));
  }

  async ready(): Promise<string | undefined> {
    const limitMs = Math.min(startMs, this.#limitMs);
    const reply = await this.#send((seq) => ({ seq, start: { protocol: protocolVersion } }), limitMs);
    if (reply.kind !== 'started') return `the driver did not start: ${toldOf(reply)}${this.#wrote()}`;
    const { protocol, name, version, operations } = reply.started;
    if (protocol !== protocolVersion)
      return `the driver speaks protocol ${protocol}, and ${protocolVersion} is spoken here`;
    if (!operations.includes(defaultOperation)) return `the driver does not name the operation ${defaultOperation}`;
    this.connector = `${name} ${version}`.trim();
    return undefined;
  }

  async ask({ channel, subject }: Pair): Promise<DriverAnswer> {
    const input = { channelAddressIdentifier: channel, subject };
    const question = { operation: defaultOperation, edition: this.#edition, input };
    const reply = await this.#send((seq) => ({ seq, do: question }), Math.min(answerMs, this.#limitMs));
    return reply.kind === 'started' || reply.kind === 'unreadable' ? { kind: 'broken', told: toldOf(reply) } : reply;
  }

  gone(): string | undefined {
    return this.#gone;
  }

  /** Ends its input, and the process where it does not end with it. */
  async end(): Promise<CommandOutcome> {
    this.#command.endInput();
    const ended = new AbortController();
    const stopping = sleep(endMs, undefined, { signal: ended.signal }).then(
      () => {
        this.#endings.push(`The driver did not end within ${endMs / 1000} s after its input had ended, and was ended.`);
        this.#command.stop();
      },
      () => undefined,
    );
    const outcome = await this.#command.outcome;
    ended.abort();
    await stopping;
    return outcome;
  }

  get warnings(): readonly string[] {
    const strays = [...this.#strays].map(([stray, { count, first }]) => {
      return `The driver wrote ${plural(count, 'line')} ${strayWords[stray]}. The first: ${first}`;
    });
    return [...strays, ...this.#endings];
  }

  #send(questionOf: (seq: number) => Question, limitMs: number): Promise<Reply> {
    if (this.#gone !== undefined) return Promise.resolve({ kind: 'broken', told: this.#gone });
    const seq = this.#asked;
    this.#asked += 1;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#open.delete(seq);
        this.#late.add(seq);
        resolve({ kind: 'broken', told: `no answer came within ${Math.round(limitMs / 100) / 10} s` });
      }, limitMs);
      const question = questionOf(seq);
      const settle = (reply: Reply): void => {
        clearTimeout(timer);
        this.#open.delete(seq);
        resolve(reply);
      };
      this.#open.set(seq, { question, settle });
      this.#command.write(lineOf(question));
    });
  }

  /** Whether the line is part of the protocol, and no other output. */
  #read(line: string): boolean {
    if (line.trim() === '') return true;
    const read = line.length > mostLine ? undefined : readLine(line);
    if (read === undefined) {
      this.#stray('no answer', line);
      return false;
    }
    if (read.seq === undefined) {
      this.#breakOff(line);
      return true;
    }
    const open = this.#open.get(read.seq);
    if (open === undefined) this.#stray(this.#strayOf(read.seq), line);
    else open.settle(read.reply);
    return true;
  }

  /** Every answer would be waited for in vain. */
  #breakOff(line: string): void {
    const [first = 0] = this.#open.keys();
    this.broke ??= `the driver broke the protocol: it answered ${quoted(line)}, and the seq of a question was expected in it, a number as ${first} is`;
    this.#gone ??= this.broke;
    for (const { settle } of [...this.#open.values()]) settle({ kind: 'broken', told: this.broke });
  }

  #strayOf(seq: number): Stray {
    if (seq < 0 || seq >= this.#asked) return 'unasked';
    return this.#late.delete(seq) ? 'late' : 'twice';
  }

  #stray(stray: Stray, line: string): void {
    const known = this.#strays.get(stray);
    if (known === undefined) this.#strays.set(stray, { first: quoted(line), count: 1 });
    else known.count += 1;
  }

  #wrote(): string {
    const stray = this.#strays.get('no answer');
    return stray === undefined ? '' : `; it wrote ${stray.first}`;
  }

  #end(told: string): void {
    this.#gone ??= told;
    const open = [...this.#open.values()];
    const [first] = open;
    if (first === undefined) return;
    // One of them may be what it cannot bear.
    const questions = plural(open.length, 'question');
    this.#endings.push(
      `The driver ended without an answer to ${questions}, the first: ${quoted(lineOf(first.question).trim())}`,
    );
    for (const { settle } of open) settle({ kind: 'broken', told });
  }
}

function toldOf(reply: Reply): string {
  if (reply.kind === 'started') return 'it answered as if it were asked to start';
  return reply.kind === 'done' ? 'it answered "done", not protocol, name, version and operations' : reply.told;
}
