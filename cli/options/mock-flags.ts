/** Reads the options of `mock`, all problems at once. */
import { defaultEdition, type EditionId, editionIds } from '../../schemas/editions/editions.js';
import { UsageError, type UsageProblem } from '../errors/usage-error.js';
import { type OptionResult, readChoice, readInteger, readNames } from './values.js';

/** The options as commander hands them over: text, not yet checked. */
export interface RawMockFlags {
  readonly port?: string;
  readonly host?: string;
  readonly edition?: string;
  readonly fault?: readonly string[];
  readonly variant?: string;
  readonly listFaults?: boolean;
  readonly listVariants?: boolean;
  readonly credentials?: string;
  readonly verbose?: boolean;
}

export interface MockFlags {
  /** 0 for a free one. */
  readonly port: number;
  readonly host: string;
  readonly edition: EditionId;
  readonly faults: readonly string[];
  readonly variant?: string;
  /** The file that the accepted settings are written to. */
  readonly credentials?: string;
  readonly verbose: boolean;
}

/** @throws UsageError naming every option that cannot be followed. */
export function readMockFlags(raw: RawMockFlags, faults: readonly string[], variants: readonly string[]): MockFlags {
  const problems: UsageProblem[] = [];
  function take<T>(result: OptionResult<T>): T | undefined {
    if (result.ok) return result.value;
    problems.push(result.problem);
    return undefined;
  }
  const port = take(readInteger('--port', raw.port ?? '0', 0, 65_535)) ?? 0;
  const edition = take(readChoice('--edition', raw.edition ?? defaultEdition, editionIds)) ?? defaultEdition;
  const faultList = 'all faults are listed by: byoc-conformance mock --list-faults';
  const chosen = readNames('--fault', raw.fault ?? [], faults, faultList).flatMap((result) => take(result) ?? []);
  const variantList = 'all variants are listed by: byoc-conformance mock --list-variants';
  const given = raw.variant === undefined ? [] : [raw.variant];
  const [variant] = readNames('--variant', given, variants, variantList).flatMap((result) => take(result) ?? []);
  if (raw.host === '') problems.push({ message: '--host must name an address of this machine, not nothing' });
  if (raw.credentials === '') problems.push({ message: '--credentials must name a file, not nothing' });
  if (problems.length > 0) throw new UsageError(problems);
  return {
    port,
    host: raw.host ?? '127.0.0.1',
    edition,
    faults: [...new Set(chosen)],
    ...(variant === undefined ? {} : { variant }),
    ...(raw.credentials === undefined ? {} : { credentials: raw.credentials }),
    verbose: raw.verbose ?? false,
  };
}
