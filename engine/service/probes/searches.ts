/** Probes: random conforming requests are accepted, and a random violation of a random request is refused; failures shrink. */
import { drawnSpellings, drawnText } from '../../../generators/arbitraries/request.js';
import { fc } from '../../../generators/fast-check.js';
import type { CaseName, NamedCase } from '../../../generators/named-case.js';
import { seededInteger } from '../../../generators/seeded.js';
import { type Spelling, spellingFacts } from '../../../generators/spellings/spelling.js';
import { violationOf, violationsForServices } from '../../../generators/violations/catalogue.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { classify, whatCame } from '../../../verdicts/service/classify.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { RequestDraft } from '../../../wire/request.js';
import { bookAccepted } from '../accept.js';
import { acceptSpelled } from '../accept-all.js';
import { isWrong } from '../judge-acceptance.js';
import { plainCase, plainCases } from '../plain-cases.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';
import { bookRefused, plainControl, type RefusalCase, sendCase } from '../refuse.js';
import { search } from '../search.js';
import { undecidedCause } from '../transport-trouble.js';
import { caseOf } from './refuses.js';

interface Drawn {
  readonly channelIndex: number;
  readonly text: string;
  readonly spellings: readonly Spelling[];
}

const searchOptions = (context: ProbeContext, name: string) => ({
  seed: seededInteger(context.options.seed, name),
  runs: context.plan.searches,
  concurrency: context.options.concurrency,
  shrinks: 40,
});

/** The case with its execution's name; where subjects are reused, text and channel follow from the case's number alone. */
type Settle = <Value extends Conversation>(drawn: Value, execution: string) => { value: Value; name: string };
type Conversation = Pick<Drawn, 'channelIndex' | 'text'>;

/** So a run with another seed sends other spellings and violations, and to the same conversations. They do not shrink. */
function settleFor(context: ProbeContext): Settle {
  if (context.options.reuseSubjects !== true) return (value, name) => ({ value, name });
  const seed = seededInteger(context.subjectSeed, 'subjects');
  const pool = fc.sample(drawnText(), { seed, numRuns: context.plan.searches });
  return (drawn, execution) => {
    const [name = ''] = execution.split('-');
    return { value: { ...drawn, ...pool[Number(name) % pool.length] }, name };
  };
}

/** A subject is a word that is new in each execution, not drawn, with the drawn text behind it. */
function pairOf(context: ProbeContext, drawn: { channelIndex: number; text: string }, name: string): Pair {
  const channel = context.channels[drawn.channelIndex % context.channels.length] ?? context.channel;
  return { channel, subject: `${context.word(name)} ${drawn.text}` };
}

export const acceptsAnything = (clause: ClauseId): Probe => ({
  clause,
  title: 'accepts any conforming request, however it is written',
  run: async (context) => {
    if (context.plan.searches === 0) return;
    const drawn: fc.Arbitrary<Drawn> = fc
      .tuple(drawnText(), drawnSpellings(context.options.edition, context.operation.id))
      .map(([text, spellings]) => ({ ...text, spellings }));
    const make = (pair: Pair, { spellings }: Drawn): RequestDraft =>
      spellings.reduce((draft, spelling) => spelling.apply(draft), context.conforming(pair));
    const settle = settleFor(context);
    await openAll(context, drawn, 'conforming', settle, 'any');
    const result = await search(
      drawn,
      async (given, execution) => {
        const { value, name } = settle(given, execution);
        const pair = await context.open(pairOf(context, value, `any-${name}`));
        const exchange = await context.send(make(pair, value), { accepted: pair });
        const { kind } = classify(exchange);
        if (kind !== 'accepted' && kind !== 'malformed success') return undecidedCause(exchange) !== undefined;
        const named = drawnCase(value, plainCases['a-random-request']);
        await bookAccepted(context, { ...named, foundBy: 'search', pair, make: () => make(pair, value) }, exchange);
        return true;
      },
      searchOptions(context, 'conforming'),
    );
    if (!result.found) return context.ledger.pass(clause, context.plan.searches);
    // What passes alone is still confirmed in company, by the same rules as every other case.
    const found = result.smallest ?? nthOf(drawn, context, 'conforming', result.index);
    const { value } = settle(found, String(result.index));
    const pair = await context.open(pairOf(context, value, 'any-confirmed'));
    const control = await plainControl(context, pair, plainCase('the-same-subject-plainly'), subjectClause(value));
    const one = {
      ...drawnCase(value, `subject ${value.text}`),
      pair,
      foundBy: 'search',
      probes: 'behaviour/same-pair/spelling',
      control: control.exchange.number,
      path: result.path,
    } as const;
    // A subject that is refused however it is written has said all that there is to say.
    if (control.through || !isWrong(control.exchange)) await acceptSpelled(context, one, value.spellings);
  },
});

function drawnCase({ spellings }: Drawn, told: string): NamedCase {
  const label = [told, ...spellings.map((spelling) => spelling.label)].join(', ');
  return plainCase('a-random-request', label, spellingFacts(spellings));
}

