/** Ids of places in the page and links to them: made from what we count, never from what a service sent. */
import type { FindingRecord, RunRecord } from '../../schemas/record/run-record.js';
import { isFindingId } from '../../text/finding-id.js';
import { html, type Markup } from './markup.js';
import { code } from './visible-markup.js';

export interface Anchors {
  /** Id of the card of a failure. */
  readonly failure: (finding: FindingRecord) => string;
  /** Id of a clause's row. */
  readonly clause: (id: string) => string | undefined;
}

/** `clause-headers-org-id-length`, `failure-headers--org-id--length--the-18-character-form`: so a link holds from run to run. */
export function anchorsOf({ clauses, findings }: RunRecord): Anchors {
  const isPath = (id: string): boolean => /^[a-z0-9]+(?:[/-][a-z0-9]+){0,20}$/.test(id);
  const ofClauses = namesOf('clause', clauses, ({ id }) => (isPath(id) ? id.replaceAll('/', '-') : ''));
  const ofFailures = namesOf('failure', findings, ({ id }) => (isFindingId(id) ? id : ''));
  const clauseNames = new Map(Array.from(ofClauses, ([{ id }, name]) => [id, name]));
  return { clause: (id) => clauseNames.get(id), failure: (finding) => ofFailures.get(finding) ?? '' };
}

/** A name for each, unique in the page: by what is plain in it, else by its number, `clause-7`. */
function namesOf<One>(kind: string, list: readonly One[], plainOf: (one: One) => string): ReadonlyMap<One, string> {
  const taken = new Set<string>();
  const names = list.map((one, index): [One, string] => {
    const plain = plainOf(one);
    const name = `${kind}-${plain === '' || taken.has(`${kind}-${plain}`) ? index + 1 : plain}`;
    taken.add(name);
    return [one, name];
  });
  return new Map(names);
}

/** A clause id that leads to its row, where the page has one. */
export function clauseLink(id: string, anchors: Anchors): Markup {
  const anchor = anchors.clause(id);
  return anchor === undefined ? code(id) : html`<a href="#${anchor}">${code(id)}</a>`;
}
