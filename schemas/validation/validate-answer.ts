/** Which clauses an answer breaks, by the schemas of an operation's success and of its refusal. */
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { ClauseId } from '../clauses/clauses.js';
import { perContract } from '../contract.js';
import { defaultOperation, type Operation, operationOf, type ValuePath } from '../operations/operations.js';
import { createExaminer, type Examined } from './ajv.js';
import type { BrokenClause } from './broken-clause.js';

/** An answer as the schemas see it; `body` is absent when it was not JSON. */
export interface AnswerMessage {
  readonly status: number;
  readonly body?: unknown;
}

export type SuccessJudgement =
  | {
      readonly ok: true;
      /** What the answer gives to other operations, by the names of the operation's `yields`. */
      readonly yields: Readonly<Record<string, string>>;
      /** The clauses that the answer put to the test, and kept. */
      readonly tested: readonly ClauseId[];
    }
  | { readonly ok: false; readonly broken: readonly BrokenClause[] };

const examiner = createExaminer();
const validators = perContract(() => new Map<string, ValidateFunction>());

/** A body that is not JSON breaks the clause of the JSON object. @param operation id of the one that was asked for. */
export function validateSuccess(answer: AnswerMessage, operation: string = defaultOperation): SuccessJudgement {
  const { broken, visits } = examine(
    answer.body === undefined ? { ...answer, body: null } : answer,
    operation,
    'success',
  );
  if (broken.length > 0) return { ok: false, broken };
  return {
    ok: true,
    yields: yieldsOf(answer.body, operationOf(operation)),
    tested: [...new Set(visits.map(({ clause }) => clause))],
  };
}

/** What the body must not have, no object inside it may have either. */
export function validateRefusal(answer: AnswerMessage, operation: string = defaultOperation): readonly BrokenClause[] {
  const { broken } = examine(answer, operation, 'refusal');
  const names = Object.values(operationOf(operation).yields).flatMap((path) => path.slice(-1));
  for (const object of objectsInside(answer.body)) {
    if (!names.some((name) => Object.hasOwn(object, name))) continue;
    const inner = examine({ ...answer, body: object }, operation, 'refusal').broken;
    const more = inner.filter(({ clause }) => !broken.some((one) => one.clause === clause));
    if (more.length > 0) return [...broken, ...more];
  }
  return broken;
}

/** At any depth, the value itself left out. Without recursion: what a service sends may be nested deeper than the stack. */
function* objectsInside(body: unknown): Generator<object> {
  const open = [body];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (value !== body && !Array.isArray(value)) yield value;
    for (const inner of Object.values(value)) open.push(inner);
  }
}

function examine(answer: AnswerMessage, operation: string, kind: keyof Operation['answers']): Examined {
  const key = `${operation} ${kind}`;
  const validator = validators().get(key) ?? examiner.compile(operationOf(operation).answers[kind]);
  validators().set(key, validator);
  return examiner.examine(validator, answer);
}

/** The schema says that these are texts: what is none is left out. */
function yieldsOf(body: unknown, { yields }: Operation): Readonly<Record<string, string>> {
  const found = Object.entries(yields).map(([name, path]): [string, unknown] => [name, valueAt(body, path)]);
  return Object.fromEntries(found.filter((one): one is [string, string] => typeof one[1] === 'string'));
}

function valueAt(body: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>((value, step) => Reflect.get(Object(value), step), body);
}
