/** Reads the options of a command, all problems at once: flags first, then what the other sources say of the rest. */
import { UsageError, type UsageProblem } from '../errors/usage-error.js';
import type { FoundValue, Sources } from '../sources.js';
import {
  asVariable,
  type CommandName,
  configuredOptions,
  type KnownIds,
  type OptionDeclaration,
  type OptionDeclarations,
  optionsOf,
  type Spelling,
} from './declaration.js';
import { options, type ValuesOf } from './options.js';
import { yesOrNo } from './values.js';

/** By the name of an option what was given: a text, a list of texts, or that a switch is on. Not yet checked. */
export type GivenOptions = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/** Where an option that is no flag came from, by its name. */
export type Origins = ReadonlyMap<string, FoundValue>;

export interface Reading extends KnownIds {
  /** How the starter calls an option. */
  readonly spelling: Spelling;
  readonly origins?: Origins;
}

/**
 * @param related finds what is wrong with values that do not fit each other; values with a problem of their own are not there.
 * @throws UsageError naming every option that cannot be followed, and where it stands.
 */
export function readOptions<C extends CommandName>(
  command: C,
  given: GivenOptions,
  reading: Reading,
  related: (values: Partial<ValuesOf<C>>) => readonly UsageProblem[] = () => [],
): ValuesOf<C> {
  const { values, problems } = readDeclared(command, given, reading, options);
  // Read by the declarations that the type is made of; one with a problem is missing.
  const typed = values as Partial<ValuesOf<C>>;
  const all = [...problems, ...gateProblems(values, given, reading.spelling), ...related(typed)];
  if (all.length > 0) throw new UsageError(all.map((problem) => withOrigin(problem, reading.origins)));
  // Nothing is missing without a problem.
  return typed as ValuesOf<C>;
}

/** The values by name, and what is wrong with the others. */
export function readDeclared(
  command: CommandName,
  given: GivenOptions,
  { spelling, ...known }: Reading,
  declarations: OptionDeclarations,
): { readonly values: Readonly<Record<string, unknown>>; readonly problems: readonly UsageProblem[] } {
  const values: Record<string, unknown> = {};
  const problems: UsageProblem[] = [];
  for (const [name, declaration] of optionsOf(command, declarations)) {
    const call = (value?: string) => spelling(name, value);
    const read = declaration.read ?? yesOrNo;
    const results = textsOf(declaration, given[name]).map((text) => read(text, call, known));
    const taken = results.flatMap((result) => (result.ok ? [result.value] : []));
    const wrong = results.filter((result) => !result.ok);
    if (wrong.length > 0) problems.push(...wrong.map(({ ok: _ok, ...told }) => ({ option: name, ...told })));
    else if (declaration.repeatable === true) values[name] = [...new Set(taken)];
    else if (taken.length > 0) values[name] = taken[0];
    else if (declaration.read === undefined) values[name] = false;
  }
  return { values, problems };
}

function textsOf({ default: fallback }: OptionDeclaration, given: GivenOptions[string]): readonly string[] {
  if (given === undefined) {
    if (fallback === undefined) return [];
    return [typeof fallback === 'string' ? fallback : fallback()];
  }
  if (typeof given === 'boolean') return [given ? '1' : '0'];
  return typeof given === 'string' ? [given] : given;
}

function withOrigin(problem: UsageProblem, origins: Origins = new Map()): UsageProblem {
  const origin = problem.option === undefined ? undefined : origins.get(problem.option);
  if (origin === undefined) return problem;
  const stands = `it was taken from ${origin.where}`;
  return { ...problem, advice: problem.advice === undefined ? stands : `${problem.advice}; ${stands}` };
}

/** Every command that compares with a baseline asks the same of `--gate new`. */
function gateProblems(
  { gate }: Readonly<Record<string, unknown>>,
  { baseline }: GivenOptions,
  spelling: Spelling,
): readonly UsageProblem[] {
  if (gate !== 'new' || baseline !== undefined) return [];
  const message = `${spelling('gate', 'new')} needs a baseline: what is new is new since an earlier run`;
  const advice = `name its run record with ${spelling('baseline')}, or leave ${spelling('gate')} out`;
  return [{ option: 'gate', message, advice }];
}

/** The flags as given, with what the other sources say of the rest. */
export function withConfigured(
  flags: GivenOptions,
  sources: Sources,
  declarations: OptionDeclarations = options,
): { readonly given: GivenOptions; readonly origins: Origins } {
  const origins = new Map<string, FoundValue>();
  const configured: Record<string, string | readonly string[]> = {};
  for (const { name, declaration } of configuredOptions(declarations)) {
    const found = flags[name] === undefined ? findOption(sources, name) : undefined;
    const value = declaration.repeatable === true ? entriesOf(found?.value ?? '') : (found?.value ?? '');
    if (found === undefined || value.length === 0) continue;
    configured[name] = value;
    origins.set(name, found);
  }
  return { given: { ...configured, ...flags }, origins };
}

/** The value of an option that is no flag, by precedence; an empty one is one that nobody set. */
export function findOption(sources: Sources, name: string): FoundValue | undefined {
  const found = sources.find(asVariable(name)) ?? sources.findOption(name);
  return found?.value === '' ? undefined : found;
}

/** Lists are written with commas. */
function entriesOf(value: string): readonly string[] {
  return value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
