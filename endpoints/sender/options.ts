/** What a sender can be told, with the bounds that hold when nothing is said. All times are in milliseconds. */
import { type Clock, systemClock } from './clock.js';
import type { ProxyChoice } from './proxy.js';

export interface Timeouts {
  /** Name look-up, TCP and TLS handshake together. */
  readonly connectMs: number;
  /** From the first byte written until the kernel has taken the last one. */
  readonly writeMs: number;
  /** From then until the first byte of the answer; informational answers do not count. */
  readonly answerMs: number;
  /** From the first byte of the answer until it is whole. */
  readonly bodyMs: number;
}

export interface Limits {
  /** Bytes of the status line and header section, and of a trailer section. */
  readonly headBytes: number;
  /** Bytes of the body on the wire, after the transfer coding. */
  readonly bodyBytes: number;
  /** Bytes of the body after the content coding. */
  readonly decodedBytes: number;
  /** Informational answers (1xx) skipped before the answer. */
  readonly informationalAnswers: number;
}

interface ThrottleOptions {
  /** Longest wait for one 429 or 503, whatever it asks for. */
  readonly maxWaitMs: number;
  /** Tries of one request, the first included. */
  readonly maxTries: number;
  /** First wait when there is no usable Retry-After; doubled for each further one. */
  readonly fallbackMs: number;
}

const defaultTimeouts: Timeouts = { connectMs: 5_000, writeMs: 10_000, answerMs: 15_000, bodyMs: 20_000 };

export const defaultLimits: Limits = {
  headBytes: 64 * 1024,
  bodyBytes: 1024 * 1024,
  decodedBytes: 1024 * 1024,
  informationalAnswers: 8,
};

const defaultThrottle: ThrottleOptions = { maxWaitMs: 30_000, maxTries: 5, fallbackMs: 1_000 };

export interface SenderOptions {
  /** What stands before the paths of all requests: http or https, with or without a path. */
  readonly baseUrl: URL;
  /** Exchanges under way at once; further sends wait in line, first come first served. */
  readonly concurrency: number;
  /** Pace over all requests, retries included; without it, as fast as the service answers. */
  readonly ratePerSecond?: number;
  /** Ceiling over all requests written, retries included. */
  readonly maxRequests?: number;
  readonly timeouts?: Partial<Timeouts>;
  readonly limits?: Partial<Limits>;
  readonly throttle?: Partial<ThrottleOptions>;
  /** Ends what is under way and what waits, with failure `aborted`. */
  readonly signal?: AbortSignal;
  /** Certificates in PEM that are trusted beside the public ones. Verification itself cannot be switched off. */
  readonly ca?: string;
  /** The way to the service; without it, what the environment says (`proxyFor`). */
  readonly proxy?: ProxyChoice;
  /** Value of a User-Agent field; without it none is sent. */
  readonly userAgent?: string;
  /** For tests: the time that pace and throttling go by. Time-outs of the network always use real time. */
  readonly clock?: Clock;
}

/** What all exchanges go by, with every default filled in. */
export interface SenderSettings {
  readonly concurrency: number;
  readonly intervalMs: number;
  readonly maxRequests: number;
  readonly timeouts: Timeouts;
  readonly limits: Limits;
  readonly throttle: ThrottleOptions;
  readonly clock: Clock;
}

/**
 * Fills in the defaults.
 *
 * @throws RangeError for a number or a base URL that no sender can work with: a programming error, as settings of
 * users are checked before they come here.
 */
export function settingsOf(options: SenderOptions): SenderSettings {
  const { baseUrl, concurrency, ratePerSecond = Number.POSITIVE_INFINITY } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) throw new RangeError('concurrency is a whole number from 1');
  if (!(ratePerSecond > 0)) throw new RangeError('ratePerSecond is a number above 0');
  if (baseUrl.protocol !== 'http:' && baseUrl.protocol !== 'https:') throw new RangeError('baseUrl is http or https');
  return {
    concurrency,
    intervalMs: 1000 / ratePerSecond,
    maxRequests: options.maxRequests ?? Number.POSITIVE_INFINITY,
    timeouts: { ...defaultTimeouts, ...options.timeouts },
    limits: { ...defaultLimits, ...options.limits },
    throttle: { ...defaultThrottle, ...options.throttle },
    clock: options.clock ?? systemClock,
  };
}
