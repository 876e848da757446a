/** Finds out a boundary from the body itself, as services do that do not rely on the header. */
import type { ServiceRequest } from '../service-request.js';

/** The first line of the body that begins with two hyphens; undefined when there is none. */
export function sniffBoundary(body: Buffer): string | undefined {
  return /^--([^\r\n]+?)(?:--)?[ \t]*(?:\r\n|$)/m.exec(body.toString('latin1', 0, 4096))?.[1];
}

/** A Content-Type that fits the body; undefined when the body shows no boundary. */
export function sniffContentType({ body }: ServiceRequest): string | undefined {
  const boundary = sniffBoundary(body);
  return boundary === undefined ? undefined : `multipart/form-data; boundary="${boundary}"`;
}
