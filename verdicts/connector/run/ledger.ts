/**
 * Judges each exchange of a connector as it ends and keeps what the record needs: a verdict for each, findings alike told
 * once with their number, evidence for these and for the first and the last few. Memory is bounded, whatever is sent.
 */
import { type ClauseId, clauseOf } from '../../../schemas/clauses/clauses.js';
import { findOperation } from '../../../schemas/operations/operations.js';
import type { ConnectorRecord, FindingRecord } from '../../../schemas/record/run-record.js';
import { findingId } from '../../../text/finding-id.js';
import { pathOf } from '../../../wire/http/request-target.js';
import { isOperation, noOperation, type ReceivedRequest, sentOf } from '../../../wire/received.js';
import { type ConnectorContract, type ConnectorFinding, type Examination, joined, nothing } from '../contract.js';
import { examineRequest } from '../judge-request.js';
import { Identifiers } from '../over-time/identifiers.js';
import { behindRedirect, Redirects } from '../over-time/redirects.js';
import { RequestIdsOfEarlierRuns } from '../over-time/request-ids.js';
import type { Waited } from '../over-time/retries.js';
import { OverTime } from '../over-time.js';
import { ClauseTally } from './clause-tally.js';
import { ConversationCount } from './conversation-count.js';
import { InOrder } from './in-order.js';
import { RefusalsTold } from './refusals-told.js';

/** As the record lists it, before secrets are taken out. */
export type JudgedExchange = ConnectorRecord['exchanges'][number];

export interface FindingGroup {
  readonly finding: ConnectorFinding;
  readonly exchange: number;
  /** Where it was met first: the title of the scenario. */
  readonly scenario: string;
  /** Which of its clause and verdict it is, 1 for the first. */
  readonly ordinal: number;
  count: number;
}

/** Further judgements about an exchange, by what was found in its request: of the answers of a real service. */
export type FurtherJudge = (request: ReceivedRequest, found: readonly ConnectorFinding[]) => Examination;

export interface LedgerOptions {
  readonly contract: ConnectorContract;
  readonly further?: FurtherJudge;
  /** Told of each exchange when it is judged, in order. */
  readonly onJudged?: (request: ReceivedRequest, exchange: JudgedExchange) => void;
}

const mostExchanges = 100_000;
const mostGroups = 500;
const mostPaths = 100;
const mostWaits = 1_000;
const mostFindingsEach = 20;
const endsKept = 5;
const repeatedId: ClauseId = 'headers/request-id/unique';
/** Longer bodies are cut in the evidence anyway. */
const mostBodyKept = 64 * 1024;

export class Ledger {
  readonly exchanges: JudgedExchange[] = [];
  readonly groups = new Map<string, FindingGroup>();
  /** Takes the clauses too that a scenario put to the test and found kept. */
  readonly tally = new ClauseTally();
  /** All that came. */
  requests = 0;
  /** Calls of operations beside the contract. */
  siblingRequests = 0;
  /** Requests to establish a conversation, and those of them that were answered with success. OPTIONS and HEAD only ask. */
  readonly establishing = { asked: 0, accepted: 0 };
  readonly conversations = new ConversationCount();
  /** Retries that were asked to wait, the first of them. */
  readonly waits: Waited[] = [];
  /** By the token endpoint, and of requests to establish a conversation. */
  readonly refusals = { token: new RefusalsTold(), establishing: new RefusalsTold() };
  /** Paths, and how often each came: of operations that were judged by their headers only, and those where nothing is. */
  readonly paths = { sibling: new Map<string, number>(), unknown: new Map<string, number>() };
  readonly #options: LedgerOptions;
  readonly #kept = new Map<number, ReceivedRequest>();
  #lately: ReceivedRequest[] = [];
  readonly #inOrder = new InOrder<ReceivedRequest>((request) => this.#judge(request));
  readonly #requestIds = new RequestIdsOfEarlierRuns();
  readonly #redirects = new Redirects();
  readonly #identifiers = new Identifiers();
  #overTime: OverTime;
  #scenario = '';
  #broken = new Set<ClauseId>();

