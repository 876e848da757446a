/** Takes up what a connector sends as credentials: a real token sent by mistake must not get into a report either. */
import { parseJson } from '../../schemas/validation/parse-json.js';
import type { Redactor } from '../../text/redactor.js';
import { isSecretName } from '../../verdicts/connector/secrets-in-url.js';
import { readTarget } from '../../verdicts/connector/target.js';
import { noOperation, type ReceivedRequest } from '../../wire/received.js';

/** Shorter ones are words such as "Bearer undefined", which the report must be able to show. */
const shortest = 24;
/** Of what is called a secret by its name. */
const shortestNamed = 8;
/** A connector that invents a token for each request must not slow down the redactor. */
const most = 200;
const mostBytes = 100_000;

export class SeenCredentials {
  readonly #redactor: Redactor;
  readonly #seen = new Set<string>();

  constructor(redactor: Redactor) {
    this.#redactor = redactor;
  }

  look(request: Pick<ReceivedRequest, 'fields' | 'target' | 'operation' | 'body' | 'answer'>): void {
    for (const [name, value] of request.fields) {
      if (!/^(?:proxy-)?authorization$/i.test(name)) continue;
      // No credentials hold blanks, quotes or braces: a sentence or JSON that was sent instead is no secret as a whole.
      const pieces = value.replace(/^(?:bearer|basic)\s+/i, '').split(/[\s"'<>()[\]{},;]+/);
      for (const piece of pieces) if (piece.length >= shortest) this.#add(piece);
    }
    this.#lookAtTarget(request.target);
    if (request.operation === noOperation.token) this.#lookAtTokenExchange(request);
  }

  #lookAtTarget(target: string): void {
    if (!/[?@]/.test(target)) return;
    const { query, userInfo } = readTarget(target);
    this.#lookAtForm(query);
    const password = userInfo.slice(userInfo.indexOf(':') + 1);
    if (userInfo.includes(':') && password.length >= shortestNamed) this.#add(password);
  }

  /** What is sent to a token endpoint, and what it gives back: behind the proxy nobody else knows of it. */
  #lookAtTokenExchange({ body, answer }: Pick<ReceivedRequest, 'body' | 'answer'>): void {
    if (body.length <= mostBytes) this.#lookAtForm(Buffer.from(body).toString());
    if (answer === undefined || answer.body.length > mostBytes) return;
    const parsed = parseJson(Buffer.from(answer.body).toString());
    if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) return;
    for (const [name, value] of Object.entries(parsed.value)) {
      if (typeof value === 'string') this.#addNamed(name, value);
    }
  }

  #lookAtForm(text: string): void {
    for (const [name, value] of new URLSearchParams(text)) this.#addNamed(name, value);
  }

  #addNamed(name: string, value: string): void {
    if (isSecretName(name) && value.length >= shortestNamed) this.#add(value);
  }

  #add(secret: string): void {
    if (this.#seen.has(secret) || this.#seen.size >= most) return;
    this.#seen.add(secret);
    this.#redactor.add(secret);
  }
}
