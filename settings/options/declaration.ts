/** What is said of an option, once. Flag, variable, key of the configuration file, help and generated pages follow. */

/** The commands of `byoc-conformance`. `npx playwright test` takes the options of `run`, from wherever no flag is needed. */
export type CommandName = 'run' | 'mock' | 'gate' | 'proxy' | 'clauses' | 'probe' | 'report' | 'replay';

export interface OptionDeclaration {
  /** In camel case, where it is not the key: options of several commands may share a flag and still not be the same. */
  readonly name?: string;
  /** In the order of the commands' own help. */
  readonly commands: readonly CommandName[];
  /** One sentence without the default. */
  readonly help: string;
  /** What stands behind the flag; absent for a switch. */
  readonly argument?: string;
  /** How a value is read; there for every option with an argument. */
  readonly read?: Reader<unknown>;
  /** May be given more than once. */
  readonly repeatable?: true;
  /** What holds when it is not given, as somebody would give it; a function where it is drawn at random. */
  readonly default?: string | (() => string);
  /** What holds then, in words, where the default is not one value. */
  readonly otherwise?: string;
  /** Present where `run` takes it from the environment, `.env` and the configuration file, too. */
  readonly configured?: {
    /** A value for the example of `.env`. */
    readonly example: string;
    /** Not in the configuration file, which is no place for somebody's yes. */
    readonly inFile?: false;
    /** Why `npx playwright test` cannot follow it. */
    readonly refusedByPlaywright?: string;
    /** `--check` tells it among the settings. */
    readonly isSetting?: true;
  };
}

/** By key. */
export type OptionDeclarations = Readonly<Record<string, OptionDeclaration>>;

/**
 * The value of an option, or what is wrong with what was given.
 *
 * @param call how the option is called, alone or with a value: `--rate`, `--rate 20`.
 */
export type Reader<T> = (given: string, call: (value?: string) => string, known: KnownIds) => OptionResult<T>;

export type OptionResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly advice?: string };

/** What only the mock knows; it is loaded when something of it was asked for. */
export interface KnownIds {
  readonly faults?: readonly { readonly id: string; readonly clause?: string }[];
  readonly variants?: readonly { readonly id: string }[];
}

/** How a starter calls an option when it speaks of it, by its name in camel case. */
export type Spelling = (name: string, value?: string) => string;

/** `--max-requests`, `--max-requests 150`. */
export const asFlag: Spelling = (name, value) => {
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return value === undefined ? flag : `${flag} ${value}`;
};

/** `BYOC_MAX_REQUESTS`, `BYOC_MAX_REQUESTS=150`. */
export const asVariable: Spelling = (name, value) => {
  const variable = `BYOC_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
  return value === undefined ? variable : `${variable}=${value}`;
};

/** The flag as the help shows it: `--max-requests <number>`. */
export function usageOf(name: string, { argument }: OptionDeclaration): string {
  return argument === undefined ? asFlag(name) : `${asFlag(name)} <${argument}>`;
}

/** What holds when it is not given, in words. */
export function defaultOf(declaration: OptionDeclaration): string | undefined {
  const { default: value, otherwise } = declaration;
  return otherwise ?? (typeof value === 'string' ? value : undefined);
}

/** The options of a command by name, in the order of their declaration. */
export function optionsOf(
  command: CommandName,
  declarations: OptionDeclarations,
): readonly (readonly [name: string, declaration: OptionDeclaration])[] {
  return Object.entries(declarations)
    .filter(([, { commands }]) => commands.includes(command))
    .map(([key, declaration]) => [declaration.name ?? key, declaration]);
}

/** Those of `run` that need not be flags. */
export function configuredOptions(declarations: OptionDeclarations) {
  return optionsOf('run', declarations).flatMap(([name, declaration]) =>
    declaration.configured === undefined ? [] : [{ name, declaration, configured: declaration.configured }],
  );
}