  constructor(options: LedgerOptions) {
    this.#options = options;
    this.#overTime = this.#anew();
  }

  /** Begins a run of the connector: what it sends is judged by itself over time. */
  begin(scenario: string): void {
    this.#scenario = scenario;
    this.#broken = new Set();
    this.#requestIds.beginRun();
    // Identifiers of earlier runs may be remembered by the connector.
    this.#overTime = this.#anew();
  }

  take(request: ReceivedRequest): void {
    this.#inOrder.push(request);
  }

  /** Ends a run; gives the clauses that it broke. */
  end(): ReadonlySet<ClauseId> {
    this.#inOrder.flush();
    for (const { exchange, ...finding } of this.#overTime.end()) this.add(finding, exchange);
    return this.#broken;
  }

  /** A finding of an exchange, or what a scenario or a driven subject came to. */
  add(finding: ConnectorFinding, number: number, known?: JudgedExchange): void {
    const exchange = known ?? this.#find(number);
    this.tally.add(finding.clause, finding.verdict);
    if (finding.verdict === 'nonconformant') this.#broken.add(finding.clause);
    if (exchange !== undefined && finding.verdict !== 'observed') {
      if (exchange.verdict !== 'nonconformant') exchange.verdict = finding.verdict;
      if (exchange.findings.length < mostFindingsEach) {
        exchange.findings.push({ clause: finding.clause, message: finding.message });
      }
    }
    this.#group(number, finding);
  }

  /** How often a clause was broken. */
  get brokenCount(): number {
    const broken = [...this.groups.values()].filter(({ finding }) => finding.verdict === 'nonconformant');
    return broken.reduce((sum, { count }) => sum + count, 0);
  }

  /** Exchanges of which the evidence is at hand. */
  get kept(): readonly ReceivedRequest[] {
    for (const request of this.#lately.slice(-endsKept)) this.#kept.set(request.number, request);
    return [...this.#kept.values()].sort((a, b) => a.number - b.number);
  }

  #anew(): OverTime {
    return new OverTime(this.#options.contract, this.#identifiers, (waited) => {
      if (this.waits.length < mostWaits) this.waits.push(waited);
    });
  }

  #judge(request: ReceivedRequest): void {
    const { further, onJudged } = this.#options;
    this.requests += 1;
    if (request.operation === noOperation.sibling) this.siblingRequests += 1;
    if (request.operation === noOperation.token) this.refusals.token.take(request);
    this.#countEstablishing(request);
    this.conversations.take(request);
    const path = shownPath(request.target);
    this.#countPath(request.operation, path);
    const { number, method, httpVersion, answer } = request;
    const exchange: JudgedExchange = {
      number,
      ...(httpVersion === undefined ? {} : { httpVersion }),
      method: method.slice(0, 40),
      path,
      ...(answer === undefined || sentOf(answer) === 'nothing' ? {} : { status: answer.status }),
      verdict: isOperation(request) ? 'conformant' : 'not exercised',
      findings: [],
    };
    if (this.exchanges.length < mostExchanges) this.exchanges.push(exchange);
    this.#keepLately(request);
    const examined = examineRequest(request, this.#options.contract);
    const judged = joined(examined, this.#overTime.take(request), further?.(request, examined.findings) ?? nothing);
    const isRepeated = judged.findings.some(({ clause }) => clause === repeatedId);
    const repeated = isRepeated ? undefined : this.#requestIds.take(request);
    const found = [...judged.findings, ...(repeated === undefined ? [] : [repeated])];
    const findings = this.#redirects.take(request) ? found.map(behindRedirect) : found;
    const told = new Set(findings.map(({ clause }) => clause));
    for (const clause of judged.exercised) if (!told.has(clause)) this.tally.add(clause, 'conformant');
    for (const finding of findings) this.add(finding, request.number, exchange);
    onJudged?.(request, exchange);
  }

  #countPath(operation: string, path: string): void {
    if (operation !== noOperation.sibling && operation !== noOperation.unknown) return;
    const counts = this.paths[operation];
    // What is no HTTP names no path.
    if (path !== '' && (counts.has(path) || counts.size < mostPaths)) counts.set(path, (counts.get(path) ?? 0) + 1);
  }

  #countEstablishing(request: ReceivedRequest): void {
    const { operation, method, answer } = request;
    if (findOperation(operation)?.key === undefined || method === 'OPTIONS' || method === 'HEAD') return;
    this.establishing.asked += 1;
    this.refusals.establishing.take(request);
    if (answer !== undefined && answer.status >= 200 && answer.status < 300) this.establishing.accepted += 1;
  }

