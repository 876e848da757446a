/** What one probe leaves behind: counts by clause, findings, observations of identities. Plain data, so that shards merge. */
import type { CaseName, NamedCase } from '../../generators/named-case.js';
import type { Difference } from '../../generators/violations/violation.js';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { MessagePlace } from '../../schemas/record/message-place.schema.js';
import type { FindingRecord } from '../../schemas/record/run-record.js';
import type { Cause } from '../verdict.js';
import type { Came } from './came.js';
import type { Observation } from './history.js';

type Fact<Name extends keyof FindingRecord> = NonNullable<FindingRecord[Name]>;

/** A line of a story, and what it takes to do it again: see the schema of the run record. */
export type StoryStep = Readonly<Omit<Fact<'steps'>[number], 'sends' | 'violation'>> & {
  readonly sends?: readonly number[];
  readonly violation?: CaseName & { readonly at: MessagePlace; readonly label: string };
};

/** What of a finding is written down as it is. */
type WrittenFacts = Pick<
  FindingRecord,
  'verdict' | 'confirmed' | 'history' | 'expected' | 'got' | 'advice' | 'exchange' | 'control'
>;

/** A case that was not simply conformant: facts, which decide, and sentences, which people read. See the schema of the run record. */
export interface Finding extends NamedCase, Readonly<WrittenFacts> {
  readonly clause: ClauseId;
  readonly cause?: Cause;
  readonly expects: Fact<'expects'>;
  readonly foundBy: Fact<'foundBy'>;
  /** The violation that the request of the case holds. */
  readonly violation?: CaseName;
  readonly difference?: Difference;
  /** What came when it failed, where failures of one root cause are looked for. */
  readonly came?: Came;
  readonly steps?: readonly StoryStep[];
  /** All pairs that came back as another one, where there are several: the one that is shown stands for them. */
  readonly merged?: readonly Readonly<Fact<'merged'>[number]>[];
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