const plainText = 'x';

/** What a service breaks that refuses the plain request for a drawn subject. */
function subjectClause({ text }: Pick<Drawn, 'text'>): ClauseId {
  return text.length <= 1 ? 'answer/success/status' : 'body/participants/subject/any-text';
}

export const refusesAnyViolation = (clause: ClauseId): Probe => ({
  clause,
  title: 'refuses any violation in any request',
  run: async (context) => {
    if (context.plan.searches > 0) await searchRefusals(context, false);
  },
});

async function searchRefusals(context: ProbeContext, isAgain: boolean): Promise<void> {
  const model = context.pair('catalogue');
  const keys = violationsForServices(context.basis(model)).map(({ clause, slug }) => ({ clause, slug }));
  const drawn = fc.tuple(fc.constantFrom(...keys), drawnText()).map(([key, text]) => ({ ...key, ...text }));
  const caseFor = (pair: Pair, name: CaseName): RefusalCase | undefined => {
    const violation = violationOf(context.basis(pair), name);
    return violation === undefined ? undefined : caseOf(context, pair, violation);
  };
  const { deaths } = context.tokens;
  const settle = settleFor(context);
  await openAll(context, drawn, 'violations', settle, 'none');
  const result = await search(
    drawn,
    async (given, execution) => {
      const { value, name } = settle(given, execution);
      const one = caseFor(await context.open(pairOf(context, value, `none-${name}`)), value);
      if (one === undefined) return true;
      const { exchange } = await sendCase(context, one);
      return classify(exchange).kind === 'refused' || undecidedCause(exchange) !== undefined;
    },
    searchOptions(context, 'violations'),
  );
  const found = result.found
    ? (result.smallest ?? nthOf(drawn, context, 'violations', result.index))
    : nthOf(drawn, context, 'violations', 0);
  // The conversation of the control: the same in every run that reuses subjects, whichever case failed.
  const { value } = settle(found, '0');
  const beside = async (text: string) => {
    const settled = { ...value, text };
    const pair = await context.open(pairOf(context, settled, 'none-confirmed'));
    const one = caseFor(pair, value);
    if (one === undefined) return undefined;
    const { exchange } = await sendCase(context, one);
    const named = plainCase('the-control-of-the-search');
    return { one, exchange, control: await plainControl(context, pair, named, subjectClause(settled)) };
  };
  const drawnOne = await beside(value.text);
  // A subject that is refused for itself has a clause of its own: the violation is judged for a plain one.
  const isUnheard = drawnOne !== undefined && isWrong(drawnOne.control.exchange);
  const sent = isUnheard ? await beside(plainText) : drawnOne;
  if (sent === undefined) return;
  const { one, exchange, control } = sent;
  // With a token that died on the way everything is refused: the search is done again with the new one.
  if (context.tokens.deaths > deaths && context.run.lost === undefined && !isAgain)
    return searchRefusals(context, true);
  const refused = await bookRefused(
    context,
    { ...one, foundBy: 'search', path: result.found ? result.path : undefined },
    exchange,
    control,
  );
  if (refused && !result.found && context.tokens.deaths === deaths)
    context.ledger.pass('answer/refusal/status', context.plan.searches - 1);
  else if (refused && result.found && !isUnheard) {
    context.ledger.record({
      clause: one.clause,
      case: one.case,
      label: one.label,
      verdict: 'inconclusive',
      cause: 'not reproduced',
      expects: 'refusal',
      foundBy: 'search',
      confirmed: 'not again',
      violation: one.violation,
      difference: one.difference,
      expected: 'a refusal',
      got: `${whatCame(exchange)}; in the search it was not refused once`,
      exchange: exchange.number,
      path: result.path,
    });
  }
}

/** The first cases of a search, drawn from the seed. */
function valuesOf<Value>(arbitrary: fc.Arbitrary<Value>, context: ProbeContext, name: string, count: number): Value[] {
  return fc.sample(arbitrary, { seed: seededInteger(context.options.seed, name), numRuns: count });
}

/** All conversations that the cases go on in, before the first of them, so that no RequestId hangs on which comes first. */
async function openAll<Value extends Conversation>(
  context: ProbeContext,
  drawn: fc.Arbitrary<Value>,
  name: string,
  settle: Settle,
  beginning: string,
): Promise<void> {
  if (Object.keys(context.operation.needs).length === 0) return;
  const pairs = valuesOf(drawn, context, name, context.plan.searches).map((given, index) => {
    const { value, name } = settle(given, String(index));
    return pairOf(context, value, `${beginning}-${name}`);
  });
  await Promise.all(pairs.map((pair) => context.open(pair)));
}

/** The case of an index, drawn again from the seed. */
function nthOf<Value>(arbitrary: fc.Arbitrary<Value>, context: ProbeContext, name: string, index: number): Value {
  const value = valuesOf(arbitrary, context, name, index + 1)[index];
  if (value === undefined) throw new Error(`the search has no case ${index}`);
  return value;
}
