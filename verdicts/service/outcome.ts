/** What one probe leaves behind: counts by clause, findings, observations of identities. Plain data, so that shards merge. */
import type { CaseName, NamedCase } from '../../generators/named-case.js';
import type { Difference } from '../../generators/violations/violation.js';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { MessagePlace } from '../../schemas/record/message-place.schema.js';
import type { FindingRecord } from '../../schemas/record/run-record.js';
import type { Cause } from '../verdict.js';
import type { Observation } from './history.js';

/** A line of a story, and what it takes to do it again: see the schema of the run record. */
export interface StoryStep {
  readonly text: string;
  readonly exchange?: number;
  readonly others?: number;
  readonly waitMs?: number;
  readonly sends?: readonly number[];
  readonly calls?: number;
  readonly alongside?: boolean;
  readonly violation?: CaseName & { readonly at: MessagePlace; readonly label: string };
}

type Fact<Name extends keyof FindingRecord> = NonNullable<FindingRecord[Name]>;

/** A case that was not simply conformant: facts, which decide, and sentences, which people read. */
export interface Finding extends NamedCase {
  readonly clause: ClauseId;
  readonly verdict: 'nonconformant' | 'inconclusive' | 'observed';
  readonly cause?: Cause;
  readonly expects: Fact<'expects'>;
  readonly foundBy: Fact<'foundBy'>;
  readonly confirmed?: Fact<'confirmed'>;
  /** Of a split or a merge. */
  readonly history?: Fact<'history'>;
  /** The violation that the request of the case holds. */
  readonly violation?: CaseName;
  /** What the clause lets the service do, in plain words. */
  readonly expected: string;
  readonly got: string;
  /** What to change in the service. */
  readonly advice?: string;
  readonly difference?: Difference;
  /** Numbers of exchanges in the evidence. */
  readonly exchange?: number;
  readonly control?: number;
  readonly steps?: readonly StoryStep[];
  /** Path of fast-check to the smallest case of a search. */
  readonly path?: string;
}

/** How many cases of a clause came out how. */
export interface Tally {
  conformant: number;
  nonconformant: number;
  inconclusive: number;
  observed: number;
}

export interface ProbeOutcome {
  readonly title: string;
  /** Place in the specification, which is also the name of the spec file. */
  readonly place: string;
  readonly clause: ClauseId;
  readonly tallies: Readonly<Partial<Record<ClauseId, Tally>>>;
  /** Clauses for which nothing could be sent, and why. */
  readonly skipped: readonly { readonly clause: ClauseId; readonly cause: Cause }[];
  readonly findings: readonly Finding[];
  readonly observations: readonly Observation[];
  readonly requests: number;
  readonly durationMs: number;
}
