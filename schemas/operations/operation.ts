/** What an operation is: method, path, headers, body, answers, and what it has to do with conversations, all as data. */
import type { CodecId, TextClauses } from '../codecs/codec.js';
import type { EditionRange } from '../editions/edition.js';
import type { SchemaNode } from '../keywords.js';

/** The way to a value: names of members, and positions in lists. */
export type ValuePath = readonly (string | number)[];

/** `from` and `until` tell the editions that have it; all without them. */
export interface Operation extends EditionRange {
  /** Stable, never reused: `establish-conversation`. Neither `token`, `sibling` nor `unknown`, which mean no operation. */
  readonly id: string;
  /** What it does, for people: `Establish a conversation`. */
  readonly title: string;
  readonly method: 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT';
  /** Below the base URL, without a slash in front: `v1/conversation`. */
  readonly path: string;
  /** The clause of method and path. */
  readonly endpoint: string;
  /**
   * JSON Schema of the headers by canonical name, in the order in which they are sent. Each names where its value comes
   * from (`x-source`) and the clause of its being required. What Content-Type must be comes from the codec.
   */
  readonly headers: SchemaNode;
  /** JSON Schema of what the body says, as one object, over all editions. */
  readonly body: SchemaNode;
  /** How the body is written, one entry for each stretch of editions that differs. */
  readonly forms: readonly OperationForm[];
  /** JSON Schemas of `{ status, body }`: of a success, and of a refusal. */
  readonly answers: { readonly success: SchemaNode; readonly refusal: SchemaNode };
  /** The values of the body that make the pair, where the operation asks for the conversation of one. */
  readonly key?: PairPaths;
  /** What a success gives to other operations, by name and place in the body of the answer. */
  readonly yields: Readonly<Record<string, ValuePath>>;
  /** What a request takes from another operation, by name and place in its body. */
  readonly needs: Readonly<Record<string, ValuePath>>;
}

type PairPaths = Readonly<Record<'channel' | 'subject', ValuePath>>;

export interface OperationForm extends EditionRange {
  /** The first is the default. */
  readonly codecs: readonly [CodecId, ...CodecId[]];
  readonly clauses: TextClauses;
}
