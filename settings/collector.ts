/** Takes settings one by one and collects what is wrong with them, so that all problems can be told at once. */
import { type CheckSurroundings, type SettingDefinition, settings } from './definitions.js';
import { malformed, type SettingProblem } from './setting-problem.js';
import type { FoundValue, Sources } from './sources.js';
import { shownValue, type Taken } from './taken.js';

/** Shorter tokens would be found in other settings by chance. */
const shortestToken = 8;

export class Collector {
  readonly problems: SettingProblem[] = [];
  readonly warnings: string[] = [];
  /** Every setting that was looked for, set or not. */
  readonly taken: Taken[] = [];
  readonly #sources: Sources;
  readonly #around: CheckSurroundings;

  constructor(sources: Sources, around: Omit<CheckSurroundings, 'accessToken'>) {
    const accessToken = sources.find(settings.accessToken.name)?.value;
    this.#sources = sources;
    this.#around = accessToken === undefined ? around : { ...around, accessToken };
  }

  /** An optional secret that CI leaves empty is one that nobody set; a required one that is empty is a problem. */
  find({ name, required }: SettingDefinition): FoundValue | undefined {
    const found = this.#sources.find(name);
    return found?.value === '' && !required ? undefined : found;
  }

  /**
   * The checked value; `undefined` when it is missing or wrong, which is then among the problems.
   *
   * @param given where it does not stand under its own name.
   * @param missing whether it is a problem when it is missing, and what to do then.
   */
  take<T>(
    definition: SettingDefinition<T>,
    given: FoundValue | undefined = this.find(definition),
    missing: { readonly isProblem?: boolean; readonly advice?: string } = { isProblem: definition.required },
  ): T | undefined {
    const { name: setting, expected, example } = definition;
    if (given === undefined) {
      const where = `looked for in ${this.#sources.lookedIn}`;
      this.taken.push({ setting, value: 'not set', source: '', isGiven: false });
      const { isProblem, advice } = missing;
      if (isProblem) this.problems.push({ setting, expected, example, found: 'nothing', where, advice });
      return undefined;
    }
    this.taken.push(this.#takenOf(definition, given));
    const checked = this.#isMisplacedToken(definition, given.value)
      ? misplaced
      : definition.check(given.value, this.#around);
    if (checked.ok) {
      this.warnings.push(...checked.warnings);
      return checked.value;
    }
    const where = `read from ${given.where}`;
    const { found, advice } = checked;
    this.problems.push({ setting, expected, example, found, where, advice });
    return undefined;
  }

  /** What may be a secret is told as set, whatever setting it landed in. */
  #takenOf(definition: SettingDefinition, { value, where: source }: FoundValue): Taken {
    const isSecret =
      definition.secret !== undefined || value.includes('-----BEGIN') || this.#isMisplacedToken(definition, value);
    const shown = isSecret ? (value === '' ? 'set, but empty' : 'set') : shownValue(value);
    return { setting: definition.name, value: shown, source, isGiven: true };
  }

  #isMisplacedToken({ secret }: SettingDefinition, value: string): boolean {
    const { accessToken = '' } = this.#around;
    return secret !== 'token' && accessToken.length >= shortestToken && value.includes(accessToken);
  }
}

const misplaced = malformed('the access token (not shown)', 'take the token out: it belongs in SF_ACCESS_TOKEN');
