/** What the judge of connectors is told about the org that a connector talks to, and what it says about a request. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { Words } from './words.js';

export interface ConnectorContract {
  readonly edition: string;
  /** The 15-character org id; empty when it is not known. */
  readonly orgId: string;
  /** Its prefix counts; empty when it is not known. */
  readonly authorizationContext: string;
  /** The channels of the org; empty when they are not known. */
  readonly channels: readonly string[];
  /** Every token that the org ever issued, so far; empty when they are not known (a proxy in front of a real org). */
  readonly tokens: readonly string[];
  /** The path of the base URL; `/api` when absent. */
  readonly basePath?: string;
  /**
   * Whether every identifier of the org was issued before the judge's eyes. True when absent, as for the gate's own org;
   * a proxy in front of a real org says false, since a connector may know identifiers from before.
   */
  readonly everyIdentifierSeen?: boolean;
}

export interface ConnectorFinding {
  readonly clause: ClauseId;
  /** `observed` is told and never red. */
  readonly verdict: 'nonconformant' | 'observed' | 'inconclusive';
  /** What was expected and what came. Never holds a token or another secret. */
  readonly message: string;
  /** What to change in the code. */
  readonly advice: string;
  /** The earlier exchange that the message speaks of, to be shown beside this one. */
  readonly earlier?: number;
}

/** A finding about one exchange among many. */
export type ExchangeFinding = ConnectorFinding & { readonly exchange: number };

/** What is found in a request, and which clauses it put to the test. */
export interface Examination {
  readonly findings: readonly ConnectorFinding[];
  readonly exercised: readonly ClauseId[];
}

export const nothing: Examination = { findings: [], exercised: [] };

export function joined(...examinations: readonly Examination[]): Examination {
  return {
    findings: examinations.flatMap(({ findings }) => findings),
    exercised: [...new Set(examinations.flatMap(({ exercised }) => exercised))],
  };
}

const finder =
  (verdict: ConnectorFinding['verdict']) =>
  (clause: ClauseId, { message, advice }: Words, earlier?: number): ConnectorFinding => ({
    ...{ clause, verdict, message, advice },
    ...(earlier === undefined ? {} : { earlier }),
  });

export const broken = finder('nonconformant');
export const observed = finder('observed');
export const undecided = finder('inconclusive');

export const defaultBasePath = '/api';
