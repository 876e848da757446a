/** A way to make a connector establish a conversation for a subject of our choice. */

export interface Asked {
  readonly channel: string;
  readonly subject: string;
}

export type DriverAnswer =
  | { readonly kind: 'done' }
  /** The connector said no: it may be made for other subjects. */
  | { readonly kind: 'refused'; readonly told: string }
  /** It broke: a crash, a 5xx, no answer. */
  | { readonly kind: 'broken'; readonly told: string };

export interface Driver {
  /** How many subjects are worth the time. */
  readonly most: number;
  /** How many more may be asked to find the smallest one that fails. */
  readonly mostShrinks: number;
  /** Waits until it can be asked; gives what keeps it from that. */
  ready(): Promise<string | undefined>;
  /** Never rejects. */
  ask(asked: Asked): Promise<DriverAnswer>;
}
