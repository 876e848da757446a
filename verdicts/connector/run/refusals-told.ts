/** What the org or the service answered where it refused, counted, the first in its own words: for the answer of the run. */
import { isJsonObject, parseJson } from '../../../schemas/validation/parse-json.js';
import { type ReceivedRequest, sentOf } from '../../../wire/received.js';

interface Told {
  readonly number: number;
  readonly status: number;
  readonly said: string;
}

const mostSaid = 160;

/** Refusals that a scenario staged are left out: they are what the connector is to cope with. */
export class RefusalsTold {
  #count = 0;
  #first: Told | undefined;

  take({ number, answer }: ReceivedRequest): void {
    if (answer === undefined || answer.status < 400 || answer.staged !== undefined || sentOf(answer) !== 'all') return;
    this.#count += 1;
    this.#first ??= { number, status: answer.status, said: wordsOf(answer.body) };
  }

  /** `3, the first in exchange 1: 400, invalid_grant: audience is invalid`; undefined where nothing was refused. */
  get words(): string | undefined {
    if (this.#first === undefined) return undefined;
    const { number, status, said } = this.#first;
    return `${this.#count}, the first in exchange ${number}: ${status}${said === '' ? '' : `, ${said}`}`;
  }
}

/** Code and message of a refusal of the contract, or of OAuth; bounded, whatever it is. */
function wordsOf(body: Uint8Array): string {
  const parsed = parseJson(Buffer.from(body).toString('utf8'));
  if (!parsed.ok || !isJsonObject(parsed.value)) return '';
  const { error, error_description, code, message } = parsed.value;
  const words = [error ?? code, error_description ?? message].filter(
    (one) => typeof one === 'string' || typeof one === 'number',
  );
  return words.join(': ').slice(0, mostSaid);
}
