/** Reads a request target: its path in the normal form of RFC 3986, its query; and judges whether method and path are the operation's. */
import { type ClauseId, isClauseId } from '../../schemas/clauses/clauses.js';
import { perContract } from '../../schemas/contract.js';
import { type Operation, operationsInForce } from '../../schemas/operations/operations.js';
import { broken, type ConnectorFinding, observed } from './contract.js';
import { type Duties, dutiesOf } from './duties.js';
import { shown, type Words } from './words.js';

export interface Target {
  /** Without query, unreserved characters decoded. */
  readonly path: string;
  readonly query: string;
  /** User name and password in front of the host, where the target is a whole URL that has them. */
  readonly userInfo: string;
}

/** Takes the origin form and the absolute form (RFC 9112 section 3.2); a fragment, which no client may send, is left off. */
export function readTarget(target: string): Target {
  const absolute = /^[a-z][a-z0-9+.-]*:\/\/(?:([^/?#@]*)@)?[^/?#]*(.*)$/is.exec(target);
  const rest = (absolute === null ? target : (absolute[2] ?? '')).split('#', 1)[0] ?? '';
  const mark = rest.indexOf('?');
  const path = mark === -1 ? rest : rest.slice(0, mark);
  return {
    path: decodeUnreserved(path === '' ? '/' : path),
    query: mark === -1 ? '' : rest.slice(mark + 1),
    userInfo: absolute?.[1] ?? '',
  };
}

function decodeUnreserved(path: string): string {
  return path.replace(/%([0-9a-f]{2})/gi, (written, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : written;
  });
}

export type PathReading =
  | { readonly kind: 'right'; readonly duties: Duties }
  /** Meant for the operation, and missed. */
  | { readonly kind: 'missed'; readonly duties: Duties; readonly words: Words }
  | { readonly kind: 'other' };

/** For which operation of an edition a path is. @param basePath of the base URL. */
export function readPath(method: string, path: string, basePath: string, edition: string): PathReading {
  const all = dutiesIn(edition);
  const inFirstPlace = (list: readonly Duties[]): Duties | undefined =>
    list.find(({ operation }) => operation.method === method) ?? list[0];
  const right = inFirstPlace(all.filter(({ operation }) => path === `${basePath}/${operation.path}`));
  if (right !== undefined) return { kind: 'right', duties: right };
  const plain = path
    .toLowerCase()
    .replace(/\/{2,}/g, '/')
    .replace(/\/+$/, '');
  const missed = inFirstPlace(all.filter(({ operation }) => isMeant(plain, basePath, operation)));
  if (missed === undefined) return { kind: 'other' };
  const expected = `${basePath}/${missed.operation.path}`;
  const message = `The path is expected to be ${expected}, and ${shown(path)} came.`;
  const advice = adviceFor(path, plain, basePath, missed.operation);
  return { kind: 'missed', duties: missed, words: { message, advice } };
}

const byEdition = perContract(() => new Map<string, readonly Duties[]>());

function dutiesIn(edition: string): readonly Duties[] {
  const known = byEdition().get(edition);
  const all = known ?? operationsInForce().flatMap((operation) => dutiesOf(operation, edition) ?? []);
  byEdition().set(edition, all);
  return all;
}

/** Ends in the resource, and has nothing in front of it but pieces of the right way: another API may have one of that name. */
function isMeant(plain: string, basePath: string, { path }: Operation): boolean {
  const steps = plain.split('/').slice(1);
  const own = path.toLowerCase().split('/');
  const wanted = own.pop() ?? '';
  const known = new Set(['api', ...own, ...basePath.toLowerCase().split('/')]);
  const resource = steps.pop() ?? '';
  return (
    [wanted, `${wanted}s`].includes(resource.replace(/\.json$/, '')) &&
    steps.every((step) => known.has(step) || /^v\d+(?:\.\d+)?$/.test(step))
  );
}

function adviceFor(path: string, plain: string, basePath: string, operation: Operation): string {
  const expected = `${basePath}/${operation.path}`;
  const resource = operation.path.split('/').at(-1) ?? '';
  const whole = `Send to the base URL followed by /${operation.path}: ${expected}.`;
  if (/\/{2,}/.test(path)) {
    return `A slash stands twice in a row: take the slash off the end of the base URL, or off the beginning of what is appended to it. ${whole}`;
  }
  if (plain.endsWith(`/${resource.toLowerCase()}s`)) {
    return `The resource is called ${resource}, without an s at the end. ${whole}`;
  }
  if (path.endsWith('/')) return `Take the slash off the end of the path. ${whole}`;
  if (basePath !== '' && `${basePath}${path}` === expected) {
    return `${basePath} is missing: the base URL is SF_SCRT_INSTANCE_URL followed by ${basePath}. ${whole}`;
  }
  if (path.startsWith(`${basePath}${basePath}/`)) return `${basePath} stands twice: append it once. ${whole}`;
  if (path.toLowerCase() === expected.toLowerCase()) return `Letter case counts in a path. ${whole}`;
  return whole;
}

export interface EndpointReading {
  readonly findings: readonly ConnectorFinding[];
  /** The clause of method and path. */
  readonly clause: ClauseId;
  /** The method carries a body of the operation, so that the body can be judged. */
  readonly hasBody: boolean;
  /** Asks about the resource and does nothing: neither headers nor body are judged. */
  readonly asksOnly: boolean;
}

const bodiless = ['GET', 'DELETE', 'CONNECT', 'TRACE'];

export function judgeEndpoint(method: string, path: Exclude<PathReading, { kind: 'other' }>): EndpointReading {
  const { operation } = path.duties;
  const clause = operation.endpoint;
  if (!isClauseId(clause))
    throw new Error(`the operation ${operation.id} names a clause that there is none of: ${clause}`);
  if (method === 'OPTIONS' || method === 'HEAD') {
    const words = {
      message: `${method} asks about the resource and does nothing, so it was not judged.`,
      advice: 'Nothing has to be changed for it.',
    };
    return { findings: [observed(clause, words)], clause, hasBody: false, asksOnly: true };
  }
  const wrongMethod = method !== operation.method;
  const messages = [
    ...(wrongMethod ? [`The method is expected to be ${operation.method}, and ${shown(method)} came.`] : []),
    ...(path.kind === 'missed' ? [path.words.message] : []),
  ];
  const advices = [
    ...(wrongMethod ? [methodAdvice(method, operation.method)] : []),
    ...(path.kind === 'missed' ? [path.words.advice] : []),
  ];
  const findings =
    messages.length === 0 ? [] : [broken(clause, { message: messages.join(' '), advice: advices.join(' ') })];
  return { findings, clause, hasBody: !wrongMethod || !bodiless.includes(method), asksOnly: false };
}

function methodAdvice(method: string, wanted: string): string {
  if (method.toUpperCase() === wanted) return 'Write the method in capitals: letter case counts.';
  if (method === 'GET') {
    return `Send ${wanted}, also for what exists already: it gives back what is there. A GET may come from a redirect that was followed, or from a request without its method option.`;
  }
  return `Send ${wanted}: no other method does what the operation does.`;
}
