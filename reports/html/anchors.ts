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

/** `clause-headers-org-id-length` where the id is a plain path, else `clause-7`; unique in the page. */
export function anchorsOf(record: RunRecord): Anchors {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const [index, { id }] of record.clauses.entries()) {
    const plain = /^[a-z0-9]+(?:[/-][a-z0-9]+){0,20}$/.test(id) ? `clause-${id.replaceAll('/', '-')}` : '';
    const name = plain === '' || taken.has(plain) ? `clause-${index + 1}` : plain;
    taken.add(name);
    names.set(id, name);
  }
  return { clause: (id) => names.get(id), failure: failureAnchors(record) };
}

/** A clause id that leads to its row, where the page has one. */
export function clauseLink(id: string, anchors: Anchors): Markup {
  const anchor = anchors.clause(id);
  return anchor === undefined ? code(id) : html`<a href="#${anchor}">${code(id)}</a>`;
}

/** `failure-headers--org-id--length--the-18-character-form`, so that a link holds from run to run; else `failure-7`. */
function failureAnchors({ findings }: RunRecord): Anchors['failure'] {
  const names = new Map<FindingRecord, string>();
  const taken = new Set<string>();
  for (const [index, finding] of findings.entries()) {
    const { id } = finding;
    names.set(finding, `failure-${isFindingId(id) && !taken.has(id) ? id : index + 1}`);
    taken.add(id);
  }
  return (finding) => names.get(finding) ?? '';
}
