/** A request as the generators draw it: target, every header field and every part of the body under control, no I/O. */

/** One header field as it goes on the wire; names keep their case, values are not trimmed. */
export type HeaderField = readonly [name: string, value: string];

/** One part of a multipart/form-data body. */
export interface FormPart {
  readonly name: string;
  readonly value: string;
  /** Media type of the part; absent for an untyped part. */
  readonly contentType?: string;
  /** The value is JSON text. */
  readonly json?: true;
}

/** A body that form-data can write. */
export interface FormBody {
  readonly kind: 'form';
  readonly boundary: string;
  readonly parts: readonly FormPart[];
}

/** A body that is one JSON text. */
export interface JsonBody {
  readonly kind: 'json';
  readonly text: string;
}

/** A body given as finished bytes: malformed multipart, other media types, nothing. */
interface RawBody {
  readonly kind: 'raw';
  readonly bytes: Uint8Array;
}

/** What a request is for. */
interface RequestTarget {
  readonly method: string;
  /** Below the base URL, without a slash in front, with its query where it has one: `v1/conversation`. */
  readonly path: string;
}

/** A request before it is encoded. The fields leave out Host and Content-Length, which the sender adds. */
export interface RequestDraft extends RequestTarget {
  readonly fields: readonly HeaderField[];
  readonly body: FormBody | JsonBody | RawBody;
}

/** A request as finished bytes but for Host and Content-Length; what the sender takes. */
export interface WireRequest extends RequestTarget {
  readonly fields: readonly HeaderField[];
  readonly body: Uint8Array;
}
