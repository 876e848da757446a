/** The history's splits and merges as findings, told as short stories. Pure. */

import type { CaseFacts } from '../../schemas/record/case.schema.js';
import { channelPlace, identifierPlace, subjectPlace } from '../../schemas/record/message-place.schema.js';
import { type Fold, foldsOf, strangersSlug } from './folds.js';
import { type Merge, type Observation, pairKey, type Split, splitsOf } from './history.js';
import { countBelow, type MemoryLimit } from './memory-limit.js';
import type { Finding, StoryStep } from './outcome.js';
import type { Loss } from './split-causes.js';

/** Every split in the history, of what was forgotten the least that it took first, and every fold. */
export function judgeHistory(
  history: readonly Observation[],
  folds: readonly Fold[] = foldsOf(history),
): readonly Finding[] {
  const splits = splitsOf(history);
  if (splits.length + folds.length === 0) return [];
  const established = establishedAt(history);
  return [
    ...smallestFirst(splits, established).map((split) => splitFinding(split, established, history)),
    ...folds.map((fold) => mergeFinding(fold, established)),
  ];
}

/** Splits are all of one case. */
export const splitCase = ({ other }: Split): CaseFacts => ({ ...other.asked, slug: historySlugs.split });

export const historySlugs = { split: 'split', merge: strangersSlug } as const;

function splitFinding(split: Split, established: readonly number[], history: readonly Observation[]): Finding {
  const { first, other, limits = [], losses = [] } = split;
  const facts = [...tellLimits(limits), ...tellLosses(losses)];
  return {
    clause: split.clause,
    verdict: 'nonconformant',
    case: splitCase(split),
    label: other.label,
    expects: 'same identifier',
    foundBy: 'history',
    history: 'split',
    expected: `the identifier given before for this channel and subject, ${JSON.stringify(first.identifier)}`,
    got: [`another one, ${JSON.stringify(other.identifier)}`, ...facts].join('; '),
    advice:
      facts.length > 0
        ? 'Keep conversations for ever: none may expire, or make room for others.'
        : 'Look the conversation up by channel and subject alone, and create it atomically: one person, one conversation.',
    exchange: other.exchange,
    control: first.exchange,
    difference: { at: identifierPlace, control: first.identifier, case: other.identifier },
    steps: mixedUp(split, history) ?? splitSteps(split, established),
  };
}

function mergeFinding({ shown, merges, rule, case: named }: Fold, established: readonly number[]): Finding {
  const { first, other } = shown;
  const isExplained = rule !== undefined || shown.related;
  const sameSubject = first.subject === other.subject;
  return {
    clause: shown.clause,
    verdict: 'nonconformant',
    case: named,
    label: rule === undefined ? other.label : `${rule.name}: ${other.label}`,
    expects: 'other identifier',
    foundBy: 'history',
    history: isExplained ? 'merge of neighbours' : 'merge of strangers',
    expected: `an identifier of its own: the ${sameSubject ? 'channels' : 'subjects'} differ`,
    got: `the identifier of the other conversation, ${JSON.stringify(other.identifier)}${tellFold(merges, rule)}`,
    advice:
      'Compare channel and subject byte for byte, without folding, trimming, cutting or hashing: two people, two conversations.',
    exchange: other.exchange,
    control: first.exchange,
    difference: sameSubject
      ? { at: channelPlace, control: first.channel, case: other.channel }
      : { at: subjectPlace, control: first.subject, case: other.subject },
    ...(merges.length === 1 ? {} : { merged: merges.map(mergedPair) }),
    steps: isExplained ? [step(first), step(other)] : strangerSteps(shown, established),
  };
}

/** So many are named in the sentence; all of them stand beside it. */
const mostTold = 4;

function tellFold(merges: readonly Merge[], rule: Fold['rule']): string {
  if (merges.length === 1) return rule === undefined ? '' : `, as by ${rule.name}`;
  const labels = [...new Set(merges.map(({ other }) => other.label))];
  const more = labels.length > mostTold ? ', ...' : '';
  const by = rule === undefined ? '' : `, all of them by ${rule.name}`;
  return `; ${merges.length} pairs came back as another one${by}: ${labels.slice(0, mostTold).join(', ')}${more}`;
}

function mergedPair({ first, other }: Merge): NonNullable<Finding['merged']>[number] {
  const { relation } = other.asked;
  return {
    label: other.label,
    ...(relation === undefined ? {} : { relation }),
    control: first.subject,
    case: other.subject,
  };
}

/** Facts about all calls of the run, from which the reader concludes. */
function tellLimits(limits: readonly MemoryLimit[]): readonly string[] {
  if (limits.length === 0) return [];
  const told = limits.map(({ by, since, kept, lost }) => {
    const from = since === 'first' ? 'its first call' : 'the call before';
    return by === 'time'
      ? `up to ${seconds(kept)} after ${from}, and lost it from ${seconds(lost)} on`
      : `while up to ${kept} others came after ${from}, and lost it from ${lost} on`;
  });
  return [`in this run each pair kept its identifier ${told.join('; ')}`];
}