  #group(number: number, finding: ConnectorFinding): void {
    // A repeated RequestId is one mistake, within a run and from run to run.
    const advice = finding.clause === repeatedId ? '' : finding.advice;
    const key = JSON.stringify([finding.clause, finding.verdict, advice]);
    const group = this.groups.get(key);
    if (group !== undefined) {
      group.count += 1;
      return;
    }
    if (this.groups.size >= mostGroups) return;
    const alike = [...this.groups.values()].filter((one) => {
      return one.finding.clause === finding.clause && one.finding.verdict === finding.verdict;
    });
    const ordinal = alike.length + 1;
    this.groups.set(key, { finding, exchange: number, scenario: this.#scenario, ordinal, count: 1 });
    for (const request of this.#lately) {
      if (request.number === number || request.number === finding.earlier) this.#kept.set(request.number, request);
    }
  }

  /** Numbers count up from 1 without gaps as far as exchanges are kept, but for what was dropped at the end. */
  #find(number: number): JudgedExchange | undefined {
    const guess = this.exchanges[number - 1];
    if (guess?.number === number || number > (this.exchanges.at(-1)?.number ?? 0)) return guess;
    return this.exchanges.find((exchange) => exchange.number === number);
  }

  #keepLately(request: ReceivedRequest): void {
    const kept =
      request.body.length <= mostBodyKept
        ? request
        : { ...request, body: request.body.slice(0, mostBodyKept), bodyCut: true };
    if (this.#kept.size < endsKept) this.#kept.set(request.number, kept);
    this.#lately.push(kept);
    // Findings over time speak of the exchange at hand or of one shortly before it.
    if (this.#lately.length > 200) this.#lately = this.#lately.slice(-100);
  }
}

/** Without query, fragment, and the user name and password that may stand in front of a host. */
function shownPath(target: string): string {
  const [plain = ''] = target.split(/[?#]/, 1);
  return plain === '' ? '' : pathOf(plain).slice(0, 500);
}

/** A group as the record lists it. */
export function findingRecordOf({ finding, scenario, ordinal, count, exchange }: FindingGroup): FindingRecord {
  const { clause, verdict } = finding;
  // What a connector sends is its own affair: there is no catalogue of cases.
  const named = { slug: 'what-it-sent' };
  const id = findingId({ clause, verdict, case: named });
  return {
    id: ordinal === 1 ? id : `${id}--${ordinal}`,
    clause,
    case: named,
    foundBy: 'watching',
    spec: `The connector: ${scenario}`,
    label: `${exchange > 0 ? `exchange ${exchange}` : 'the run'}, ${scenario}${count === 1 ? '' : `, and ${count - 1} more like it`}`,
    verdict,
    ...(verdict === 'inconclusive' ? { cause: 'not judged' } : {}),
    expected: clauseOf(finding.clause).statement,
    got: finding.message,
    ...(finding.advice === '' ? {} : { advice: finding.advice }),
    count,
    ...(exchange > 0 ? { exchange } : {}),
    ...(finding.earlier === undefined ? {} : { steps: storyOf(finding.earlier, exchange) }),
  };
}

const storyOf = (earlier: number, exchange: number): NonNullable<FindingRecord['steps']> => [
  { text: 'what came before', exchange: earlier },
  { text: 'what came then', exchange },
];
