/** What the core knows of a request, step by step: headers first, then the values of the body, then whom it asks for. */
import type { ContentType } from '../../wire/http/content-type-reader.js';
import type { MultipartReading } from '../../wire/multipart/multipart-reader.js';
import type { MultipartPart } from '../../wire/multipart/part-reader.js';
import type { Pair } from './conversations.js';
import type { ServiceRequest } from './service-request.js';
import type { TokenReading } from './token-verifier.js';
import type { ValuesRead } from './values.js';

export interface HeadReading {
  /** The request as it came. */
  readonly received: ServiceRequest;
  /** The request as the service takes it: the same, but where a fault reads it otherwise. */
  readonly request: ServiceRequest;
  /** Undefined when the Authorization header holds no credentials of the Bearer scheme. */
  readonly token?: TokenReading;
  readonly contentType?: ContentType;
}

export interface PartsReading extends HeadReading {
  readonly multipart: MultipartReading;
}

export interface ValuesReading extends HeadReading, ValuesRead {
  /** None where the body is JSON. */
  readonly parts: readonly MultipartPart[];
}

/** A request for the conversation of a pair that passed every check. */
export interface AcceptedReading extends ValuesReading {
  readonly pair: Pair;
}
