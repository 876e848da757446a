/** A codec: writes the values of an operation down as a body, and reads them back out of one. */
import type { CodecId } from '../../schemas/codecs/codecs.js';
import type { BodyTexts } from '../../schemas/validation/validate-request.js';
import type { MultipartFault } from '../multipart/multipart-faults.js';
import type { MultipartPart } from '../multipart/part-reader.js';
import type { FormBody, JsonBody } from '../request.js';
import type { RequestReading } from '../request-reading.js';

/** The values of a body by name. */
type Values = Readonly<Record<string, unknown>>;

/** What a body is written with beside its values. */
interface WritingOptions {
  /** Cuts a form. */
  readonly boundary: string;
  /** Names of the parts that hold JSON. */
  readonly jsonParts: ReadonlySet<string>;
}

/** Why a body cannot be read: a fault of the form, a form without parts, bytes that are no UTF-8, another media type. */
type Unreadable = MultipartFault | 'no-parts' | 'no-text' | 'other-media-type';

/** A body as a codec reads it. */
export interface BodyReading {
  readonly codec: CodecId;
  /** The parts of a form in order, duplicates kept; none where the body is JSON. */
  readonly parts: readonly MultipartPart[];
  /** What schemas judge. Of several parts of one name the first; one whose bytes are no text is left out. */
  readonly texts: BodyTexts;
  /** The text that holds JSON and the part that it stands in; the first where there are several, absent without one. */
  readonly json?: { readonly text: string; readonly part?: string };
  /** A member whose JSON is broken is left out; undefined where the whole is no object. */
  readonly values?: Values;
}

export type CodecReading =
  | { readonly ok: true; readonly body: BodyReading }
  | { readonly ok: false; readonly why: Unreadable };

export interface Codec {
  readonly id: CodecId;
  /** The value of Content-Type for what it writes. */
  contentType(boundary: string): string;
  /** The texts that hold the values, in the plainest spelling. */
  texts(values: Values): BodyTexts;
  /** The body of the texts. They may be broken on purpose, so long as they are texts of this codec. */
  write(texts: BodyTexts, options: WritingOptions): FormBody | JsonBody;
  /** @param boundary the one that cuts a form, where Content-Type comes more than once. */
  read(request: RequestReading, jsonParts: ReadonlySet<string>, boundary?: string): CodecReading;
}
