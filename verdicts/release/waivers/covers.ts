/** What a waiver is meant for: clauses by id or beginning, one edition, one target. Pure. */
import type { RunRecord } from '../../../schemas/record/run-record.js';
import type { Waiver } from './waiver.js';

/** Whether a clause is the waiver's, by its whole id or by its beginning up to a slash. */
export function coversClause(waiver: Pick<Waiver, 'clause'>, id: string): boolean {
  return id === waiver.clause || id.startsWith(`${waiver.clause}/`);
}

/** Whether a waiver is meant for this run at all. */
export function isForRun(waiver: Waiver, record: Pick<RunRecord, 'edition' | 'target'>): boolean {
  if (waiver.edition !== undefined && waiver.edition !== record.edition) return false;
  return waiver.target === undefined || isTarget(waiver.target, record.target.baseUrl);
}

/** `host`, `host:port`, or a URL; a URL without a path stands for every base URL of that origin. */
function isTarget(wanted: string, baseUrl: string): boolean {
  if (!URL.canParse(baseUrl)) return false;
  const target = new URL(baseUrl);
  if (!wanted.includes('://')) return [target.host, target.hostname].includes(wanted.toLowerCase());
  if (!URL.canParse(wanted)) return false;
  const url = new URL(wanted);
  const path = (one: URL): string => one.pathname.replace(/\/+$/, '');
  return url.origin === target.origin && (path(url) === '' || path(url) === path(target));
}
