/** Takes settings one by one and collects what is wrong with them, so that all problems can be told at once. */
import { type SettingDefinition, secretSettings } from './definitions.js';
import type { Checked, SettingProblem } from './setting-problem.js';
import type { FoundValue, Sources } from './sources.js';
import { shownValue, type Taken } from './taken.js';

/** Shorter tokens would be found in other settings by chance. */
const shortestToken = 8;

export class Collector {
  readonly problems: SettingProblem[] = [];
  readonly warnings: string[] = [];
  /** Every setting that was looked for, set or not. */
  readonly taken: Taken[] = [];
  readonly #lookedIn: string;
  readonly #token: string;

  /** @param token the access token as configured: in another setting it would be printed, and sent to the wrong place. */
  constructor(sources: Sources, token: string) {
    this.#lookedIn = sources.lookedIn;
    this.#token = token;
  }

  /** The checked value; `undefined` when it is missing or wrong, which is then among the problems. */
  take<T>(
    definition: SettingDefinition,
    given: FoundValue | undefined,
    check: (value: string) => Checked<T>,
  ): T | undefined {
    const { name: setting, expected, example } = definition;
    if (given === undefined) {
      const where = `looked for in ${this.#lookedIn}`;
      this.taken.push({ setting, value: 'not set', source: '' });
      if (definition.required) this.problems.push({ setting, expected, example, found: 'nothing', where });
      return undefined;
    }
    this.taken.push(this.#takenOf(setting, given));
    const checked = this.#isMisplacedToken(setting, given.value) ? misplaced : check(given.value);
    if (checked.ok) {
      this.warnings.push(...checked.warnings);
      return checked.value;
    }
    const where = `read from ${given.where}`;
    const advice = checked.advice === undefined ? {} : { advice: checked.advice };
    this.problems.push({ setting, expected, example, found: checked.found, where, ...advice });
    return undefined;
  }

  /** What may be a secret is told as set, whatever setting it landed in. */
  #takenOf(setting: string, { value, where: source }: FoundValue): Taken {
    const isSecret =
      secretSettings.includes(setting) || value.includes('-----BEGIN') || this.#isMisplacedToken(setting, value);
    return { setting, value: isSecret ? (value === '' ? 'set, but empty' : 'set') : shownValue(value), source };
  }

  #isMisplacedToken(setting: string, value: string): boolean {
    return !setting.endsWith('ACCESS_TOKEN') && this.#token.length >= shortestToken && value.includes(this.#token);
  }
}

const misplaced = {
  ok: false,
  found: 'the access token (not shown)',
  advice: 'take the token out: it belongs in SF_ACCESS_TOKEN',
} as const;
