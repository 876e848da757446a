/** What a scenario is in data: a day in the field that the org plays, and how a connector shows that it copes with it. */
import type { ClauseId } from '../schemas/clauses/clauses.js';

export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** What the org does, one sentence. */
  readonly summary: string;
  /** What a robust connector does, one sentence. */
  readonly robust: string;
  /**
   * `asks again`: what failed is asked for again and gets its answer. `renews and asks again`: the same, with another
   * token. `goes on`: the command ends as well as when all goes well. `goes on or tells`: the call is taken in the end, or the
   * command does not end well, which tells that it was given up.
   */
  readonly expects: 'asks again' | 'renews and asks again' | 'goes on' | 'goes on or tells';
  /** What a connector breaks that does not cope; the control, in which all goes well, has none. */
  readonly clause?: ClauseId;
}
