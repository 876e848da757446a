/** A way to make a connector establish a conversation for a channel and a subject of our choice. */
import type { Pair } from '../../../wire/codecs/pair-reader.js';

export type DriverAnswer =
  /** `seen` is the conversation identifier that the connector holds for the pair, where it says so. */
  | { readonly kind: 'done'; readonly seen?: string }
  /** The connector said no: it may be made for other subjects. */
  | { readonly kind: 'refused'; readonly told: string }
  /** What stands between us and the connector cannot ask it for this: nothing is known of the connector. */
  | { readonly kind: 'unsupported'; readonly told: string }
  /** It broke: a crash, a 5xx, no answer. */
  | { readonly kind: 'broken'; readonly told: string };

export interface Driver {
  /** How many subjects are worth the time. */
  readonly most: number;
  /** How many more may be asked to find the smallest one that fails. */
  readonly mostShrinks: number;
  /** How many may be asked for at once. */
  readonly together: number;
  /** Waits until it can be asked; gives what keeps it from that. */
  ready(): Promise<string | undefined>;
  /** Never rejects. */
  ask(asked: Pair): Promise<DriverAnswer>;
  /** What ended it for good, so that no question makes sense any more. */
  gone?(): string | undefined;
}
