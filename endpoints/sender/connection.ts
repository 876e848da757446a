/** One open connection: carries exchanges one after another and knows whether it may carry another. */
import type { Socket } from 'node:net';
import { Carriage, type CarriageOptions } from './carriage.js';
import type { Message } from './message.js';

export class Connection {
  /** Counts up from 1 in the order in which connections were opened. */
  readonly id: number;
  readonly #socket: Socket;
  readonly #onGone: (connection: Connection) => void;
  #carriage: Carriage | undefined;
  #carried = 0;
  #usable = true;

  /** @param onGone called once, when the connection closes or can no longer be used. */
  constructor(id: number, socket: Socket, onGone: (connection: Connection) => void) {
    this.id = id;
    this.#socket = socket;
    this.#onGone = onGone;
    socket.on('data', (chunk: Buffer) => {
      // Bytes that nobody asked for would be taken for the next answer.
      if (this.#carriage === undefined || this.#carriage.settled) this.destroy();
      else this.#carriage.onData(chunk);
    });
    socket.on('end', () => this.#lose(() => this.#carriage?.onEnd()));
    socket.on('error', (error) => this.#lose(() => this.#carriage?.onError(error)));
    socket.on('close', () => this.#lose(() => this.#carriage?.onEnd()));
  }

  /** Exchanges begun on this connection. */
  get carried(): number {
    return this.#carried;
  }

  /** Open, and nothing came that nobody asked for. */
  get usable(): boolean {
    return this.#usable && !this.#socket.destroyed;
  }

  /** Begins an exchange; one at a time. */
  carry(message: Message, options: CarriageOptions): Carriage {
    this.#carried += 1;
    const carriage = new Carriage(this.#socket, message, options);
    this.#carriage = carriage;
    // Gone before the first byte: no event will come any more to say so.
    if (!this.usable) carriage.onEnd();
    return carriage;
  }

  /** Ends the exchange, so that what comes now belongs to none; the process need not stay alive for it. */
  rest(): void {
    this.#carriage = undefined;
    this.#socket.unref();
  }

  /** Takes the connection up again after `rest()`. */
  wake(): void {
    this.#socket.ref();
  }

  /** What is under way on it ends with failure `aborted`. */
  abort(): void {
    this.#carriage?.abort();
    this.destroy();
  }

  destroy(): void {
    this.#lose(() => undefined);
    this.#socket.destroy();
  }

  #lose(tell: () => void): void {
    tell();
    if (!this.#usable) return;
    this.#usable = false;
    this.#onGone(this);
  }
}
