/**
 * Reads a complete multipart/form-data body (RFC 7578, RFC 2046). It takes all that these allow, keeps order,
 * duplicates, part headers and bytes, and names what is wrong with the rest: ready-made readers do neither.
 */
import { isBoundary } from '../http/content-type-reader.js';
import { type MultipartFault, multipartFaults } from './multipart-faults.js';
import { type MultipartPart, readPart } from './part-reader.js';

export type MultipartReading =
  | { readonly ok: true; readonly parts: readonly MultipartPart[] }
  | { readonly ok: false; readonly fault: MultipartFault; readonly message: string };

interface Delimiter {
  /** Where the part before it ends: the line end in front of the delimiter belongs to the delimiter. */
  readonly start: number;
  /** Where the part behind it begins. */
  readonly end: number;
  readonly closing: boolean;
}

const mostParts = 1000;
const lineFeed = 10;
const carriageReturn = 13;

/** `boundary` as it stands in Content-Type, without quotes and without the two leading hyphens of the body. */
export function readMultipart(body: Buffer, boundary: string): MultipartReading {
  if (!isBoundary(boundary)) return faulty('bad-boundary');
  if (body.length === 0) return faulty('empty-body');
  const dashBoundary = Buffer.from(`--${boundary}`, 'latin1');
  let delimiter = nextDelimiter(body, dashBoundary, 0);
  if (delimiter === undefined) return faulty(hasBareDelimiter(body, boundary) ? 'bare-line-feed' : 'no-delimiter');
  const parts: MultipartPart[] = [];
  while (!delimiter.closing) {
    const next = nextDelimiter(body, dashBoundary, delimiter.end);
    if (next === undefined) {
      return faulty(
        hasBareDelimiter(body.subarray(delimiter.end), boundary) ? 'bare-line-feed' : 'no-closing-delimiter',
      );
    }
    const part = readPart(body.subarray(delimiter.end, Math.max(delimiter.end, next.start)));
    if (typeof part === 'string') return faulty(part);
    if (parts.length === mostParts) return faulty('too-many-parts');
    parts.push(part);
    delimiter = next;
  }
  return { ok: true, parts };
}

function faulty(fault: MultipartFault): MultipartReading {
  return { ok: false, fault, message: multipartFaults[fault] };
}

/** The next line that is the boundary, perhaps closing, perhaps padded. A longer line that begins with it is content. */
function nextDelimiter(body: Buffer, dashBoundary: Buffer, from: number): Delimiter | undefined {
  for (let at = body.indexOf(dashBoundary, from); at !== -1; at = body.indexOf(dashBoundary, at + 1)) {
    const atLineStart = at === 0 || at === from || (body[at - 1] === lineFeed && body[at - 2] === carriageReturn);
    if (!atLineStart) continue;
    let end = at + dashBoundary.length;
    const closing = body[end] === 45 && body[end + 1] === 45;
    if (closing) end += 2;
    while (body[end] === 32 || body[end] === 9) end += 1;
    const lineEnds = body[end] === carriageReturn && body[end + 1] === lineFeed;
    if (lineEnds || (closing && end === body.length)) {
      return { start: Math.max(0, at - 2), end: Math.min(end + 2, body.length), closing };
    }
  }
  return undefined;
}

/** Whether the boundary stands on a line that a line feed or carriage return alone begins or ends. */
function hasBareDelimiter(body: Buffer, boundary: string): boolean {
  const escaped = boundary.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  const line = new RegExp(`(?:^|[\\r\\n])--${escaped}(?:--)?[ \\t]*(?:\\n|\\r(?!\\n))|(?:(?<!\\r)\\n|\\r)--${escaped}`);
  return line.test(body.toString('latin1'));
}
