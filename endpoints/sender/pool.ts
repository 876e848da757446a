/** The connections of a sender: opens them, keeps the idle ones, closes them all. */
import type { SecureContext } from 'node:tls';
import type { TransportFailure } from '../../wire/exchange.js';
import type { Address } from './address.js';
import type { Cancellation } from './cancellation.js';
import { openSocket, trusting } from './connect.js';
import { Connection } from './connection.js';
import { failure } from './failure.js';
import type { ProxyChoice } from './proxy.js';

export class Pool {
  readonly #address: Address;
  readonly #timeoutMs: number;
  readonly #cancellation: Cancellation;
  readonly #secureContext: SecureContext | undefined;
  readonly #proxy: ProxyChoice;
  readonly #open = new Set<Connection>();
  #idle: Connection[] = [];
  #opened = 0;

  /** @param ca certificates in PEM that are trusted beside the public ones. */
  constructor(
    address: Address,
    timeoutMs: number,
    cancellation: Cancellation,
    ca: string | undefined,
    proxy: ProxyChoice,
  ) {
    this.#address = address;
    this.#timeoutMs = timeoutMs;
    this.#cancellation = cancellation;
    this.#proxy = proxy;
    this.#secureContext = ca === undefined ? undefined : trusting(ca);
  }

  /** Connections opened so far. */
  get opened(): number {
    return this.#opened;
  }

  /** The connection that went idle last, as it is the least likely to be stale. */
  takeIdle(): Connection | undefined {
    const connection = this.#idle.pop();
    connection?.wake();
    return connection;
  }

  async open(): Promise<Connection | TransportFailure> {
    const proxy = this.#proxy;
    if (proxy.kind === 'unusable')
      return failure('proxy', `the proxy in the environment cannot be used: ${proxy.problem}`);
    const opened = await openSocket(this.#address, {
      timeoutMs: this.#timeoutMs,
      cancellation: this.#cancellation,
      ...(this.#secureContext === undefined ? {} : { secureContext: this.#secureContext }),
      ...(proxy.kind === 'direct' ? {} : { proxy: proxy.proxy }),
    });
    if ('failure' in opened) return opened.failure;
    this.#opened += 1;
    const connection = new Connection(this.#opened, opened.socket, (gone) => {
      this.#open.delete(gone);
      this.#idle = this.#idle.filter((idle) => idle !== gone);
    });
    this.#open.add(connection);
    return connection;
  }

  /** Takes back a connection after an exchange, to keep it or to close it. */
  giveBack(connection: Connection, keep: boolean): void {
    if (!keep || !connection.usable) {
      connection.destroy();
      return;
    }
    connection.rest();
    this.#idle.push(connection);
  }

  /** Ends every connection and what is under way on it. */
  abort(): void {
    for (const connection of [...this.#open]) connection.abort();
  }

  close(): void {
    for (const connection of [...this.#open]) connection.destroy();
  }
}
