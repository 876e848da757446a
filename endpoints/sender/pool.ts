/** The connections of a sender: opens them, keeps the idle ones, closes them all. */
import type { TransportFailure } from '../../wire/exchange.js';
import type { Address } from './address.js';
import { type ConnectOptions, openSocket } from './connect.js';
import { Connection } from './connection.js';
import { failure } from './failure.js';
import type { ProxyChoice } from './proxy.js';

export class Pool {
  readonly #address: Address;
  readonly #proxy: ProxyChoice;
  readonly #options: ConnectOptions;
  readonly #open = new Set<Connection>();
  #idle: Connection[] = [];
  #opened = 0;

  constructor(address: Address, proxy: ProxyChoice, options: ConnectOptions) {
    this.#address = address;
    this.#proxy = proxy;
    this.#options = options;
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
    const opened = await openSocket(this.#address, proxy.kind === 'proxy' ? proxy.proxy : undefined, this.#options);
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
