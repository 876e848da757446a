/** The faults of examples/connectors/faults.yaml, checked: each is an edit of a connector, and has the clauses that it breaks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { isScenarioId, type ScenarioId } from '../../endpoints/org/scenarios.js';
import { type ClauseId, isClauseId } from '../../schemas/clauses/clauses.js';

/** This file runs from dist/tools/connector-faults/. */
export const connectorsFolder = fileURLToPath(new URL('../../../examples/connectors/', import.meta.url));

interface Edit {
  /** What stands in the connector, exactly once. */
  readonly right: string;
  readonly wrong: string;
}

export interface ConnectorFault {
  readonly fault: string;
  /** File name of the connector. */
  readonly connector: string;
  /** What the developer did. */
  readonly mistake: string;
  readonly edits: readonly Edit[];
  readonly scenario: ScenarioId;
  /** All clauses that the gate finds broken in that scenario. */
  readonly clauses: readonly ClauseId[];
}

/** Throws an Error that names the entry when the file is not as it should be. */
export function readFaults(
  text = readFileSync(join(connectorsFolder, 'faults.yaml'), 'utf8'),
): readonly ConnectorFault[] {
  const entries: unknown = parse(text);
  if (!Array.isArray(entries)) throw new Error('faults.yaml is no list');
  return entries.map((entry: unknown, index) => readFault(entry, `entry ${index + 1} of faults.yaml`));
}

function readFault(entry: unknown, where: string): ConnectorFault {
  const { fault, connector, mistake, edits, scenario, clauses, ...rest } = membersOf(entry, where);
  if (Object.keys(rest).length > 0) throw new Error(`${where} has an unknown member: ${Object.keys(rest).join(', ')}`);
  const id = textOf(scenario, `scenario of ${where}`);
  if (!isScenarioId(id)) throw new Error(`${where} names an unknown scenario: ${id}`);
  return {
    fault: textOf(fault, `fault of ${where}`),
    connector: textOf(connector, `connector of ${where}`),
    mistake: textOf(mistake, `mistake of ${where}`),
    edits: listOf(edits, `edits of ${where}`).map((edit) => {
      const { right, wrong } = membersOf(edit, `an edit of ${where}`);
      return { right: textOf(right, `right of ${where}`), wrong: textOf(wrong, `wrong of ${where}`) };
    }),
    scenario: id,
    clauses: listOf(clauses, `clauses of ${where}`).map((clause) => {
      const name = textOf(clause, `a clause of ${where}`);
      if (!isClauseId(name)) throw new Error(`${where} names an unknown clause: ${name}`);
      return name;
    }),
  };
}

function membersOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${what} is no object`);
  return { ...value };
}

function listOf(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw new Error(`${what} is no list, or empty`);
  return value;
}

function textOf(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw new Error(`${what} is no text, or empty`);
  return value;
}