function tellLosses(losses: readonly Loss[]): readonly string[] {
  if (losses.length === 0) return [];
  const times = losses.length === 1 ? 'once' : `${losses.length} times`;
  const repeats = losses.reduce((sum, loss) => sum + loss.repeats, 0);
  return [
    `in this run all conversations were lost at once ${times}, as ${repeats} repeats tell: none of them got the identifier of the call before`,
  ];
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;

/** More calls at once than a service needs to mix up whose answer is whose. */
const mostBeside = 16;

/**
 * The story of a call at once that got the identifier of another pair: those that were under way with it belong to it, as
 * alone, or beside calls for its own pair, nothing would be mixed up. Undefined where no identifier of another pair came.
 */
function mixedUp({ clause, first, other }: Split, history: readonly Observation[]): readonly StoryStep[] | undefined {
  if (clause !== 'behaviour/same-pair/at-once' || first.beside !== undefined || other.beside !== undefined) return;
  const strangers = history.filter((one) => pairKey(one) !== pairKey(first));
  const withOthers = (call: Observation): StoryStep | undefined => {
    if (!strangers.some(({ identifier }) => identifier === call.identifier)) return undefined;
    const underWay = strangers.filter((one) => one.sentMs < call.answeredMs && call.sentMs < one.answeredMs);
    const beside = underWay.slice(0, mostBeside - 1).map(({ exchange }) => exchange);
    return beside.length === 0
      ? undefined
      : atOnce({ ...call, beside: [...beside, call.exchange].sort((a, b) => a - b) });
  };
  const [begins, ends] = [withOthers(first), withOthers(other)];
  const alone = (call: Observation): StoryStep => ({ ...step(call), sends: [call.exchange] });
  if (begins !== undefined) return [begins, alone(other)];
  return ends === undefined ? undefined : [alone(first), ends];
}

/** Calls beside others need these again, and what was forgotten what made it so. */
function splitSteps(split: Split, established: readonly number[]): readonly StoryStep[] {
  const { clause, first, other } = split;
  if (other.beside !== undefined) return [atOnce(other)];
  if (first.beside !== undefined) return [atOnce(first), { ...step(other), sends: [other.exchange] }];
  if (clause !== 'behaviour/same-pair/for-ever') return [step(first), step(other)];
  return [
    { ...step(first), sends: [first.exchange] },
    ...meanwhile(split, established),
    { ...step(other), sends: [other.exchange] },
  ];
}

/** Conversations that the history does not hold, such as those of the first controls. */
const moreBefore = 10;

/** That two strangers meet may hang on how many came before them. */
function strangerSteps({ first, other }: Merge, established: readonly number[]): readonly StoryStep[] {
  if (first.beside?.includes(other.exchange) === true) return [atOnce(first)];
  const plain = (one: Observation, others: number): StoryStep => ({ ...step(one), others, sends: [one.exchange] });
  return [
    plain(first, between(established, Number.NEGATIVE_INFINITY, first.exchange) + moreBefore),
    plain(other, between(established, first.exchange, other.exchange)),
  ];
}

/** The exchanges in which a pair got an identifier that it did not have before, in order. */
function establishedAt(history: readonly Observation[]): readonly number[] {
  const seen = new Set<string>();
  const ordered = [...history].sort((one, another) => one.exchange - another.exchange);
  const first = ordered.filter((one) => {
    const key = JSON.stringify([pairKey(one), one.identifier]);
    return !seen.has(key) && seen.add(key);
  });
  return first.map(({ exchange }) => exchange);
}

/** A counterexample must come true again on a faster day, and where others take turns in another order. */
const forGoodMeasure = { ms: 100, others: 16, share: 0.05 };

/** What happened between two calls: of others and of time that which parts kept from lost; both where nothing is known. */
function meanwhile(split: Split, established: readonly number[]): readonly StoryStep[] {
  const { first, other, limits = [] } = split;
  const counts = (by: MemoryLimit['by']): boolean => limits.length === 0 || limits.some((limit) => limit.by === by);
  const others = counts('others') ? between(established, first.exchange, other.exchange) : 0;
  const ms = counts('time') ? Math.max(0, other.sentMs - first.answeredMs) : 0;
  const told = [
    ...(others === 0 ? [] : [`${others} other conversation${others === 1 ? ' is' : 's are'} established`]),
    ...(ms < 100 ? [] : [`${seconds(ms)} pass`]),
  ];
  if (told.length === 0) return [];
  const { share, ...more } = forGoodMeasure;
  return [
    {
      text: told.join(', '),
      ...(others === 0 ? {} : { others: Math.ceil(others * (1 + share)) + more.others }),
      ...(ms === 0 ? {} : { waitMs: Math.ceil(ms * (1 + share)) + more.ms }),
    },
  ];
}

function smallestFirst(splits: readonly Split[], established: readonly number[]): readonly Split[] {
  const size = ({ first, other, limits }: Split): number => {
    if (limits === undefined) return 0;
    const isByTime = limits.every(({ by }) => by === 'time');
    return isByTime ? other.sentMs - first.answeredMs : between(established, first.exchange, other.exchange);
  };
  const sizes = new Map(splits.map((split) => [split, size(split)]));
  return splits.toSorted((one, another) => (sizes.get(one) ?? 0) - (sizes.get(another) ?? 0));
}

const between = (established: readonly number[], after: number, before: number): number =>
  Math.max(0, countBelow(established, before) - countBelow(established, after + 1));

function step(observation: Observation): StoryStep & { readonly exchange: number } {
  const { channel, subject, identifier, label, exchange } = observation;
  return {
    text: `establish ${JSON.stringify(subject)} on ${JSON.stringify(channel)} (${label}): ${JSON.stringify(identifier)}`,
    exchange,
  };
}

/** The call of the pair stands for all that began with it. */
function atOnce(observation: Observation): StoryStep {
  const sends = observation.beside ?? [];
  const { text, exchange } = step(observation);
  return {
    text: `${sends.length} calls at once for other pairs, among them: ${text}`,
    exchange,
    sends,
    alongside: true,
  };
}
